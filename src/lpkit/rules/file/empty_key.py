"""A key with nothing behind it, which counts as if it were not there.

## Why
`hint:` without a text looks as if there were one: whoever reviews the file counts a hint, and no learner sees it.
Mostly the text was meant to follow and was forgotten. A key that must be there, or holds a list, is an error without a
value ([LP012](lp012.md)). Who means that there is nothing leaves the line out, or writes `null`.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      delivery:  # error: LP023
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes:  # error: LP023
```

## Good
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      delivery: Fluent.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: null
```

## Fix
The key is taken out, which says the same. One with a comment behind it stays.

```yaml
coaching:
  - text: Say what the nuisance cost before you say what you did.
    ask:
```
```yaml
coaching:
  - text: Say what the nuisance cost before you say what you did.
```
"""

from collections.abc import Iterator
from pathlib import PurePath

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Path, Severity
from lpkit.editing.placing import without
from lpkit.model import Library, Pack
from lpkit.rule import FILE, rule
from lpkit.schema.keys import entry_at, nullable_keys
from lpkit.source import Node, comment_extents


@rule("LP023", "empty-key", Severity.WARNING, FILE)
def check(file: FileView) -> Iterator[Finding]:
    source = file.source
    model = Library if PurePath(source.name).name == "library.yaml" else Pack
    empty = [(at, node) for at, node in _keys(source.root, ()) if node.start == node.end and not node.style]
    if not empty:
        return
    # Of a text that begins with a number sign nothing is left either, which LP019 tells.
    signs = (start for start, _ in comment_extents(source) if source.text[start + 1 : start + 2] > " ")
    cut = {source.position(start)[0] for start in signs}
    for at, node in empty:
        entry = entry_at(model, at[:-1])
        if entry is None or at[-1] not in nullable_keys(entry) or source.position(node.start)[0] in cut:
            continue
        message = f'"{at[-1]}" has no value, and counts as if it were not there'
        fix = without(source, at, safe=True)
        yield Finding(file.site(*at, on_key=True), message, "write its text, or take the line out", fix=fix)


def _keys(node: Node, at: Path) -> Iterator[tuple[Path, Node]]:
    """Give the single values behind keys."""
    if isinstance(node.children, dict):
        for key, child in node.children.items():
            if child.children is None:
                yield (*at, key), child
            else:
                yield from _keys(child, (*at, key))
    elif node.children is not None:
        for number, child in enumerate(node.children):
            yield from _keys(child, (*at, number))
