"""library.lock as text: one sorted line for each item ever published, with its hash and its time.

    question need-behind-the-request/first-metric 9f86d081884c7d65 2026-02-01T08:00:00Z
    question need-behind-the-request/old-question 60303ae22b998861 2026-03-01T08:00:00Z retired
    question need-behind-the-request/second-metric 2c26b46b68ffc68f 2026-03-01T08:00:00Z was which-metric/second-metric
    deck pack/which-metric Interview Principles::Ownership::Which Metric
    renamed-deck pack/first-metric 2026-03-01T08:00:00Z Interview Principles::Ownership::A First Metric

A line an item lets branches merge. Where a merge left an item twice, the newest line counts.
"""

from collections.abc import Mapping
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
LAST = 253_402_300_799
"""The last second of the year 9999, as seconds since 1970: no line has a later time."""
MOVED = "moved"
MENDED = "mended"
"""What became of a line that was older than one that was released, or gone."""

_LINE = pattern(
    r"([a-z]+(?:-[a-z]+)*) ([a-z0-9_/-]+) ([0-9a-f]{16}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"
    r"(?: (retired))?(?: was ([a-z0-9_/-]+))?"
)
_PLACE = r"((?:library|principle|pack)/[a-z0-9_-]+)"
_DECK = pattern(rf"(?:deck {_PLACE}|renamed-deck {_PLACE} (\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ)) (\S.*)")
_DAY = pattern(r"[0-9]{8}")
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
    was: str = ""
    """The path under which it was published first; empty where that is its own."""


class Deck(NamedTuple):
    """What the lock says of a deck: its full name, and when that last became another one."""

    name: str
    renamed: int = 0
    """Seconds since 1970; 0 for a name that is as it was first published."""


@dataclass(slots=True)
class Lock:
    """The content of a lock file; `lines` gives the number of each item's line, `faults` what is no line of a lock."""

    items: dict[Key, Locked] = field(default_factory=dict)
    lines: dict[Key, int] = field(default_factory=dict)
    faults: list[tuple[int, str]] = field(default_factory=list)
    conflicts: list[int] = field(default_factory=list)
    """Lines with which git marks a conflict."""
    decks: dict[str, Deck] = field(default_factory=dict)
    """Decks by what they are for; of two lines for one the newer counts, and the first where none is."""
    deck_lines: dict[str, int] = field(default_factory=dict)
    """The numbers of their lines."""


def read_lock(text: str) -> Lock:
    """Read a lock file; what cannot be read is listed, never guessed."""
    lock = Lock()
    for number, line in enumerate(lines_of(text), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if _CONFLICT.fullmatch(line):
            lock.conflicts.append(number)
        elif (deck := _DECK.fullmatch(line.rstrip())) and (renamed := _seconds(deck[3] or "0")) is not None:
            _add_deck(lock, deck[1] or deck[2], Deck(deck[4], renamed), number)
        elif item := read_item(line.rstrip()):
            _add(lock, *item, number)
        else:
            lock.faults.append((number, "this is no line of a lock"))
    return lock


def read_item(line: str) -> tuple[Key, Locked] | None:
    """Read the line of an item; None where it is none."""
    match = _LINE.fullmatch(line)
    if match is None or (time := _seconds(match[4])) is None:
        return None
    return Key(match[1], match[2]), Locked(match[3], time, match[5] is not None, match[6] or "")


def _add(lock: Lock, key: Key, entry: Locked, number: int) -> None:
    known = lock.items.get(key)
    if known is None or (known.time, known.hash) < (entry.time, entry.hash):
        lock.items[key] = entry
        lock.lines[key] = number


def _add_deck(lock: Lock, key: str, deck: Deck, number: int) -> None:
    known = lock.decks.get(key)
    if known is None or known.renamed < deck.renamed:
        lock.decks[key] = deck
        lock.deck_lines[key] = number


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


def lock_text(items: Mapping[Key, Locked], decks: Mapping[str, Deck] = MappingProxyType({})) -> str:
    """Give the file for these items and decks, sorted."""
    named = (deck_line(key, deck) for key, deck in sorted(decks.items()))
    lines = (item_line(key, entry) for key, entry in sorted(items.items()))
    return HEADER + "".join(named) + "".join(lines)


def deck_line(key: str, deck: Deck) -> str:
    """Give the line of a deck, by what it is for."""
    return f"renamed-deck {key} {iso(deck.renamed)} {deck.name}\n" if deck.renamed else f"deck {key} {deck.name}\n"


def item_line(key: Key, entry: Locked) -> str:
    """Give the line of an item."""
    return f"{key} {entry.hash} {iso(entry.time)}{_mark(entry)}\n"


def _mark(entry: Locked) -> str:
    return f"{f' {RETIRED}' if entry.retired else ''}{f' was {entry.was}' if entry.was else ''}"


def iso(seconds: int) -> str:
    """Write seconds since 1970 as UTC, as in 2026-02-01T08:00:00Z."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _seconds(text: str) -> int | None:
    try:
        return parse_time(text)
    except LpkitError:
        return None


def _is_day(text: str) -> bool:
    try:
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def parse_time(text: str) -> int:
    """Read a time: seconds since 1970, or ISO 8601 (UTC where it names no zone).

    Raises LpkitError where it is neither, may be both, as 20260201, or is not between the years 1970 and 9999.
    """
    if _DAY.fullmatch(text) and _is_day(text):
        raise LpkitError(f'"{text}" may be a day or seconds since 1970', "write 2026-02-01T08:00:00Z, with its signs")
    try:
        moment = datetime.fromtimestamp(int(text), UTC) if text.isdecimal() else datetime.fromisoformat(text)
        seconds = int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError, OSError) as error:
        raise LpkitError(f'"{text}" is no time', "write 2026-02-01T08:00:00Z, or seconds since 1970") from error
    if seconds < 0:
        raise LpkitError(f'"{text}" lies before 1970', "write 2026-02-01T08:00:00Z, or seconds since 1970")
    return seconds
