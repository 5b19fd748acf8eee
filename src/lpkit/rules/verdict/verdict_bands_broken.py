"""Verdict bands that leave a total without a verdict, or in the wrong order.

## Why
Bands run from their `from` to the next. They begin at 0, rise, and once a verdict passes, all higher ones pass.

## Bad
```yaml library.yaml
verdicts:
  - {id: no-hire, title: No Hire, from: 10, passes: false}  # error: LP208
  - {id: hire, title: Hire, from: 60, passes: true}
  - {id: strong-hire, title: Strong Hire, from: 60, passes: true}  # error: LP208
```

## Good
```yaml library.yaml
verdicts:
  - {id: no-hire, title: No Hire, from: 0, passes: false}
  - {id: hire, title: Hire, from: 60, passes: true}
  - {id: strong-hire, title: Strong Hire, from: 85, passes: true}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from lpkit.corpus import LibraryView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import LIBRARY, rule


@rule("LP208", "verdict-bands-broken", Severity.ERROR, LIBRARY)
def check(library: LibraryView) -> Iterator[Finding]:
    if not library.whole("verdicts"):
        return
    bands = library.place(library.library.verdicts, "verdicts")
    lowest = bands[0]
    if lowest.value.starts_at != 0:
        message = f"the lowest band begins at {lowest.value.starts_at}; totals below it have no verdict"
        yield Finding(library.site(*lowest.at, "from"), message, "write from: 0")
    for lower, upper in pairwise(bands):
        start, end = lower.value.starts_at, upper.value.starts_at
        if end <= start:
            message = f'the band of "{upper.value.id}" begins at {end}, not above that of "{lower.value.id}" ({start})'
            yield Finding(library.site(*upper.at, "from"), message, "list the verdicts lowest first")
        if lower.value.passes and not upper.value.passes:
            message = f'"{upper.value.id}" does not pass, but the lower "{lower.value.id}" does'
            yield Finding(library.site(*upper.at, "passes"), message, "write passes: true, or reorder the verdicts")
    if len({band.value.passes for band in bands}) == 1:
        message = "all verdicts pass" if lowest.value.passes else "no verdict passes"
        yield Finding(library.site("verdicts", on_key=True), message, "let the higher verdicts pass, the lower not")
