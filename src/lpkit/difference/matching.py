"""Which item became which: by id, by content under a new id, and the ids that came, went or were retired."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from lpkit.difference.change import Change, Grade
from lpkit.difference.wording import short
from lpkit.model import Retired

T = TypeVar("T")

_RENAMED = 0.75
"""Likeness from which an item under a new id is the one whose id went."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How items of one kind are compared: their name, their likeness, the text that shows what they are about."""

    name: str
    alike: Callable[[T, T], float]
    about: Callable[[T], str]
    reused: Callable[[T, T], bool]
    changes: Callable[[T, T], Iterator[Change]]


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids of the new state that explain why an item is not among the well-formed ones."""

    broken: Collection[str]
    retired: Mapping[str, Retired]
    retired_before: Collection[str]


def compare_items(kind: Kind[T], old: Mapping[str, T], new: Mapping[str, T], ids: Ids) -> Iterator[Change]:
    """Compare the items of one list by their ids."""
    gone = [name for name in old if name not in new and name not in ids.broken]
    came = [name for name in new if name not in old]
    renamed = _renamed(kind, {name: old[name] for name in gone}, {name: new[name] for name in came})
    for name in gone:
        yield from _gone(kind, name, old[name], renamed.get(name), ids)
        if name in renamed:
            yield from kind.changes(old[name], new[renamed[name]])
    for name in came:
        if name in ids.retired_before:
            yield Change("reused", Grade.MAJOR, kind.name, name, "a retired id is in use again", None, name)
        elif name not in renamed.values():
            about = kind.about(new[name])
            yield Change(f"{kind.name}-added", Grade.MINOR, kind.name, name, f"added: {short(about)}", None, about)
    for name in old:
        if name in new:
            yield from _same_id(kind, name, old[name], new[name])


def _same_id(kind: Kind[T], name: str, old: T, new: T) -> Iterator[Change]:
    if old == new:
        return
    if kind.reused(old, new):
        before, after = kind.about(old), kind.about(new)
        message = f"the id now means something else: {short(before)} became {short(after)}"
        yield Change("reused", Grade.MAJOR, kind.name, name, message, before, after)
    else:
        yield from kind.changes(old, new)


def _gone(kind: Kind[T], name: str, old: T, successor: str | None, ids: Ids) -> Iterator[Change]:
    about, entry = kind.about(old), ids.retired.get(name)
    if entry is not None:
        follows = f", replaced by {entry.replaced_by}" if entry.replaced_by else ""
        message = f"retired{follows}: {entry.reason}"
        after = entry.replaced_by
        if successor is not None and successor == entry.replaced_by:
            yield Change("renamed", Grade.MINOR, kind.name, name, f"the id became {successor}", name, successor)
        else:
            yield Change("retired", Grade.MINOR, kind.name, name, message, about, after)
    elif successor is not None:
        message = f"the id became {successor}, and {name} is not in `retired`"
        yield Change("renamed", Grade.MAJOR, kind.name, name, message, name, successor)
    else:
        message = f"removed without an entry in `retired`: {short(about)}"
        yield Change("removed-unretired", Grade.MAJOR, kind.name, name, message, about, None)


def _renamed(kind: Kind[T], gone: Mapping[str, T], came: Mapping[str, T]) -> dict[str, str]:
    """Pair ids that went with ids that came, the most alike first."""
    pairs = sorted(
        (-kind.alike(one, two), old, new)
        for old, one in gone.items()
        for new, two in came.items()
        if kind.alike(one, two) >= _RENAMED
    )
    found: dict[str, str] = {}
    for _, old, new in pairs:
        if old not in found and new not in found.values():
            found[old] = new
    return found
