"""What was released: the newest line that a release has of each item, and a lock measured by it.

A lock alone does not show that it went back. `git revert` of published wording brings the old line back with its old
time, and every learner who has the wording keeps it: Anki updates a note only from a newer one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.publishing.lock import Deck, Key, Locked, iso, read_lock

RELEASED_FILE = "library.released"
RELEASED_HEADER = "# Written by `lpkit lock --release`: library.lock as it was last released. Do not edit it.\n"
_TIME = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")
AMBIGUOUS = "0" * 16
"""The hash of an item of which two releases have other contents at the same time: nothing is equal to it."""


class Release(NamedTuple):
    """The newest line that was released of an item, and the name of a release that has it."""

    entry: Locked
    name: str


class ReleasedDeck(NamedTuple):
    """The newest name that was released of a deck, and the name of a release that has it.

    It is empty where two releases have other names at the same time: no name is equal to it.
    """

    deck: Deck
    release: str


@dataclass(frozen=True)
class Released:
    """The released lines of a library; `unknown` says why they cannot all be told, and is empty where they can."""

    lines: Mapping[Key, Release] = field(default_factory=dict)
    unknown: str = ""
    decks: Mapping[str, ReleasedDeck] = field(default_factory=dict)
    """Decks by what they are for."""
    ahead: frozenset[Key] = frozenset()
    """Lines of the present lock that lie in the future and that no release has; empty where nobody asked a clock."""

    def __bool__(self) -> bool:
        return bool(self.lines or self.unknown)

    @property
    def items(self) -> dict[Key, Locked]:
        """Give the lines without the names of releases."""
        return {key: release.entry for key, release in self.lines.items()}

    @cached_property
    def digest(self) -> str:
        """Give a text that is equal for two values that say the same."""
        # It is as long as a lock, and each keystroke asks for it.
        return repr((sorted(self.lines.items()), self.unknown, sorted(self.decks.items()), sorted(self.ahead)))


NOTHING_RELEASED = Released()


def is_ahead(entry: Locked, released: Locked | None, latest: int) -> bool:
    """Tell whether a line lies after the latest moment that it may have, and no learner has it yet."""
    return entry.time > latest and entry != released


def with_ahead(released: Released, lock: str, latest: int) -> Released:
    """Give what was released, and which lines of a lock lie after a moment, in seconds since 1970."""
    if max(_TIME.findall(lock), default="") <= iso(latest):
        # Most locks: reading one takes ten times as long.
        return released
    items, known = read_lock(lock).items, released.items
    ahead = (key for key, entry in items.items() if is_ahead(entry, known.get(key), latest))
    return replace(released, ahead=frozenset(ahead))


def released_in(texts: Iterable[tuple[str, str]], unknown: str = "") -> Released:
    """Put releases together, each a name and the text of a lock; what is no line of a lock there is passed over."""
    lines: dict[Key, Release] = {}
    decks: dict[str, ReleasedDeck] = {}
    for name, text in texts:
        lock = read_lock(text)
        for key, entry in lock.items.items():
            lines[key] = _newer(lines.get(key), Release(entry, name))
        for place, deck in lock.decks.items():
            decks[place] = _renamed(decks.get(place), ReleasedDeck(deck, name))
    return Released(lines, unknown, decks)


def _newer(known: Release | None, found: Release) -> Release:
    if known is None or known.entry.time < found.entry.time:
        return found
    if known.entry.time > found.entry.time or known.entry == found.entry:
        return known
    return Release(found.entry._replace(hash=AMBIGUOUS), found.name)


def _renamed(known: ReleasedDeck | None, found: ReleasedDeck) -> ReleasedDeck:
    if known is None or known.deck.renamed < found.deck.renamed:
        return found
    if known.deck.renamed > found.deck.renamed or known.deck == found.deck:
        return known
    return ReleasedDeck(found.deck._replace(name=""), found.release)


def joined(first: Released, second: Released) -> Released:
    """Give what two accounts of releases say together."""
    lines = dict(first.lines)
    for key, release in second.lines.items():
        lines[key] = _newer(lines.get(key), release)
    decks = dict(first.decks)
    for place, deck in second.decks.items():
        decks[place] = _renamed(decks.get(place), deck)
    return Released(lines, first.unknown or second.unknown, decks)
