"""What changed since a release or a time, as the lock tells it: content cut to that, and what is gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lpkit.corpus.content import RetiredItem, Shelf, Since, Stock, Touched
from lpkit.publishing.lock import Key, Locked


@dataclass(frozen=True, slots=True)
class Point:
    """A point in the past: a name to show, and the lines of then, or, where these are None, a time."""

    name: str
    items: Mapping[Key, Locked] | None
    moment: int = 0
    """Seconds since 1970."""
    known: dict[tuple[str, str], tuple[Key, Locked]] = field(init=False)
    """The lines of then by the kind of the item and the ids under which it was published first."""

    def __post_init__(self) -> None:
        """Sort the lines."""
        lines = (self.items or {}).items()
        object.__setattr__(self, "known", {(key.kind, line.was or key.path): (key, line) for key, line in lines})


def cut(shelf: Shelf, stock: Stock, point: Point) -> Shelf:
    """Give a library with only the packs of which something changed since a point, and what that is."""
    lines = stock.lock.items if stock.lock else {}
    published = {pack.id for pack in shelf.packs}
    changed = tuple(
        touched
        for key, entry in sorted(lines.items())
        if not entry.retired and (key.kind == "marker" or key.pack in published)
        if (touched := _touched(key, entry, point)) is not None
    )
    packs = {touched.path.partition("/")[0] for touched in changed if touched.kind != "marker"}
    gone = (*_retired(shelf, point), *_withdrawn(lines, published, point))
    kept = tuple(pack for pack in shelf.packs if pack.id in packs)
    return shelf._replace(packs=kept, since=Since(point.name, changed, gone))


def _touched(key: Key, entry: Locked, point: Point) -> Touched | None:
    if point.items is None:
        return Touched(key.kind, key.path, entry.time) if entry.time > point.moment else None
    found = point.known.get((key.kind, entry.was or key.path))
    if found is None:
        return Touched(key.kind, key.path, entry.time)
    before, old = found
    if old.retired or (old.hash, old.time) != (entry.hash, entry.time) or before != key:
        return Touched(key.kind, key.path, entry.time, before.path if before != key else "")
    return None


def _retired(shelf: Shelf, point: Point) -> Iterator[RetiredItem]:
    """Give what was retired since; what was not there yet is no news."""
    for item in shelf.retired:
        found = point.known.get((item.kind, item.origin or item.path))
        newer = item.time > point.moment if point.items is None else found is not None and not found[1].retired
        if newer:
            yield _as_then(item, found)


def _withdrawn(lines: Mapping[Key, Locked], published: set[str], point: Point) -> Iterator[RetiredItem]:
    """Give what lies in packs that are drafts again: the lock does not say since when."""
    for key, entry in sorted(lines.items()):
        found = point.known.get((key.kind, entry.was or key.path))
        known = point.items is None or found is not None
        if not entry.retired and key.kind != "marker" and key.pack not in published and known:
            item = RetiredItem(key.kind, key.path, entry.time, "It is not published at present.", None, entry.was)
            yield _as_then(item, found)


def _as_then(item: RetiredItem, found: tuple[Key, Locked] | None) -> RetiredItem:
    """Give what is gone with the ids that it had at the point, under which whoever has it knows it."""
    return item._replace(formerly=found[0].path) if found and found[0].path != item.path else item
