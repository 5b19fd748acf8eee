"""A file whose name ends nearly like that of a pack.

## Why
lpkit reads it, so that it is not passed over in silence, but editors, hooks and code hosts take only `.yaml` and `.yml`
for YAML: they neither complete nor check it. Windows hides the end of `my-pack.yaml.txt`.

## Bad
```yaml ownership/noisy-alarm.YAML
format: 1  # error: LP018
```

## Good
```yaml ownership/noisy-alarm.yaml
format: 1
```
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule

_ENDING = re.compile(r"(\.ya?ml)(\.txt)?$", re.IGNORECASE)


@rule("LP018", "unusual-ending", Severity.ERROR, FILE)
def check(file: FileView) -> Iterator[Finding]:
    path = PurePath(file.source.name)
    ending = _ENDING.search(path.name)
    if ending is not None and ending[0] not in {".yaml", ".yml"}:
        usual = path.name.removesuffix(ending[0]) + ending[1].lower()
        data = file.source.data
        at = ("format",) if isinstance(data, dict) and "format" in data else ()
        yield Finding(file.site(*at), f'the name of the file ends with "{ending[0]}"', f"rename it to {usual}")
