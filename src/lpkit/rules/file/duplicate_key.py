"""A key that is given twice in one mapping.

## Why
YAML readers disagree on which of the two counts, and one of them is lost without a word. The second one is
reported; the first is what all other rules read.

## Bad
```yaml
title: Quiet a Noisy Alarm
title: Quiet the Alarm  # error: LP003
```

## Good
```yaml
title: Quiet a Noisy Alarm
```

## Fix
Where both lines are the same, the second one is taken out.

```yaml
title: Quiet a Noisy Alarm
title: Quiet a Noisy Alarm
```
```yaml
title: Quiet a Noisy Alarm
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Edit, Finding, Fix, Severity
from lpkit.rule import FILE, rule
from lpkit.source import Source

_MOST = 60


@rule("LP003", "duplicate-key", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    for finding in file.flaws("duplicate-key"):
        extent, first = finding.site.extent, finding.related[0][0].extent if finding.related else None
        if extent is None or first is None:
            yield finding
            continue
        (start, end), (other, until) = _line(file.source, extent[0]), _line(file.source, first[0])
        here, there = file.source.text[start:end].strip(), file.source.text[other:until].strip()
        if here == there and _is_whole(here):
            fix = Fix("take the second line out", (Edit(start, end, ""),))
            yield finding._replace(help="keep one of the two lines, which say the same", fix=fix)
        elif here != there and _is_whole(here) and _is_whole(there):
            yield finding._replace(help=f"keep one of the two: {_short(there)} or {_short(here)}")
        else:
            yield finding


def _line(source: Source, offset: int) -> tuple[int, int]:
    number = source.position(offset)[0]
    starts = source.line_starts
    return starts[number - 1], starts[number] if number < len(starts) else len(source.text)


def _is_whole(line: str) -> bool:
    """Tell whether a line holds a key with its value, as far as a line can tell."""
    key, _, value = line.partition(": ")
    return key.replace("_", "").isalnum() and bool(value.strip()) and value.strip()[0] not in "|>{[&*!#"


def _short(line: str) -> str:
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
