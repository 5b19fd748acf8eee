"""What the results of a check depend on besides the files: this lpkit, its libraries and Python."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import lpkit
from lpkit import __version__

_LIBRARIES = ("pydantic", "pydantic_core", "ruamel.yaml", "jsonschema", "referencing", "rapidfuzz", "typer", "rich")
"""What reads, checks and shows what is checked. The folder that holds one changes with all that is installed there."""


@cache
def code_stamp() -> str:
    """Give 64 hexadecimal digits: equal for two runs whose code is the same, as far as sizes and times tell.

    The version alone would not do: who works on lpkit itself changes its code and not the version. Taken once: a server
    that makes a project on every save runs the code that it began with. Nothing is imported for it.
    """
    homes = sorted({home for name in _LIBRARIES if (home := _home(name))})
    about = (f"{home} {home.stat().st_mtime_ns}" for home in homes)
    parts = (__version__, sys.version, *_tree(Path(lpkit.__file__).parent), *about)
    return sha256("\0".join(parts).encode()).hexdigest()


def _home(library: str) -> Path | None:
    """Give the folder that a library is installed in, beside what tells its version."""
    found = find_spec(library)
    if found is None or found.origin is None:
        return None
    return Path(found.origin).parents[len(library.split("."))]


def _tree(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _tree(Path(entry.path))
            elif entry.name.endswith(".py"):
                about = entry.stat()
                yield f"{entry.name} {about.st_size} {about.st_mtime_ns}"
