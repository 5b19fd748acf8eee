"""What files are called in reports: by their way from one folder, wherever lpkit was started.

That folder is the top of the git repository, or where there is none that of the settings, or else the current one; from
outside of both, that of the packs which are asked for. So fingerprints and baselines are the same from anywhere, and
code hosts find the files that a report names.
"""

import os
from collections.abc import Sequence
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from lpkit.config import anchor_of, top_of
from lpkit.errors import LpkitError
from lpkit.files import way_to
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
    return way_to(file, top())


def file_of(name: str) -> Path:
    """Give the file that reports call so."""
    return Path(os.path.normpath(top() / name))


def name_from(folder: Path | None, paths: Sequence[Path] = ()) -> None:
    """Name files from this folder on; None leaves it at the top of the repository, or of the settings.

    Where the current folder has neither, it is that of the `paths` which are asked for, if they have the same. Raises
    LpkitError where it is no folder.
    """
    if folder is not None and not (is_there(folder) and folder.is_dir()):
        raise LpkitError(f"--relative-to {folder} is no folder", "name the folder from which files are to be named")
    _chosen.set(Path.cwd() / folder if folder is not None else _of_paths(paths))


def _of_paths(paths: Sequence[Path]) -> Path | None:
    here = Path.cwd()
    if not paths or anchor_of(here) is not None:
        return None
    # Few are outside of all settings, and what this brings takes long.
    from lpkit.corpus.discover import at_home

    wholes = [Path(os.path.normpath(here / at_home(path, here))) for path in paths]
    found = {anchor_of(whole if whole.is_dir() else whole.parent) for whole in wholes}
    return found.pop() if len(found) == 1 else None


RelativeTo = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Name files by their way from this folder. Default: the top of the git repository.",
    ),
]
