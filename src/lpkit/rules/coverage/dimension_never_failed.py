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

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule

_USES, _FAILED, _UNKNOWN, _DECLARED = "uses ", "failed ", "unknown", "declared "


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the library's rubric that the pack uses, and the dimensions on which an answer scores below half."""
    name = pack.pack.evaluate.rubric
    if pack.library is None or pack.rubric is None or not isinstance(name, str) or pack.pack.status == "retired":
        return
    library, site = pack.library.source.name, pack.site("evaluate", "rubric")
    yield Fact(library, _USES + name, site, pack.pack.id)
    if not pack.whole("evaluate", "candidates"):
        yield Fact(library, _UNKNOWN, site, pack.pack.id)
    for dimension, weight in pack.rubric.weights.items():
        if any(2 * placed.value.scores.get(dimension, weight) < weight for placed in pack.candidates):
            yield Fact(library, f"{_FAILED}{name} {dimension}", site, pack.pack.id)


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give the dimensions of the library's rubrics."""
    for at, rubric in library.place(library.library.rubrics, "rubrics"):
        for place, dimension in library.place(rubric.dimensions, *at, "dimensions"):
            name = f"{_DECLARED}{rubric.id} {dimension.id}"
            yield Fact(library.source.name, name, library.site(*place, "id"))


@rule("LP803", "dimension-never-failed", Severity.INFO, CORPUS, collect=collect, collect_library=collect_library)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for _, group in groupby(facts, key=lambda fact: fact.library):
        about = list(group)
        values = [fact.value for fact in about]
        if _UNKNOWN not in values:
            yield from _check_library(about, values)


def _check_library(about: Sequence[Fact], values: Sequence[str]) -> Iterator[Finding]:
    declared = [fact for fact in about if fact.value.startswith(_DECLARED)]
    sizes = Counter(fact.value.split()[1] for fact in declared)
    for fact in declared:
        _, rubric, dimension = fact.value.split()
        packs = values.count(_USES + rubric)
        if packs >= sizes[rubric] and f"{_FAILED}{rubric} {dimension}" not in values:
            message = f"no answer in {packs} packs scores below half on {dimension}"
            yield Finding(fact.site, message, "write an answer that is weak on it")
