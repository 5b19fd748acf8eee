"""Which options of a question keep their place while front ends shuffle the others."""

from collections.abc import Sequence
from typing import Protocol

from lpkit.text.languages import language_of
from lpkit.text.quantities import rising


class Shown(Protocol):
    """An option as far as its place goes."""

    @property
    def text(self) -> str:
        """Give the option as learners read it."""
        ...

    @property
    def pinned(self) -> bool:
        """Tell whether its author wants it to stay."""
        ...


class Asked(Protocol):
    """A question of a pack, or of an export."""

    @property
    def options(self) -> Sequence[Shown]:
        """Give the options in the order of the source."""
        ...


def fixed_places(question: Asked, language: str) -> frozenset[int]:
    """Give the places that no front end changes: those of pinned options, and all where the options rise as numbers.

    Learners look for a number where it belongs (Haladyna, Downing and Rodriguez 2002, guideline 21). `language` is the
    tag of the library: numbers may be written in words.
    """
    options = question.options
    if rising([option.text for option in options], language_of(language)):
        return frozenset(range(len(options)))
    return frozenset(place for place, option in enumerate(options) if option.pinned)
