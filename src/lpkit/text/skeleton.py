"""A text as patterns on figures see it: in lower case, and each figure one character."""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.remembered import remembered
from lpkit.text.tokens import words

FIRST = "\U000f0000"
"""The character of the first figure; all from here on are figures."""
_FIRST = ord(FIRST)
_MARKS = frozenset("=+−×*/÷→:")
_MOST = 0xFFFD
"""How many figures of a text can be told apart."""


class Skeleton(NamedTuple):
    """A text whose figures are characters of their own."""

    text: str
    figures: tuple[Figure, ...]
    source: str
    words: frozenset[str]
    """The words of the source, and marks that stand between spaces or beside figures."""

    def figure(self, character: str) -> Figure:
        """Give the figure that a character stands for."""
        return self.figures[ord(character) - _FIRST]

    def within(self, stretch: str) -> Iterator[Figure]:
        """Give the figures in a stretch of the skeleton."""
        return (self.figure(character) for character in stretch if ord(character) >= _FIRST)

    def said(self, start: int, end: int) -> str:
        """Give the words of the source that a stretch of the skeleton stands for."""
        return "".join(
            self.source[figure.start : figure.end] if ord(character) >= _FIRST else character
            for character in self.text[start:end]
            for figure in (self.figure(character) if ord(character) >= _FIRST else _NO_FIGURE,)
        )


_NO_FIGURE = Figure("", 0, 0, 0.0, 0.0, 0.0, "count")


@remembered(512)
def skeleton(text: str, language: Language) -> Skeleton:
    """Give the skeleton of a text; of characters from the private planes nothing is read."""
    found = figures(text, language)[:_MOST]
    if found and max(text) >= FIRST:
        found = ()
    lower, end, parts = text.lower(), 0, []
    for number, figure in enumerate(found):
        parts += [lower[end : figure.start], chr(_FIRST + number)]
        end = figure.end
    every = frozenset((*words(text), *lower.split(), *_MARKS.intersection(lower)))
    return Skeleton("".join((*parts, lower[end:])), found, text, every)
