"""One file, replaced as a whole."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path

from lpkit.errors import LpkitError
from lpkit.witness import note_once
from lpkit.writing.ownership import refuse_dead_links

_OWN = ".lpkit-{name}.{pid}-{number}.tmp"
"""What a file is called until it takes its place; hidden, so that no listing of packs finds it."""


def write_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file beside its place, then rename it there; an existing file keeps its mode, a link its target.

    What is there and no file, such as a pipe or /dev/null, is written to and stays what it is. Content that is too long
    to be held comes in parts.

    Raises LpkitError where the system refuses, or a link leads nowhere.
    """
    note_once()
    refuse_dead_links(path)
    if path.exists() and not path.is_file():
        _write_into(path, content)
        return
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    # Its name is known before it is there: whatever ends this, Ctrl-C too, finds it to take away.
    staged = _free_name(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(staged, content)
        if path.exists():
            shutil.copymode(path, staged)
        staged.replace(path)
    except OSError as error:
        raise LpkitError(f"cannot write {path}: {error.strerror}", "check the path and its permissions") from error
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


def _free_name(path: Path) -> Path:
    """Give a name beside a path that nobody has taken; no other process has this one's number in it."""
    names = (path.with_name(_OWN.format(name=path.name[:200], pid=os.getpid(), number=number)) for number in count())
    return next(name for name in names if not os.path.lexists(name))


def _write_new(file: Path, content: bytes | Iterable[bytes]) -> None:
    with file.open("xb") as stream:
        stream.writelines([content] if isinstance(content, bytes) else content)
        stream.flush()
        # The name must not reach the disk before what it names.
        os.fsync(stream.fileno())


def _write_into(device: Path, content: bytes | Iterable[bytes]) -> None:
    try:
        with device.open("wb") as stream:
            stream.writelines([content] if isinstance(content, bytes) else content)
    except OSError as error:
        raise LpkitError(f"cannot write {device}: {error.strerror}", "name a file") from error
