"""Which files a run looks at: libraries, their packs, and packs that have no library."""

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from lpkit.errors import LpkitError
from lpkit.files import UnreadableError, opened, way_to
from lpkit.witness import note_file, note_kind, note_once, walk

LIBRARY_FILE = "library.yaml"

_ENDINGS = (".yaml", ".yml")
_NEARLY = (*_ENDINGS, ".yaml.txt", ".yml.txt")
"""Endings in any case that were meant as one of those: read too, so that no pack is passed over in silence."""
_PACK_LIKE = re.compile(rb"^(format|principle|prompt|questions)[ \t]*:", re.MULTILINE)
_HEAD = 65_536


@dataclass(slots=True)
class Listing:
    """Files of a run: packs by their library's file (None: no library above them), and what was asked for."""

    packs: dict[Path | None, list[Path]] = field(default_factory=dict)
    asked: set[Path] = field(default_factory=set)

    @property
    def total(self) -> int:
        """Give how many files there are."""
        return sum(len(packs) + 1 for packs in self.packs.values())

    def whole(self) -> "Listing":
        """Give the same files, all of them asked for."""
        packs = {file for files in self.packs.values() for file in files}
        return Listing(self.packs, packs | {library for library in self.packs if library is not None})

    def alone(self) -> "Listing":
        """Give the files that were asked for with their libraries, without the others of these."""
        packs = {library: [file for file in files if file in self.asked] for library, files in self.packs.items()}
        return Listing(packs, self.asked)


def discover(
    paths: Iterable[Path],
    exclude: Iterable[str],
    root: Path,
    here: Path,
    force_exclude: bool = False,
    unsaved: Path | None = None,
    elsewhere: Collection[Path] | None = (),
) -> Listing:
    """List libraries and packs for the given files and folders.

    A file pulls in its whole library, since rules read across packs; `asked` holds what the caller named.
    Files that match an `exclude` pattern (against the path relative to `root`) are left out, those that are named
    themselves only with `force_exclude`. Relative paths start from `here`. An `unsaved` file need not exist. What is
    found below a folder of `elsewhere` is not asked for; where that is None, there may be nothing.

    Raises LpkitError where a path does not exist, cannot be listed, or nothing is found under it.
    """
    patterns = tuple(exclude)
    listing = Listing()
    library_of = _Libraries()
    for path in paths:
        note_kind(here / path)
        named = not (here / path).is_dir()
        kept = named and not force_exclude
        expanded = _expand(here / path, unsaved, library_of)
        found = [file for file in expanded if kept or not is_excluded(file, patterns, root)]
        if not found and not named and elsewhere is not None:
            raise LpkitError(f"no packs found in {path}", "name a folder that holds a library.yaml and its packs")
        listing.asked.update(found if named or not elsewhere else _outside(found, elsewhere))
    asked: defaultdict[Path | None, set[Path]] = defaultdict(set)
    for file in listing.asked:
        asked[library_of[file.parent]].add(file)
    for library in sorted(asked, key=str):
        members = [] if library is None else [*_yaml_files(library.parent)]
        mine = asked[library] | {file for file in members if library_of[file.parent] == library}
        packs = {
            file
            for file in mine
            if file.name != LIBRARY_FILE and (file in listing.asked or not is_excluded(file, patterns, root))
        }
        listing.packs[library] = sorted(packs, key=lambda file: file.parts)
        for file in packs:
            # Other processes may read them, whose notes nobody would see.
            note_file(file)
    return listing


def at_home(path: Path, here: Path) -> Path:
    """Give a file or folder as its library's own folder has it, where a link leads to that.

    So it has the same settings, name and fingerprints however it was reached. A link within a library stays what it is:
    what it leads to is part of that library. Relative paths start from `here`.
    """
    whole = Path(os.path.normpath(here / path))
    real = Path(os.path.realpath(whole))
    if real == whole:
        return path
    # What a record of the run keeps of files says nothing of where a link leads.
    note_once()
    library = _library_above(whole)
    if library is not None:
        return Path(os.path.realpath(library)) / whole.relative_to(library)
    return real if real.is_dir() or _library_above(real) is not None else path


def _library_above(path: Path) -> Path | None:
    return next((folder for folder in (path, *path.parents) if os.path.lexists(folder / LIBRARY_FILE)), None)


class _Libraries(dict[Path, Path | None]):
    """The nearest library.yaml in or above a folder, by folder; each folder is looked at once."""

    def __missing__(self, folder: Path) -> Path | None:
        candidate = folder / LIBRARY_FILE
        note_kind(candidate)
        here = candidate.exists() or candidate.is_symlink()
        self[folder] = candidate if here else None if folder == folder.parent else self[folder.parent]
        return self[folder]


def _expand(path: Path, unsaved: Path | None, library_of: _Libraries) -> Iterator[Path]:
    path = Path(os.path.normpath(path))
    if path.is_dir():
        for file in _yaml_files(path):
            if library_of[file.parent] is not None or _looks_like_pack(file):
                yield file
    elif path.exists() or path.is_symlink() or path == unsaved:
        yield path
    else:
        raise LpkitError(
            f"no such file or folder: {path}", "check the spelling; relative paths start from the current folder"
        )


def _yaml_files(folder: Path) -> Iterator[Path]:
    """Give YAML files, what is nearly so named, and folders so named, below a folder; hidden ones are passed over."""
    for here, folders, files in walk(folder, _refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        named = [name for name in folders if name.endswith(_ENDINGS)]
        for name in sorted(files + named):
            if meant_as_yaml(name):
                file = Path(here, name)
                if not name.lower().endswith(".txt") or _looks_like_pack(file):
                    yield file


def _refuse(error: OSError) -> None:
    """Stop at a folder that cannot be listed: passed over, its packs would count as checked."""
    raise LpkitError(f"cannot read the folder {error.filename}: {error.strerror}", "check its permissions") from error


def _outside(files: Iterable[Path], folders: Collection[Path]) -> Iterator[Path]:
    return (file for file in files if not any(folder in folders for folder in file.parents))


def is_excluded(file: Path, patterns: Collection[str], root: Path) -> bool:
    """Tell whether a file or folder matches a pattern of what is left out."""
    if not patterns:
        return False
    name = way_to(file, root)
    return any(fnmatch(name, pattern) or fnmatch(name, f"{pattern}/*") for pattern in patterns)


def meant_as_yaml(name: str) -> bool:
    """Tell whether the name of a file ends as that of a pack does, or nearly so; hidden files are none."""
    return name.lower().endswith(_NEARLY) and not name.startswith(".")


def is_pack_like(content: bytes) -> bool:
    """Tell whether the beginning of a file has a key that only packs have."""
    return _PACK_LIKE.search(content[:_HEAD]) is not None


def _looks_like_pack(file: Path) -> bool:
    """Tell whether a YAML file outside every library was meant as a pack; an unreadable one may be."""
    try:
        with opened(file) as stream:
            return is_pack_like(stream.read(_HEAD))
    except UnreadableError:
        return True
