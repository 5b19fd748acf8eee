"""What the figures of a text are about: the phrase in which each stands, and the words in it that say so."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Borrowings, ContentWords
from lpkit.text.tokens import content, words


class Matter(NamedTuple):
    """A figure, the common forms of the words that say what it is about, and where it is said."""

    figure: Figure
    about: frozenset[str]
    phrase: str
    sentence: str


@lru_cache(maxsize=256)
def matters(text: str, language: Language) -> tuple[Matter, ...]:
    """Give the figures of a text with what they are about; none without the parts on notes and on content words."""
    known, terms = language.get(Borrowings), language.get(ContentWords)
    every = figures(text, language) if known and terms else ()
    if not every or known is None or terms is None:
        return ()
    sentence_ends = [0, *(end.end() for end in known.sentence_end.finditer(text)), len(text)]
    phrase_ends = sorted({*sentence_ends, *_outside(known.phrase_end, text, every)})
    found: list[Matter] = []
    for place, figure in enumerate(every):
        start, end = _between(sentence_ends, figure)
        first, last = _between(phrase_ends, figure)
        phrase = text[first:last]
        if place and every[place - 1].kind == figure.kind:
            first = max(first, every[place - 1].end)
        if place + 1 < len(every) and every[place + 1].kind == figure.kind:
            last = min(last, every[place + 1].start)
        said = content(words(f"{text[first : figure.start]} {text[figure.end : last]}"), terms)
        found.append(Matter(figure, said - known.vague, phrase, text[start:end]))
    return tuple(found)


def _outside(ends: re.Pattern[str], text: str, every: Sequence[Figure]) -> list[int]:
    """Give where phrases end, but for marks within a figure (1,960)."""
    within = {place for figure in every for place in range(figure.start, figure.end)}
    return [end.end() for end in ends.finditer(text) if end.start() not in within]


def _between(ends: Sequence[int], figure: Figure) -> tuple[int, int]:
    """Give the stretch between two ends in which a figure stands."""
    return ends[bisect_right(ends, figure.start) - 1], ends[bisect_left(ends, figure.end)]
