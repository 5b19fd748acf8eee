"""Parts of a model with where they stand in a file."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from lpkit.diagnostic import Path
from lpkit.model import Dimension

T = TypeVar("T")


class Placed(NamedTuple, Generic[T]):
    """A part of a model with its path in the file."""

    at: Path
    value: T


class RubricView(NamedTuple):
    """A rubric in force: where its dimensions stand, and the dimensions."""

    file: str
    at: Path
    dimensions: Sequence[Dimension]

    @property
    def weights(self) -> dict[str, int]:
        """Give the weight of each dimension."""
        return {dimension.id: dimension.weight for dimension in self.dimensions}
