"""A required key that is not there.

## Why
Every export counts on it. The fault is shown at the key that the mapping belongs to, or at the mapping itself
where it is an entry of a list.

## Bad
```yaml
model_answer:  # error: LP011
  guidance: Begin with the count.
```

## Good
```yaml
model_answer:
  guidance: Begin with the count.
  candidate: b
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP011", "missing-key", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("missing-key")
