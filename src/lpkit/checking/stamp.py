"""What the results of a check depend on besides the files: this lpkit, its libraries and Python."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import pydantic
import ruamel.yaml

import lpkit
from lpkit import __version__

_LIBRARIES = (pydantic, ruamel.yaml)
"""Those that read what is checked. The folder that holds one changes with everything that is installed beside it."""


@cache
def code_stamp() -> str:
    """Give 64 hexadecimal digits: equal for two runs whose code is the same, as far as sizes and times tell.

    The version alone would not do: who works on lpkit itself changes its code and not the version. Taken once: a server
    that makes a project on every save runs the code that it began with.
    """
    parts = [__version__, sys.version, *_tree(Path(lpkit.__file__).parent)]
    for library in _LIBRARIES:
        home = Path(str(library.__file__)).parents[len(library.__name__.split("."))]
        parts += [library.__version__, str(home.stat().st_mtime_ns)]
    return sha256("\0".join(parts).encode()).hexdigest()


def _tree(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _tree(Path(entry.path))
            elif entry.name.endswith(".py"):
                about = entry.stat()
                yield f"{entry.name} {about.st_size} {about.st_mtime_ns}"
