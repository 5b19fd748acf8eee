"""The formats of cells in xls and xlsb: of the records that both are made of, those that say how numbers are shown.

Where a file is damaged or older than Excel 97, its formats are unknown, and the numbers are values.
"""

import io
import posixpath
import struct
from collections.abc import Iterator, Mapping
from struct import unpack_from

from lpkit.importing import LpkitError, extra_advice
from lpkit_importers.foreign.archive import Archive
from lpkit_importers.foreign.xml import read_xml
from lpkit_importers.table.formats import Formats, built_in
from lpkit_importers.table.records import records

_BIFF8 = 0x600
_BEGIN, _END, _SHEET, _FORMAT, _XF = 0x809, 0x0A, 0x85, 0x41E, 0xE0
_CELLS, _RUN = {0x203, 0x27E, 0x06}, 0xBD
"""Records of xls: a cell with a number or a formula, and several cells of a row."""
_XLSB_FORMAT, _XLSB_XF, _XLSB_XFS, _XLSB_SHEET = 44, 47, 617, 156
_XLSB_CELLS = {2, 5, 9}
_XLSB_BOOK, _XLSB_STYLES, _XLSB_LINKS = "xl/workbook.bin", "xl/styles.bin", "xl/_rels/workbook.bin.rels"


def formats_of_xls(content: bytes, sheet: str) -> Formats | None:
    """Give the formats of the cells of a sheet of an xls; None where they cannot be read.

    Raises LpkitError where what reads them is not installed: a key of 3.1, shown as 3.10, would name another option.
    """
    try:
        from olefile import OleFileIO
        from olefile.olefile import OleFileError
    except ImportError as error:
        raise LpkitError(
            "the file is an xls, and what reads how it shows its numbers is not installed",
            f"{extra_advice('sheets')}; or save it as xlsx",
        ) from error
    try:
        with OleFileIO(io.BytesIO(content)) as folder:
            stream = folder.openstream("Workbook").read()
        return _of_stream(stream, sheet)
    except (OleFileError, OSError, struct.error, IndexError, ValueError, OverflowError):
        return None


def _of_stream(stream: bytes, sheet: str) -> Formats | None:
    own: dict[int, str] = {}
    styles: list[int] = []
    start = -1
    for kind, at, size in _records(stream, 0):
        if kind == _BEGIN and unpack_from("<H", stream, at)[0] != _BIFF8:
            return None
        if kind == _FORMAT:
            number, many = unpack_from("<2H", stream, at)
            own[number] = _text(stream, at + 4, many)
        elif kind == _XF:
            styles.append(unpack_from("<H", stream, at + 2)[0])
        elif kind == _SHEET and size > 8 and _text(stream, at + 7, stream[at + 6]) == sheet:
            start = unpack_from("<I", stream, at)[0]
    codes = [own.get(number, "") or built_in(number) for number in styles]
    return dict(_cells(stream, start, codes)) if start >= 0 else None


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Give the kind of each record of a part of the stream, where its data begins, and how long it is."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<2H", stream, at)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, at + 4, size
        at += 4 + size


def _text(stream: bytes, at: int, many: int) -> str:
    """Give a text of some characters, which are bytes or pairs of them."""
    wide = stream[at] & 1
    return stream[at + 1 : at + 1 + many * (1 + wide)].decode("utf-16-le" if wide else "latin-1")


def _cells(stream: bytes, start: int, codes: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    for kind, at, size in _records(stream, start):
        if kind in _CELLS:
            row, column, style = unpack_from("<3H", stream, at)
            yield (row + 1, column + 1), _plain(codes, style)
        elif kind == _RUN:
            row, first = unpack_from("<2H", stream, at)
            for number in range((size - 6) // 6):
                style = unpack_from("<H", stream, at + 4 + 6 * number)[0]
                yield (row + 1, first + number + 1), _plain(codes, style)


def _plain(codes: list[str], style: int) -> str:
    """Give the format of a style; an empty text where it shows values as they are."""
    code = codes[style] if style < len(codes) else ""
    return "" if code == "General" else code


def formats_of_xlsb(parts: Archive, sheet: str) -> Formats | None:
    """Give the formats of the cells of a sheet of an xlsb; None where they cannot be read.

    Raises LpkitError where a part of the workbook is no XML.
    """
    if not {_XLSB_BOOK, _XLSB_STYLES, _XLSB_LINKS} <= {*parts.names}:
        return None
    try:
        codes = _styles(parts.read(_XLSB_STYLES))
        link = _link(parts.read(_XLSB_BOOK), sheet)
        name = _targets(parts).get(link, "")
        return dict(_xlsb_cells(parts.read(name), codes)) if name in parts.names else None
    except (struct.error, IndexError, UnicodeDecodeError):
        return None


def _styles(content: bytes) -> list[str]:
    own: dict[int, str] = {}
    styles: list[int] = []
    begun = False
    for kind, at in records(content):
        if kind == _XLSB_FORMAT:
            number, many = unpack_from("<HI", content, at)
            own[number] = content[at + 6 : at + 6 + 2 * many].decode("utf-16-le")
        begun = begun or kind == _XLSB_XFS
        if kind == _XLSB_XF and begun:
            styles.append(unpack_from("<H", content, at + 2)[0])
    return [own.get(number, "") or built_in(number) for number in styles]


def _link(content: bytes, sheet: str) -> str:
    """Give the name of the link to a sheet; an empty text where it is not there."""
    for kind, at in records(content):
        if kind == _XLSB_SHEET:
            many = unpack_from("<I", content, at + 8)[0]
            behind = at + 12 + 2 * many
            name = content[behind + 4 : behind + 4 + 2 * unpack_from("<I", content, behind)[0]]
            if name.decode("utf-16-le") == sheet:
                return content[at + 12 : behind].decode("utf-16-le")
    return ""


def _targets(parts: Archive) -> Mapping[str, str]:
    root = read_xml(parts.read(_XLSB_LINKS), "the workbook")
    found = {one.attributes.get("Id", ""): one.attributes.get("Target", "") for one in root.within("Relationship")}
    return {name: posixpath.normpath(posixpath.join("/xl", to)).lstrip("/") for name, to in found.items()}


def _xlsb_cells(content: bytes, codes: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    row = 0
    for kind, at in records(content):
        if kind == 0:
            row = unpack_from("<I", content, at)[0] + 1
        elif kind in _XLSB_CELLS:
            column, style = unpack_from("<2I", content, at)
            yield (row, column + 1), _plain(codes, style & 0xFFFFFF)
