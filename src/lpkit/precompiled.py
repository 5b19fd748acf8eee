"""Regular expressions that are compiled once for all runs, as modules are: beside these, in `__pycache__`.

To compile what one pack is read with takes longer than to read the pack. What is kept follows from the source of an
expression, its flags and this very Python, by which it is found; it is none of a library's names, and where it cannot
be read or written, or Python does this in another way, everything is compiled anew. Who wants no compiled modules
(PYTHONDONTWRITEBYTECODE, PYTHONPYCACHEPREFIX) is heard here too.
"""

import json
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

_MOST = 3_000
"""Expressions that are kept; where there are more, most are of modules that have changed since."""
_LARGEST = 1 << 25
"""Bytes of the file that are read."""
_CODE = "I"
"""The type of an array that holds the code of an expression."""


class _Parts(NamedTuple):
    """What Python makes an expression of, once it is compiled."""

    flags: int
    code: list[int]
    groups: dict[str, int]
    last: int


class _Kept(NamedTuple):
    """A file of compiled expressions: what each is by its key, and the code of all."""

    rows: dict[str, list[Any]]
    codes: bytes

    def parts(self, key: str) -> _Parts:
        """Give what an expression is made of."""
        flags, start, end, groups, last = self.rows[key]
        return _Parts(flags, array(_CODE, self.codes[start:end]).tolist(), groups, last)


_new: dict[str, _Parts] = {}


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Do what `re.compile` does, and remember it for runs to come; for expressions that follow from code alone."""
    key = f"{int(flags)} {source}"
    try:
        from _sre import compile as made  # type: ignore[import-not-found]

        kept = _kept()
        parts = kept.parts(key) if key in kept.rows else _new.setdefault(key, _parts(source, int(flags)))
        names: list[str | None] = [None] * (parts.last + 1)
        for name, number in parts.groups.items():
            names[number] = name
        found: re.Pattern[str] = made(source, parts.flags, parts.code, parts.last, parts.groups, tuple(names))
    except Exception:
        # No promise of Python's is broken where that fails, and what is wrong with an expression `re` says best.
        return re.compile(source, flags)
    return found


def keep() -> None:
    """Write what was compiled in this run for the next ones; where that cannot be, nothing is said."""
    file = _file()
    if not _new or sys.dont_write_bytecode or file is None:
        return
    kept = _kept() if len(_kept().rows) + len(_new) <= _MOST else _Kept({}, b"")
    rows, codes = dict(kept.rows), bytearray(kept.codes)
    for key, parts in _new.items():
        code = array(_CODE, parts.code).tobytes()
        rows[key] = [parts.flags, len(codes), len(codes) + len(code), parts.groups, parts.last]
        codes += code
    head = json.dumps([_python(), crc32(codes), rows], separators=(",", ":"))
    draft = file.with_name(f".{file.name}-{os.getpid()}")
    try:
        file.parent.mkdir(exist_ok=True)
        draft.write_bytes(head.encode("ascii") + b"\n" + codes)
        draft.replace(file)
    except OSError:
        with suppress(OSError):
            draft.unlink()
    _new.clear()


@cache
def _kept() -> _Kept:
    """Give what earlier runs of this Python have kept; nothing where the file is damaged, or another's."""
    file = _file()
    try:
        if file is not None and file.stat().st_size <= _LARGEST:
            head, _, codes = file.read_bytes().partition(b"\n")
            python, check, rows = json.loads(head)
            if python == _python() and check == crc32(codes):
                return _Kept(rows, codes)
    except (OSError, ValueError, TypeError):
        pass
    return _Kept({}, b"")


def _file() -> Path | None:
    try:
        return Path(cache_from_source(str(Path(__file__).with_name("patterns.py")))).with_suffix(".bin")
    except NotImplementedError:
        return None


def _python() -> str:
    """Name all that the code of an expression depends on."""
    import _sre

    return f"{sys.version} {sys.byteorder} {_sre.MAGIC} {_sre.CODESIZE} {array(_CODE).itemsize}"


def _parts(source: str, flags: int) -> _Parts:
    """Compile an expression as `re` does."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    code = _compiler._code(tree, flags)
    return _Parts(flags | tree.state.flags, code, tree.state.groupdict, tree.state.groups - 1)
