"""Two packs of one library with the same id.

## Why
Both would write the same file, the same deck and the same progress.

## Bad
```yaml customer-obsession/noisy-alarm.yaml
id: noisy-alarm
```

```yaml ownership/noisy-alarm.yaml
id: noisy-alarm  # error: LP103
```

## Good
```yaml ownership/noisy-alarm.yaml
id: noisy-alarm
```

```yaml customer-obsession/silent-form.yaml
id: silent-form
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from lpkit.corpus import Fact, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the pack's id."""
    if pack.library is not None:
        yield Fact(pack.library.source.name, pack.pack.id, pack.site("id"), key=pack.pack.id)


@rule("LP103", "duplicate-pack-id", Severity.ERROR, CORPUS, collect=collect, facts=str)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for (_, name), group in groupby(facts, key=lambda fact: (fact.library, fact.value)):
        first, *others = group
        for fact in others:
            related = ((first.site, "first used here"),)
            yield Finding(fact.site, f'two packs have the id "{name}"', _HELP, related)


_HELP = "give the newer pack another id, and its file the same name"
