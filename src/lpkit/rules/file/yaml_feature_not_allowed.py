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

## Fix
A text that begins with one of their signs is put in quotation marks, and a line of three dashes is taken out. Both are
unsafe, since only the author knows what was meant.

```yaml
coaching:
  - !Important Say who paid for it.
```
```yaml
coaching:
  - "!Important Say who paid for it."
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Edit, Finding, Fix, Severity
from lpkit.pattern import pattern
from lpkit.rule import FILE, rule
from lpkit.source import Source, one_line

_LINE = pattern(r"---[ \t]*\r?\n")
_TEXT = pattern(r"[*&!][^\n\r#]*")
_BEFORE = pattern(r"^\s*(?:- +)*(?:[A-Za-z_]\w*: +)?$")


@rule("LP004", "yaml-feature-not-allowed", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    for finding in file.flaws("yaml-feature-not-allowed"):
        extent = finding.site.extent
        yield finding._replace(fix=_fix(file.source, *extent) if extent else None)


def _fix(source: Source, start: int, end: int) -> Fix | None:
    sign, rest = source.text[start : start + 1], source.text[end:]
    if sign == "-" and not rest.strip():
        return Fix("take the line out", (Edit(start, len(source.text), ""),), safe=False)
    if sign == "-" and (line := _LINE.match(source.text, start)):
        return Fix("take the line out", (Edit(start, line.end(), ""),), safe=False)
    match = _TEXT.match(source.text, start)
    if match is None or not _BEFORE.search(source.text[:start].rpartition("\n")[2]) or _refers(source.text, match[0]):
        return None
    text = match[0].rstrip()
    return Fix(f"write {one_line(text)}", (Edit(start, start + len(text), one_line(text)),), safe=False)


def _refers(text: str, written: str) -> bool:
    """Tell whether a sign means what it means in YAML: a name that is also referred to, or one of its own kinds."""
    name = written[1:].split()[0] if written[1:].split() else ""
    other = {"*": "&", "&": "*"}.get(written[0])
    return written.startswith("!!") or not name or (other is not None and f"{other}{name}" in text)
