"""A text that stands between curly quotation marks as a whole.

## Why
Word processors make curly marks of straight ones. YAML takes them for letters, so that learners see them around a title
or a hint. What is quoted (answers, quotes, rewrites, options, replies) is left alone, and so is a text with other
quotation marks in it.

## Bad
```yaml
title: “Quiet a Noisy Alarm”  # error: LP704
```

## Good
```yaml
title: Quiet a Noisy Alarm
```

## Fix
The marks are taken away.

```yaml
title: “Quiet a Noisy Alarm”
```
```yaml
title: Quiet a Noisy Alarm
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Edit, Finding, Fix, Path, Severity
from lpkit.editing.restating import node_at, stays_plain
from lpkit.rule import VIEW, rule
from lpkit.source import Source

_OPENING, _CLOSING = "“„«‘‚", '”“»’‘"'
_MARKS = frozenset('“”„«»"')
_QUOTED = frozenset(("answer", "quote", "before", "after", "excerpt", "options", "reply", "ask", "phrases", "patterns"))


@rule("LP704", "text-in-curly-quotes", Severity.WARNING, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    for at, text in view.texts:
        if len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING and _MARKS.isdisjoint(text[1:-1]):
            bare = text[1:-1].strip()
            if bare and _QUOTED.isdisjoint(at) and not {"‘", "’"} & set(bare):
                message = f"the text stands between curly quotation marks ({text[0]} {text[-1]}), which learners see"
                help = "take the marks out; straight ones around a text are YAML's own and are not shown"
                yield Finding(view.site(*at), message, help, fix=_fix(view.source, at, text, bare))


def _fix(source: Source, at: Path, text: str, bare: str) -> Fix | None:
    """Take the marks away, where the text is written without quotation marks of YAML and stays the same without."""
    node = node_at(source, at)
    if node is None or node.style or source.text[node.start : node.end] != text:
        return None
    if not (stays_plain(bare, "[", "]") and stays_plain(bare)):
        return None
    return Fix("take the curly quotation marks out", (Edit(node.start, node.end, bare),))
