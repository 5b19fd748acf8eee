"""A library.lock that no longer tells what was published.

## Why
Exports take from it when each item last changed: decks decide by it whether a learner's note is updated. With
a lock out of date a correction never arrives. A library that was not published yet has no lock, and needs none.

A lock that went back is worse, and an error: after `git revert` of a release, or a bad merge, an item has the time of
an old release again, and whoever has the newer one keeps it for ever. So the lock is compared with those of the
releases, which git's tags name (the setting `releases`). Names of decks are compared too: where they went back, Anki
would put new cards into a deck beside the one that learners have. A time in the future, as a wrong clock gives it, is
an error as well: a later correction would count as older.

## Bad
```yaml library.lock
question noisy-alarm/alarm-trial 0000000000000000 2026-01-01T00:00:00Z  # error: LP107
```

## Good
A library.lock as `lpkit lock` wrote it after the last change, or none at all: this pack has not been published yet.

```yaml
status: draft
```
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.corpus.deck_lines import DeckBehind
from lpkit.corpus.locking import LockFact, LockFacts, library_facts, locks_of, pack_facts
from lpkit.diagnostic import Finding, Severity
from lpkit.publishing.lock import Key, Locked, iso
from lpkit.publishing.released import Release
from lpkit.rule import CORPUS, rule

_SHOWN = 3
_HELP = "run lpkit lock, and commit the file with the change"


def collect(pack: PackView) -> Iterable[Fact]:
    """Give the items of a pack with their hashes."""
    return pack_facts(pack)


def collect_library(library: LibraryView) -> Iterable[Fact]:
    """Give the lines of the lock, and the markers."""
    return library_facts(library)


@rule(
    "LP107",
    "lock-out-of-date",
    Severity.WARNING,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=LockFact,
    last=True,
    mended_by_lock=True,
    frozen=True,
    varies=True,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for lock in locks_of(facts):
        if lock.faults:
            for site, message in lock.faults:
                yield Finding(site, message, _HELP, severity=Severity.ERROR)
        elif lock.published:
            update = lock.update
            # LP108 tells of a move that was taken back; what the lock says of that pack follows from it.
            back = {key.pack for key in update.returned.values()}
            went = [key for key in update.behind if key.pack not in back]
            releases = {key: _release(lock, key, update.items[key]) for key in went}
            newest = sorted(releases, key=lambda key: (-releases[key].entry.time, key))
            behind = {key: f"released at {iso(releases[key].entry.time)} in {releases[key].name}" for key in newest}
            for twins in _twins(update.items):
                yield _twice(lock, twins)
            ahead = {key: iso(time) for key, time in lock.ahead.items() if key not in behind}
            future = "library.lock has times in the future, so a later correction would count as older and never arrive"
            yield from _found(lock, ahead, future, Severity.ERROR)
            changed = {key: what for key, what in sorted(update.changes.items()) if key.pack not in back}
            stale = {key: what for key, what in changed.items() if key not in behind}
            said = "library.lock went back behind a release, so nobody who has that would get what is here now"
            yield from _found(lock, behind, said, Severity.ERROR)
            if decks := list(lock.decks.behind(lock.presences)):
                yield _deck_went_back(decks)
            yield from _found(lock, stale, "library.lock is out of date", None)
            if lock.untold:
                message = f"nobody can tell here whether library.lock went back behind a release: {lock.untold}"
                yield Finding(lock.top, message, "or record releases with lpkit lock --release")


def _release(lock: LockFacts, key: Key, entry: Locked) -> Release:
    """Give the newest release of an item, whatever it was called then."""
    first = entry.was or key.path
    found = (
        release
        for old, release in lock.released.items()
        if old == key or (old.kind == key.kind and (release.entry.was or old.path) == first)
    )
    return max(found, key=lambda release: release.entry.time)


def _twins(items: Mapping[Key, Locked]) -> list[list[Key]]:
    """Give the items that were published first as one."""
    by_origin: defaultdict[Key, list[Key]] = defaultdict(list)
    for key, entry in items.items():
        if entry.was and entry.was != key.path:
            by_origin[Key(key.kind, entry.was)].append(key)
    for origin, keys in by_origin.items():
        # Without a former name an item is its own origin, and nobody else's.
        if origin in items and items[origin].was in {"", origin.path}:
            keys.append(origin)
    return [sorted(keys) for _, keys in sorted(by_origin.items()) if len(keys) > 1]


def _twice(lock: LockFacts, twins: Sequence[Key]) -> Finding:
    first, *rest = twins
    others = " and ".join(f'"{key.path}"' for key in rest)
    message = f'{first.kind} "{first.path}" is one card to learners with {others}: both were published first as one'
    site = next(filter(None, map(lock.place, twins)), lock.top)
    value = " ".join(map(str, twins))
    help_ = "name the others in `formerly` of the one that stays"
    return Finding(site, message, help_, severity=Severity.ERROR, value=value)


def _deck_went_back(decks: Sequence[DeckBehind]) -> Finding:
    first, *rest = decks
    deck, release = first.released
    other = f'"{deck.name}"' if deck.name else "two names"
    when = f"renamed at {iso(deck.renamed)}" if deck.renamed else "named so"
    message = (
        f"library.lock went back behind a release: names of decks of {first.key.replace('/', ' ')}"
        f"{f' and {len(rest)} more' if rest else ''}, where learners have {other}, {when} in {release}, and would get "
        f'"{first.deck.name}" beside it'
    )
    help_ = f"{_HELP}; lpkit lock --rename-decks makes names of the titles, with a newer time"
    value = " ".join(one.key for one in decks)
    return Finding(first.site, message, help_, severity=Severity.ERROR, value=value)


def _found(lock: LockFacts, changes: Mapping[Key, str], said: str, severity: Severity | None) -> Iterator[Finding]:
    if changes:
        named = [f'{key.kind} "{key.path}" ({what})' for key, what in changes.items()]
        more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
        message = f"{said}: {', '.join(named[:_SHOWN])}{more}"
        site = next(filter(None, map(lock.line, sorted(changes))), lock.top)
        related = {place.file: (place, "changed here") for place in map(lock.place, changes) if place}
        value = " ".join(map(str, sorted(changes)))
        yield Finding(site, message, _HELP, tuple(related.values()), severity=severity, value=value)
