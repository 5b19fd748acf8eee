"""What rules know of library.lock: facts of the library and its packs, put together again."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus.deck_lines import DeckLine, DeckLines, ReleasedLine, deck_facts
from lpkit.corpus.facts import Fact
from lpkit.corpus.lines import Unread, line_site, unread_packs
from lpkit.corpus.view import LibraryView, PackView
from lpkit.diagnostic import Site
from lpkit.publishing.lock import Key, Lock, Locked, read_lock
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.publishing.released import Release
from lpkit.publishing.updating import Presence, Update, update
from lpkit.source import Source


class _Line(NamedTuple):
    """A line of a lock."""

    key: Key
    entry: Locked


class _Released(NamedTuple):
    """A line of a release."""

    key: Key
    release: Release


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


LockFact = _Line | _Released | _Untold | _Renamed | _Ahead | _Fault | Unread | _Top | DeckLine | ReleasedLine | Presence
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
    for presence in presences_of(view):
        yield _present(library, presence, places.get(presence.key, view.site("id")))


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
    for key, release in view.released.lines.items():
        yield Fact(view.source.name, _Released(key, release), top, key=f"released {key}")
    if view.lock:
        yield from _line_facts(view, view.lock, lock)
        yield from deck_facts(view, view.lock, lock)
    for presence in library_presences(view.library):
        yield _present(view, presence, view.site())


def _line_facts(view: LibraryView, source: Source, lock: Lock) -> Iterator[Fact]:
    for key, entry in lock.items.items():
        yield Fact(view.source.name, _Line(key, entry), line_site(source, lock.lines[key]), key=f"was {key}")
    for key in sorted(view.released.ahead & lock.items.keys()):
        ahead = _Ahead(key, lock.items[key].time)
        yield Fact(view.source.name, ahead, line_site(source, lock.lines[key]), key=f"ahead {key}")
    for number in lock.conflicts[:1]:
        yield Fact(view.source.name, _Fault("git left a conflict here"), line_site(source, number))
    for number, message in lock.faults:
        yield Fact(view.source.name, _Fault(message), line_site(source, number))


def _present(library: LibraryView, presence: Presence, site: Site) -> Fact:
    return Fact(library.source.name, presence, site, key=f"{presence.state} {presence.key} {presence.hash}")


@dataclass
class LockFacts:
    """A lock and what is there, from the facts of one library."""

    facts: Sequence[Fact] = ()
    """All of the library, sorted: one of a thousand packs has tens of thousands, and a keystroke reads them all."""
    locked: dict[Key, Locked] = field(default_factory=dict)
    presences: list[Presence] = field(default_factory=list)
    faults: list[tuple[Site, str]] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    """Packs that could not be read."""
    top: Site = field(default_factory=lambda: Site(""))
    published: bool = False
    """Whether there is a lock, or was one that was released."""
    released: dict[Key, Release] = field(default_factory=dict)
    renamed: list[tuple[Site, str]] = field(default_factory=list)
    """Other ids under which the library was published."""
    decks: DeckLines = field(default_factory=DeckLines)
    ahead: dict[Key, int] = field(default_factory=dict)
    """The times of lines that lie in the future."""
    untold: str = ""
    """Why what was released cannot be told; empty where it can."""

    def line(self, key: Key) -> Site | None:
        """Give where the line of an item stands."""
        fact = self._first(f"was {key}")
        return fact.site if fact and type(fact.value) is _Line and fact.value.key == key else None

    def place(self, key: Key) -> Site | None:
        """Give where an item stands in its pack."""
        fact = self._first(f"live {key} ") if key.kind != "marker" else None
        return fact.site if fact and type(fact.value) is Presence and fact.value.key == key else None

    def _first(self, key: str) -> Fact | None:
        """Give the first fact whose key is this one, or behind it: facts are sorted by their keys."""
        at = bisect_left(self.facts, key, key=lambda fact: fact.key)
        return self.facts[at] if at < len(self.facts) else None

    @cached_property
    def update(self) -> Update:
        """Compare what is there with the lock; without one there is nothing to compare."""
        if not self.published:
            return Update({})
        released = {key: release.entry for key, release in self.released.items()}
        return update(self.locked, self.presences, 0, frozenset(self.unknown), released)


_MANY = frozenset((Presence, _Line))
_LAST: dict[str, tuple[Sequence[Fact], tuple[LockFacts, ...]]] = {}


def locks_of(facts: Sequence[Fact]) -> tuple[LockFacts, ...]:
    """Put the facts of each library together."""
    # Two rules ask for the same, one right after the other.
    last = _LAST.get("facts")
    if last is None or last[0] != facts:
        found = tuple(map(_lock_facts, _by_library(facts)))
        _LAST["facts"] = last = (facts, found)
    return last[1]


def _by_library(facts: Sequence[Fact]) -> list[Sequence[Fact]]:
    # Sorted as they are, all are of one library where the first and the last are.
    if facts and facts[0].library == facts[-1].library:
        return [facts]
    return [list(group) for _, group in groupby(facts, key=lambda fact: fact.library)]


def _lock_facts(facts: Sequence[Fact]) -> LockFacts:
    values = [fact.value for fact in facts]
    found = LockFacts(
        facts=facts,
        locked={value.key: value.entry for value in values if type(value) is _Line},
        presences=[value for value in values if type(value) is Presence],
    )
    for fact in facts:
        if type(fact.value) not in _MANY:
            _note(found, fact)
    return found


def _note(found: LockFacts, fact: Fact) -> None:
    match fact.value:
        case _Top():
            found.published, found.top = True, fact.site
        case DeckLine() | ReleasedLine():
            found.decks.add(fact.value, fact.site)
        case _Untold(reason):
            found.untold = reason
        case _Released(key, release):
            found.released[key] = release
        case _Renamed(former):
            found.renamed.append((fact.site, former))
        case _Fault(message):
            found.faults.append((fact.site, message))
        case _Ahead(key, time):
            found.ahead[key] = time
        case None | Unread():
            found.unknown |= unread_packs([fact])
