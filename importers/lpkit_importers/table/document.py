"""What the cells of an ods show: the file has it beside the values."""

from collections.abc import Mapping

from lpkit_importers.foreign.archive import Archive
from lpkit_importers.foreign.xml import local_name
from lpkit_importers.table.extent import feed

_KINDS = {"float", "percentage", "currency", "date", "time"}
"""Kinds of values that are shown otherwise than they are."""
_CELLS = {"table-cell", "covered-table-cell"}
_MOST = 10_000
"""Spaces that one sign of the file may stand for."""

Texts = Mapping[int, Mapping[int, str]]
"""The texts of cells by row and column, from 1."""


def texts_of(parts: Archive, sheet: str) -> Texts:
    """Give what the cells with numbers, dates and times of a sheet show.

    Raises LpkitError where the file cannot be read.
    """
    found = _Cells(sheet)
    feed(parts, "content.xml", found)
    return found.rows


class _Cells:
    """What the parser of XML tells of the cells of a sheet; rows and cells say how often they are repeated."""

    def __init__(self, sheet: str) -> None:
        self.rows: dict[int, Mapping[int, str]] = {}
        self._sheet = sheet
        self._within = False
        self._row = self._many = self._column = 0
        self._cells: dict[int, str] = {}
        self._shown: list[str] | None = None
        self._notes = self._lines = self._wide = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element: a sheet, a row, a cell, or a line of its text."""
        name = local_name(tag)
        said = {local_name(key): value for key, value in attributes.items()}
        if name == "table":
            self._within, self._row = said.get("name") == self._sheet, 0
        elif not self._within:
            return
        elif name == "table-row":
            self._many, self._column, self._cells = int(said.get("number-rows-repeated", 1)), 0, {}
        elif name in _CELLS:
            self._wide, self._lines = int(said.get("number-columns-repeated", 1)), 0
            self._shown = [] if said.get("value-type") in _KINDS else None
        else:
            self._begin(name, said)

    def _begin(self, name: str, said: Mapping[str, str]) -> None:
        self._notes += name == "annotation"
        if self._shown is None or self._notes:
            return
        if name == "p":
            self._shown += ["\n"] if self._lines else []
            self._lines += 1
        elif name == "s":
            self._shown.append(" " * min(int(said.get("c", 1)), _MOST))

    def data(self, text: str) -> None:
        """Take a piece of text of a cell; remarks on it are none."""
        if self._shown is not None and self._lines and not self._notes:
            self._shown.append(text)

    def end(self, tag: str) -> None:
        """End an element: what a cell shows is known then, and how often its row comes."""
        name = local_name(tag)
        self._notes -= name == "annotation" and self._within
        if name in _CELLS and self._within:
            shown = "".join(self._shown or ()).strip()
            if shown:
                self._cells |= dict.fromkeys(range(self._column + 1, self._column + self._wide + 1), shown)
            self._column, self._shown = self._column + self._wide, None
        elif name == "table-row" and self._within:
            if self._cells:
                self.rows |= dict.fromkeys(range(self._row + 1, self._row + self._many + 1), self._cells)
            self._row += self._many
        elif name == "table":
            self._within = False

    def close(self) -> None:
        """End the part."""
