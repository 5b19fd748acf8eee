"""A pack with no library above it.

## Why
Principles, levels, rubrics, verdicts and markers are defined in a `library.yaml` in the pack's folder or in one
above it. Without it no reference and no verdict of the pack can be checked, and the pack cannot be exported.

## Bad
```yaml ../orphan/noisy-alarm.yaml
id: noisy-alarm  # error: LP105
```

## Good
```yaml ownership/noisy-alarm.yaml
id: noisy-alarm
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP105", "no-library", Severity.ERROR, PACK, permanent=True, reveals=True)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.orphan:
        yield Finding(
            pack.site("id"),
            "there is no library.yaml in this folder or in one above it",
            "put the pack below the folder of its library.yaml",
        )
