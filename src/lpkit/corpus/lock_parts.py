"""What a lock has of one pack, and what the pack has for it: most packs settle their lines by themselves.

A library of a thousand packs has tens of thousands of lines. A pack whose items are all as its own lines say, and that
no other pack names as a former one, has no part in what becomes of the lock; only the others are compared as a whole.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.corpus.lines import line_site
from lpkit.corpus.view import LibraryView
from lpkit.diagnostic import Site
from lpkit.publishing.lock import Key, Lock, Locked, read_lock
from lpkit.publishing.released import Release
from lpkit.publishing.updating import Presence, is_behind, update

SHARED = ""
"""The part of what belongs to no pack: markers, and what the library retired."""


class Line(NamedTuple):
    """A line of a lock, and where it stands."""

    key: Key
    entry: Locked
    site: Site


class ReleasedItem(NamedTuple):
    """A line of a release."""

    key: Key
    release: Release


class PackLines(NamedTuple):
    """The lines that a lock and releases have of a pack, by its id.

    They are `plain` where nothing was released that the lock does not have as new, and nothing had another name.
    """

    pack: str
    lines: tuple[Line, ...]
    released: tuple[ReleasedItem, ...]
    plain: bool

    @classmethod
    def of(cls, pack: str, lines: Sequence[Line], released: Sequence[ReleasedItem]) -> "PackLines":
        """Put the lines of a pack together."""
        locked = {line.key: line.entry for line in lines}
        plain = not any(line.entry.was for line in lines) and not any(
            entry.was or is_behind(locked.get(key), entry) for key, (entry, _) in released
        )
        return cls(pack, tuple(lines), tuple(released), plain)


class Item(NamedTuple):
    """An item that is there, and where."""

    presence: Presence
    site: Site


class PackItems(NamedTuple):
    """What a file has for the lock, by the id of the pack; `settled` tells whether it is what the lock has of it."""

    pack: str
    items: tuple[Item, ...]
    settled: bool = False


def part_of(key: Key) -> str:
    """Give the pack, by its id, whose lines an item's is one of."""
    return SHARED if key.kind == "marker" else key.pack


@lru_cache(maxsize=1)
def lock_of(view: LibraryView) -> Lock:
    """Read the lock of a library; an empty one where there is none."""
    # The library asks for it, and then its packs do, one after the other.
    return read_lock(view.lock.text) if view.lock else Lock()


def lines_by_pack(view: LibraryView) -> Iterator[PackLines]:
    """Give the lines of a library's lock and of what was released of it."""
    lock = lock_of(view)
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    released: defaultdict[str, list[ReleasedItem]] = defaultdict(list)
    if view.lock:
        for key, entry in lock.items.items():
            lines[part_of(key)].append(Line(key, entry, line_site(view.lock, lock.lines[key])))
    for key, release in view.released.lines.items():
        released[part_of(key)].append(ReleasedItem(key, release))
    for pack in sorted({*lines, *released}):
        yield PackLines.of(pack, lines[pack], released[pack])


def items_of(view: LibraryView, pack: str, items: Sequence[Item]) -> PackItems:
    """Give the items of a pack, compared with the lock of its library."""
    presences = [item.presence for item in items]
    return PackItems(pack, tuple(items), is_settled(_locked(view).get(pack, {}), presences))


def is_settled(locked: Mapping[Key, Locked], presences: Sequence[Presence]) -> bool:
    """Tell whether a pack has what its lines say, each item under the only name that it ever had."""
    if any(presence.formerly for presence in presences):
        return False
    found = update(locked, presences, 0)
    return not (found.changes or found.vanished or found.returned)


@lru_cache(maxsize=1)
def _locked(view: LibraryView) -> dict[str, dict[Key, Locked]]:
    """Give the lines of a library's lock by the ids of packs."""
    found: defaultdict[str, dict[Key, Locked]] = defaultdict(dict)
    for key, entry in lock_of(view).items.items():
        found[part_of(key)][key] = entry
    return found


def open_parts(lines: Mapping[str, PackLines], items: Mapping[str, Sequence[PackItems]]) -> set[str]:
    """Give the packs, by their ids, whose lines have to be compared with each other and with what is there.

    A pack that one of them names is one of them.
    """
    found = {SHARED, *(pack for pack in lines if pack not in items)}
    for pack, files in items.items():
        if len(files) != 1 or not files[0].settled or (pack in lines and not lines[pack].plain):
            found.add(pack)
    return found.union(*(_named(lines.get(pack), items.get(pack, ())) for pack in found))


def _named(lines: PackLines | None, files: Iterable[PackItems]) -> Iterator[str]:
    """Give the packs that one has to do with, by the former names of its items and by what it retired."""
    paths = [line.entry.was for line in lines.lines] if lines else []
    paths += [released.release.entry.was for released in lines.released] if lines else []
    for items in files:
        for item in items.items:
            paths += (item.presence.key.path, *item.presence.formerly)
    return (path.partition("/")[0] for path in paths if path)
