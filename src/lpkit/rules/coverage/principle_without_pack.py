"""A principle of the library that no pack is about.

## Why
Learners see all principles and look for practice in each. Reported once a library has as many packs as principles: a
library with fewer is still being written. Retired packs do not count.

## Bad
```yaml library.yaml
principles:
  - {id: ownership, title: Ownership, summary: Takes on what nobody assigned.}
  - {id: customer-obsession, title: Customer Obsession, summary: Starts from the customer's day.}  # error: LP802
```

```yaml ownership/noisy-alarm.yaml
title: Quiet a Noisy Alarm
```

```yaml ownership/silent-form.yaml
title: Ask Why a Form Stays Empty
```

## Good
```yaml ownership/noisy-alarm.yaml
title: Quiet a Noisy Alarm
```

```yaml customer-obsession/silent-form.yaml
title: Ask Why a Form Stays Empty
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule


class _Principle(NamedTuple):
    """A principle: of the library, or what a pack is about."""

    name: str
    declared: bool


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the principle that the pack is about."""
    if pack.library is not None and pack.pack.status != "retired":
        yield Fact(
            pack.library.source.name, _Principle(pack.pack.principle, False), pack.site("principle"), pack.pack.id
        )


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give the principles of the library."""
    for at, principle in library.place(library.library.principles, "principles"):
        yield Fact(library.source.name, _Principle(principle.id, True), library.site(*at, "id"), key=principle.id)


@rule(
    "LP802",
    "principle-without-pack",
    Severity.INFO,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=_Principle,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for _, group in groupby(facts, key=lambda fact: fact.library):
        about = [fact for fact in group if fact.value is not None]
        covered = [fact.value.name for fact in about if not fact.value.declared]
        declared = [fact for fact in about if fact.value.declared]
        if len(covered) < len(declared):
            continue
        for fact in declared:
            name = fact.value.name
            if name not in covered:
                message = f"none of {len(covered)} packs is about the principle {name}"
                yield Finding(fact.site, message, "write a pack for it, or move one")
