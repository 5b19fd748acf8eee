"""A key that is given twice in one mapping.

## Why
YAML readers disagree on which of the two counts, and one of them is lost without a word. The second one is
reported; the first is what all other rules read.

## Bad
```yaml
title: Quiet a Noisy Alarm
title: Quiet the Alarm  # error: LP003
```

## Good
```yaml
title: Quiet a Noisy Alarm
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP003", "duplicate-key", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.flaws("duplicate-key")
