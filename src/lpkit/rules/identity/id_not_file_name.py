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

## Fix
The name of the file becomes the id, as of a pack that was copied. Unsafe, since an id that was published is permanent.

```yaml
id: loud-alarm
```
```yaml
id: noisy-alarm
```
"""

from collections.abc import Iterator
from pathlib import PurePath

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.editing.edits import new_value
from lpkit.model.types import ID_PATTERN
from lpkit.pattern import pattern
from lpkit.rule import PACK, rule

_ID = pattern(ID_PATTERN)


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
            fix=new_value(pack.source, ("id",), stem, safe=False) if _ID.match(stem) else None,
        )
