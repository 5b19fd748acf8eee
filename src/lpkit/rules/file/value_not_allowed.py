"""A value of the right kind that the format does not allow: out of range, blank, or none of the choices.

## Why
Exports and rules rely on the ranges. An id is lower-case letters and digits joined by single hyphens or
underscores, since it becomes part of addresses and file names.

## Bad
```yaml
status: finished  # error: LP013
title: ""  # error: LP013
```

## Good
```yaml
status: published
title: Quiet a Noisy Alarm
```

## Fix
The choice that is surely meant takes the place of a misspelt one, of one in capitals or in another language; other
words for it are unsafe. Titles become ids, and what is no id becomes one: unsafe for an id itself.

```yaml
status: "publishd"
```
```yaml
status: "published"
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP013", "value-not-allowed", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("value-not-allowed")
