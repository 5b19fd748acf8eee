"""How far the cells of a workbook reach and how much they hold: what is repeated counts each time."""

from collections.abc import Mapping

from lpkit.importing import LpkitError
from lpkit_importers.foreign.archive import UNPACKED_MOST
from lpkit_importers.foreign.xml import local_name
from lpkit_importers.table.grid import check_size

CELLS_MOST = 10_000_000
"""Cells that a sheet may have from the first filled one to the last, empty ones between them included."""


class Extent:
    """The rectangle around the filled cells of a sheet; rows and columns from 1."""

    def __init__(self) -> None:
        self._rows: list[int] = []
        self._columns: list[int] = []

    def fill(self, row: int, column: int) -> None:
        """Take in a cell.

        Raises LpkitError where the sheet is larger than a table may be.
        """
        if self._rows and self._rows[1] == row and self._columns[0] <= column <= self._columns[1]:
            return
        for bounds, at in ((self._rows, row), (self._columns, column)):
            bounds[:] = [min([*bounds, at]), max([*bounds, at])]
        rows, columns = (bounds[1] - bounds[0] + 1 for bounds in (self._rows, self._columns))
        check_size(self._rows[1], columns)
        if rows * columns > CELLS_MOST:
            hint = "take out what lies far from the questions"
            raise LpkitError(f"a sheet has more than {CELLS_MOST:,} cells, the empty ones included", hint)


class Load:
    """The signs of all cells together: few bytes of a file can stand for many, and a reader makes room for each."""

    def __init__(self) -> None:
        self._held = 0

    def add(self, signs: int) -> None:
        """Take in so many signs.

        Raises LpkitError where they are more than a file may have once it is unpacked.
        """
        self._held += signs
        if self._held > UNPACKED_MOST:
            hint = "take out what is no question"
            raise LpkitError(
                f"the cells hold more than {UNPACKED_MOST:,} signs, those that are repeated included", hint
            )


class SharedTexts:
    """What the parser of XML tells of the texts that the cells of an xlsx share: how long each is."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Begin an element: an `si` is a text."""
        if local_name(tag) == "si":
            self.lengths.append(0)

    def data(self, text: str) -> None:
        """Take a piece of a text."""
        if self.lengths:
            self.lengths[-1] += len(text)

    def close(self) -> None:
        """End the part."""
