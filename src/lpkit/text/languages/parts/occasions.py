"""The part on when and where things happen in a story: days, times and numbered places."""

from collections.abc import Sequence
from re import Pattern
from typing import NamedTuple


class Occasions(NamedTuple):
    """How a language names the occasions of a story."""

    names: frozenset[str]
    """One of these words, in lower case, or a time or year in digits, is in every text with an occasion."""
    labels: frozenset[str]
    """Words behind which a number is a name."""
    kinds: Sequence[tuple[str, Pattern[str]]]
    """What an occasion is, with its pattern: group `value`, and group `label` where the number is that of something."""
    no_part: Pattern[str]
    """What comes right behind a part of a whole and says that it is so of the rest: `17 of 38 did not sign`."""
