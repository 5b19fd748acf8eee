"""A retired id that is still in use.

## Why
Exports tell learners to suspend what is retired. An id that is both would hide a live question. A retired id is
never used again, for a new question least of all: old progress would count for it.

## Bad
```yaml
retired:
  - id: alarm-trial  # error: LP106
    reason: Too easy.
```

## Good
```yaml
retired:
  - id: alarm-brand
    reason: Too easy.
    replaced_by: alarm-trial
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule

_LISTS = (("concepts",), ("coaching",), ("evaluate", "candidates"), ("fix_its",), ("questions",))


@rule("LP106", "retired-id-in-use", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    used = {name: (*at, number, "id") for at in _LISTS for number, name in pack.ids(*at)}
    for at, entry in pack.place(pack.pack.retired, "retired"):
        if entry.id in used:
            related = ((pack.site(*used[entry.id]), "still in use here"),)
            message = f'the id "{entry.id}" is retired and still in use'
            yield Finding(pack.site(*at, "id"), message, "retire it or use it, not both", related)
