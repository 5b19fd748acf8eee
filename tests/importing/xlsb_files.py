"""Workbooks of Excel in its binary format, xlsb: parts made of records, within an archive."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from struct import pack

Cell = str | tuple[float, str]
"""A text, or a number with the format that shows it; one without is General."""

_LINKS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/>
</Relationships>"""


def xlsb(sheet: str, rows: Mapping[int, Sequence[Cell]], first: int = 0, short: bool = False) -> bytes:
    """Give the bytes of a workbook with one sheet: rows by their numbers from 0, whose cells begin in a column.

    `short` leaves the column of each text out that is not the first of its row.
    """
    formats = ["General", *dict.fromkeys(cell[1] for row in rows.values() for cell in row if not isinstance(cell, str))]
    parts = {
        "xl/workbook.bin": _book(sheet),
        "xl/_rels/workbook.bin.rels": _LINKS.encode(),
        "xl/styles.bin": _styles(formats),
        "xl/worksheets/sheet1.bin": _sheet(rows, first, formats, short),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _book(sheet: str) -> bytes:
    one = _record(156, pack("<2I", 0, 1) + _text("rId1") + _text(sheet))
    return _record(131, b"") + _record(143, b"") + one + _record(144, b"") + _record(132, b"")


def _styles(formats: Sequence[str]) -> bytes:
    """Give formats by numbers from 164, and a style for each, after one that cells do not have."""
    own = b"".join(_record(44, pack("<H", 164 + at) + _text(code)) for at, code in enumerate(formats))
    styles = b"".join(_record(47, pack("<2H", 0, 164 + at).ljust(16, b"\0")) for at in range(len(formats)))
    base = _record(626, pack("<I", 1)) + _record(47, pack("<2H", 0xFFFF, 9).ljust(16, b"\0")) + _record(627, b"")
    return own + base + _record(617, pack("<I", len(formats))) + styles + _record(618, b"")


def _sheet(rows: Mapping[int, Sequence[Cell]], first: int, formats: Sequence[str], short: bool) -> bytes:
    width = first + max(map(len, rows.values())) - 1
    extent = _record(148, pack("<4I", min(rows), max(rows), first, width))
    body = b"".join(_row(number, first, cells, formats, short) for number, cells in rows.items())
    return _record(129, b"") + extent + _record(145, b"") + body + _record(146, b"") + _record(130, b"")


def _row(number: int, first: int, cells: Sequence[Cell], formats: Sequence[str], short: bool) -> bytes:
    return _record(0, pack("<I", number).ljust(17, b"\0")) + b"".join(
        (
            _record(17, pack("<I", 0) + _text(cell))
            if short and column > first
            else _record(6, pack("<2I", column, 0) + _text(cell))
        )
        if isinstance(cell, str)
        else _record(5, pack("<2Id", column, formats.index(cell[1]), cell[0]))
        for column, cell in enumerate(cells, start=first)
    )


def _text(text: str) -> bytes:
    return pack("<I", len(text)) + text.encode("utf-16-le")


def _text_cell(column: int, text: str, short: bool) -> bytes:
    return _record(17, pack("<I", 0) + _text(text)) if short else _record(6, pack("<2I", column, 0) + _text(text))


def _record(kind: int, data: bytes) -> bytes:
    name = bytes([kind]) if kind < 0x80 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    size, length = len(data), b""
    while size > 0x7F:
        size, length = size >> 7, length + bytes([(size & 0x7F) | 0x80])
    return name + length + bytes([size]) + data
