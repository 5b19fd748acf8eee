"""A word that stands twice in a row.

## Why
It is a slip of editing, and readers stumble over it. Pairs that English has are exempt (had had, that that, very
very), and so are numbers, names, code, and words on both sides of a sign such as a comma. Only libraries in English
are checked.

## Bad
```yaml
coaching:
  - Say what the the nuisance cost before you say what you did.  # error: LP702
```

## Good
```yaml
coaching:
  - Say what the nuisance had had as its price before you say what you did.
```
"""

import re
from collections.abc import Iterator
from operator import eq

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.editing.edits import without_repeat
from lpkit.pattern import pattern
from lpkit.rule import VIEW, rule
from lpkit.text.code import without_code
from lpkit.text.languages.parts import RepeatedWords
from lpkit.text.tokens import words

_GAP = r"(?:[ \t]++(?:\n(?!\s*\n)[ \t]*+)?|\n(?!\s*\n)[ \t]*+)"
_TWICE = pattern(rf"(?<![\w'’/.-])([^\W\d_]+){_GAP}(\1)(?![\w'’/-]|\.\w)", re.IGNORECASE)


@rule("LP702", "repeated-word", Severity.WARNING, VIEW, needs=RepeatedWords)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    if isinstance(view, PackView) and view.library is None:
        return  # Nobody says in which language it is, and what stands twice there need not be a slip.
    known = view.language[RepeatedWords]
    for at, text in view.texts:
        tokens = words(text)
        if not any(map(eq, tokens, tokens[1:])):
            continue  # The search below is thirty times slower.
        for match in _TWICE.finditer(without_code(text)):
            first, second = match.groups()
            is_name = second[0].isupper() and second not in known.capitals
            if not is_name and first.lower() not in known.may_repeat:
                pair = f"{first} {second}"
                fix = without_repeat(view.source, at, second)
                message = f'"{pair}": a word stands twice'
                yield Finding(view.site(*at), message, f'keep one "{second}"', value=pair, fix=fix)
