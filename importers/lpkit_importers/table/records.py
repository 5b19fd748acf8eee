"""The records that the parts of an xlsb are made of, and what those of its cells hold."""

from collections.abc import Iterator, Sequence

from lpkit.importing import LpkitError
from lpkit_importers.table.load import Extent, Load

_BLANK, _SHARED, _LAST_CELL, _BEGIN_SHEET = 1, 7, 11, 0x91
"""Records of xlsb: a row is 0, a cell without a value 1, cells with values are those up to 11, 7 shares a text."""
_SHORT = range(13, 19)
"""Records of cells that leave their column out, which the reader of workbooks passes over."""
_SHARED_TEXT = 19


def shared_lengths(content: bytes) -> list[int]:
    """Give how long each text is that the cells of an xlsb share."""
    return [_number(content, start + 1) for kind, start in records(content) if kind == _SHARED_TEXT]


def walk(content: bytes, lengths: Sequence[int], load: Load) -> None:
    """Look at the cells of a part of an xlsb; where it is damaged, nothing further is read from it.

    Raises LpkitError where cells would be lost without a word, share a text that is not there, or hold too much.
    """
    extent, row, begun = Extent(), 0, False
    for kind, start in records(content):
        begun = begun or kind == _BEGIN_SHEET
        if kind == 0:
            row = _number(content, start) + 1
        elif begun and kind in _SHORT:
            raise LpkitError(f"row {row} has cells in a short form, which cannot be read here", "save it as xlsx")
        elif begun and _BLANK < kind <= _LAST_CELL:
            column = _number(content, start) + 1
            extent.fill(row, column)
            if kind == _SHARED:
                shared = _number(content, start + 8)
                if shared >= len(lengths):
                    where = f"the cell in row {row}, column {column} shares the text number {shared}"
                    raise LpkitError(f"{where}, and the workbook has no such text", "save it anew as xlsx, or as CSV")
                load.add(lengths[shared])


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "little")


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
