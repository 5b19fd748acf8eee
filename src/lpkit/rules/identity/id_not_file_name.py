"""A pack whose id differs from the name of its file.

## Why
Authors look for a pack by its id and front ends link to it by its id. The id is permanent: when the two differ,
the file is usually what should be renamed.

## Bad
```yaml
id: loud-alarm  # error: LP101
```

## Good
```yaml
id: noisy-alarm
```
"""

from collections.abc import Iterator
from pathlib import PurePath

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP101", "id-not-file-name", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    path = PurePath(pack.source.name)
    stem = path.name.partition(".")[0]
    ending = path.suffix if path.suffix == ".yml" else ".yaml"
    if pack.pack.id != stem:
        yield Finding(
            pack.site("id"),
            f'the id is "{pack.pack.id}" and the file is called "{path.name}"',
            f"rename the file to {pack.pack.id}{ending}; change the id only if it was never published",
        )
