"""Zip archives to bytes, within limits and in memory: nothing is ever written to a disk."""

import io
import posixpath
import zipfile
from collections.abc import Callable
from typing import TypeVar

from lpkit.importing import LpkitError

Given = TypeVar("Given")

ZIP = b"PK\x03\x04"
UNPACKED_MOST = 200_000_000
"""Bytes that the members of an archive may have together, unpacked."""
MEMBERS_MOST = 5_000
"""Members that an archive may have."""


class Archive:
    """The members of an archive by name; `what` is what messages call the file."""

    def __init__(self, content: bytes, what: str = "the archive") -> None:
        """Open an archive.

        Raises LpkitError where it is damaged, too large once it is unpacked, or names a file outside itself.
        """
        self._what = what
        self._zip = self._guarded(lambda: zipfile.ZipFile(io.BytesIO(content)))
        members = self._zip.infolist()
        size = sum(one.file_size for one in members)
        for number, most, unit in ((len(members), MEMBERS_MOST, "parts"), (size, UNPACKED_MOST, "bytes")):
            if number > most:
                reason = f"is too large once it is unpacked: {number:,} {unit}, and {most:,} are the most"
                raise LpkitError(f"{what} {reason}", "split it, or export less at once")
        self.names = [one.filename for one in members if not one.is_dir()]
        """The names of the members that are files, in the order of the archive."""
        if outside := next((name for name in self.names if inside("", name) is None), None):
            raise LpkitError(f'{what} names a file outside itself: "{outside}"', "export it anew")

    def read(self, name: str) -> bytes:
        """Give the bytes of a member, never more than the archive says it has.

        Raises LpkitError where it is damaged or encrypted.
        """
        return self._guarded(lambda: self._zip.read(name))

    def _guarded(self, work: Callable[[], Given]) -> Given:
        try:
            return work()
        except (KeyboardInterrupt, SystemExit, MemoryError):
            raise
        except Exception as error:  # zlib.error, struct.error and their like have no base of their own.
            hint = "export it anew, without a password"
            raise LpkitError(f"{self._what} cannot be unpacked: {error}", hint) from error


def inside(folder: str, href: str) -> str | None:
    """Give the name of a member that another one in `folder` refers to; None where it would lie outside."""
    path = posixpath.normpath(posixpath.join(folder, href.replace("\\", "/")))
    return None if path.startswith(("../", "/")) or path in {"..", "."} or ":" in path else path


def member_names(content: bytes) -> list[str]:
    """Give the names of the members of an archive; none where the bytes are no archive that can be opened."""
    if not content.startswith(ZIP):
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.namelist()[:MEMBERS_MOST]
    except Exception:  # What recognises a file must not fail, whatever the bytes are.
        return []
