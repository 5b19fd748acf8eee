"""Reading: the one door for all that comes from the disk, and one idea of what a line is and what JSON may be."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from lpkit.errors import LpkitError
from lpkit.pattern import pattern
from lpkit.witness import note_file

SETTINGS_MOST = 1_000_000
"""Bytes of a settings file, which may be a pyproject.toml with much else in it."""
SCHEMA_MOST = 10_000_000
"""Bytes of a house schema."""
IMPORT_MOST = 100_000_000
"""Bytes of a file of questions: some hundred thousand of them."""
RECORD_MOST = 500_000_000
"""Bytes of what lpkit itself wrote, a lock or a baseline: three million lines."""

LINE_END = pattern(r"\r\n|\n|\r")
"""What ends a line; the other separators of Unicode may stand within one."""

NOWHERE = "it is a link that leads nowhere"
FOLDER, IRREGULAR, TOO_LARGE = "it is a folder", "it is not a regular file", "it is too large"


class UnreadableError(LpkitError):
    """A file that is not read: `reason` says why, `number` is the system's own number of the error or 0."""

    def __init__(self, path: Path, reason: str, number: int = 0) -> None:
        large = reason.startswith(TOO_LARGE)
        hint = "split it, or take out what does not belong there" if large else "check the path and its permissions"
        super().__init__(f"cannot read {path}: {reason}", hint)
        self.reason = reason
        self.number = number


def way_to(file: PurePath, folder: PurePath) -> str:
    """Name a file by its way from a folder, with forward slashes; where no way leads there, by its whole path.

    On Windows none leads from one drive to another.
    """
    try:
        found = os.path.relpath(file, folder)
    except ValueError:
        found = os.fspath(file)
    return found.replace(os.sep, "/")


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file, or a link to one: a pipe or a device could keep a reader for ever.

    Raises UnreadableError for everything else, and where the system refuses.
    """
    note_file(path)
    with opened_unnoted(path) as stream:
        yield stream


@contextmanager
def opened_unnoted(path: Path) -> Iterator[BinaryIO]:
    """Do the same for what a run does not follow from, such as what is kept between runs.

    Raises what `opened` raises.
    """
    try:
        # Without this flag, to open a pipe is to wait for somebody to write into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        # Windows opens no folder at all.
        if path.is_dir():
            raise UnreadableError(path, FOLDER, errno.EISDIR) from error
        reason = NOWHERE if error.errno == errno.ENOENT and path.is_symlink() else error.strerror or str(error)
        raise UnreadableError(path, reason, error.errno or 0) from error
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        raise UnreadableError(path, FOLDER if stat.S_ISDIR(mode) else IRREGULAR, errno.EISDIR * stat.S_ISDIR(mode))
    with os.fdopen(handle, "rb") as stream:
        try:
            yield stream
        except OSError as error:
            raise UnreadableError(path, error.strerror or str(error), error.errno or 0) from error


def read_file(path: Path, most: int) -> bytes:
    """Give the content of a regular file.

    Raises UnreadableError where it is none, is larger than `most` bytes, or the system refuses.
    """
    with opened(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        # Some have no size, as those of /proc, and some grow: what is read counts too.
        content = stream.read(most + 1) if size <= most else b""
        size = max(size, len(content))
    if size > most:
        # Whoever keeps the error does not keep what was read with it.
        del content
        raise UnreadableError(path, f"{TOO_LARGE}: {size:,} bytes, and {most:,} are the most", errno.EFBIG)
    return content


def lines_of(text: str) -> list[str]:
    """Split a text into its lines, without their ends."""
    return LINE_END.split(text)


def read_json(text: str | bytes) -> Any:
    """Give the value of a text in JSON.

    Raises ValueError where it is none, or nests deeper than can be read.
    """
    import json

    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("its values are nested too deeply") from error
