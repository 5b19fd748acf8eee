"""The part on what texts deny: how they say that something was not done, and which words say the same."""

from collections.abc import Mapping
from re import Pattern
from typing import NamedTuple


class Denying(NamedTuple):
    """How a note denies that something was done, or says that it is not told. Patterns are matched without case."""

    cues: frozenset[str]
    """One of these words is in every text that denies something."""
    undone: tuple[Pattern[str], ...]
    """Something was not done: groups `who` and `deed`."""
    untold: tuple[Pattern[str], ...]
    """Somebody was not told: group `whom`."""
    unsaid: tuple[Pattern[str], ...]
    """Something is not told in the answer: group `deed`."""
    limits: Pattern[str]
    """What limits a denial to a time or a place, which the other text must have: group `limit`."""
    supposed: Pattern[str]
    """Signs in a clause that it supposes, or asks."""
    kin: Mapping[str, frozenset[str]]
    """Words in lower case, in all their forms, with the names of what they mean: told and rang."""
    tells: Pattern[str]
    """Words that tell somebody something without such a word: went to my lead."""
    unreal: Pattern[str]
    """Signs in a sentence that it tells of nothing that was."""
    name: Pattern[str]
    """A capital in the middle of a sentence, as names have it."""
    told: str
    """The name of the deed by which somebody comes to know something."""
    asks: frozenset[str]
    """Words of a subject that make it a question."""
    speaker: frozenset[str]
    """The speaker, to whom a deed is done."""
    generic: frozenset[str]
    """Words of a denial that say nothing of what it is about."""
    everybody: frozenset[str]
    """Words that stand for each of those who are denied something."""
    those: frozenset[str]
    """Words that point to what the sentence before names."""
    negators: frozenset[str]
    """Words one of which makes of a sentence no affirmation."""
    supposing: frozenset[str]
    """Words before a deed that, as these do, make of it something that was not done."""


# What was read is remembered by text and part, and a language has one such part.
Denying.__hash__ = object.__hash__  # type: ignore[method-assign]
