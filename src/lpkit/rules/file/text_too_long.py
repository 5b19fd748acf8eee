"""A text of more than 20,000 characters.

## Why
A spoken answer of two minutes has about 1,500 characters, and what people read at a sitting has a few thousand. A text
that is longer by far got here by accident: a whole log, a file pasted into a field, a quotation mark that was never
closed. It is set aside, and no other rule looks at the entry that it stands in.

## Bad
```yaml fill=20001
coaching:
  - "…"  # error: LP016
```

## Good
```yaml
coaching:
  - "Keep the long story elsewhere, and say here what it taught you."
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP016", "text-too-long", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("text-too-long")
