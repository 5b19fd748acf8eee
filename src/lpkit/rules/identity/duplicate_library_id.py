"""Two libraries with the same id.

## Why
Exports, decks, progress and ids of questions are named by the library's id: of two libraries with one, the second would
take the place of the first. A copied library keeps the id of the old one.

## Bad
```yaml library.yaml
id: sample
```

```yaml ../other/library.yaml
id: sample  # error: LP110
```

## Good
```yaml library.yaml
id: sample
```

```yaml ../other/library.yaml
id: other
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lpkit.corpus import Fact, LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule


def collect(_: PackView) -> Iterator[Fact]:
    """Give nothing: packs have no say in it."""
    yield from ()


def collect_library(library: LibraryView) -> Iterator[Fact]:
    """Give the id of the library."""
    if library.library.id:
        yield Fact(library.source.name, library.library.id, library.site("id"), key=library.library.id)


@rule(
    "LP110", "duplicate-library-id", Severity.ERROR, CORPUS, collect=collect, collect_library=collect_library, facts=str
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    named = sorted((fact for fact in facts if fact.value is not None), key=lambda fact: (fact.value, fact.library))
    for name, group in groupby(named, key=lambda fact: fact.value):
        first, *others = group
        for fact in others:
            related = ((first.site, "first used here"),)
            yield Finding(fact.site, f'two libraries have the id "{name}"', _HELP, related)


_HELP = "give the newer library another id; learners' progress hangs on that of a published one"
