"""Zip archives that are the same bytes each time: no clock, no machine, members in the order in which they are given.

Two builds of zlib may compress the same bytes differently; on one machine the same members always give the same file.
"""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

BEGINNING_OF_ZIP = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def zipped(members: Iterable[tuple[str, bytes]], stored: frozenset[str] = frozenset(), level: int = 9) -> bytes:
    """Give an archive of members: a path with forward slashes and the bytes of each; `stored` are not compressed.

    `level` is that of zlib, from 1 (fast) to 9 (small).
    """
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as file:
        for name, content in members:
            member = ZipInfo(name, BEGINNING_OF_ZIP)
            # Left alone, both would tell the machine that built the archive.
            member.create_system = UNIX
            member.external_attr = 0o644 << 16
            file.writestr(member, content, ZIP_STORED if name in stored else ZIP_DEFLATED, level)
    return archive.getvalue()
