"""A date or a time that no calendar and no clock has.

## Why
A 31st of April is a slip of the pen, and a reader who stumbles over it doubts the rest. Looked at are days that their
month lacks, a 29 February in a year that is no leap year, a weekday that a full date does not have, numbers of months
and quarters beyond the last one, and times after 24:00.

## Bad
```yaml
coaching:
  - The count began on 31 April.  # error: LP332
  - We met on Monday, 5 March 2024, at 9:30.  # error: LP332
```

## Good
```yaml
coaching:
  - The count began on 30 April.
  - We met on Tuesday, 5 March 2024, at 9:30.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.corpus.told import dated, offered
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.dates import impossible
from lpkit.text.languages.parts import Dates


@rule("LP332", "impossible-date", Severity.ERROR, PACK, needs=Dates, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    for at, text in (*dated(pack), *offered(pack)):
        for found in impossible(text, pack.language):
            yield Finding(
                pack.site(*at),
                f'"{found.said}": {found.why}',
                "mend the date",
                value=found.said,
                severity=Severity.ERROR if found.certain else Severity.WARNING,
            )
