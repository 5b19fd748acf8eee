"""The states of packs that are compared: the working tree, a folder, a git revision."""

import os
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from lpkit.checking.places import Place, standing
from lpkit.config import FILES, Config, config_in
from lpkit.corpus import Listing, discover
from lpkit.corpus.discover import meant_as_yaml
from lpkit.difference import Snapshot, take_snapshot
from lpkit.errors import LpkitError
from lpkit.files import way_to
from lpkit.git.command import find_commit
from lpkit.git.revision import repository_root, write_revision


def state(name: str | None, config: Config, shown: Callable[[Path], str]) -> Snapshot:
    """Read one side: a folder, a git revision, or the working tree where no name is given.

    `shown` names a file of the working tree as a report does. Settings are those of now, in a revision too. Raises
    LpkitError where the name is neither, or both, or where the working tree has no packs.
    """
    if name is not None and not name.strip():
        raise LpkitError("a state is named by nothing", "name a git revision or a folder; is a variable empty?")
    if name is None:
        return _working_state(config, shown)
    folder = Path(name)
    root = repository_root(config.root) if not _is_path(name) else None
    commit = find_commit(root, name) if root else None
    if commit and folder.is_dir():
        raise LpkitError(f"{name} is both a folder and a git revision", f"write ./{name} for the folder")
    if root and commit:
        return _revision_state(root, commit, config)
    if folder.is_dir():
        return take_snapshot(
            _listing(partial(discover, [folder], config.exclude, folder, Path.cwd())), _names_below(folder)
        )
    if root is None and not _is_path(name):
        raise LpkitError(f"{name} is no folder, and {config.root} is in no git repository", "name two folders")
    kind = "folder" if _is_path(name) else "folder or git revision"
    raise LpkitError(f"no {kind} is called {name}", "check the spelling, or fetch the branch")


def _is_path(name: str) -> bool:
    return name in {".", ".."} or name.startswith(("./", "../", "/", "~")) or name.endswith(("/", os.sep))


def _working_state(config: Config, shown: Callable[[Path], str]) -> Snapshot:
    found = standing(config)
    if not found:
        raise LpkitError(f"there are no packs in {config.root}", "go to the folder of your packs, or name two states")
    return take_snapshot(_joined(found), shown)


def _revision_state(root: Path, commit: str, config: Config) -> Snapshot:
    """Read a commit's packs through files of its own, so that both sides are found by the same rules.

    Settings are those of now; a folder that has none now has those of the commit.
    """
    inside = Path(os.path.relpath(config.root.resolve(), root.resolve()))
    # Where no settings name folders of packs, those of projects below do, which may have been others then.
    names = config.packs if config.file else ["."]
    below = [Path(os.path.normpath(inside / entry)).as_posix() for entry in names]
    with tempfile.TemporaryDirectory(prefix="lpkit-") as name:
        folder = Path(name).resolve()
        write_revision(root, commit, below, folder, lambda file: meant_as_yaml(file) or file in FILES)
        base = folder / inside
        _settle(folder, root, config)
        return take_snapshot(_joined(standing(config_in(base) or replace(config, root=base))), _names_below(folder))


def _settle(folder: Path, root: Path, config: Config) -> None:
    """Give a folder the settings files of now, and take those away that cannot be read: nobody can mend them there."""
    for here, _, files in os.walk(folder):
        try:
            config_in(Path(here))
        except LpkitError:
            for name in FILES.intersection(files):
                Path(here, name).unlink()
    for file in {place.settings.file for place in standing(config)} | {config.file}:
        if file is not None and file.resolve().is_relative_to(root.resolve()):
            target = folder / file.resolve().relative_to(root.resolve())
            target.parent.mkdir(parents=True, exist_ok=True)
            for name in FILES:
                (target.parent / name).unlink(missing_ok=True)
            target.write_bytes(file.read_bytes())


def _joined(found: Iterable[Place]) -> Listing:
    """List all files of some places, each once."""
    joined = Listing()
    for listing in (_listing(place.listing).alone() for place in found):
        for library, files in listing.packs.items():
            mine = joined.packs.setdefault(library, [])
            mine += [file for file in files if file not in mine]
    return joined


def _listing(listed: Callable[[], Listing]) -> Listing:
    """List what is below some paths; nothing there is a state too."""
    try:
        return listed()
    except LpkitError:
        return Listing()


def _names_below(root: Path) -> Callable[[Path], str]:
    return lambda file: way_to(file, root)
