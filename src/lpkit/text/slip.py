"""A slip: what a text says of its own figures, and what they come to; and intervals to reckon with."""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Literal, NamedTuple

from lpkit.text.figures import Figure

SlipKind = Literal["change", "sum", "whole"]
"""An amount that changed, several that come to another, a part above its whole."""


class Slip(NamedTuple):
    """A place where a text reckons wrongly: the words, where they stand in the skeleton, and the computation.

    `certain` is a slip that has no other reading.
    """

    kind: SlipKind
    said: str
    computed: str
    certain: bool


class Interval(NamedTuple):
    """From what to what an amount may be."""

    low: float
    high: float

    def miss(self, other: "Interval") -> float:
        """Give how far two intervals lie apart; 0 where they have a value in common."""
        return max(self.low - other.high, other.low - self.high, 0.0)

    def widened(self, by: float) -> "Interval":
        """Give an interval that goes further at both ends."""
        return Interval(self.low - by, self.high + by)


def interval(figure: Figure) -> Interval:
    """Give the interval of a figure."""
    return Interval(figure.low, figure.high)


def reckoned(work: Callable[..., float], amounts: Iterable[Interval]) -> Interval:
    """Give what becomes of amounts: the least and the most that `work`, monotone in each, makes of their ends."""
    results = [work(*ends) for ends in product(*({amount.low, amount.high} for amount in amounts))]
    return Interval(min(results), max(results))


def exactly(amounts: Sequence[Figure]) -> list[Interval]:
    """Give the intervals of figures that a text reckons with: whole numbers of one unit are taken as they stand."""
    plain = all(_whole(amount) for amount in amounts) and len({amount.factor for amount in amounts}) == 1
    return [Interval(amount.value, amount.value) if plain else interval(amount) for amount in amounts]


def _whole(figure: Figure) -> bool:
    return not figure.hedge and figure.written in {"digits", "words"} and (figure.value / figure.factor).is_integer()


def claimed(figure: Figure, alike: bool = False) -> Interval:
    """Give what a figure that states a result allows: people round shares, and more so where they speak of fives.

    `alike` says that it is in the unit of what it is reckoned from.
    """
    if figure.kind == "percent":
        return interval(figure).widened(1.0 if figure.written != "digits" or figure.value % 5 == 0 else 0.5)
    if figure.kind == "multiple":
        return interval(figure).widened(figure.value * _LOOSE_MULTIPLE)
    return exactly((figure,))[0] if alike else interval(figure)


_LOOSE_MULTIPLE = 0.1
"""How far from double an amount may be that doubled."""
