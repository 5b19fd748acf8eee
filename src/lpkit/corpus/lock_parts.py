"""What a lock has of one pack, and what the pack has for it: most packs settle their lines by themselves.

A library of a thousand packs has tens of thousands of lines. A pack whose items are all as its own lines say, and that
no other pack names as a former one, has no part in what becomes of the lock; only the others are compared as a whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.corpus.facts import Fact
from lpkit.corpus.lines import line_extent
from lpkit.corpus.view import LibraryView, PackView
from lpkit.diagnostic import Site
from lpkit.files import lines_of
from lpkit.pattern import pattern
from lpkit.publishing.lock import Key, Lock, Locked, item_line, read_item, read_lock
from lpkit.publishing.released import Release
from lpkit.publishing.updating import Presence, is_behind, update

SHARED = ""
"""The part of what belongs to no pack: markers, and what the library retired."""


# What is not of these forms was not written here, and is passed over.
_LOCKED = pattern(r"^([0-9]{1,9}) ([0-9]{1,9}) (.+)$", re.MULTILINE)
_RELEASED = pattern(r"^([^|\n]+)\|(.*)$", re.MULTILINE)
_ITEM = pattern(r"^(live|kept|retired) (\S*) (\S+) (\S+) (\S*)((?: \S+)*)$", re.MULTILINE | re.ASCII)


class Line(NamedTuple):
    """A line of a lock, and where it stands in the file."""

    key: Key
    entry: Locked
    extent: tuple[int, int]


class ReleasedItem(NamedTuple):
    """A line of a release."""

    key: Key
    release: Release


class PackLines(NamedTuple):
    """The lines that a lock and releases have of a pack, by its id: as texts, since hardly any of them is read.

    They are `plain` where nothing was released that the lock does not have as new, and nothing had another name.
    """

    pack: str
    locked: str
    """Lines of the lock, each behind the offsets where it begins and ends."""
    released: str
    """Lines of releases, each before a stroke and the name of the release."""
    plain: bool

    @classmethod
    def of(cls, pack: str, lines: Sequence[Line], released: Sequence[ReleasedItem]) -> "PackLines":
        """Put the lines of a pack together."""
        locked = {line.key: line.entry for line in lines}
        plain = not any(line.entry.was for line in lines) and not any(
            entry.was or is_behind(locked.get(key), entry) for key, (entry, _) in released
        )
        written = "".join(f"{begin} {end} {item_line(key, entry)}" for key, entry, (begin, end) in lines)
        before = "\n".join(f"{item_line(key, entry)[:-1]}|{name}" for key, (entry, name) in released)
        return cls(pack, written, before, plain)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Read the lines of the lock."""
        found = ((read_item(match[3]), match) for match in _LOCKED.finditer(self.locked))
        return tuple(Line(*item, (int(match[1]), int(match[2]))) for item, match in found if item)

    @property
    def releases(self) -> tuple[ReleasedItem, ...]:
        """Read the lines of releases."""
        found = ((read_item(match[1]), match[2]) for match in _RELEASED.finditer(self.released))
        return tuple(ReleasedItem(item[0], Release(item[1], name)) for item, name in found if item)


class Item(NamedTuple):
    """An item that is there, and where."""

    presence: Presence
    site: Site


class PackItems(NamedTuple):
    """What a file has for the lock, by the id of the pack; `settled` tells whether it is what the lock has of it."""

    pack: str
    file: str
    written: str
    """A line an item, since those of few packs are read: what it is, and its way in the file between slashes."""
    settled: bool = False

    @classmethod
    def of(cls, pack: str, file: str, items: Sequence[Item], settled: bool = False) -> "PackItems":
        """Put the items of a file together."""
        return cls(pack, file, "\n".join(map(_item_line, items)), settled)

    @property
    def items(self) -> tuple[Item, ...]:
        """Read the items."""
        return tuple(_item(match, self.file) for match in _ITEM.finditer(self.written))


def sites_written(fact: Fact) -> Iterator[Site]:
    """Give the sites that a fact on a lock holds as text, where nobody sees them who looks through its values."""
    match fact.value:
        case PackItems():
            yield from (item.site for item in fact.value.items)
        case PackLines():
            yield from (Site(fact.site.file, extent=line.extent) for line in fact.value.lines)


def _item_line(item: Item) -> str:
    (state, (kind, path), content, formerly), site = item
    return " ".join((state, kind, path, content, "/".join(map(str, site.at)), *formerly))


def _item(match: re.Match[str], file: str) -> Item:
    state, kind, path, content, way, formerly = match.groups()
    steps = [int(step) if step.isdecimal() else step for step in way.split("/") if step]
    return Item(Presence(state, Key(kind, path), content, tuple(formerly.split())), Site(file, tuple(steps)))


def part_of(key: Key) -> str:
    """Give the pack, by its id, whose lines an item's is one of."""
    return SHARED if key.kind == "marker" else key.pack


def lines_by_pack(view: LibraryView, lock: Lock) -> Iterator[PackLines]:
    """Give the lines of a library's lock, as it was read, and of what was released of it."""
    lines: defaultdict[str, list[Line]] = defaultdict(list)
    released: defaultdict[str, list[ReleasedItem]] = defaultdict(list)
    if view.lock:
        for key, entry in lock.items.items():
            lines[part_of(key)].append(Line(key, entry, line_extent(view.lock, lock.lines[key])))
    for key, release in view.released.lines.items():
        released[part_of(key)].append(ReleasedItem(key, release))
    for pack in sorted({*lines, *released}):
        yield PackLines.of(pack, lines[pack], released[pack])


def items_of(view: PackView, library: LibraryView, items: Sequence[Item]) -> PackItems:
    """Give the items of a pack, compared with the lock of its library."""
    presences = [item.presence for item in items]
    locked = read_lock("\n".join(_texts(library).get(view.pack.id, ()))).items
    return PackItems.of(view.pack.id, view.source.name, items, is_settled(locked, presences))


def is_settled(locked: Mapping[Key, Locked], presences: Sequence[Presence]) -> bool:
    """Tell whether a pack has what its lines say, each item under the only name that it ever had."""
    if any(presence.formerly for presence in presences):
        return False
    found = update(locked, presences, 0)
    return not (found.changes or found.vanished or found.returned)


@lru_cache(maxsize=1)
def _texts(view: LibraryView) -> dict[str, list[str]]:
    """Give the lines of a library's lock by the ids of packs, as they stand there: few of them need be read."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines_of(view.lock.text) if view.lock else ():
        kind, _, rest = line.partition(" ")
        if rest and kind != "marker":
            found[rest.partition(" ")[0].partition("/")[0]].append(line)
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
    paths += [item.release.entry.was for item in lines.releases] if lines else []
    for items in files:
        for item in items.items:
            paths += (item.presence.key.path, *item.presence.formerly)
    return (path.partition("/")[0] for path in paths if path)
