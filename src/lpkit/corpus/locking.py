"""What rules know of library.lock: facts of the library and its packs, put together again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus.deck_lines import DeckLine, DeckLines, ReleasedLine, deck_facts
from lpkit.corpus.facts import Fact
from lpkit.corpus.lines import Unread, line_site, unread_packs
from lpkit.corpus.lock_parts import (
    SHARED,
    Item,
    PackItems,
    PackLines,
    items_of,
    lines_by_pack,
    open_parts,
    part_of,
)
from lpkit.corpus.view import LibraryView, PackView
from lpkit.diagnostic import Site
from lpkit.publishing.lock import Key, Lock, read_lock
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.publishing.released import Release
from lpkit.publishing.updating import Presence, Update, update
from lpkit.source import Source


class _Untold(NamedTuple):
    """Why what was released cannot be told."""

    reason: str


class _Renamed(NamedTuple):
    """Another id under which the library was published: cards of learners are known by it."""

    former: str


class _Ahead(NamedTuple):
    """That a line lies in the future, and when."""

    key: Key
    time: int


class _Fault(NamedTuple):
    """What is wrong with a line of a lock."""

    message: str


class _Top(NamedTuple):
    """That there is a lock, or was one."""


LockFact = PackLines | PackItems | _Untold | _Renamed | _Ahead | _Fault | Unread | _Top | DeckLine | ReleasedLine
"""What the values of these facts are."""


def published(view: LibraryView) -> bool:
    """Tell whether a library has a lock, or had one that was released."""
    return view.lock is not None or bool(view.released.lines)


@lru_cache(maxsize=1)
def presences_of(view: PackView) -> tuple[Presence, ...]:
    """Give the items of a pack with their hashes; nothing where it has no library."""
    # The lock and the judge ask for them one right after the other, and hashing is dear.
    return tuple(pack_presences(view.library.library, view.pack)) if view.library else ()


@lru_cache(maxsize=1)
def pack_facts(view: PackView) -> tuple[Fact, ...]:
    """Give what a pack has for the lock; nothing where its library has no lock."""
    # Two rules ask for the same facts of a pack, one right after the other.
    return tuple(_pack_facts(view))


def _pack_facts(view: PackView) -> Iterator[Fact]:
    library = view.library
    if library is None or not published(library):
        return
    if not view.sound:
        # What was set aside may be what the lock has: nothing is said of such a pack.
        yield Fact(library.source.name, Unread(view.pack.id), view.site())
        return
    places = dict(_places(view))
    items = [Item(one, places.get(one.key, view.site("id"))) for one in presences_of(view)]
    yield Fact(library.source.name, items_of(view, library, items), view.site("id"), key="items")


def _places(view: PackView) -> Iterator[tuple[Key, Site]]:
    taught = (("concept", ("concepts",)), ("coaching-note", ("coaching",)))
    tried = (("question", ("questions",)), ("fix-it", ("fix_its",)), ("candidate", ("evaluate", "candidates")))
    for kind, at in (*taught, *tried):
        for number, name in view.ids(*at):
            yield Key(kind, f"{view.pack.id}/{name}"), view.site(*at, number, "id")


@lru_cache(maxsize=1)
def library_facts(view: LibraryView) -> tuple[Fact, ...]:
    """Give the lines of a lock, what was released, and what the library has for both; nothing where neither is."""
    # Two rules ask for them, one right after the other.
    return tuple(_library_facts(view))


def _library_facts(view: LibraryView) -> Iterator[Fact]:
    if not published(view) or not view.sound:
        return
    top = line_site(view.lock, 1) if view.lock else view.site()
    yield Fact(view.source.name, _Top(), top)
    if view.released.unknown:
        yield Fact(view.source.name, _Untold(view.released.unknown), top)
    lock = read_lock(view.lock.text) if view.lock else Lock()
    for kind, _, name in sorted(key.partition("/") for key in {*view.released.decks, *lock.decks}):
        if kind == "library" and name != view.library.id:
            yield Fact(view.source.name, _Renamed(name), view.site("id"))
    for lines in lines_by_pack(view, lock):
        yield Fact(view.source.name, lines, top, key=f"lines {lines.pack}")
    if view.lock:
        yield from _line_facts(view, view.lock, lock)
        yield from deck_facts(view, view.lock, lock)
    shared = [Item(one, view.site()) for one in library_presences(view.library)]
    yield Fact(view.source.name, PackItems.of(SHARED, view.source.name, shared), view.site(), key="items")


def _line_facts(view: LibraryView, source: Source, lock: Lock) -> Iterator[Fact]:
    for key in sorted(view.released.ahead & lock.items.keys()):
        ahead = _Ahead(key, lock.items[key].time)
        yield Fact(view.source.name, ahead, line_site(source, lock.lines[key]), key=f"ahead {key}")
    for number in lock.conflicts[:1]:
        yield Fact(view.source.name, _Fault("git left a conflict here"), line_site(source, number))
    for number, message in lock.faults:
        yield Fact(view.source.name, _Fault(message), line_site(source, number))


@dataclass
class LockFacts:
    """A lock and what is there, from the facts of one library."""

    lines: dict[str, PackLines] = field(default_factory=dict)
    items: defaultdict[str, list[PackItems]] = field(default_factory=lambda: defaultdict(list))
    """What is there, by the ids of packs: files with the same one share it."""
    faults: list[tuple[Site, str]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    """Packs that could not be read."""
    top: Site = field(default_factory=lambda: Site(""))
    published: bool = False
    """Whether there is a lock, or was one that was released."""
    renamed: list[tuple[Site, str]] = field(default_factory=list)
    """Other ids under which the library was published."""
    decks: DeckLines = field(default_factory=DeckLines)
    ahead: dict[Key, int] = field(default_factory=dict)
    """The times of lines that lie in the future."""
    untold: str = ""
    """Why what was released cannot be told; empty where it can."""

    def line(self, key: Key) -> Site | None:
        """Give where the line of an item stands."""
        part = self.lines.get(part_of(key))
        found = (line.extent for line in part.lines if line.key == key) if part else ()
        return next((Site(self.top.file, extent=extent) for extent in found), None)

    def place(self, key: Key) -> Site | None:
        """Give where an item that is published stands in its pack."""
        parts = self.items.get(part_of(key), ()) if key.kind != "marker" else ()
        found = (item for part in parts for item in part.items if item.presence.key == key)
        live = [item for item in found if item.presence.state == "live"]
        return min(live, key=_order).site if live else None

    @cached_property
    def _open(self) -> set[str]:
        return open_parts(self.lines, self.items)

    @cached_property
    def presences(self) -> list[Presence]:
        """Give what is there of the packs that do not settle their lines by themselves."""
        items = (item for pack in self._open for part in self.items.get(pack, ()) for item in part.items)
        return [item.presence for item in sorted(items, key=_order)]

    @cached_property
    def released(self) -> dict[Key, Release]:
        """Give what was released of these packs."""
        found = [item for pack in self._open if pack in self.lines for item in self.lines[pack].releases]
        return dict(sorted(found))

    @cached_property
    def update(self) -> Update:
        """Compare what is there with the lock; without one there is nothing to compare.

        What comes of packs that settle their lines by themselves is left out: nothing.
        """
        if not self.published:
            return Update({})
        lines = sorted(line for pack in self._open if pack in self.lines for line in self.lines[pack].lines)
        released = {key: release.entry for key, release in self.released.items()}
        return update({line.key: line.entry for line in lines}, self.presences, 0, frozenset(self.unknown), released)


def _order(item: Item) -> tuple[str, ...]:
    presence = item.presence
    return presence.state, *presence.key, presence.hash, item.site.file


_LAST: dict[str, tuple[Sequence[Fact], tuple[LockFacts, ...]]] = {}


def locks_of(facts: Sequence[Fact]) -> tuple[LockFacts, ...]:
    """Put the facts of each library together."""
    # Two rules ask for the same, one right after the other.
    last = _LAST.get("facts")
    if last is None or last[0] != facts:
        groups = groupby(facts, key=lambda fact: fact.library)
        found = tuple(_lock_facts(group) for _, group in groups)
        _LAST["facts"] = last = (facts, found)
    return last[1]


def _lock_facts(facts: Iterable[Fact]) -> LockFacts:
    found = LockFacts()
    for fact in facts:
        match fact.value:
            case PackLines(pack):
                found.lines[pack] = fact.value
            case PackItems(pack):
                found.items[pack].append(fact.value)
            case _Top():
                found.published, found.top = True, fact.site
            case DeckLine() | ReleasedLine():
                found.decks.add(fact.value, fact.site)
            case _Untold(reason):
                found.untold = reason
            case _Renamed(former):
                found.renamed.append((fact.site, former))
            case _Fault(message):
                found.faults.append((fact.site, message))
            case _Ahead(key, time):
                found.ahead[key] = time
            case None | Unread():
                found.unknown |= unread_packs([fact])
    return found
