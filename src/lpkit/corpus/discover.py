"""Which files a run looks at: libraries, their packs, and packs that have no library."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from lpkit.errors import LpkitError

LIBRARY_FILE = "library.yaml"

_ENDINGS = (".yaml", ".yml")
_PACK_LIKE = re.compile(rb"^(format|principle|prompt|questions)[ \t]*:", re.MULTILINE)
_HEAD = 65_536


@dataclass(slots=True)
class Listing:
    """Files of a run: packs by their library's file (None: no library above them), and what was asked for."""

    packs: dict[Path | None, list[Path]] = field(default_factory=dict)
    asked: set[Path] = field(default_factory=set)


def discover(
    paths: Iterable[Path],
    exclude: Iterable[str],
    root: Path,
    here: Path,
    force_exclude: bool = False,
    unsaved: Path | None = None,
) -> Listing:
    """List libraries and packs for the given files and folders.

    A file pulls in its whole library, since rules read across packs; `asked` holds what the caller named.
    Files that match an `exclude` pattern (against the path relative to `root`) are left out, those that are named
    themselves only with `force_exclude`. Relative paths start from `here`. An `unsaved` file need not exist.

    Raises LpkitError where a path does not exist, cannot be listed, or nothing is found under it.
    """
    patterns = tuple(exclude)
    listing = Listing()
    for path in paths:
        named = not (here / path).is_dir()
        kept = named and not force_exclude
        found = [file for file in _expand(here / path, unsaved) if kept or not _excluded(file, patterns, root)]
        if not found and not named:
            raise LpkitError(f"no packs found in {path}", "name a folder that holds a library.yaml and its packs")
        listing.asked.update(found)
    libraries = {_library_of(file) for file in listing.asked}
    for library in sorted(libraries, key=str):
        members = [] if library is None else [*_yaml_files(library.parent)]
        mine = {file for file in listing.asked if _library_of(file) == library}
        mine |= {file for file in members if _library_of(file) == library}
        packs = {
            file
            for file in mine
            if file.name != LIBRARY_FILE and (file in listing.asked or not _excluded(file, patterns, root))
        }
        listing.packs[library] = sorted(packs)
    return listing


def _expand(path: Path, unsaved: Path | None) -> Iterator[Path]:
    path = Path(os.path.normpath(path))
    if path.is_dir():
        for file in _yaml_files(path):
            if _library_of(file) is not None or _looks_like_pack(file):
                yield file
    elif path.exists() or path.is_symlink() or path == unsaved:
        yield path
    else:
        raise LpkitError(
            f"no such file or folder: {path}", "check the spelling; relative paths start from the current folder"
        )


def _yaml_files(folder: Path) -> Iterator[Path]:
    """Give YAML files, and anything else so named, below a folder; hidden folders are passed over."""
    for here, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        named = [name for name in folders if name.endswith(_ENDINGS)]
        for name in sorted(files + named):
            if name.endswith(_ENDINGS) and not name.startswith("."):
                yield Path(here, name)


def _refuse(error: OSError) -> None:
    """Stop at a folder that cannot be listed: passed over, its packs would count as checked."""
    raise LpkitError(f"cannot read the folder {error.filename}: {error.strerror}", "check its permissions") from error


def _excluded(file: Path, patterns: tuple[str, ...], root: Path) -> bool:
    name = Path(os.path.relpath(file, root)).as_posix()
    return any(fnmatch(name, pattern) or fnmatch(name, f"{pattern}/*") for pattern in patterns)


def _library_of(file: Path) -> Path | None:
    """Give the nearest library.yaml at or above a file."""
    for folder in file.parents:
        candidate = folder / LIBRARY_FILE
        if candidate.exists() or candidate.is_symlink():
            return candidate
    return None


def _looks_like_pack(file: Path) -> bool:
    """Tell whether a YAML file outside every library was meant as a pack; an unreadable one may be."""
    try:
        with file.open("rb") as stream:
            return bool(_PACK_LIKE.search(stream.read(_HEAD)))
    except OSError:
        return True
