"""Writing files so that a reader sees the old state or the new one, never a half."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from lpkit.errors import LpkitError

if TYPE_CHECKING:
    from lpkit.export import Artifact

MANIFEST = ".lpkit-manifest"
"""Lists what an export wrote, so that the next one removes its own files and no others."""


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it there; an existing file keeps its mode, a link its target.

    What is there and no file, such as a pipe or /dev/null, is written to and stays what it is.

    Raises LpkitError where the system refuses.
    """
    if path.exists() and not path.is_file():
        _write_into(path, content)
        return
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    staged = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(content)
        if path.exists():
            shutil.copymode(path, staged)
        staged.replace(path)
    except OSError as error:
        raise LpkitError(f"cannot write {path}: {error.strerror}", "check the path and its permissions") from error
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)


def _write_into(device: Path, content: bytes) -> None:
    try:
        device.write_bytes(content)
    except OSError as error:
        raise LpkitError(f"cannot write {device}: {error.strerror}", "name a file") from error


def write_folder(target: Path, artifacts: "Iterable[Artifact]") -> int:
    """Replace an export's folder by a new one, all or nothing; give the number of files written.

    The files are written to a folder beside `target`, which then takes its place. Files in `target` that no
    export wrote are carried over.

    Raises LpkitError where `target` holds files but was never written by an export, or where the system refuses.
    """
    files = list(artifacts)
    # The folder itself is replaced, never the link that leads to it; "." and ".." have no name to write beside.
    target = Path(os.path.realpath(target))
    if not target.name:
        raise LpkitError(f"{target} cannot be replaced", "choose another output folder with -o")
    staged = target.with_name(f".{target.name}.{os.getpid()}.new")
    retired = target.with_name(f".{target.name}.old")
    try:
        _recover(target, retired)
        mine = _manifest(target)
        paths = [_write_artifact(staged, artifact) for artifact in files]
        write_file(staged / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode())
        _carry_over(target, staged, mine)
        if target.exists():
            target.rename(retired)
        staged.rename(target)
        shutil.rmtree(retired, ignore_errors=True)
    except OSError as error:
        raise LpkitError(
            f"cannot write to {target}: {error.strerror or error}",
            "check the path, its permissions and the space",
        ) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return len(paths)


def _recover(target: Path, retired: Path) -> None:
    """Undo a swap that was cut off between its two renames."""
    if retired.exists() and not target.exists():
        retired.rename(target)
    shutil.rmtree(retired, ignore_errors=True)


def _manifest(target: Path) -> set[str]:
    if not target.exists():
        return set()
    if not target.is_dir():
        raise LpkitError(f"{target} is a file", "choose another output folder with -o")
    manifest = target / MANIFEST
    if not manifest.is_file():
        if any(target.iterdir()):
            raise LpkitError(
                f"{target} holds files that lpkit did not write", "choose an empty or a new folder with -o"
            )
        return set()
    return {*manifest.read_text(encoding="utf-8").splitlines(), MANIFEST}


def _write_artifact(folder: Path, artifact: "Artifact") -> str:
    path = PurePosixPath(artifact.path)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise LpkitError(f'an exporter gave the path "{artifact.path}", which leaves the output folder')
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(artifact.content)
    return path.as_posix()


def _carry_over(target: Path, staged: Path, mine: set[str]) -> None:
    if not target.exists():
        return
    for file in sorted(target.rglob("*")):
        name = file.relative_to(target).as_posix()
        if file.is_file() and name not in mine and not (staged / name).exists():
            (staged / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, staged / name)
