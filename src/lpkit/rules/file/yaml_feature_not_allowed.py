"""A feature of YAML that packs do without.

## Why
Anchors, aliases, merge keys, tags, directives, several documents in a file, and keys that are not words make a
text mean something other than what it says at that place. Packs are read by authors and by tools in several
languages: what is written is what counts.

## Bad
```yaml
coaching:
  - &count Say what the nuisance cost.  # error: LP004
  - *count  # error: LP004
```

## Good
```yaml
coaching:
  - Say what the nuisance cost.
  - Say who paid for it.
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP004", "yaml-feature-not-allowed", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.flaws("yaml-feature-not-allowed")
