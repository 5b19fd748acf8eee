"""A dimension of a rubric on which no answer of the library scores low.

## Why
Whoever never meets an answer that fails a dimension does not learn to tell it from one that does not. Low is below
half of the weight. Reported once as many packs use the rubric as it has dimensions: with fewer there was no room for
each to fail. Retired packs do not count.

## Bad
```yaml library.yaml
rubrics:
  - id: behavioral
    dimensions:
      - {id: structure, title: Structure, weight: 20, looks_for: A course of events.}  # error: LP803
      - {id: ownership_signal, title: Ownership, weight: 50, looks_for: Steps taken unasked.}
      - {id: impact, title: Impact, weight: 30, looks_for: A measured result.}
```

```yaml ownership/noisy-alarm.yaml
title: Quiet a Noisy Alarm
```

```yaml ownership/silent-form.yaml
title: Ask Why a Form Stays Empty
```

```yaml customer-obsession/empty-basket.yaml
title: Find Out Why Baskets Are Left
```

## Good
```yaml library.yaml
rubrics:
  - id: behavioral
    dimensions:
      - {id: structure, title: Structure, weight: 20, looks_for: A course of events.}
      - {id: ownership_signal, title: Ownership, weight: 50, looks_for: Steps taken unasked.}
      - {id: impact, title: Impact, weight: 30, looks_for: A measured result.}
```
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule


class _Used(NamedTuple):
    """A rubric that a pack uses, and the dimensions on which an answer scores below half.

    `known` tells that none of the answers is broken.
    """

    rubric: str
    failed: frozenset[str]
    known: bool


class _Declared(NamedTuple):
    """A dimension of a rubric of the library."""

    rubric: str
    dimension: str


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the library's rubric that the pack uses, and the dimensions on which an answer scores below half."""
    name = pack.pack.evaluate.rubric
    if pack.library is None or pack.rubric is None or not isinstance(name, str) or pack.pack.status == "retired":
        return
    library, site = pack.library.source.name, pack.site("evaluate", "rubric")
    failed = frozenset(
        dimension
        for dimension, weight in pack.rubric.weights.items()
        if any(2 * placed.value.scores.get(dimension, weight) < weight for placed in pack.candidates)
    )
    yield Fact(library, _Used(name, failed, pack.whole("evaluate", "candidates")), site, pack.pack.id)


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give the dimensions of the library's rubrics."""
    for at, rubric in library.place(library.library.rubrics, "rubrics"):
        for place, dimension in library.place(rubric.dimensions, *at, "dimensions"):
            value = _Declared(rubric.id, dimension.id)
            yield Fact(library.source.name, value, library.site(*place, "id"), key=f"{rubric.id} {dimension.id}")


@rule(
    "LP803",
    "dimension-never-failed",
    Severity.INFO,
    CORPUS,
    collect=collect,
    collect_library=collect_library,
    facts=_Used | _Declared,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for _, group in groupby(facts, key=lambda fact: fact.library):
        about = [fact for fact in group if fact.value is not None]
        used = [fact.value for fact in about if isinstance(fact.value, _Used)]
        if all(pack.known for pack in used):
            yield from _check_library([fact for fact in about if isinstance(fact.value, _Declared)], used)


def _check_library(declared: Sequence[Fact], used: Sequence[_Used]) -> Iterator[Finding]:
    sizes = Counter(fact.value.rubric for fact in declared)
    for fact in declared:
        packs = [pack for pack in used if pack.rubric == fact.value.rubric]
        dimension = fact.value.dimension
        if len(packs) >= sizes[fact.value.rubric] and not any(dimension in pack.failed for pack in packs):
            message = f"no answer in {len(packs)} packs scores below half on {dimension}"
            yield Finding(fact.site, message, "write an answer that is weak on it")
