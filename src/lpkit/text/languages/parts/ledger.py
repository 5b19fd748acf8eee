"""Parts on what prose says of a pack's own facts: how it judges, scores, names, quotes and measures."""

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import NamedTuple


class Form(NamedTuple):
    """A way to say something of a pack's facts.

    In the source of a pattern `<n>` stands for a number, `<m>` for the one that it is a part of, `<verdict>` and
    `<dimension>` for a name of the pack, `<end>` for where a figure ends without a noun. A source that begins with one
    of these is only tried where such a thing stands, which is what makes forms cheap; `<amount>` is where an
    amount begins, also a small one in words. Others name what they need.
    """

    source: str
    before: str = ""
    """The source of a pattern for what stands right before."""
    needs: tuple[str, ...] = ()
    """One of these is in every text that has this form, in lower case; most texts have it not."""
    certain: bool = True
    """Whether the form leaves no doubt what it is about."""


def any_of(words: str) -> tuple[str, ...]:
    """Give words that are written with lines between them."""
    return tuple(words.split("|"))


class Hints(NamedTuple):
    """What is in every text that makes a claim of a kind, in lower case: one of some words or signs."""

    weights: frozenset[str]
    ceilings: frozenset[str]
    capped: frozenset[str]
    """Of these, what a ceiling in words says."""
    parts: frozenset[str]
    """Parts of wholes."""
    points: frozenset[str]
    totals: frozenset[str]
    people: frozenset[str]
    alone: frozenset[str]
    """What points earn by themselves."""
    bands: frozenset[str]
    uncapped: frozenset[str]
    markers: frozenset[str]
    pairs: frozenset[str]
    counts: frozenset[str]
    options: frozenset[str]
    option_counts: frozenset[str]
    steps: frozenset[str]
    keys: frozenset[str]
    dimensions: frozenset[str]
    quotations: frozenset[str]
    minutes: frozenset[str]
    sentences: frozenset[str]
    times: frozenset[str]
    words: frozenset[str]


class Bookkeeping(NamedTuple):
    """How prose speaks of totals, points, verdicts, caps, weights, bands and thresholds."""

    hints: Hints
    number: str
    """The source of a pattern for a whole number, in digits or words."""
    share: str
    """The source of a pattern for a whole number that may be a percentage; `<p>` in forms."""
    part: str
    """The source of a pattern for what a number is a part of; `<m>` in forms."""
    numerals: Mapping[str, int]
    """What numbers in words count."""
    long_numerals: frozenset[str]
    """Words with which a number in words begins, without the small ones that every other text has."""
    small_numerals: Pattern[str]
    """These, and what else may begin an amount."""
    point: str
    """What points are called, of one."""
    end: str
    """The source of a look-ahead: here ends a figure that counts no noun."""
    totals: Sequence[Form]
    points: Sequence[Form]
    verdicts: Sequence[Form]
    ceilings: Sequence[Form]
    """The highest score that a marker leaves to a dimension."""
    own_ceilings: Sequence[Form]
    """The highest score that the marker of which a text speaks leaves to its dimension."""
    highest: Sequence[Form]
    """The highest verdict that a marker leaves possible."""
    weights: Sequence[Form]
    bands: Sequence[Form]
    """Which verdict some points earn."""
    lands: Pattern[str]
    """What makes a total of the number right behind it: what comes down to that is no bound."""
    alone: Sequence[Form]
    """Which verdict the points of a candidate earn by themselves."""
    begin: Pattern[str]
    """Where all bands but the lowest begin: group `list`."""
    gaps: Sequence[Form]
    """How far two totals, or two scores of a dimension, lie apart: whose is group `name` or `letter`."""
    shares: Sequence[Form]
    """Which part of a dimension's points somebody has: groups `part` and `hedge`."""
    own_shares: Sequence[Form]
    """Which part of the weight some points of the dimension are that a text is about."""
    parts_of_weight: Sequence[Form]
    """Which part of all points a dimension weighs."""
    fractions: Mapping[str, float]
    """What fractions in words are."""
    more: Sequence[str]
    """What makes of a fraction a lower bound."""
    less: Sequence[str]
    """What makes of a fraction an upper bound."""
    uncapped: Sequence[Form]
    """Which verdict is earned without a marker."""
    distances: Sequence[Form]
    """How far a candidate's total lies from another's: `more` or `less` is the way, `name` whose that is."""
    marker: Pattern[str]
    """A marker by its name: group `name`, with the marks around it."""
    starts: Sequence[Form]
    """Where the band of a verdict begins."""
    thresholds: Sequence[Form]
    """The reader's total from which a message speaks."""
    follows: Pattern[str]
    """What makes a figure follow from what stands before it, at the end of the text before the figure."""
    of_weight: Pattern[str]
    """Points of how many: groups `part` and `whole`."""
    imagined: Pattern[str]
    """Signs in a clause that what it says of the rubric is not so."""
    readers: Pattern[str]
    """Signs in a sentence that it speaks of the reader's own scoring."""
    supposed: Pattern[str]
    """Signs in a clause that it supposes something, and says nothing of what is."""
    hedged: Pattern[str]
    """Signs in a clause with a verdict that it is somebody else's, another one, or a line to be reached."""
    bounded: Pattern[str]
    """What makes a figure a bound, a difference or an estimate, at the end of the text before it."""
    denied: Pattern[str]
    """Signs in a clause that its figures are not those of a source: denied, or aimed at."""
    times: Pattern[str]
    """What makes a comparison of a multiple, right behind it."""
    apart: Pattern[str]
    """What makes a figure one of the text's own and no source's, at the end of the text before it."""
    others: Pattern[str]
    """Signs in a clause that it speaks of other people's scoring."""
    common: frozenset[str]
    """Words of titles by which no dimension is called."""


class Cast(NamedTuple):
    """How prose names candidates, options and other countable parts of a pack."""

    word: str
    """What is in every text that names a candidate by that word, in lower case."""
    candidate: Pattern[str]
    """A candidate by name: the name is group `name`; of a list, each is found alone."""
    letter: Pattern[str]
    """A candidate by a bare letter, group `name`."""
    compared: Pattern[str]
    """A bare letter, group `name`, that can hardly be anything but a candidate with whom somebody is compared."""
    itself: Pattern[str]
    alone: Pattern[str]
    """With whom a text compares (in the one group that is there), and what makes that right of the candidate itself."""
    ordinal: Pattern[str]
    """A candidate by place, group `place`."""
    compares: Pattern[str]
    """What makes the name behind it a comparison, at the end of the text before it."""
    equals: Pattern[str]
    """What says of a verdict or a figure that it is that of the name behind it: ` goes to `."""
    relative: Pattern[str]
    """What goes on about the name right before it, up to the end of its clause: `, who`."""
    roles: tuple[Form, ...]
    """How a setting says who answers, by what they do: `Four QA engineers of a firm`."""
    pair: Pattern[str]
    """All candidates as two, at the beginning of a sentence: group `both`."""
    pairs_up: Pattern[str]
    """What may be two things in a text before that."""
    many: Sequence[Form]
    """All candidates by their count: group `n`, or `both` for two."""
    others: Sequence[Form]
    """All candidates but one, by their count."""
    option: Pattern[str]
    """An option by its letter, group `name`, or by its place, group `place`."""
    key: Pattern[str]
    """What says of an option that it is the key: groups `before` or `after` hold its letter."""
    options: Pattern[str]
    """All options by their count, group `n`."""
    dimensions: Pattern[str]
    """All dimensions by their count, group `n`."""
    step: Pattern[str]
    """A step by its place, group `n`, or all of them by their count, group `all`."""
    sentence: Pattern[str]
    """A sentence of a text by its place, group `place`."""
    last: frozenset[str]
    """What the last one is called."""
    ordinals: Mapping[str, int]
    both: frozenset[str]
    """Words for all of two."""
    unknown_dimension: Pattern[str]
    """Points for something: what they are for is group `share`, `scored` or `named`."""
    no_dimension: frozenset[str]
    """What points may be for without being a dimension."""
    key_is: Pattern[str]
    """What says that the option behind it is the key."""
    sure: tuple[str, ...]
    """How the words for candidates and their answers begin that can be no others."""
    anybody: tuple[str, ...]
    """Letters that stand for anybody."""
    scored: Pattern[str]
    """The reader scored somebody, at the end of the text before the name."""
    beside: Pattern[str]
    """Signs that a sentence may tell of somebody else than the one whose text it is."""
    contrasts: Pattern[str]
    """Signs that a sentence sets two people beside each other."""
    model: Pattern[str]
    """What guidance says right behind the name of the candidate who is the model."""


class Speech(NamedTuple):
    """What makes a quotation in prose one of the candidate's words, and what makes it none."""

    single: Pattern[str]
    """A passage in single quotation marks, group 1."""
    says: Pattern[str]
    """The candidate says, at the end of the text before a quotation."""
    cited: Pattern[str]
    """Signs in a sentence that its words in emphasis are somebody's."""
    not_said: Pattern[str]
    """Signs in a sentence that its quotations are suggested, denied or somebody else's."""
    unsaid_behind: Pattern[str]
    """What says right behind words that nobody said them."""
    own_noun: Pattern[str]
    """What makes the words in emphasis behind it a noun of the text's own: `a`."""
    speaker: frozenset[str]
    """Words, in lower case, by which somebody speaks, and no note does."""


class Lengths(NamedTuple):
    """What prose says of times and lengths."""

    limit: Sequence[Form]
    """The minutes that an answer may take."""
    other_time: Pattern[str]
    """Signs in a sentence that its minutes are those of something else."""
    words: Sequence[Form]
    """The words of an answer."""
    more_words: Sequence[Form]
    """How many words an answer has more or, with group `less`, fewer than another."""
    asked: Sequence[Form]
    """How many sentences in the first person, or with group `numbers` how many figures, guidance asks for."""
