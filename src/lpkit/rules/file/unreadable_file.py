"""A file that cannot be read as text.

## Why
A pack that cannot be read is not checked at all: a wrong encoding, a control character, a link to nothing, a
folder with a pack's name, or a file of more than two million bytes.

## Bad
```yaml encoding=latin-1
title: Café  # error: LP001
```

## Good
```yaml
title: Café
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP001", "unreadable-file", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.flaws("unreadable-file")
