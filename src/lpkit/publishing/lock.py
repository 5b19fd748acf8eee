"""library.lock as text: one sorted line for each item ever published, with its hash and its time.

    question need-behind-the-request/first-metric 9f86d081884c7d65 2026-02-01T08:00:00Z
    question need-behind-the-request/old-question 60303ae22b998861 2026-03-01T08:00:00Z retired

A line an item lets branches merge. Where a merge left an item twice, the newest line counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from lpkit.errors import LpkitError
from lpkit.files import lines_of
from lpkit.pattern import pattern

LOCK_FILE = "library.lock"
HEADER = "# Written by `lpkit lock`. Commit it and do not edit it: published ids and times hang on it.\n"
RETIRED = "retired"
UNEXPLAINED = sha256(b'"retired"').hexdigest()[:16]
"""The hash of what was retired and says no reason: that of the status of a pack."""
MENDED = "mended"
"""What became of a line that was older than one that was released, or gone."""

_LINE = pattern(r"([a-z]+(?:-[a-z]+)*) ([a-z0-9_/-]+) ([0-9a-f]{16}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)(?: (retired))?")
_CONFLICT = pattern(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")


class Key(NamedTuple):
    """An item: its kind, and the permanent ids from the pack down, joined by slashes."""

    kind: str
    path: str

    @property
    def pack(self) -> str:
        """Give the id of the pack (of a marker: its own)."""
        return self.path.partition("/")[0]

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"


class Locked(NamedTuple):
    """What the lock says of an item: the hash of its content, when that last changed, whether it was retired."""

    hash: str
    time: int
    """Seconds since 1970."""
    retired: bool = False


@dataclass(slots=True)
class Lock:
    """The content of a lock file; `lines` gives the number of each item's line, `faults` what is no line of a lock."""

    items: dict[Key, Locked] = field(default_factory=dict)
    lines: dict[Key, int] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)
    conflicts: list[int] = field(default_factory=list)
    """Lines with which git marks a conflict."""


def read_lock(text: str) -> Lock:
    """Read a lock file; what cannot be read is listed, never guessed."""
    lock = Lock()
    for number, line in enumerate(lines_of(text), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if _CONFLICT.fullmatch(line):
            lock.conflicts.append(number)
        elif (match := _LINE.fullmatch(line.rstrip())) and (time := _seconds(match[4])) is not None:
            _add(lock, Key(match[1], match[2]), Locked(match[3], time, match[5] is not None), number)
        else:
            lock.faults.append((number, "this is no line of a lock"))
    return lock


def _add(lock: Lock, key: Key, entry: Locked, number: int) -> None:
    known = lock.items.get(key)
    if known is None or (known.time, known.hash) < (entry.time, entry.hash):
        lock.items[key] = entry
        lock.lines[key] = number


def sound_lock(text: str, name: str, conflicts: bool = False) -> Lock:
    """Read a lock file that must be whole; with `conflicts`, both sides of one that git marked are kept.

    Raises LpkitError with the file and the line of what is no lock.
    """
    lock = read_lock(text)
    if lock.conflicts and not conflicts:
        hint = "run lpkit lock: it keeps the lines of both sides"
        raise LpkitError(f"{name}:{lock.conflicts[0]}: git left a conflict here", hint)
    if lock.faults:
        number, message = lock.faults[0]
        raise LpkitError(f"{name}:{number}: {message}", "take the file of the last commit, then run lpkit lock")
    return lock


def lock_text(items: Mapping[Key, Locked]) -> str:
    """Give the file for these items, sorted."""
    lines = (f"{key} {entry.hash} {iso(entry.time)}{_mark(entry)}\n" for key, entry in sorted(items.items()))
    return HEADER + "".join(lines)


def _mark(entry: Locked) -> str:
    return f" {RETIRED}" if entry.retired else ""


def iso(seconds: int) -> str:
    """Write seconds since 1970 as UTC, as in 2026-02-01T08:00:00Z."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(text: str) -> int | None:
    try:
        return parse_time(text)
    except LpkitError:
        return None


def parse_time(text: str) -> int:
    """Read a time: seconds since 1970, or ISO 8601 (UTC where it names no zone).

    Raises LpkitError where it is neither, or not between the years 1970 and 9999.
    """
    try:
        moment = datetime.fromtimestamp(int(text), UTC) if text.isdecimal() else datetime.fromisoformat(text)
        seconds = int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError, OSError) as error:
        raise LpkitError(f'"{text}" is no time', "write 2026-02-01T08:00:00Z, or seconds since 1970") from error
    if seconds < 0:
        raise LpkitError(f'"{text}" lies before 1970', "write 2026-02-01T08:00:00Z, or seconds since 1970")
    return seconds


NOTHING: Mapping[Key, Locked] = MappingProxyType({})


class Presence(NamedTuple):
    """That an item is there: `live` (published), `kept` (in a draft) or `retired` (its kind may be unknown)."""

    state: str
    key: Key
    hash: str


@dataclass(slots=True)
class Update:
    """A lock brought up to date: its items, what that changed, and the items that vanished unretired."""

    items: dict[Key, Locked]
    changes: dict[Key, str] = field(default_factory=dict)
    """What became of an item: new, changed, retired or mended."""
    vanished: list[Key] = field(default_factory=list)
    behind: list[Key] = field(default_factory=list)
    """The items whose line is older than one that was released, or gone."""


def update(
    locked: Mapping[Key, Locked],
    presences: Iterable[Presence],
    now: int,
    unknown: frozenset[str] = frozenset(),
    released: Mapping[Key, Locked] = NOTHING,
) -> Update:
    """Bring a lock up to date with what is there: only what changed gets a time, and that never goes back.

    It goes on from the newer of each line and what was `released` of it: a line that went back since is written again
    as it was released where the content is the same, and else with a time after that. Items of the packs in `unknown`,
    which could not be read, stay as they are.
    """
    by_state: dict[str, dict[Key, str]] = {"live": {}, "kept": {}, RETIRED: {}}
    for state, key, content in presences:
        by_state[state][key] = content
    gone = {key.path: content for key, content in by_state[RETIRED].items()}
    behind = {key: entry for key, entry in released.items() if _is_behind(locked.get(key), entry)}
    known = {**locked, **behind}
    result = Update(dict(known))
    for key, content in by_state["live"].items():
        _note(result, key, known.get(key), Locked(content, now))
    for key, entry in known.items():
        if key in by_state["live"] or key in by_state["kept"] or key.pack in unknown:
            continue
        content = gone.get(key.path) or gone.get(key.pack) or (entry.hash if _nameless(key, by_state) else "")
        if not content and entry.retired:
            # The reason that its card tells is gone with its entry.
            content = UNEXPLAINED
        if content:
            _note(result, key, entry, Locked(content, now, retired=True))
        else:
            result.vanished.append(key)
    for key in behind:
        if key not in result.vanished and key.pack not in unknown:
            result.changes[key] = MENDED
            result.behind.append(key)
    return result


def _is_behind(entry: Locked | None, released: Locked) -> bool:
    """Tell whether learners who have a release would keep what it says: no other content is newer than that."""
    return entry is None or entry.time < released.time or (entry.time == released.time and entry != released)


def _nameless(key: Key, by_state: Mapping[str, Mapping[Key, str]]) -> bool:
    """Tell whether an item has no id of its own that could be retired: an auto-fail of a pack that is there."""
    pack = Key("pack", key.pack)
    return key.kind == "auto-fail" and (pack in by_state["live"] or pack in by_state["kept"])


def _note(result: Update, key: Key, old: Locked | None, new: Locked) -> None:
    if old is not None and (old.hash, old.retired) == (new.hash, new.retired):
        return
    time = new.time if old is None else max(new.time, old.time + 1)
    result.items[key] = Locked(new.hash, time, new.retired)
    result.changes[key] = RETIRED if new.retired else "new" if old is None else "changed"
