"""The folder of what lpkit keeps between runs: texts by key, which may go at any time and are never another's.

A file of it holds a digest of key and text, and the text in ASCII. Two processes that write one write the same; a file
that is damaged, or lies under another's name, is as good as none, and where the folder cannot be used nothing is kept.
"""

import os
import re
import time
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path

from lpkit.checking.stamp import code_stamp
from lpkit.files import RECORD_MOST, UnreadableError, opened_unnoted

OFF = "off"
"""What keeps nothing between runs."""
_DAY = 86_400
_KEPT = 30 * _DAY
"""Seconds for which a text is kept that nobody asks for."""
_MARK = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by lpkit; it may be removed at any time.\n"
"""What programs that make backups look for (bford.info/cachedir)."""
_CLEANED = "cleaned"
_ENDINGS = (".json", ".run")
"""Of results, and of records of whole runs."""
_LAYOUT = "2"
"""Of the folder and of its files."""

_DRAFT = re.compile(r"\.[0-9]+-[0-9]+")
"""Names of what is being written."""

_numbers = count()


def folder_for(root: Path, wanted: str) -> Path | None:
    """Give the folder that somebody wants for what is kept, from the settings' folder on, or the user's own for caches.

    None for `off`, and where the user has no folder for caches.
    """
    if wanted == OFF:
        return None
    if wanted:
        return root / wanted
    from platformdirs import user_cache_path

    try:
        return user_cache_path("lpkit", appauthor=False) / "checks"
    except RuntimeError:
        # A user without a home has none.
        return None


class Shelf:
    """Texts below a folder, which is made when the first one is kept."""

    def __init__(self, folder: Path, stamp: str = "", ending: str = ".json") -> None:
        self._root, self._ending = folder, ending
        self._folder = folder / f"{_LAYOUT}-{(stamp or code_stamp())[:16]}"
        self._usable = not self.foreign

    @property
    def foreign(self) -> bool:
        """Tell whether the folder holds things already and was not made by lpkit: nothing is put beside them."""
        try:
            # A run that was killed at its first text may have left a draft.
            strange = any(not _DRAFT.fullmatch(entry.name) for entry in self._root.iterdir())
            return strange and _text(self._root / _MARK, len(_SIGNATURE)) != _SIGNATURE
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def lies_in(self, folder: Path) -> bool:
        """Tell whether this is the folder."""
        return self._root == folder

    def get(self, key: str) -> str | None:
        """Give the text of a key of hexadecimal digits; None where none is kept."""
        if not self._usable:
            return None
        file = self._file(key)
        text = _text(file, RECORD_MOST)
        if text is None:
            return None
        with suppress(OSError):
            _use(file)
        digest, _, body = text.partition("\n")
        return body if digest == self._digest(key, body) else None

    def put(self, key: str, body: str) -> None:
        """Keep a text in ASCII; a folder that cannot be written to is not tried again."""
        if not self._usable:
            return
        file = self._file(key)
        try:
            self._open()
            file.parent.mkdir(exist_ok=True)
            _write(file, f"{self._digest(key, body)}\n{body}")
        except OSError:
            self._usable = False

    def sweep(self) -> None:
        """Remove what nobody asked for in a month, at most once a day; what is no text of ours stays."""
        if self._usable:
            _sweep(self._root)

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}{self._ending}"

    def _digest(self, key: str, body: str) -> str:
        """Give what proves that a text is whole, and the one of its key: files may come under each other's names."""
        return sha256(f"{key}{self._ending}\n{body}".encode("ascii")).hexdigest()

    def _open(self) -> None:
        """Make the folder, and say what it is."""
        if self._folder.exists():
            return
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, text in ((_MARK, _SIGNATURE), (".gitignore", "*\n")):
            if not (self._root / name).exists():
                _write(self._root / name, text)
        self._folder.mkdir(exist_ok=True)


def _write(file: Path, text: str) -> None:
    """Write a text in ASCII: the whole of it or nothing, however full the disk is."""
    draft = file.with_name(f".{os.getpid()}-{next(_numbers)}")
    try:
        draft.write_text(text, encoding="ascii")
        draft.replace(file)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def _text(file: Path, most: int) -> str | None:
    """Give a text of at most so many bytes; None where none is there, or a pipe, a device or another's in its place."""
    try:
        with opened_unnoted(file) as stream:
            content = stream.read(most + 1)
        return content.decode("ascii") if len(content) <= most else None
    except (UnreadableError, UnicodeDecodeError):
        return None


def _use(file: Path) -> None:
    """Let a file look young that is asked for, at most once a day."""
    if time.time() - file.stat().st_mtime > _DAY:
        with suppress(OSError):
            os.utime(file)


def _sweep(folder: Path) -> None:
    mark = folder / _CLEANED
    with suppress(OSError):
        if not (folder / _MARK).exists() or (mark.exists() and time.time() - mark.stat().st_mtime < _DAY):
            return
        mark.touch()
        oldest = time.time() - _KEPT
        for file in folder.glob("[0-9]*-*/??/*"):
            if (file.suffix in _ENDINGS or file.name.startswith(".")) and file.stat().st_mtime < oldest:
                file.unlink()
        for part in (*folder.glob("[0-9]*-*/??"), *folder.glob("[0-9]*-*")):
            with suppress(OSError):
                part.rmdir()
