"""A text that a number sign cuts short.

## Why
Behind a space, `#` begins a comment: of `title: Rule #1 Speak Up` only "Rule" is left, and nobody is told. It is taken
for a part of the text where a letter or a digit follows the sign at once and the text before it does not end with a
full stop or the like. A comment has a space behind its sign (`# for now`), and stands behind any value in peace.

## Bad
```yaml
title: Rule #1 Speak Up  # error: LP019
```

## Good
```yaml
title: "Rule #1 Speak Up"
```

## Fix
Quotation marks around the whole line keep the sign in the text. Unsafe, since only its author knows that it was meant.

```yaml
title: Rule #1 Speak Up
```
```yaml
title: "Rule #1 Speak Up"
```
"""

import re
from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Edit, Finding, Fix, Path, Severity, Site
from lpkit.pattern import pattern
from lpkit.rule import FILE, rule
from lpkit.source import Node, comment_extents, one_line
from lpkit.text.leaves import may_hold_text

_SIGN = pattern(r"#(?!(?:todo|fixme|xxx|hack|note|lpkit|noqa|region|endregion)\b)[^\W_]", re.IGNORECASE)
_ENDED = frozenset(".!?…:;,)]}\"'”’»")
_MARK = pattern(r"\s+# (?:error: LP|lpkit: ignore).*$")
_MOST = 60


@rule("LP019", "text-cut-short", Severity.WARNING, FILE)
def check(file: FileView) -> Iterator[Finding]:
    source = file.source
    if " #" not in source.text or source.data is None:
        return
    signs = {start: end for start, end in comment_extents(source) if _SIGN.match(source.text, start)}
    if not signs:
        return
    lines = {source.position(start)[0]: start for start in signs}
    for at, node in _plain(source.root, ()):
        start = lines.get(source.position(node.end)[0])
        if start is None or source.text[node.end : start].strip() or not may_hold_text(at):
            continue
        text = source.text[node.start : node.end]
        if text[-1:] not in _ENDED or not text:
            yield _finding(file, at, (node.start if text else start, signs[start]), text)


def _finding(file: FileView, at: Path, extent: tuple[int, int], text: str) -> Finding:
    start, end = extent
    whole = _MARK.sub("", file.source.text[start:end]).rstrip()
    kept = f'"{_short(text)}"' if text else "nothing"
    message = f'the text ends before its # sign: {kept} is left of "{_short(whole)}"'
    help = f"write {one_line(_short(whole))} in quotation marks; a comment has a space behind its #"
    fix = Fix("put the whole text in quotes", (Edit(start, start + len(whole), one_line(whole)),), safe=False)
    return Finding(Site(file.source.name, at, extent=(start, start + len(whole))), message, help, fix=fix)


def _plain(node: Node, at: Path) -> Iterator[tuple[Path, Node]]:
    """Give the values that stand on one line without quotation marks, and those that are empty."""
    if node.children is None:
        if not node.style:
            yield at, node
    elif isinstance(node.children, dict):
        for key, child in node.children.items():
            yield from _plain(child, (*at, key))
    else:
        for number, child in enumerate(node.children):
            yield from _plain(child, (*at, number))


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
