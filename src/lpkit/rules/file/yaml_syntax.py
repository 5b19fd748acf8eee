"""A file that is not valid YAML.

## Why
Nothing in the file can be checked until it parses. The message names the place at which the parser gave up; the
cause is there or a little above it.

## Bad
```yaml
title: A nuisance: removed  # error: LP002
```

## Good
```yaml
title: "A nuisance: removed"
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP002", "yaml-syntax", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.flaws("yaml-syntax")
