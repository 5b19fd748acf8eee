"""The part on arithmetic in prose: how texts say that figures add up, change or belong together.

Patterns are matched with a text in lower case in which each figure is one character, `FIGURE` (`lpkit.text.skeleton`).
"""

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import NamedTuple

FIGURE = "[\U000f0000-\U000ffffd]"
"""A figure, in a pattern."""
NO_FIGURE = "[^.;!?\\n\U000f0000-\U000ffffd]"
"""What may stand between two figures of a clause, in a pattern."""


class Sum(NamedTuple):
    """A way to say what several figures come to; `words` spares most texts the closer look."""

    words: frozenset[str]
    """One of these, a word or a mark between spaces, is in every such text."""
    said: Pattern[str]
    """Group `parts`, a stretch with figures, and `total`, one figure."""
    how: str
    """`add`; `list`, parts that are all of the total; `subtract`, `multiply` or `divide` the parts; `rest` of the
    second without the first; `taken`, the first without the second; `hundred` where parts and total make the whole;
    `share` where the total is the first as a share of the second; `fraction` where the first is a share of the second;
    `left`, no more than the rest;
    `portion`, a share with the whole first; `each`, so many of each of so many.
    """
    sure: bool
    """Whether there is no other reading."""


class Pair(NamedTuple):
    """A way to name an amount before a change and after it: groups `before` and `after`."""

    words: frozenset[str]
    """One of these, a word or a mark between spaces, is in every such text."""
    said: Pattern[str]


class Turns(NamedTuple):
    """How a language tells a rate in two units of time, and says of changes that they are the same share."""

    per: Pattern[str]
    """The unit of time of a rate, group `per`; it is in every text with one."""
    apiece: Pattern[str]
    """What makes of an amount that of each single one, right behind it."""
    same: Pattern[str]
    """What is in every text that calls changes alike."""
    rates: Pattern[str]
    """Two rates that are said to be one: groups `one`, `per`, `two` and `other`."""
    times: Mapping[tuple[str, str], tuple[float, float]]
    """How many of a unit of time another one has, from and to: a week has five to seven days."""
    spells: Mapping[tuple[str, str], Sequence[tuple[float, float]]]
    """How many of a unit of time another one has where work is paid by it: a day has eight hours, or all 24."""
    over: Pattern[str]
    """A time with a rate, and what both come to: groups `time`, `rate`, `per` and `total`."""
    alike: Pattern[str]
    """Two changes that are said to be the same share: groups `before`, `after`, `start` and `end`."""


class Reckonings(NamedTuple):
    """How a language speaks of sums, shares and changes."""

    joints: frozenset[str]
    """Words of which one stands right before a figure, or before the word before it, where amounts change."""
    of: frozenset[str]
    """Words that stand between a part and its whole."""
    signs: frozenset[str]
    """Words of which one is in every text that adds up."""
    rests: frozenset[str]
    """Words of a sum that needs two figures only: one of nine, and the other eight."""
    results: frozenset[str]
    """Words of which one is in every text that says what a rate comes to."""
    sizes: frozenset[str]
    """Words of which one is in every text that says, without a mark, how much an amount changed."""
    goes_on: Pattern[str]
    """How a sentence begins that says what the one before comes to."""
    points: frozenset[str]
    """What percentage points are called for short."""
    sums: Sequence[Sum]
    generic: Pattern[str]
    """What stands behind a total that sums up unlike things."""
    part: Pattern[str]
    """A part of a whole: groups `part` and `whole`."""
    no_part_before: Pattern[str]
    """What makes something else of that, right before it."""
    rates: frozenset[str]
    """Words of which one is in every text with a rate."""
    per: Pattern[str]
    """What is in every such text: a figure for each of some time."""
    rate: Pattern[str]
    """A rate over a time: groups `rate`, `per`, `time` and `total`."""
    each: Pattern[str]
    """So many with so many each: groups `number`, `size` and `total`."""
    eachs: frozenset[str]
    """Words of which one is in every text that tells what each one is."""
    priced: Pattern[str]
    """What each one is, and so many come to: groups `rate`, `thing`, `number` and `total`."""
    spread: Pattern[str]
    """What so many are together, and each one: groups `whole`, `number`, `rate` and `thing`."""
    turns: Turns
    pairs: Sequence[Pair]
    way_before: Pattern[str]
    """What says which way an amount went, right before a pair; group `way`."""
    claim_before: Pattern[str]
    """What says of the figure right behind it how much an amount changed: group `way`, or `ratio` for what is left."""
    claim_after: Pattern[str]
    """The same of the figure right before it."""
    ways: Mapping[str, int]
    """-1 for what means less, 1 for what means more; all else may be either."""
    joint: Pattern[str]
    """What may stand between a pair and a claim that belong together; matched as a whole."""
    other_subject: Pattern[str]
    """How such a stretch ends where what follows it, a verb, has a subject of its own."""
    verbs: frozenset[str]
    """The ways that are verbs, or stand for one."""
    no_claim_after: Pattern[str]
    """What binds a claim to something else, right behind it."""
    either: frozenset[str]
    """Ways of which nobody can tell whether they are reckoned from before or from after (faster, better)."""
    placed: Pattern[str]
    """What is better the lower it is (a rank); before a pair."""
    sentences: Pattern[str]
    """A sentence, with its figures."""
    ends: tuple[Pattern[str], ...]
    """Two figures that are the ends of a change, or a part and its whole, where there is a group `part`: groups `one`
    and `two`."""
    one_in: Pattern[str]
    """Right before the whole of a share with one part: `one message in `."""
    sized_before: Pattern[str]
    """Right before an amount that is the size of a change."""
    sized_after: Pattern[str]
    """Right behind one."""
    of_others: Pattern[str]
    """What makes a figure right before it that of a part, or of another comparison."""
    end_before: Pattern[str]
    """Right before a figure that is an end of a change, and is said of no other two."""
    tied: Pattern[str]
    """What may stand between those ends and the figure said of them, which may come first; matched as a whole."""
    doubted: Pattern[str]
    """What says that figures are wrong on purpose."""
