"""The content that exporters turn into files: whole libraries with their published packs."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from lpkit.model import Library, Pack, Retired
from lpkit.publishing.decks import newest_decks, pack_moves
from lpkit.publishing.lock import Deck, Key, Lock, Locked
from lpkit.publishing.released import NOTHING_RELEASED, Released


class RetiredItem(NamedTuple):
    """An item that was published once: its kind and ids, when it was retired, and why if anybody said so."""

    kind: str
    path: str
    time: int
    """Seconds since 1970."""
    reason: str | None = None
    replaced_by: str | None = None
    origin: str = ""
    """The ids under which it was published first, as those of `path`; empty where they are the same."""
    formerly: str = ""
    """In what changed since a point: its ids then, if they were others."""


class Touched(NamedTuple):
    """An item that is new or changed: its kind and ids, when it changed, and its ids before, if they were others."""

    kind: str
    path: str
    time: int
    """Seconds since 1970."""
    formerly: str = ""


class Since(NamedTuple):
    """What changed since a point that somebody named, and what is gone since: a library's packs are cut to that."""

    name: str
    changed: tuple[Touched, ...]
    gone: tuple[RetiredItem, ...]


class Shelf(NamedTuple):
    """A library with its packs, in the order of the library's principles, then by id.

    `times` gives, by kind and ids (`("question", "pack/question")`), when the content of an item last changed, in
    seconds since 1970; it is empty where the library has no lock. `origins` gives the ids under which an item was
    published first, by the same keys, where it has moved since: who keeps anything by ids keeps it by those.
    """

    library: Library
    packs: tuple[Pack, ...]
    times: Mapping[tuple[str, str], int] = MappingProxyType({})
    retired: tuple[RetiredItem, ...] = ()
    origins: Mapping[tuple[str, str], str] = MappingProxyType({})
    decks: Mapping[str, str] = MappingProxyType({})
    """Names of decks that were published, as `lpkit.publishing.decks` has them."""
    since: Since | None = None
    """What changed, where only that is asked for: `packs` are then those of which something did."""


class Corpus(NamedTuple):
    """All libraries of a run, by id."""

    shelves: tuple[Shelf, ...]


class Stock(NamedTuple):
    """A library as it was read: every sound pack whatever its status, and its lock, if it has one."""

    library: Library
    packs: tuple[Pack, ...]
    file: Path
    lock: Lock | None
    released: Released = NOTHING_RELEASED
    """What was released of it."""

    def decks(self, now: int = 0) -> dict[str, Deck]:
        """Give the decks that were published, by what they are for; `now` is when one is renamed that has to be."""
        released = {key: found.deck for key, found in self.released.decks.items()}
        moves = pack_moves((pack.id, pack.formerly) for pack in self.packs)
        return newest_decks(self.lock.decks if self.lock else {}, released, moves, now)


def stocked(stocks: list[Stock]) -> Corpus:
    """Arrange what was read for exporters."""
    shelves = []
    for stock in stocks:
        items = stock.lock.items if stock.lock else {}
        (shelf,) = arrange([(stock.library, list(stock.packs))]).shelves
        times = {(key.kind, key.path): entry.time for key, entry in items.items() if not entry.retired}
        retired = tuple(_retired(stock, key, entry) for key, entry in sorted(items.items()) if entry.retired)
        origins = {(key.kind, key.path): entry.was for key, entry in items.items() if entry.was}
        names = {key: deck.name for key, deck in stock.decks().items()}
        shelves.append(Shelf(shelf.library, shelf.packs, times, retired, origins, names))
    return Corpus(tuple(sorted(shelves, key=lambda shelf: shelf.library.id)))


def _retired(stock: Stock, key: Key, entry: Locked) -> RetiredItem:
    lists: list[tuple[str, list[Retired]]] = [("", stock.library.retired)]
    lists += [(f"{pack.id}/", pack.retired) for pack in stock.packs]
    known = {prefix + one.id: one for prefix, entries in lists for one in entries}
    said = known.get(key.path) or known.get(key.pack)
    reason, successor = (said.reason, said.replaced_by) if said else (None, None)
    return RetiredItem(key.kind, key.path, entry.time, reason, successor, entry.was)


def arrange(shelves: list[tuple[Library, list[Pack]]]) -> Corpus:
    """Put libraries and their published packs into the order that every export uses."""
    arranged = []
    for library, all_packs in shelves:
        packs = [pack for pack in all_packs if pack.status == "published"]
        rank = {principle.id: number for number, principle in enumerate(library.principles)}
        ordered = sorted(packs, key=lambda pack: (rank.get(pack.principle, len(rank)), pack.id))
        arranged.append(Shelf(library, tuple(ordered)))
    return Corpus(tuple(sorted(arranged, key=lambda shelf: shelf.library.id)))
