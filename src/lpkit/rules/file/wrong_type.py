"""A value of another kind than the format expects: a text for a number, a list for a text.

## Why
Values are never converted silently: `"19"` is a text, and `yes` is a text as well (only `true` and `false` are
not). An unquoted number or date where a text belongs is put in quotes.

## Bad
```yaml
title: 2024  # error: LP012
coaching: Say what it cost.  # error: LP012
```

## Good
```yaml
title: "2024"
coaching:
  - Say what it cost.
```

## Fix
A number that stands where a text belongs is put in quotation marks.

```yaml
title: 2024
```
```yaml
title: "2024"
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP012", "wrong-type", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("wrong-type")
