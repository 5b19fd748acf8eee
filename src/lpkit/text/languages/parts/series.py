"""The part on rows of figures: how texts compare one with another, correct a sum, and say how far a change got.

Patterns are matched with a text in lower case in which each figure is one character (`lpkit.text.skeleton`).
"""

from collections.abc import Mapping
from re import Pattern
from typing import NamedTuple


class Series(NamedTuple):
    """How a language speaks of the figures of a row by their places, and of a sum of which one part changes."""

    cues: frozenset[str]
    """Words of which one is in every such text."""
    compared: Pattern[str]
    """A row, and one of its figures that is said to be a share or a multiple of another: groups `row`, `one`, `claim`
    and `other`."""
    places: Mapping[str, int]
    """Which figure of a row a word means, as an index."""
    regraded: Pattern[str]
    """A sum, a part of it that becomes another, and what is left: groups `sum`, `before`, `after` and `result`."""
    fallen_short: Pattern[str]
    """A change with both ends, and a sentence that says what it did not come to: groups `before`, `after` and
    `claim`, or `nearly` for a figure that may say so itself ("not quite doubled")."""
