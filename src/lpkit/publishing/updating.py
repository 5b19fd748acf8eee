"""What becomes of a lock: what is there, what was released, and what moved, put together into new lines."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from lpkit.publishing.lock import MENDED, MOVED, RETIRED, UNEXPLAINED, Key, Locked

NOTHING: Mapping[Key, Locked] = MappingProxyType({})


class Presence(NamedTuple):
    """That an item is there: `live` (published), `kept` (in a draft) or `retired` (its kind may be unknown)."""

    state: str
    key: Key
    hash: str
    formerly: tuple[str, ...] = ()
    """Paths that it had before, in this library."""


@dataclass(slots=True)
class Update:
    """A lock brought up to date: its items, what that changed, and the items that vanished unretired."""

    items: dict[Key, Locked]
    changes: dict[Key, str] = field(default_factory=dict)
    """What became of an item: new, changed, retired, moved or mended."""
    vanished: list[Key] = field(default_factory=list)
    behind: list[Key] = field(default_factory=list)
    """The items whose line is older than one that was released, or gone."""
    returned: dict[Key, Key] = field(default_factory=dict)
    """Items that were released where they had moved to, and where they are again: a move was taken back."""


def update(
    locked: Mapping[Key, Locked],
    presences: Iterable[Presence],
    now: int,
    unknown: frozenset[str] = frozenset(),
    released: Mapping[Key, Locked] = NOTHING,
) -> Update:
    """Bring a lock up to date with what is there: only what changed gets a time, and that never goes back.

    It goes on from the newer of each line and what was `released` of it: a line that went back since is written again
    as it was released where the content is the same, and else with a time after that. What has a former name goes on
    from its line under that. Items of the packs in `unknown`, which could not be read, stay as they are.
    """
    there = list(presences)
    by_state: dict[str, dict[Key, str]] = {"live": {}, "kept": {}, RETIRED: {}}
    for presence in there:
        by_state[presence.state][presence.key] = presence.hash
    moves = _moves(locked, released, there)
    returned = _returned(locked, released, there, moves)
    here, before = moved(locked, moves), moved(released, moves | returned)
    behind = {key: entry for key, entry in before.items() if is_behind(here.get(key), entry)}
    known = {**here, **behind}
    result = Update(dict(known), returned=returned)
    for key, content in by_state["live"].items():
        old = known.get(key)
        if old is None or old.hash != content or old.retired:
            _note(result, key, old, Locked(content, now))
    _note_absent(result, known, by_state, now, unknown)
    for key in behind:
        if key not in result.vanished and key.pack not in unknown:
            result.changes[key] = MENDED
            result.behind.append(key)
    for key, entry in result.items.items() if here is not locked else ():
        if key not in result.changes and entry != locked.get(key) and key not in behind:
            result.changes[key] = MOVED
    return result


def _note_absent(
    result: Update,
    known: Mapping[Key, Locked],
    by_state: Mapping[str, Mapping[Key, str]],
    now: int,
    unknown: Collection[str],
) -> None:
    """Note what is in the lock and not published: retired, in a draft, or vanished."""
    gone = {key.path: content for key, content in by_state[RETIRED].items()}
    absent = known.keys() - by_state["live"].keys() - by_state["kept"].keys()
    for key, entry in known.items() if absent else ():
        if key not in absent or key.pack in unknown:
            continue
        content = gone.get(key.path) or gone.get(key.pack) or (entry.hash if _nameless(key, by_state) else "")
        if not content and entry.retired:
            # The reason that its card tells is gone with its entry.
            content = UNEXPLAINED
        if content:
            _note(result, key, entry, Locked(content, now, retired=True))
        else:
            result.vanished.append(key)


def _moves(
    locked: Mapping[Key, Locked], released: Mapping[Key, Locked], presences: Sequence[Presence]
) -> dict[Key, Key]:
    """Give where items are now, by the keys that lines have for them.

    An item that has a line of its own and was published first under its own name is never taken for another.
    """
    first = {(key.kind, entry.was): key for key, entry in locked.items() if entry.was}
    if not first and all(not presence.formerly for presence in presences):
        return {}
    lines = {**released, **locked}
    there = [presence for presence in presences if presence.state != RETIRED]
    used = {presence.key for presence in there}
    moves: dict[Key, Key] = {}
    for presence in there:
        for path in presence.formerly:
            old = Key(presence.key.kind, path)
            known = lines.get(presence.key)
            same = known is None or (old in lines and _origin(presence.key, known) == _origin(old, lines[old]))
            if old not in used and same:
                moves[old] = presence.key
    for key, entry in lines.items():
        target = first.get((key.kind, _origin(key, entry)))
        if target is not None and target != key and key not in used and key not in moves:
            moves[key] = moves.get(target, target)
    return moves


def _returned(
    locked: Mapping[Key, Locked],
    released: Mapping[Key, Locked],
    presences: Iterable[Presence],
    moves: Mapping[Key, Key],
) -> dict[Key, Key]:
    """Give where items are again that were released elsewhere, and of which nothing here says so any more."""
    used = {presence.key for presence in presences if presence.state != RETIRED}
    found = {
        key: Key(key.kind, entry.was)
        for key, entry in released.items()
        if entry.was and key not in used and key not in moves and key not in locked
    }
    return {key: target for key, target in found.items() if target in used}


def _origin(key: Key, entry: Locked) -> str:
    """Give the path under which an item was published first."""
    return entry.was or key.path


def moved(items: Mapping[Key, Locked], moves: Mapping[Key, Key]) -> Mapping[Key, Locked]:
    """Give lines by the keys that their items have now, `items` itself where none moved; of two for one the newer."""
    if not moves and all(not entry.was or entry.was != key.path for key, entry in items.items()):
        return items
    result: dict[Key, Locked] = {}
    for key, entry in items.items():
        target = moves.get(key, key)
        origin = _origin(key, entry)
        was = "" if origin == target.path else origin
        # Nearly all stay as they are, and there may be thousands.
        placed = entry if entry.was == was else entry._replace(was=was)
        other = result.get(target)
        result[target] = placed if other is None or other.time < placed.time else other
    return result


def is_behind(entry: Locked | None, released: Locked) -> bool:
    """Tell whether learners who have a release would keep what it says: no other content is newer than that."""
    if entry is None or entry.time < released.time:
        return True
    return entry.time == released.time and (entry.hash, entry.retired) != (released.hash, released.retired)


def _nameless(key: Key, by_state: Mapping[str, Mapping[Key, str]]) -> bool:
    """Tell whether an item has no id of its own that could be retired: an auto-fail of a pack that is there."""
    pack = Key("pack", key.pack)
    return key.kind == "auto-fail" and (pack in by_state["live"] or pack in by_state["kept"])


def _note(result: Update, key: Key, old: Locked | None, new: Locked) -> None:
    if old is not None and (old.hash, old.retired) == (new.hash, new.retired):
        return
    time = new.time if old is None else max(new.time, old.time + 1)
    result.items[key] = Locked(new.hash, time, new.retired, old.was if old else "")
    result.changes[key] = RETIRED if new.retired else "new" if old is None else "changed"
