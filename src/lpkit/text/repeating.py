"""Whether a text names figures at all, and others than its source: single words tell, and spare most texts a reading."""

from functools import lru_cache

from lpkit.text.languages import Language
from lpkit.text.languages.parts import FigureWords, Reckonings
from lpkit.text.stretches import figure_places
from lpkit.text.tokens import words

_LEAST = 2
"""Figures that a change or a part of a whole has."""


def repeats(note: str, source: str, language: Language) -> bool:
    """Tell whether each figure of a note stands in its source with the same word behind it, or there is none.

    Two figures that a note joins are its own: each may stand in the source, and both together not.
    """
    amounts, known = language.get(FigureWords), language.get(Reckonings)
    if amounts is None or known is None:
        return True
    every = words(note)
    places = figure_places(every, amounts)
    if not places:
        return True
    if len(places) >= _LEAST and not (known.of.isdisjoint(every) and known.joints.isdisjoint(every)):
        return False
    theirs = _pairs(source)
    return all(every[place : place + 2] in theirs for place in places)


@lru_cache(maxsize=64)
def _pairs(text: str) -> frozenset[tuple[str, ...]]:
    """Give every two words of a text that follow each other, the last one alone."""
    every = words(text)
    return frozenset(every[place : place + 2] for place in range(len(every)))
