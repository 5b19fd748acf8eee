"""What a trial of a judge gave, and when that is more than luck."""

from math import sqrt
from typing import NamedTuple

from lpkit.text.guessing import beats


class Sure(NamedTuple):
    """A case of which the judge was sure and right: the text that it chose, and what spoke for it most."""

    name: str
    text: str
    reasons: tuple[str, ...]


class Trial(NamedTuple):
    """How a judge did on cases of groups from which it did not learn.

    A tie of t choices of which r are right earns r/t.

    `p` is the share of permutations of the keys, the true keys counted in, under which a judge that learns and is tried
    in the same way does as well.
    """

    cases: int
    right: float
    chance: float
    """What blind choices are expected to earn."""
    p: float
    permutations: int
    surest: tuple[Sure, ...] = ()

    @property
    def accuracy(self) -> float:
        """Give the share of cases in which the choice was right."""
        return self.right / self.cases

    @property
    def interval(self) -> tuple[float, float]:
        """Give the 95 % confidence interval of the accuracy (Wilson 1927)."""
        z, n, share = 1.96, self.cases, self.accuracy
        middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        reach = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return middle - reach, middle + reach

    @property
    def beats_chance(self) -> bool:
        """Tell whether the judge earns a quarter more than chance, at p < .01."""
        return beats(self.right, self.chance, self.p)
