"""The part on what stands around a question: scenes, and words for what has no bearing on it."""

from re import Pattern
from typing import NamedTuple


class Scenes(NamedTuple):
    """How a question leans on the sentences before it, and what of a scene is colour."""

    leaning: frozenset[str]
    """Words with which a question points back, judges a case or wants something reckoned; `the` does so, too."""
    premises: frozenset[str]
    """Words with which a sentence says what is to be taken as given, or what to read or do."""
    colour: frozenset[str]
    """Words on taste, leisure, relatives, clothes, pets and places: about a person, seldom about a question."""
    tastes: frozenset[str]
    """Those of them that speak of a person's likes: one is enough."""
    named: Pattern[str]
    """Finds a clause between commas that says more of somebody who has just been named."""
    aside: Pattern[str]
    """Finds a clause between commas, or between a comma and the end, that says more of somebody or something."""
    praising: frozenset[str]
    """Words of which each preamble has one."""
    preamble: Pattern[str]
    """Finds in a sentence that it praises a subject or leads up to it, and says nothing of the case."""
    asking: Pattern[str]
    """Finds a word that asks."""
