"""Values that are nested deeper than any pack needs.

## Why
The format nests seven deep. Parsers slow down or crash on thousands of open brackets, so reading stops at 32.

## Bad
```yaml
coaching: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Say it.]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]  # error: LP005
```

## Good
```yaml
coaching: [Say it.]
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP005", "too-deep", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.flaws("too-deep")
