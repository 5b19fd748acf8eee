"""Whether a text has figures other than those of its source: single words tell, and spare most texts a reading."""

from collections.abc import Sequence
from functools import lru_cache

from lpkit.text.figures import Figure
from lpkit.text.languages import Language
from lpkit.text.languages.parts import FigureWords, Reckonings
from lpkit.text.stretches import figure_places
from lpkit.text.tokens import words

_MARKS = frozenset(",.")
_NOUN_ROOM = 40
"""Characters behind a number in which what it counts is named."""


def repeats(note: str, source: str, language: Language) -> bool:
    """Tell whether each figure of a note stands in its source with the same word behind it, or there is none.

    Two figures that a note joins are its own: each may stand in the source, and both together not.
    """
    known, every = language.get(Reckonings), words(note)
    joined = known is not None and not (known.of.isdisjoint(every) and known.joints.isdisjoint(every))
    return repeats_each(note, (source,), language, most=1 if joined else None)


def repeats_each(note: str, sources: Sequence[str], language: Language, most: int | None = None) -> bool:
    """Tell whether each figure of a note, of which there are no more than `most`, stands so in one of its sources."""
    amounts, every = language.get(FigureWords), words(note)
    places = figure_places(every, amounts) if amounts else ()
    if most is not None and len(places) > most:
        return False
    return all(any(every[place : place + 2] in _pairs(source) for source in sources) for place in places)


def literally(note: str, figure: Figure, source: str) -> bool:
    """Tell whether a source has the very words of a figure and its unit: a look that spares reading the source."""
    said = note[slice(*figure.number_at)]
    place = source.find(said)
    while place >= 0:
        end = place + len(said)
        alone = not (
            source[place - 1 : place].isalnum() or source[end : end + 1].isalnum() or source[end : end + 1] == "%"
        )
        named = figure.kind != "count" or figure.unit in source[end : end + _NOUN_ROOM].lower()
        if alone and named and source[place - 1 : place] not in _MARKS:
            return not figure.hedge
        place = source.find(said, place + 1)
    return False


@lru_cache(maxsize=256)
def _pairs(text: str) -> frozenset[tuple[str, ...]]:
    """Give every two words of a text that follow each other, the last one alone."""
    every = words(text)
    return frozenset(every[place : place + 2] for place in range(len(every)))
