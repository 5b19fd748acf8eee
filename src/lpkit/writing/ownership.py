"""Whose a file is: what an export wrote, by its manifest, and what somebody else put there."""

import os
from pathlib import Path

from lpkit.errors import LpkitError
from lpkit.writing.manifest import Manifest, parents_of


def refuse_dead_links(path: Path) -> None:
    """Refuse a path that is, or goes through, a link that leads nowhere: what it would make is not where it was named.

    Raises LpkitError with the link.
    """
    for link in (path, *path.parents):
        if link.is_symlink() and not link.exists():
            raise LpkitError(f"{link} is a link that leads nowhere", "remove it, or make what it leads to")


def is_of_git(path: Path) -> bool:
    """Tell whether a path leads among the parts of git, where a file would be a hook or a branch."""
    return ".git" in map(str.lower, Path(os.path.realpath(path)).parts)


def refuse_foreign(target: Path, path: str, old: Manifest) -> None:
    """Refuse to write where something stands that no export put there.

    Raises LpkitError with the place.
    """
    hint = "move it away, or choose another folder with -o"
    for folder in (target / parent for parent in parents_of([path])):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir() and not _mine(folder, target, old)):
            raise LpkitError(f"{folder} is in the way, and lpkit did not write it", hint)
    file = target / path
    if os.path.lexists(file) and not _mine(file, target, old) and not _all_mine(file, target, old):
        raise LpkitError(f"{file} is in the way, and lpkit did not write it", hint)


def _mine(file: Path, target: Path, old: Manifest) -> bool:
    return file.relative_to(target).as_posix() in old.files and file.is_file() and not file.is_symlink()


def _all_mine(folder: Path, target: Path, old: Manifest) -> bool:
    """Tell whether a folder was made by an export and holds nothing else."""
    if folder.is_symlink() or folder.relative_to(target).as_posix() not in old.folders:
        return False
    return all(
        _mine(entry, target, old) or (entry.is_dir() and entry.relative_to(target).as_posix() in old.folders)
        for entry in folder.rglob("*")
    )
