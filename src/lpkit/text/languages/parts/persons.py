"""The part on persons in prose: their names, and whether somebody is he or she."""

from re import Pattern
from typing import NamedTuple


class Persons(NamedTuple):
    """How prose names persons, and how it says what a candidate is, she or he.

    Patterns are matched with texts as they are written.
    """

    name: Pattern[str]
    """A name inside a sentence."""
    opening: Pattern[str]
    """A word that begins a sentence and may be a name."""
    capital: Pattern[str]
    """What both find, wherever it stands: a look that spares most texts those."""
    common: frozenset[str]
    """Words that are written as names are, and are none; in lower case."""
    endings: tuple[str, ...]
    """Endings of a name in another case."""
    spoken_of: Pattern[str]
    """Where a text speaks of its candidate by a pronoun: group `she` or `he`."""
    pronouns: tuple[str, ...]
    """One of these is in every text that does, in lower case."""
    in_delivery: Pattern[str]
    """The same in a text on how somebody speaks, which speaks of nobody else."""
    counted: Pattern[str]
    """All of so many things: groups `n` and `noun`."""
    placed: Pattern[str]
    """At which place of an order something comes: group `place`, or `last`."""
    reordered: Pattern[str]
    """Signs in a question that its own order is not the right one."""
