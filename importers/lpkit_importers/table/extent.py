"""How far the filled cells of workbooks reach, found before a reader makes room for all that lies between them.

Not covered: xls, whose sheets can only be found by reading the file (`workbook` tries it apart). All sheets of a file
are looked at, also those that are not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lpkit.importing import LpkitError
from lpkit_importers.foreign.archive import Archive
from lpkit_importers.foreign.xml import local_name
from lpkit_importers.table.grid import check_size
from lpkit_importers.table.load import Load, SharedTexts

CELLS_MOST = 10_000_000
"""Cells that a sheet may have from the first filled one to the last, empty ones between them included."""
_REFERENCE = re.compile(r"([A-Za-z]{1,6})([0-9]{1,10})")
_ODS_CELLS = {"table-cell", "covered-table-cell"}
_ODS_FILLED = {"value-type", "value", "string-value", "date-value", "time-value", "boolean-value", "formula"}
_SHARED = "xl/sharedStrings.xml"
_DIGITS = 10
"""Digits of the number of a shared text, which is one of some millions at most."""
_BLANK, _LAST_CELL, _BEGIN_SHEET = 1, 11, 0x91
"""Records of xlsb: a row is 0, a cell without a value 1, cells with values are those up to 11."""
_SHORT = range(13, 19)
"""Records of cells that leave their column out, which the reader of workbooks passes over."""


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


class _Sheets:
    """What the parser of XML tells of the sheets of an xlsx, whose cells may share texts of those lengths."""

    def __init__(self, lengths: Sequence[int], load: Load) -> None:
        self._extent = Extent()
        self._lengths, self._load = lengths, load
        self._row = self._column = 0
        self._place = (0, 0)
        self._shared, self._number = False, ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element: a row, a cell or its value; what has no number comes after what was before it."""
        name = local_name(tag)
        if name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif name == "c":
            self._column += 1
            self._place = place_of(attributes["r"]) if "r" in attributes else (self._row, self._column)
            self._column = max(self._column, self._place[1])
            self._shared = attributes.get("t") == "s"
        elif name in {"v", "is"}:
            self._extent.fill(*self._place)
            self._number = ""

    def data(self, text: str) -> None:
        """Take a piece of text: the number of a shared one, if the cell says so."""
        if self._shared:
            self._number += text[:_DIGITS]

    def end(self, tag: str) -> None:
        """End an element: a value is known then."""
        if local_name(tag) == "v" and self._shared:
            number = self._number.strip()
            known = number.isdecimal() and int(number) < len(self._lengths)
            self._load.add(self._lengths[int(number)] if known else 0)

    def close(self) -> None:
        """End the part."""


class _Tables:
    """What the parser of XML tells of the tables of an ods, where rows and cells say how often they are repeated."""

    def __init__(self, load: Load) -> None:
        self._extent, self._load = Extent(), load
        self._row = self._column = self._rows = self._columns = self._paragraphs = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a table, a row or a cell, or spaces of its text, which are counted."""
        name = local_name(tag)
        if name in {"table", "table-row", *_ODS_CELLS} and self._columns:
            raise ValueError("it has a table within a cell")
        said = {local_name(key): value for key, value in attributes.items()}
        if name == "table":
            self._begin()
        elif name == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = int(said.get("number-rows-repeated", 1))
        elif name in _ODS_CELLS:
            self._columns = int(said.get("number-columns-repeated", 1))
            if not _ODS_FILLED.isdisjoint(said):
                self._fill()
            self._hold(len(said.get("string-value", "")))
        elif name == "p":
            self._paragraphs += 1
        elif name == "s":
            self._hold(int(said.get("c", 1)))

    def data(self, text: str) -> None:
        """Take a piece of text, which fills the cell that it stands in."""
        if self._columns and text.strip():
            self._fill()
        if self._paragraphs:
            self._hold(len(text))

    def end(self, tag: str) -> None:
        """End a cell, or a paragraph of one."""
        name = local_name(tag)
        self._paragraphs -= name == "p"
        if name in _ODS_CELLS:
            self._column, self._columns = self._column + self._columns, 0

    def close(self) -> None:
        """End the part."""

    def _begin(self) -> None:
        self._extent = Extent()
        self._row = self._column = self._rows = self._columns = 0

    def _hold(self, signs: int) -> None:
        self._load.add(signs * self._rows * self._columns)

    def _fill(self) -> None:
        self._extent.fill(self._row + 1, self._column + 1)
        self._extent.fill(self._row + self._rows, self._column + self._columns)


def check_extents(parts: Archive) -> None:
    """Look at all sheets of an xlsx, xlsb or ods.

    Raises LpkitError where one is larger than a table may be, or cannot be read.
    """
    texts, load = SharedTexts(), Load()
    if _SHARED in parts.names:
        feed(parts.read(_SHARED), texts)
    for name in parts.names:
        content = parts.read(name)
        if b"sheetData" in content:
            feed(content, _Sheets(texts.lengths, load))
        elif name == "content.xml":
            feed(content, _Tables(load))
        elif "xl/workbook.bin" in parts.names:
            _walk(content)


def feed(content: bytes, target: Any) -> None:
    """Let a parser of XML tell a target what a part of a workbook holds.

    Raises LpkitError where the part cannot be read.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, XMLParser

    parser = XMLParser(target=target)
    try:
        parser.feed(content)
        parser.close()
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise LpkitError(f"the workbook cannot be read: {error}", "save it anew as xlsx, or as CSV") from error


def _walk(content: bytes) -> None:
    """Look at the cells of a part of an xlsb; where it is damaged, nothing further is read from it.

    Raises LpkitError where cells would be lost without a word.
    """
    extent, row, begun = Extent(), 0, False
    for kind, start in records(content):
        begun = begun or kind == _BEGIN_SHEET
        number = int.from_bytes(content[start : start + 4], "little")
        if kind == 0:
            row = number + 1
        elif begun and kind in _SHORT:
            raise LpkitError(f"row {row} has cells in a short form, which cannot be read here", "save it as xlsx")
        elif begun and _BLANK < kind <= _LAST_CELL:
            extent.fill(row, number + 1)


def records(content: bytes) -> Iterator[tuple[int, int]]:
    """Give the kind of each record of a part of an xlsb, and where its data begins.

    Both kind and length are in groups of seven bits.
    """
    at = 0
    while at + 1 < len(content):
        kind, at = _grouped(content, at, 2)
        length, at = _grouped(content, at, 4)
        yield kind, at
        at += length


def _grouped(content: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place, byte in enumerate(content[at : at + most]):
        value |= (byte & 0x7F) << (7 * place)
        at += 1
        if byte < 0x80:
            break
    return value, at


def place_of(reference: str) -> tuple[int, int]:
    """Give the row and the column of a cell, from 1, as `B7` names it.

    Raises ValueError where it names none.
    """
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise ValueError(f'"{reference[:20]}" is no cell')
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
