"""What the pack stage gave, kept on disk by content: a check of files that were checked before looks at none again.

A file of the store holds one result. Its name is a hash of all that the result follows from (`stage_key` and the
stamp of the code), so no entry is ever out of date, and two processes that write one write the same. Whatever the
store refuses or holds wrongly, the check does without: it is slower then, and never another.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path

from lpkit.checking.pack import Examined
from lpkit.checking.packing import ForeignError, packed, unpacked
from lpkit.checking.stamp import code_stamp

_DAY = 86_400
_KEPT = 30 * _DAY
"""Seconds for which a result is kept that nobody asks for."""
_MARK = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by lpkit; it may be removed at any time.\n"
"""What programs that make backups look for (bford.info/cachedir)."""
_CLEANED = "cleaned"
_LAYOUT = "1"
"""Of the folder and of its files."""

_numbers = count()


class Store:
    """Results below a folder, which is made when the first one is kept."""

    def __init__(self, folder: Path, stamp: str = "") -> None:
        self._root = folder
        self._folder = folder / f"{_LAYOUT}-{(stamp or code_stamp())[:16]}"
        self._usable = not self.foreign

    @property
    def foreign(self) -> bool:
        """Tell whether the folder holds things already and was not made by lpkit: nothing is put beside them."""
        try:
            return any(self._root.iterdir()) and (self._root / _MARK).read_text(encoding="utf-8") != _SIGNATURE
        except FileNotFoundError:
            return self._root.exists()
        except OSError:
            return True

    def recall(self, key: str, work: Callable[[], Examined]) -> tuple[Examined, bool]:
        """Give what is kept for a key, or what the work gives, which is kept then; True for what was kept.

        What was kept has no pack: an exporter that needs it has it read anew.
        """
        file = self._folder / key[:2] / f"{key[2:]}.json"
        known = self._read(file) if self._usable else None
        if known is not None:
            return known, True
        found = work()
        if self._usable:
            self._write(file, found)
        return found, False

    def sweep(self) -> None:
        """Remove what nobody asked for in a month, at most once a day; what is no result of ours stays."""
        if self._usable:
            _sweep(self._root)

    def _read(self, file: Path) -> Examined | None:
        try:
            text = file.read_text(encoding="ascii")
            self._use(file)
            digest, _, body = text.partition("\n")
            return unpacked(body) if digest == _digest(body) else None
        except (OSError, ForeignError, UnicodeError):
            return None

    def _use(self, file: Path) -> None:
        """Let an entry look young that is asked for, at most once a day."""
        if time.time() - file.stat().st_mtime > _DAY:
            with suppress(OSError):
                os.utime(file)

    def _write(self, file: Path, found: Examined) -> None:
        """Keep a result; a folder that cannot be written to is not tried again."""
        try:
            body = packed(found)
        except ForeignError:
            return
        draft = file.with_name(f".{os.getpid()}-{next(_numbers)}")
        try:
            self._open()
            file.parent.mkdir(exist_ok=True)
            draft.write_text(f"{_digest(body)}\n{body}", encoding="ascii")
            draft.replace(file)
        except OSError:
            self._usable = False
            with suppress(OSError):
                draft.unlink()

    def _open(self) -> None:
        """Make the folder, and say what it is."""
        if self._folder.exists():
            return
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in ((_MARK, _SIGNATURE), (".gitignore", "*\n")):
            if not (self._root / name).exists():
                (self._root / name).write_text(text, encoding="ascii")
        self._folder.mkdir(exist_ok=True)


def _digest(body: str) -> str:
    return sha256(body.encode("ascii")).hexdigest()


def _sweep(folder: Path) -> None:
    mark = folder / _CLEANED
    with suppress(OSError):
        if not (folder / _MARK).exists() or (mark.exists() and time.time() - mark.stat().st_mtime < _DAY):
            return
        mark.touch()
        oldest = time.time() - _KEPT
        for file in folder.glob("[0-9]*-*/??/*"):
            if (file.suffix == ".json" or file.name.startswith(".")) and file.stat().st_mtime < oldest:
                file.unlink()
        for part in (*folder.glob("[0-9]*-*/??"), *folder.glob("[0-9]*-*")):
            with suppress(OSError):
                part.rmdir()
