"""What the pack stage gave for files that have not changed since the last check: a save changes one of many."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from lpkit.checking.across import Across
from lpkit.corpus import LibraryView
from lpkit.corpus.locking import published
from lpkit.publishing.released import Released
from lpkit.rule import Ruleset
from lpkit.schema.house import HouseSchema
from lpkit.source import Source

T = TypeVar("T")


def stage_frame(library: LibraryView | None, orphan: bool, house: Sequence[HouseSchema], rules: Ruleset) -> str:
    """Give what is equal for two runs of the pack stage in which a file may be told from others by its text alone."""
    lock = library.lock.digest if library and library.lock else str(library is not None and published(library))
    judged = str(library is not None and library.judged is not None)
    shared = library.source.digest if library else ""
    parts = (shared, lock, judged, str(orphan), rules.digest, *(schema.digest for schema in house))
    return sha256("\0".join(parts).encode()).hexdigest()


def stage_key(source: Source, frame: str) -> str:
    """Give what is equal for two runs of the pack stage that give the same: a hash of all that it is a function of."""
    return sha256(f"{source.digest}{frame}".encode("ascii")).hexdigest()


def library_key(source: Source, beside: Sequence[Source | None], released: Released, rules: Ruleset) -> str:
    """Give the same for a library file, what is `beside` it and what was released of it."""
    digests = (file.digest if file else "" for file in beside)
    parts = ("library", source.digest, *digests, released.digest, rules.digest)
    return sha256("\0".join(parts).encode()).hexdigest()


class Memory:
    """Results of the pack stage by key.

    Those that a whole check did not ask for are forgotten at the end of the next one, so that a session of a day
    holds no more than two states of the corpus.
    """

    def __init__(self) -> None:
        self._now: dict[str, Any] = {}
        self._before: dict[str, Any] = {}
        self.across = Across()

    def turn(self) -> None:
        """Begin a check: what only the check before the last one asked for goes."""
        self._before, self._now = self._now, {}

    def stay(self) -> None:
        """End a check before its end: what the one before it asked for is still the last whole state."""
        self._now = {**self._before, **self._now}

    def forget(self) -> None:
        """Forget all results: some came from a store that held what it never wrote."""
        self._now, self._before = {}, {}

    def recall(self, key: str, work: Callable[[], T]) -> T:
        """Give the result of a key; it is worked out where none is known."""
        known: T = self._now.get(key) or self._before.get(key) or work()
        self._now[key] = known
        return known
