"""Workbooks of old, xls, made from cells: a stream of records within a file system of sectors."""

from collections.abc import Sequence
from struct import pack

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def xls(cells: Sequence[tuple[int, int]]) -> bytes:
    """Give the bytes of a workbook with a number in each of some cells, given by row and column from 0."""
    stream = _stream(cells).ljust(8 * _SECTOR, b"\0")
    size = len(stream) // _SECTOR
    links = [_FAT, _END, *range(3, 2 + size), _END]
    table = pack("<128I", *links, *[_FREE] * (128 - len(links)))
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return _header() + table + folder.ljust(_SECTOR, b"\0") + stream


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    return head + pack("<109I", 0, *[_FREE] * 108)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le").ljust(64, b"\0")
    return said + pack("<HBB3I36xIQ", 2 * len(name) + 2, kind, 1, _FREE, _FREE, child, start, size)


def _record(kind: int, data: bytes) -> bytes:
    return pack("<2H", kind, len(data)) + data


def _stream(cells: Sequence[tuple[int, int]]) -> bytes:
    begin, end = pack("<4H2I", 0x600, 5, 0, 0, 0, 0), _record(0x0A, b"")
    sheet = _record(0x809, begin[:2] + pack("<H", 16) + begin[4:])
    sheet += b"".join(_record(0x203, pack("<3Hd", row, column, 0, 1.0)) for row, column in cells) + end
    names = 4 + len(begin) + 4 + 9 + 4
    return _record(0x809, begin) + _record(0x85, pack("<I2H", names, 0, 1) + b"S") + end + sheet
