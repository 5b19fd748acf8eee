"""A marker of the library that no answer shows.

## Why
Learners read about the marker and never meet it, so they cannot learn to see it. Reported once a library has as many
packs as markers: a library with fewer is still being written. Retired packs do not count.

## Bad
```yaml library.yaml
markers:
  - id: manager-directed
    title: Manager-directed task
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    phrases: [my manager asked me]
    why: The first step was somebody else's.
  - id: hidden-mistake  # error: LP801
    title: Hidden mistake
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    why: Those concerned could not act.
```

```yaml ownership/noisy-alarm.yaml
title: Quiet a Noisy Alarm
```

```yaml customer-obsession/silent-form.yaml
title: Ask Why a Form Stays Empty
```

## Good
```yaml library.yaml
markers:
  - id: manager-directed
    title: Manager-directed task
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    phrases: [my manager asked me]
    why: The first step was somebody else's.
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule


class _Shown(NamedTuple):
    """The markers that the answers of a pack show; `known` tells that none of the answers is broken."""

    markers: frozenset[str]
    known: bool


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the markers that the pack's answers show; where a part of it is broken they cannot be known."""
    if pack.library is None or pack.pack.status == "retired":
        return
    library = pack.library.source.name
    markers = frozenset(entry.marker for _, candidate in pack.candidates for entry in candidate.auto_fails)
    yield Fact(library, _Shown(markers, pack.whole("evaluate", "candidates")), pack.site("id"), pack.pack.id)


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give the markers of the library."""
    for at, marker in library.place(library.library.markers, "markers"):
        yield Fact(library.source.name, marker.id, library.site(*at, "id"), key=marker.id)


@rule(
    "LP801",
    "marker-never-shown",
    Severity.INFO,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=_Shown | str,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for _, group in groupby(facts, key=lambda fact: fact.library):
        about = list(group)
        packs = [fact.value for fact in about if isinstance(fact.value, _Shown)]
        declared = [fact for fact in about if isinstance(fact.value, str)]
        if len(packs) < len(declared) or not all(pack.known for pack in packs):
            continue
        shown = frozenset[str]().union(*(pack.markers for pack in packs))
        for fact in declared:
            if fact.value not in shown:
                message = f"no answer in {len(packs)} packs shows the marker {fact.value}"
                yield Finding(fact.site, message, "write an answer that shows it, or drop the marker")
