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
Where both lines are the same, and nothing else is given twice beside them, the second one is taken out. Where the keys
of an entry begin anew, a dash is missing: it is told once, and written with `--unsafe`.

```yaml
title: Quiet a Noisy Alarm
title: Quiet a Noisy Alarm
```
```yaml
title: Quiet a Noisy Alarm
```
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lpkit.corpus import FileView
from lpkit.diagnostic import Edit, Finding, Fix, Path, Severity
from lpkit.rule import FILE, rule
from lpkit.source import Source
from lpkit.source.node import find_node

_MOST = 60


@rule("LP003", "duplicate-key", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    groups: dict[Path, list[Finding]] = defaultdict(list)
    for finding in file.flaws("duplicate-key"):
        groups[finding.site.at[:-1]].append(finding)
    for at, found in groups.items():
        yield from _run_together(file.source, at, found) or [_told(file.source, finding, found) for finding in found]


def _run_together(source: Source, at: Path, found: Sequence[Finding]) -> list[Finding]:
    """Give the keys with which further entries of a list begin that lack their dash, if that is what is wrong."""
    node = find_node(source.root, at) if at and isinstance(at[-1], int) else None
    first = next(iter(node.children), None) if node and isinstance(node.children, dict) else None
    begun = [finding for finding in found if finding.site.at[-1] == first]
    if node is None or not begun or len(begun) == len(found) or source.text[node.start - 2 : node.start] != "- ":
        return []
    return [told for finding in begun if (told := _without_dash(source, at, finding))]


def _without_dash(source: Source, at: Path, finding: Finding) -> Finding | None:
    start, end = finding.site.extent or (0, 0)
    if start < 2 or source.text[start - 2 : start] != "  ":
        return None
    key = source.text[start:end]
    message = f'a dash is missing before "{key}", with which the next entry of "{_list_of(at)}" begins'
    help = f"write - {key}: as the entries above and below it have it"
    fix = Fix("write a dash", (Edit(start - 2, start, "- "),), safe=False, also=(at[:-1],))
    return finding._replace(message=message, help=help, related=(), fix=fix)


def _list_of(at: Path) -> str:
    return next((step for step in reversed(at) if isinstance(step, str)), "")


def _told(source: Source, finding: Finding, beside: Sequence[Finding]) -> Finding:
    """Say which of both lines may go; only where nothing else is given twice beside it, one of the two is no use."""
    extent, first = finding.site.extent, finding.related[0][0].extent if finding.related else None
    if extent is None or first is None:
        return finding
    (start, end), (other, until) = _line(source, extent[0]), _line(source, first[0])
    here, there = source.text[start:end].strip(), source.text[other:until].strip()
    if here == there and _is_whole(here):
        fix = Fix("take the second line out", (Edit(start, end, ""),)) if len(beside) == 1 else None
        return finding._replace(help="keep one of the two lines, which say the same", fix=fix)
    if here != there and _is_whole(here) and _is_whole(there):
        return finding._replace(help=f"keep one of the two: {_short(there)} or {_short(here)}")
    return finding


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
