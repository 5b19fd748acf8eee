"""Locks of two branches merged by item, not by lines of text, so that learners of either get what comes of both.

Of an item that both sides changed the newer line stays, or that of their common state where both went back behind it:
no learner has anything newer. Whether it fits the merged packs, `lpkit lock` sees: content with another hash gets a
time after that.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from lpkit.publishing.lock import HEADER, LAST, Deck, Lock, Locked, deck_line, item_line

K = TypeVar("K", bound=tuple[object, ...] | str)
V = TypeVar("V")

OURS, SPLIT, THEIRS = "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n"
"""The lines with which git marks a conflict."""


class Conflict(NamedTuple):
    """Two lines of which only a person can tell which one holds."""

    ours: str
    theirs: str


class Merged(NamedTuple):
    """A lock as text, how many conflicts are marked in it, and of how many items both sides had another line."""

    text: str
    conflicts: int
    both: int


def merge_locks(base: Lock, ours: Lock, theirs: Lock) -> Merged:
    """Merge two locks that go back to a common one, which is empty where there is none.

    What one side changed is taken, and what it took away is gone unless the other changed it. A deck that got two
    names and an item that was published first under two are conflicts.
    """
    decks = _merged(base.decks, ours.decks, theirs.decks, _named, deck_line)
    items = _merged(base.items, ours.items, theirs.items, _newest, item_line)
    lines = [*decks, *items]
    conflicts = sum(1 for line in lines if isinstance(line, Conflict))
    common = ours.items.keys() & theirs.items.keys()
    both = sum(1 for key in common if len({base.items.get(key), ours.items[key], theirs.items[key]}) > 2)
    return Merged(HEADER + "".join(map(_text, lines)), conflicts, both)


def _merged(
    base: Mapping[K, V],
    ours: Mapping[K, V],
    theirs: Mapping[K, V],
    decide: Callable[[V | None, V, V], V | None],
    line: Callable[[K, V], str],
) -> Iterator[str | Conflict]:
    """Give the line of each key in order, empty where it is gone; `decide` is asked where both have another value."""
    for key in sorted({*base, *ours, *theirs}):
        first, second, before = ours.get(key), theirs.get(key), base.get(key)
        if first is None or second is None:
            value = first if second is None else second
            yield line(key, value) if value is not None and value != before else ""
        elif first == second:
            yield line(key, first)
        elif (value := decide(before, first, second)) is not None:
            yield line(key, value)
        else:
            yield Conflict(line(key, first), line(key, second))


def _named(base: Deck | None, ours: Deck, theirs: Deck) -> Deck | None:
    """Give the deck as one side named it, unless that is a name from before the common one; None where both did."""
    if base is None:
        return None
    sides = [side for side in (ours, theirs) if side.renamed >= base.renamed]
    return _changed(base, *sides) if len(sides) == 2 else (sides or [base])[0]


def _changed(base: V | None, ours: V, theirs: V) -> V | None:
    """Give what one side made of a value; None where both made something of it."""
    return ours if theirs == base else theirs if ours == base else None


def _newest(base: Locked | None, ours: Locked, theirs: Locked) -> Locked | None:
    """Give the newest line, or where two contents have that time one that is newer than both.

    None for two origins, and where no time is newer.
    """
    was = ours.was if ours.was == theirs.was else _changed(base.was if base else None, ours.was, theirs.was)
    if was is None:
        return None
    lines = [entry for entry in (base, ours, theirs) if entry is not None]
    time = max(entry.time for entry in lines)
    contents = sorted({(entry.hash, entry.retired) for entry in lines if entry.time == time})
    if len(contents) > 1 and time >= LAST:
        return None
    return Locked(contents[-1][0], time + (len(contents) > 1), contents[-1][1], was)


def _text(line: str | Conflict) -> str:
    return line if isinstance(line, str) else OURS + line.ours + SPLIT + line.theirs + THEIRS
