"""How far the filled cells of workbooks reach, found before a reader makes room for all that lies between them.

Not covered: xls, whose sheets can only be found by reading the file (`workbook` tries it apart). All sheets of a file
are looked at, also those that are not read.
"""

from collections.abc import Mapping
from typing import Any

from lpkit_importers.foreign.archive import Archive
from lpkit_importers.foreign.xml import UnreadableError, fed, local_name
from lpkit_importers.table.load import Extent, Load, SharedTexts
from lpkit_importers.table.records import shared_lengths, walk
from lpkit_importers.table.sheets import Sheets, whole

_ODS_CELLS = {"table-cell", "covered-table-cell"}
_ODS_FILLED = {"value-type", "value", "string-value", "date-value", "time-value", "boolean-value", "formula"}
_REPEATED = "how often a cell or row is repeated"
_SHARED, _SHARED_BINARY = "xl/sharedstrings.xml", "xl/sharedstrings.bin"


class _Tables:
    """What the parser of XML tells of the tables of an ods, where rows and cells say how often they are repeated."""

    def __init__(self, load: Load) -> None:
        self._extent, self._load = Extent(), load
        self._row = self._column = self._rows = self._columns = self._paragraphs = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a table, a row or a cell, or spaces of its text, which are counted."""
        name = local_name(tag)
        if name in {"table", "table-row", *_ODS_CELLS} and self._columns:
            raise UnreadableError("it has a table within a cell")
        said = {local_name(key): value for key, value in attributes.items()}
        if name == "table":
            self._begin()
        elif name == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = whole(said.get("number-rows-repeated", "1"), _REPEATED)
        elif name in _ODS_CELLS:
            self._columns = whole(said.get("number-columns-repeated", "1"), _REPEATED)
            if not _ODS_FILLED.isdisjoint(said):
                self._fill()
            self._hold(len(said.get("string-value", "")))
        elif name == "p":
            self._paragraphs += 1
        elif name == "s":
            self._hold(whole(said.get("c", "1"), "the number of its spaces"))

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

    Raises LpkitError where one is larger than a table may be, cannot be read, or has a cell that shares a text which is
    not there.
    """
    named = {name.lower(): name for name in parts.names}  # As the reader finds them.
    texts, load = SharedTexts(), Load()
    if _SHARED in named:
        feed(parts, named[_SHARED], texts)
    lengths = shared_lengths(parts.read(named[_SHARED_BINARY])) if _SHARED_BINARY in named else []
    for name in parts.names:
        content = parts.read(name)
        if b"sheetData" in content:
            feed(parts, name, Sheets(texts.lengths, load))
        elif name == "content.xml":
            feed(parts, name, _Tables(load))
        elif "xl/workbook.bin" in parts.names:
            walk(content, lengths, load)


def feed(parts: Archive, name: str, target: Any) -> None:
    """Let a parser of XML tell a target what a part of a workbook holds.

    Raises LpkitError where the part cannot be read.
    """
    from defusedxml.ElementTree import XMLParser

    fed(XMLParser(target=target), parts.read(name), f"{name} in the workbook", "save it anew as xlsx, or as CSV")
