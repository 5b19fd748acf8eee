"""The part on what is said to be there, and what is said to be missing."""

from re import Pattern
from typing import NamedTuple


class Presences(NamedTuple):
    """How a language says that something is there or is not, each with what it is in a group `noun`."""

    there: tuple[Pattern[str], ...]
    """What a note says is there, as a fact of the story."""
    none: tuple[Pattern[str], ...]
    """What a story, or another note, says was not there."""
    never: tuple[Pattern[str], ...]
    """What a note says is not there."""
    some: tuple[Pattern[str], ...]
    """What a story says was there."""
    loose: frozenset[str]
    """Nouns of which there may be one and none: what notes say of any answer."""
    limited: Pattern[str]
    """Signs right behind a denial that it is of one sort only."""
    supposed: Pattern[str]
    """Signs in a clause that it only supposes."""
