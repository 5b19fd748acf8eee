"""Whose settings count for what is asked for: those nearest above the packs, wherever lpkit was started."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lpkit.config import FILES, Config, config_in, find_config
from lpkit.corpus import Listing, discover
from lpkit.corpus.discover import at_home, is_excluded
from lpkit.errors import LpkitError
from lpkit.witness import is_there, note_kind, walk

_PASSED_OVER = frozenset(("node_modules", "__pycache__"))


@dataclass(frozen=True, slots=True)
class Place:
    """Files and folders for which one settings file counts."""

    settings: Config
    paths: tuple[Path, ...]
    """What is asked for; relative paths start from `start`."""
    start: Path
    elsewhere: frozenset[Path] = frozenset()
    """Folders below the paths that have settings of their own."""
    named: bool = True
    """Whether somebody named it: what was only found below something else may hold no packs."""

    def listing(self, force_exclude: bool = False, unsaved: Path | None = None) -> Listing:
        """List its files; with `force_exclude`, none that the settings do not have among their packs.

        Raises LpkitError where a path does not exist, or nothing is found under it.
        """
        absent = self.start / unsaved if unsaved else None
        config = self.settings
        return discover(
            [path for path in self.paths if not force_exclude or self._is_asked(self.start / path, absent)],
            config.exclude,
            config.root,
            self.start,
            force_exclude,
            absent,
            elsewhere=self.elsewhere if self.named else None,
        )

    def _is_asked(self, path: Path, absent: Path | None) -> bool:
        """Tell whether a path is a folder, a file in or below the packs of the settings, or a mistake to be told of."""
        whole = Path(os.path.normpath(path))
        packs = {Path(os.path.normpath(self.settings.root / name)) for name in self.settings.packs}
        missing = path != absent and not os.path.lexists(path)
        return whole.is_dir() or missing or not packs.isdisjoint((whole, *whole.parents))


def places(
    paths: Sequence[Path], adjust: Callable[[Config], Config], start: Path | None = None, *, linked: bool = False
) -> list[Place]:
    """Sort what is asked for by the settings that count for it; without paths, those of the settings are asked for.

    Relative paths begin at `start`, which is the current folder where none is given. A library that is reached by a
    link is taken where it is; with `linked` it has the names by which it was reached, as an editor knows them. Folders
    below the paths that have settings of their own are places of their own. Raises LpkitError where settings cannot be
    read, or name no folder, or one that is not there.
    """
    here = start or Path.cwd()
    if not paths:
        return _by_default(find_config(here), adjust)
    found: dict[Path, list[Path]] = {}
    settings: dict[Path, Config] = {}
    nested: dict[Path, Config] = {}
    for path in paths if linked else [at_home(path, here) for path in paths]:
        whole = Path(os.path.normpath(here / path))
        note_kind(whole)
        config = _nearest(whole if whole.is_dir() else whole.parent, here)
        settings[config.root] = config
        found.setdefault(config.root, []).append(path)
        nested |= _below(whole, config)
    named = [
        Place(adjust(settings[root]), tuple(mine), here, frozenset(nested.keys() - {root}))
        for root, mine in found.items()
    ]
    return [*named, *_found((config for root, config in nested.items() if root not in found), adjust)]


def _by_default(config: Config, adjust: Callable[[Config], Config]) -> list[Place]:
    """Give what the settings of the current folder name; where it has none and no packs, those of folders below."""
    if config.file is None and not is_there(config.root / config.packs[0]):
        below = _below(config.root, config)
        if below:
            return [place for root in sorted(below) for place in _by_default(below[root], adjust)]
    if not config.packs:
        raise LpkitError(f'"packs" in {config.file} names no folder', 'write packs = ["packs"], or name paths')
    missing = [name for name in config.packs if not is_there(config.root / name)]
    if missing:
        hint = "go to the folder of your packs, name them as paths, or begin a repository with lpkit init"
        raise LpkitError(f"there is no {missing[0]} in {config.root}", hint)
    nested = {root: found for name in config.packs for root, found in _below(config.root / name, config).items()}
    first = Place(adjust(config), tuple(map(Path, config.packs)), config.root, frozenset(nested))
    return [first, *_found(nested.values(), adjust)]


def standing(config: Config) -> list[Place]:
    """Give the places of settings and of others below them, as they are asked for by default, with a path each.

    Where a folder of packs is not there, it has no place: a state of which something is still missing is a state too.
    """
    if config.file is None and not is_there(config.root / config.packs[0]):
        below = _below(config.root, config)
        found = [place for root in sorted(below) for place in standing(below[root])]
        return list({(place.settings.root, place.paths): place for place in found}.values())
    there = [name for name in config.packs if is_there(config.root / name)]
    nested = {root: found for name in there for root, found in _below(config.root / name, config).items()}
    mine = [Place(config, (Path(name),), config.root, frozenset(nested)) for name in there]
    return [*mine, *_found(nested.values(), lambda same: same)]


def _nearest(folder: Path, start: Path) -> Config:
    """Give the settings that count for a folder; where there are none, the root is where paths start."""
    config = find_config(folder)
    return config if config.file else Config(start)


def _found(nested: Iterable[Config], adjust: Callable[[Config], Config]) -> list[Place]:
    roots = {config.root: config for config in nested}
    return [Place(adjust(roots[root]), (root,), root, named=False) for root in sorted(roots)]


def _below(folder: Path, config: Config) -> dict[Path, Config]:
    """Give other settings from this folder down, by folder; hidden and excluded ones are passed over."""
    found = {}
    for here, folders, files in walk(folder):
        whole = Path(here)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and name not in _PASSED_OVER
            and not is_excluded(whole / name, config.exclude, config.root)
        ]
        if whole != config.root and not FILES.isdisjoint(files) and (own := config_in(whole)):
            found[whole] = own
    return found


def one(found: Sequence[Place]) -> Place:
    """Give the only place.

    Raises LpkitError where there are several, for a command that follows the settings of one.
    """
    if len(found) > 1:
        names = " and ".join(str(place.settings.file or place.settings.root) for place in found[:2])
        raise LpkitError(f"what is asked for has several settings: {names}", "name packs of one of them")
    return found[0]
