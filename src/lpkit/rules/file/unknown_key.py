"""A key that the format does not know.

## Why
A misspelt key is content that nobody will ever see. Where a required key is missing beside it, the two are one
fault: the misspelling.

## Bad
```yaml
concepts:
  - titel: A nuisance has a price  # error: LP010
    text: Count the minutes.
    level: easy  # error: LP010
```

## Good
```yaml
concepts:
  - title: A nuisance has a price
    text: Count the minutes.
```

## Fix
The key that is surely meant takes the place of the misspelt one, if it is not there already: also of one in capitals,
with spaces or hyphens, in the plural or in another language. Other words for it (`question` for `stem`) are unsafe,
as is making a key of one's own a comment. A key that belongs to another part is moved there.

```yaml
concepts:
  - titel: A nuisance has a price  # kept
    text: Count the minutes.
```
```yaml
concepts:
  - title: A nuisance has a price  # kept
    text: Count the minutes.
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP010", "unknown-key", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("unknown-key")
