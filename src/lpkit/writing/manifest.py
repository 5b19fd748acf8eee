"""What an export wrote into a folder: the files and folders that the next one may replace or remove."""

from collections.abc import Collection
from pathlib import Path, PurePosixPath
from typing import NamedTuple

MANIFEST = ".lpkit-manifest"
"""The list of an export's files, in its folder."""

MARK = "# Written by lpkit. It replaces and removes what is listed here, and touches nothing else in this folder.\n"
"""The first line, by which lpkit knows its own list."""


class Manifest(NamedTuple):
    """Paths below an export's folder, with forward slashes: its files, and the folders made for them."""

    files: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()

    def text(self) -> str:
        """Give the list as it is written: sorted, folders with a slash at the end."""
        return MARK + "".join(f"{path}\n" for path in sorted([*self.files, *(f"{path}/" for path in self.folders)]))


def read_manifest(file: Path) -> Manifest | None:
    """Read a list; None where there is none, or none with lpkit's mark. A path that leaves the folder is no path."""
    try:
        text = file.read_text(encoding="utf-8") if file.is_file() and not file.is_symlink() else ""
    except (OSError, UnicodeDecodeError):
        return None
    if not text.startswith(MARK):
        return None
    paths = [line for line in text.removeprefix(MARK).split("\n") if line and is_inside(line)]
    return Manifest(
        frozenset(path for path in paths if not path.endswith("/")),
        frozenset(path.rstrip("/") for path in paths if path.endswith("/")),
    )


def is_inside(path: str) -> bool:
    """Tell whether a path names something below the folder, and there nothing of lpkit's own and no part of git.

    No exporter gives a part of git, and a list that came with a repository could name one to have it removed.
    """
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts:
        return False
    return not parts[0].startswith(".lpkit-") and ".git" not in map(str.lower, parts)


def parents_of(paths: Collection[str]) -> set[str]:
    """Give all folders in which some files lie, the export's own left out."""
    return {parent.as_posix() for path in paths for parent in PurePosixPath(path).parents} - {"."}
