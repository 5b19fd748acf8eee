"""An id that was published and is gone without having been retired.

## Why
Learners' cards and progress hang on it. A deck cannot delete a card; it can only tell which ones are retired, and
for that the id must be listed. Where a pack was renamed, or a question moved, its former name belongs into `formerly`,
and cards and progress follow it; `lpkit mv` does both in one step. Where a move was taken back after a release, as by
`git revert`, the name that was released is a former one now.

## Bad
```yaml library.lock
question noisy-alarm/alarm-brand 0000000000000000 2026-01-01T00:00:00Z  # error: LP108
question noisy-alarm/first-alarm 0000000000000000 2026-01-01T00:00:00Z  # error: LP108
marker blames-others 0000000000000000 2026-01-01T00:00:00Z  # error: LP108
```

## Good
```yaml library.lock
question noisy-alarm/alarm-brand 0000000000000000 2026-01-01T00:00:00Z
question noisy-alarm/first-alarm 0000000000000000 2026-01-01T00:00:00Z retired
marker blames-others 0000000000000000 2026-01-01T00:00:00Z
```

```yaml
retired:
  - {id: alarm-brand, reason: Too easy.}
```

```yaml library.yaml
retired:
  - {id: blames-others, reason: Three other markers cover it.}
```
"""

from collections.abc import Iterable, Iterator, Sequence

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.corpus.locking import LockFact, LockFacts, library_facts, locks_of, pack_facts
from lpkit.diagnostic import Finding, Severity
from lpkit.publishing.lock import Key
from lpkit.rule import CORPUS, rule

_WHOLE = {"pack", "concepts", "coaching"}


def collect(pack: PackView) -> Iterable[Fact]:
    """Give the items of a pack."""
    return pack_facts(pack)


def collect_library(library: LibraryView) -> Iterable[Fact]:
    """Give the lines of the lock, and the markers."""
    return library_facts(library)


@rule(
    "LP108",
    "id-vanished",
    Severity.ERROR,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=LockFact,
    frozen=True,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for lock in locks_of(facts):
        for site, former in lock.renamed:
            message = f'the library was published as "{former}", and learners would get every card a second time'
            yield Finding(site, message, f"write id: {former} again; a title may change", value=former)
        yield from _moved_back(lock)
        vanished = lock.update.vanished
        packs = {key.path for key in vanished if key.kind == "pack"}
        for key in vanished:
            follows = key.kind != "pack" and key.kind != "marker" and key.pack in packs
            if not follows and (key.kind == "pack" or key.kind not in _WHOLE):
                yield _finding(lock, key)


def _moved_back(lock: LockFacts) -> Iterator[Finding]:
    """Find moves that were taken back: a pack is named alone, without all that moved with it."""
    returned = lock.update.returned
    packs = {(old.path, key.path) for old, key in returned.items() if old.kind == "pack"}
    for old, key in sorted(returned.items()):
        if old.kind == "pack" or (old.kind == "question" and (old.pack, key.pack) not in packs):
            message = (
                f'the {old.kind} "{key.path}" was published as "{old.path}" in {lock.released[old].name}, '
                "and its move was taken back: what learners keep under that name would be lost"
            )
            help_ = (
                f"write formerly: [{old.path}] there, then lpkit lock; or move it again: lpkit mv {_again(key, old)}"
            )
            yield Finding(lock.place(key) or lock.top, message, help_, value=f"{old} {key}")


def _again(key: Key, old: Key) -> str:
    """Give what `lpkit mv` is told to move an item to where it was released."""
    name = old.path.rpartition("/")[2]
    renamed = old.kind == "question" and name != key.path.rpartition("/")[2]
    return f"{key.path} {old.pack}{f' --id {name}' if renamed else ''}"


def _finding(lock: LockFacts, key: Key) -> Finding:
    name = key.path.rpartition("/")[2]
    own = lock.line(key)
    line = own or lock.top
    released = None if own else lock.released.get(key)
    since = f" since {released.name}" if released else ""
    entry = f"{{id: {name}, reason: …}}"
    if key.kind in ("pack", "marker"):
        moved = f"; if it was renamed, write formerly: [{name}] there (lpkit mv does)" if key.kind == "pack" else ""
        back = "bring its file back with status: retired, or add" if key.kind == "pack" else "bring it back, or add"
        message = f'the {key.kind} "{name}" was published and is gone{since}'
        return Finding(line, message, f"{back} {entry} to `retired` in library.yaml{moved}", value=str(key))
    place = lock.place(Key("pack", key.pack))
    related = ((place, "the pack that it was in"),) if place else ()
    message = f'the {key.kind} "{name}" of "{key.pack}" was published and is gone{since}'
    moved = f"; if it moved, write formerly: [{key.path}] there (lpkit mv does)" if key.kind == "question" else ""
    return Finding(
        line or lock.top, message, f"bring it back, or add {entry} to `retired`{moved}", related, value=str(key)
    )
