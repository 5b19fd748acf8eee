"""What a run looked at: files, folders, what git said. Where all that is as it was, the run would say the same again.

Each door notes what passes it: reading (`lpkit.files`), listing, the settings, git, writing. Nothing is noted unless
somebody watches.
"""

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

Name = str | os.PathLike[str]
_WHOLE = 500_000_000
"""Bytes of the longest file that is read as a whole (`lpkit.files`); a longer one is known by its stamp."""


class Stamp(NamedTuple):
    """What the system says of a file or folder; times in nanoseconds since 1970. All 0 where there is none."""

    kind: int = 0
    size: int = 0
    modified: int = 0
    changed: int = 0
    number: int = 0

    @property
    def latest(self) -> int:
        """Give the last moment at which something of it changed."""
        return max(self.modified, self.changed)


class Asked(NamedTuple):
    """A question to git in a folder, and a digest of its answer."""

    folder: str
    arguments: tuple[str, ...]
    given: bytes | None
    digest: str


class Witness:
    """What one run looked at, each thing as it was before the first look."""

    def __init__(self) -> None:
        self.files: dict[str, Stamp] = {}
        self.folders: dict[str, Stamp] = {}
        self.kinds: dict[str, int] = {}
        """What stood at a path: kinds as `kind_of` gives them."""
        self.led: dict[str, str] = {}
        """Where a path leads, through all links in it."""
        self.asked: list[Asked] = []
        self.said: list[tuple[str, str]] = []
        """What the run wrote, in order: the name of a stream and a text."""
        self.repeatable = True
        """False once something depends on more than is noted here, or was written."""


_present: ContextVar[Witness | None] = ContextVar("witness", default=None)


@contextmanager
def watched() -> Iterator[Witness]:
    """Have all that follows noted, until the end of the block."""
    witness = Witness()
    token = _present.set(witness)
    try:
        yield witness
    finally:
        _present.reset(token)


def note_file(path: Name) -> None:
    """Note a file that is about to be read; there may be none."""
    if (witness := _present.get()) and (name := str(Path(path).absolute())) not in witness.files:
        witness.files[name] = stamp_of(name)


def note_folder(path: Name) -> None:
    """Note a folder that is about to be listed."""
    if (witness := _present.get()) and (name := str(Path(path).absolute())) not in witness.folders:
        witness.folders[name] = stamp_of(name)


def note_kind(path: Name) -> None:
    """Note whether there is something at a path, and whether that is a file or a folder."""
    if witness := _present.get():
        name = str(Path(path).absolute())
        witness.kinds.setdefault(name, kind_of(name))


def is_there(path: Name) -> bool:
    """Tell whether there is a file or a folder at a path, through links, and note that this was asked."""
    note_kind(path)
    return kind_of(os.fspath(path)) > 1


def stands(path: Name) -> bool:
    """Tell whether anything has this name, a link that leads nowhere too, and note that this was asked.

    Who reads what may be missing asks this: what is there and cannot be read is then said, and not passed over.
    """
    note_kind(path)
    return kind_of(os.fspath(path)) > 0


def real_path(path: Name) -> Path:
    """Give where a path leads, absolute and through all links in it, and note that this was asked."""
    led = os.path.realpath(path)
    if witness := _present.get():
        witness.led.setdefault(str(Path(path).absolute()), led)
    return Path(led)


def walk(folder: Name, refused: Callable[[OSError], None] | None = None) -> Iterator[tuple[str, list[str], list[str]]]:
    """List folders as `os.walk` does, and note each before it is listed, also one that cannot be."""
    note_folder(folder)
    for here, folders, files in os.walk(folder, onerror=refused):
        yield here, folders, files
        for name in folders:
            note_folder(Path(here, name))


def note_question(folder: Name, arguments: tuple[str, ...], given: bytes | None, digest: str) -> None:
    """Note what git was asked, and how it answered as `digest_of_answer` has it."""
    if witness := _present.get():
        witness.asked.append(Asked(os.fspath(folder), arguments, given, digest))


def note_said(stream: str, text: str) -> None:
    """Note what was written to a standard stream."""
    if witness := _present.get():
        witness.said.append((stream, text))


def note_once() -> None:
    """Note that the run is not the same again even if all that it read is: it wrote something, or asked a clock."""
    if witness := _present.get():
        witness.repeatable = False


def stamp_of(name: str) -> Stamp:
    """Give what the system says of a path, through links."""
    try:
        about = Path(name).stat()
    except (OSError, ValueError):
        return Stamp()
    return Stamp(stat.S_IFMT(about.st_mode), about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino)


def kind_of(name: str) -> int:
    """Give the kind of what stands at a path, through links: 0 for nothing, 1 for a link that leads nowhere."""
    if kind := stamp_of(name).kind:
        return kind
    try:
        return int(Path(name).is_symlink())
    except OSError:  # No file can have such a name.
        return 0


def digest_of_file(name: str) -> str:
    """Give what is equal for equal contents, or of a very long file for one state; empty where nothing can be read."""
    stamp = stamp_of(name)
    if not stat.S_ISREG(stamp.kind):
        # To open a pipe is to wait for somebody to write into it.
        return ""
    if stamp.size > _WHOLE:
        return str(stamp)
    try:
        with Path(name).open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def digest_of_folder(name: str) -> str:
    """Give what is equal for folders with the same names in them, each of the same kind; empty where none is there."""
    try:
        with os.scandir(name) as entries:
            listed = sorted((entry.name, entry.is_dir(), entry.is_symlink()) for entry in entries)
    except OSError:
        return ""
    return sha256(repr(listed).encode(errors="surrogateescape")).hexdigest()


def digest_of_answer(code: int, answer: bytes, errors: bytes) -> str:
    """Give what is equal for equal answers of git."""
    return sha256(b"\0".join((str(code).encode(), sha256(answer).digest(), sha256(errors).digest()))).hexdigest()
