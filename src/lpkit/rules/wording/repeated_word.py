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
from lpkit.text.counting import is_english
from lpkit.text.tokens import words

_TWICE = pattern(r"(?<![\w'’/.-])([^\W\d_]+)[ \t]*(?:[ \t]|\n(?!\s*\n))[ \t]*(\1)(?![\w'’/-]|\.\w)", re.IGNORECASE)
_CODE = pattern(r"`[^`]*`")
_ENGLISH_PAIRS = frozenset(
    (
        *("had", "that", "is", "do", "her", "in", "on", "out", "up", "over", "off", "as", "was", "are", "who", "what"),
        *("very", "really", "so", "far", "much", "many", "long", "never", "no", "yes", "ha", "bye", "now", "there"),
        *("blah", "knock", "again", "more", "well", "please", "hear", "ok", "okay", "on", "through", "one"),
    )
)
"""Words that may well follow themselves: verbs and particles where two clauses meet, and words that insist."""


@rule("LP702", "repeated-word", Severity.WARNING, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    library = view if isinstance(view, LibraryView) else view.library
    if library is None or not is_english(library.library.language):
        return
    for at, text in view.texts:
        tokens = words(text)
        if not any(map(eq, tokens, tokens[1:])):
            continue  # The search below is thirty times slower.
        for match in _TWICE.finditer(_CODE.sub("`", text) if "`" in text else text):
            first, second = match.groups()
            is_name = second[0].isupper() and second != "I"
            if not is_name and first.lower() not in _ENGLISH_PAIRS:
                pair = f"{first} {second}"
                fix = without_repeat(view.source, at, second)
                message = f'"{pair}": a word stands twice'
                yield Finding(view.site(*at), message, f'keep one "{second}"', value=pair, fix=fix)
