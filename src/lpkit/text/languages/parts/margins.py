"""The part on where totals and scores stand: at the edges of bands, beside what other raters give, among answers."""

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import NamedTuple

from lpkit.text.languages.parts.ledger import Form


class Margins(NamedTuple):
    """How prose says how far a total lies from where a verdict begins, and which verdict some points earn."""

    hints: tuple[str, ...]
    """One of these is in every text with a margin, in lower case."""
    distances: Sequence[Form]
    """How far a total lies from an edge. Groups: the amount is `n`, `one` or `couple`; the way is `below` or `above`;
    the edge is a verdict, `edge` (a number), `next`, `top` or `passing`; none of these is any edge on that side."""
    edges: tuple[str, ...]
    """One of these is in every text with such a distance that names no verdict, in lower case."""
    fails: Sequence[Form]
    """Distances that name no edge: by how much an answer passes or fails, how much room is left."""
    places: Sequence[Form]
    """Where a total stands without a figure: groups `on`, `near` or `far`."""
    steps: Sequence[Form]
    """Which verdict so many points `more` or `less` would make."""
    earned: Sequence[Form]
    """Which verdict some points earn."""
    earned_hints: tuple[str, ...]
    imagined: Pattern[str]
    """Signs before a margin, in its clause, that it is not the one of the answer."""


class Alternatives(NamedTuple):
    """How prose says what other raters would give."""

    hints: tuple[str, ...]
    who: Pattern[str]
    """Another rater, whoever that is."""
    rater: Pattern[str]
    """What kind of rater that is, group `kind`: it weighs more than what the rater does."""
    given: Sequence[Form]
    """What somebody else gives: group `how` is the verb, `who` stands behind the figure, `neutral` is where
    nobody is named, `also` a second figure."""
    range: Sequence[Form]
    """From which score to which, group `also`, another may go."""
    kinder: Pattern[str]
    """Signs that somebody gives more."""
    stricter: Pattern[str]
    """Signs that somebody gives less."""
    for_dimension: Pattern[str]
    """What stands between points and the dimension for which they are."""
    denied: Pattern[str]
    """Signs in a clause that nobody gives that."""
    up: Pattern[str]
    """What in a verb says that somebody gives more."""
    down: Pattern[str]
    """What in a verb says that somebody gives less, where nothing else says more."""
    changed: Sequence[Form]
    """By how many points the other score changes the total."""
    totals: Sequence[Form]
    """The total that comes of it."""
    verdicts: Sequence[Form]
    """The verdict that comes of it."""
    passes: Pattern[str]
    """Whether the answer would `pass`, or fail."""


class Ranks(NamedTuple):
    """How prose puts the scores of candidates in an order."""

    hints: tuple[str, ...]
    best: Sequence[Form]
    """Who has the `most` or the `least` of all, for a dimension or in `all`; `place` where it is not the first; a
    `score` is of the text's own dimension. `none_more`, `none_less`, `none_same` and `none_few` are what nobody
    else has."""
    compared_hints: tuple[str, ...]
    rivals: Pattern[str]
    """What is in every text that compares a candidate with somebody, as it is written."""
    compared: Sequence[Form]
    """Who has `more`, `less`, the `same` or so many `times` as much as `name`, or as the `rest`."""
    places: Mapping[str, int]
    """Places of an order in words."""
    times: Mapping[str, float]
    """Multiples in words."""
    count_hints: tuple[str, ...]
    counts: Sequence[Form]
    """How many answers `pass` or `fail`, or have a verdict: `none`, `every`, a number, or a `single` one."""
