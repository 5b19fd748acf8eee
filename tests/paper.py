"""What a browser prints: its pages, their text in reading order, and letters that stand on others."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
from playwright.sync_api import Page

CELL = 6
"""Points of a side of the squares by which near letters are found: letters of a handout are smaller."""


class Letter(NamedTuple):
    """A sign with its box, in points from the lower left corner of its page."""

    page: int
    place: int
    sign: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def centre(self) -> tuple[float, float]:
        """Give the middle of the box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def covers(self, point: tuple[float, float]) -> bool:
        """Tell whether a point is within the box."""
        return self.left < point[0] < self.right and self.bottom < point[1] < self.top


class Paper:
    """The pages that a browser makes of what it shows."""

    def __init__(self, page: Page) -> None:
        """Print the page as A4, or as its style sheet says."""
        self._document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))

    def __len__(self) -> int:
        """Count the pages."""
        return len(self._document)

    def texts(self) -> list[str]:
        """Give the text of each page, with single blanks."""
        return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in self._document]

    def size(self) -> tuple[float, float]:
        """Give width and height of the first page, in points."""
        width, height = self._document[0].get_size()
        return width, height

    def overprinted(self) -> list[tuple[Letter, Letter]]:
        """Give letters in whose boxes the middle of another letter is."""
        squares: dict[tuple[int, int, int], list[Letter]] = defaultdict(list)
        letters = list(self._letters())
        for letter in letters:
            x, y = letter.centre
            squares[letter.page, int(x // CELL), int(y // CELL)].append(letter)
        return [pair for letter in letters for pair in _covered(letter, squares)]

    def _letters(self) -> Iterator[Letter]:
        for number, sheet in enumerate(self._document):
            text = sheet.get_textpage()
            for place, sign in enumerate(text.get_text_range()):
                if not sign.isspace():
                    left, bottom, right, top = text.get_charbox(place)
                    if left < right and bottom < top:
                        yield Letter(number, place, sign, left, bottom, right, top)


def _covered(letter: Letter, squares: dict[tuple[int, int, int], list[Letter]]) -> Iterator[tuple[Letter, Letter]]:
    x, y = (int(part // CELL) for part in letter.centre)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            for other in squares.get((letter.page, x + dx, y + dy), ()):
                # A comma is set below the arm of a y: neighbours may.
                if abs(other.place - letter.place) > 1 and letter.covers(other.centre):
                    yield letter, other
