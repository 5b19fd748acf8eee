"""What files are called in reports: by their way from one folder, wherever lpkit was started.

That folder is the top of the git repository, or where there is none that of the settings, or else the current one. So
fingerprints and baselines are the same from anywhere, and code hosts find the files that a report names.
"""

import os
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from lpkit.config import top_of
from lpkit.errors import LpkitError
from lpkit.witness import is_there


@cache
def _top_of(folder: str) -> Path:
    return top_of(Path(folder))


_chosen: ContextVar[Path | None] = ContextVar("chosen", default=None)


def top() -> Path:
    """Give the folder from which files are named, absolute."""
    return _chosen.get() or _top_of(os.getcwd())  # noqa: PTH109 - it is asked for each file, and a path is dear


def name_of(file: Path) -> str:
    """Give a path as reports show it, with forward slashes."""
    text, begin = str(file), f"{top()}{os.sep}"
    if text.startswith(begin) and f"{os.sep}.." not in text:
        # Who lists a hundred thousand files asks several times for each, and the general way takes many times as long.
        return text[len(begin) :].replace(os.sep, "/")
    return Path(os.path.relpath(file, top())).as_posix()


def file_of(name: str) -> Path:
    """Give the file that reports call so."""
    return Path(os.path.normpath(top() / name))


def name_from(folder: Path | None) -> None:
    """Name files from this folder on; None leaves it at the top of the repository, or of the settings.

    Raises LpkitError where it is no folder.
    """
    if folder is not None and not (is_there(folder) and folder.is_dir()):
        raise LpkitError(f"--relative-to {folder} is no folder", "name the folder from which files are to be named")
    _chosen.set(Path.cwd() / folder if folder is not None else None)


RelativeTo = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Name files by their way from this folder. Default: the top of the git repository.",
    ),
]
