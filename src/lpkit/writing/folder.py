"""The folder of an export: its files are replaced one by one, and a run that was cut off is finished by the next.

New files are written below `.lpkit-new` in the folder itself. Once all are there, that is renamed to `.lpkit-ready`:
from then on the new state is certain. Its files are renamed into their places, those that are no longer part of
the export are removed, and the new manifest takes the place of the old one last. Each step may be done twice, so
whoever comes next finishes what a killed process left. What no manifest lists is neither moved, copied nor changed.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lpkit.errors import LpkitError
from lpkit.witness import note_once
from lpkit.writing.exclusive import alone
from lpkit.writing.manifest import MANIFEST, Manifest, is_inside, parents_of, read_manifest
from lpkit.writing.ownership import is_of_git, refuse_dead_links, refuse_foreign

if TYPE_CHECKING:
    from lpkit.export import Artifact

NEW, READY = ".lpkit-new", ".lpkit-ready"
LIST = "list"
"""The manifest to be, below `.lpkit-new`; where it is gone from `.lpkit-ready`, all is in place."""


def write_folder(target: Path, artifacts: "Iterable[Artifact]", waiting: Callable[[], None] = lambda: None) -> int:
    """Make a folder hold an export, and all else that it held; give the number of the export's files.

    Two exports into one folder come one after the other: `waiting` is called where another one is at work.

    Raises LpkitError where a link leads nowhere, where the folder is a part of git, or holds files but was never
    written by an export, where something that lpkit did not write stands where a file must go, or where the system
    refuses; nothing has changed then.
    """
    refuse_dead_links(target)
    target = Path(os.path.realpath(target))
    note_once()
    made = not target.exists()
    if is_of_git(target):
        raise LpkitError(f"{target} is a part of git", "choose another output folder with -o")
    if not made and not target.is_dir():
        raise LpkitError(f"{target} is a file", "choose another output folder with -o")
    try:
        target.mkdir(parents=True, exist_ok=True)
        with alone(target, waiting):
            _finish(target)
            old = _old(target)
            try:
                files = _stage(target, artifacts, old)
                (target / NEW).rename(target / READY)
            except BaseException:
                _remove(target / NEW)
                raise
            _finish(target)
    except OSError as error:
        raise LpkitError(
            f"cannot write to {target}: {error.strerror or error}",
            "check the path, its permissions and the space",
        ) from error
    finally:
        if made:
            with suppress(OSError):
                target.rmdir()
    return files


def _old(target: Path) -> Manifest:
    """Give what an earlier export wrote."""
    known = read_manifest(target / MANIFEST)
    _remove(target / NEW)
    if known is None and any(target.iterdir()):
        raise LpkitError(f"{target} holds files that lpkit did not write", "choose an empty or a new folder with -o")
    return known or Manifest()


def _stage(target: Path, artifacts: "Iterable[Artifact]", old: Manifest) -> int:
    """Write all files that differ from what is there, and the new list; give how many files the export has."""
    new = target / NEW
    new.mkdir()
    # First of all the mark, by which a later run knows the folder for lpkit's own.
    (new / MANIFEST).write_text(Manifest().text(), encoding="utf-8")
    (new / "files").mkdir()
    paths: set[str] = set()
    for artifact in artifacts:
        path = _path(artifact.path, paths)
        refuse_foreign(target, path, old)
        paths.add(path)
        if not _same(target / path, artifact.content):
            staged = new / "files" / path
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(artifact.content)
    above = parents_of(paths)
    if both := paths & above:
        raise LpkitError(f'an exporter gave "{min(both)}" as a file and as a folder')
    folders = {path for path in above if path in old.folders or not (target / path).is_dir()}
    (new / LIST).write_text(Manifest(frozenset(paths), frozenset(folders)).text(), encoding="utf-8")
    return len(paths)


def _path(path: str, taken: set[str]) -> str:
    if not is_inside(path):
        raise LpkitError(f'an exporter gave the path "{path}", which leaves the output folder')
    plain = Path(path).as_posix()
    if plain in taken or "\n" in plain:
        raise LpkitError(f'an exporter gave the path "{path}" twice, or in several lines')
    return plain


def _same(file: Path, content: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content


def _finish(target: Path) -> None:
    """Bring a complete new state into place, where there is one; every step may have been done before."""
    ready = target / READY
    if not os.path.lexists(ready):
        return
    _refuse_links(ready)
    new = read_manifest(ready / LIST) if read_manifest(ready / MANIFEST) else None
    if new is not None:
        old = read_manifest(target / MANIFEST) or Manifest()
        gone = old.files - new.files
        # A file may come where a folder was, and a folder where a file was.
        first = {path for path in gone if path in parents_of(new.files) or parents_of([path]) & new.files}
        _drop(target, first, old.folders - new.folders if first else ())
        for path in sorted(new.files):
            if (ready / "files" / path).is_file():
                _put(ready / "files" / path, target, path, old)
        _drop(target, gone - first, old.folders - new.folders)
        (ready / LIST).replace(target / MANIFEST)
    _remove(ready)


def _put(file: Path, target: Path, path: str, old: Manifest) -> None:
    refuse_foreign(target, path, old)
    (target / path).parent.mkdir(parents=True, exist_ok=True)
    file.replace(target / path)


def _drop(target: Path, files: Iterable[str], folders: Iterable[str]) -> None:
    """Remove files of an export, and folders that were made for them where nothing is left in them."""
    for path in files:
        file = target / path
        if (
            file.is_file()
            and not file.is_symlink()
            and not any((target / up).is_symlink() for up in parents_of([path]))
        ):
            file.unlink()
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            if not (target / folder).is_symlink():
                (target / folder).rmdir()


def _remove(own: Path) -> None:
    """Remove a folder of lpkit's own, its mark last.

    Raises LpkitError where something else has its name.
    """
    if not os.path.lexists(own):
        return
    _refuse_links(own)
    marked = own.is_dir() and read_manifest(own / MANIFEST) is not None
    if not marked and (not own.is_dir() or _holds_files(own)):
        raise _in_the_way(own)
    shutil.rmtree(own / "files", ignore_errors=True)
    for name in (LIST, MANIFEST):
        (own / name).unlink(missing_ok=True)
    own.rmdir()


def _refuse_links(own: Path) -> None:
    """Refuse a folder of lpkit's own name that is a link or holds one: lpkit makes none, and they lead elsewhere.

    Raises LpkitError.
    """
    within = (Path(above, name) for above, folders, files in os.walk(own) for name in (*folders, *files))
    if own.is_symlink() or any(path.is_symlink() for path in within):
        raise _in_the_way(own)


def _in_the_way(own: Path) -> LpkitError:
    return LpkitError(f"{own} is in the way, and lpkit did not write it", "move it away")


def _holds_files(own: Path) -> bool:
    """Tell whether there is anything but folders and a mark that was not finished."""
    return any(not entry.is_dir() and entry != own / MANIFEST for entry in own.rglob("*"))
