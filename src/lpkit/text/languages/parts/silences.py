"""The part on what texts say is missing from others, and what shows that it is there."""

from re import Pattern
from typing import NamedTuple


class Matter(NamedTuple):
    """Something that an answer may lack."""

    words: frozenset[str]
    """One of them is in every text that calls it missing, in lower case."""
    claims: tuple[Pattern[str], ...]
    """Ways to say so; a group `about`, where there is one, tells of what, as does the rest of the clause."""
    there: Pattern[str]
    """What shows in a sentence of an answer that it is there: as short as it can be."""
    beside: bool = False
    """Whether what it is told of must be named beside it in any case."""


class Silences(NamedTuple):
    """What is called missing, matter by matter."""

    matters: tuple[Matter, ...]
    negators: frozenset[str]
    """One of them is in every text that calls something missing."""
    supposed: Pattern[str]
    """Signs in a sentence that it only supposes, or limits what is missing to a part."""
    doer: Pattern[str]
    """The ending of who does something: the loser."""
    generic: frozenset[str]
    """Words of a claim that tell nothing of what it is about."""
