"""Tar archives, packed with gzip, that are the same bytes each time: no clock, no user, members in the order given."""

import gzip
import tarfile
from collections.abc import Iterable
from io import BytesIO

_LEVEL = 6


def tarred(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Give an archive of members: a path with forward slashes and the bytes of each; folders have no entry.

    Raises ValueError for a path that is no ASCII, or whose last part has more than 100 characters.
    """
    archive = BytesIO()
    with tarfile.open(
        fileobj=archive, mode="w", format=tarfile.USTAR_FORMAT, encoding="ascii", errors="strict"
    ) as file:
        for name, content in members:
            member = tarfile.TarInfo(name)
            member.size = len(content)
            file.addfile(member, BytesIO(content))
    return gzip.compress(archive.getvalue(), _LEVEL, mtime=0)
