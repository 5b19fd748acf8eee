"""A file of a format version that this lpkit does not read.

## Why
Nothing else is said of such a file: its keys may mean something else.

## Bad
```yaml
format: 2  # error: LP014
```

## Good
```yaml
format: 1
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP014", "unsupported-format", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("unsupported-format")
