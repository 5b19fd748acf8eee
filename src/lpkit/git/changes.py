"""What changed since a git revision, and which faults concern it."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path, PurePosixPath

from lpkit.config import Config, settings_table, settings_text
from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.diagnostic import Diagnostic, Report
from lpkit.errors import LpkitError
from lpkit.files import way_to
from lpkit.git.command import find_commit, run_git
from lpkit.witness import is_there, real_path


@dataclass(frozen=True, slots=True)
class Changes:
    """Files as reports name them: relative to a folder, with forward slashes."""

    present: frozenset[str]
    """Files that are new or have another content, those that git does not know yet included."""
    deleted: frozenset[str]
    base: str
    """The commit that the files are compared with."""

    def __bool__(self) -> bool:
        return bool(self.present or self.deleted)


def changes_since(ref: str, folder: Path, top: Path) -> Changes:
    """Ask git what changed in the working tree since the point at which it left a revision.

    `folder` is one in the repository, `top` the one from which reports name files.

    Raises LpkitError where the folder is in no repository, or the revision is unknown.
    """
    _git(folder, "rev-parse", "--git-dir", hint="run lpkit in the clone, or leave --since out")
    hint = "fetch it first, in CI with the whole history, or name another revision"
    commit = find_commit(folder, ref)
    if commit is None:
        raise LpkitError(f'git knows no revision "{ref}"', hint)
    # A history without a common commit, as in a shallow clone, is compared with the revision itself.
    base = _try_git(folder, "merge-base", commit, "HEAD") or [commit]
    up = next(iter(_git(folder, "rev-parse", "--show-cdup")), "")

    def named(*arguments: str) -> set[str]:
        found = _git(folder / up, *arguments, "-z")
        return {_seen_from(top, folder / up / name) for name in found}

    options = ("diff", "--no-ext-diff", "--no-renames", "--ignore-submodules=none", "--name-only")
    present = named(*options, "--diff-filter=d", base[0]) | named("ls-files", "--others", "--exclude-standard")
    deleted = named(*options, "--diff-filter=D", base[0])
    gone = {name for name in deleted if not is_there(top / name)}
    return Changes(frozenset((present | deleted) - gone), frozenset(gone), base[0])


def only_changed(report: Report, changes: Changes, folder: Path) -> Report:
    """Leave out the faults that do not concern the changes.

    A fault stays if any of its places is in a changed file, if it names a deleted one, and if it lies below a library
    that changed: a dimension that is gone is a fault of the packs that score it. Git knows a submodule as one name, and
    a link apart from what it leads to.
    """
    real = cache(partial(_real, folder))
    present = {real(path) for path in changes.present}
    libraries = {Path(os.path.normpath(folder / path)).parent for path in filter(_is_library, changes.present)}
    names = {name for path in changes.deleted for name in _names(path)}
    deleted = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names)))})(?![\w-])") if names else None
    kept = [
        entry
        for entry in report.diagnostics
        if any(not present.isdisjoint((place, *place.parents)) for place in map(real, _places(entry)))
        or not libraries.isdisjoint(Path(os.path.normpath(folder / entry.path)).parents)
        or (deleted and deleted.search(_words(entry)))
    ]
    return replace(report, diagnostics=tuple(kept))


def settings_changed(config: Config, changes: Changes, folder: Path) -> bool:
    """Tell whether other settings or other schemas of the house's own hold now, so that any file may have new faults.

    In a pyproject.toml only the section of lpkit counts.
    """
    if any(PurePosixPath(path).name == "lpkit.toml" for path in changes.deleted):
        return True
    files = [config.root / name for name in config.schemas] + ([config.file] if config.file else [])
    changed = [file for file in files if _seen_from(folder, file) in changes.present]
    return any(file.name != "pyproject.toml" or _section_changed(file, changes) for file in changed)


def _section_changed(file: Path, changes: Changes) -> bool:
    old = _try_git(file.parent, "show", f"{changes.base}:./{file.name}")
    try:
        return settings_table(file, "\n".join(old)) != settings_table(file, settings_text(file))
    except LpkitError:
        return True


def _seen_from(folder: Path, file: Path) -> str:
    """Name a file as reports of a run in a folder do."""
    return way_to(file, folder)


def _places(entry: Diagnostic) -> Iterator[str]:
    yield entry.path
    for related in entry.related:
        yield related.path


def _real(folder: Path, path: str) -> Path:
    return real_path(folder / path)


def _names(path: str) -> Iterator[str]:
    """Give what a message may call a file: its path, its name, and for a pack its id, which is the name's stem."""
    yield path
    yield PurePosixPath(path).name
    if not _is_library(path):
        yield PurePosixPath(path).stem


def _is_library(path: str) -> bool:
    return PurePosixPath(path).name == LIBRARY_FILE


def _words(entry: Diagnostic) -> str:
    return "\n".join((entry.message, entry.help or "", entry.value, *(related.message for related in entry.related)))


def _git(folder: Path, *arguments: str, hint: str | None = None) -> list[str]:
    """Run git; give its output, split where it is separated by NUL or by lines."""
    # File names are bytes: what is no UTF-8 comes as Python names such files.
    result = run_git(folder, *arguments)
    if result.returncode:
        said = result.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise LpkitError(said.removeprefix("fatal: "), hint)
    text = result.stdout.decode(errors="surrogateescape")
    return [part for part in (text.split("\0") if "-z" in arguments else text.split("\n")) if part]


def _try_git(folder: Path, *arguments: str) -> list[str]:
    try:
        return _git(folder, *arguments)
    except LpkitError:
        return []
