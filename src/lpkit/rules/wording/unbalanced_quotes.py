"""A quotation mark without its partner.

## Why
Nobody can tell where the quote ends, and rules that look quotes up cannot either. Double quotes are counted, straight
and curly. Apostrophes, marks of feet and inches (24"), code, and passages that are cut out of an answer (`quote`,
`before`, phrases of markers) are left alone.

## Bad
```yaml
coaching:
  - Do not say "we found and stop there.  # error: LP703
```

## Good
```yaml
coaching:
  - Do not say "we found" and stop there.
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.pattern import pattern
from lpkit.rule import VIEW, rule
from lpkit.text.code import without_code
from lpkit.text.quoting import may_quote

_INCHES = pattern(r'\d"')
_EXCERPTS = frozenset(("quote", "before", "phrases"))
_PARAGRAPH = pattern(r"\n\s*\n")


@rule("LP703", "unbalanced-quotes", Severity.WARNING, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    for at, text in view.texts:
        quotes = may_quote(text) or "”" in text or "»" in text
        lonely = _lonely(without_code(text)) if quotes and _EXCERPTS.isdisjoint(at) else ""
        if lonely:
            message = f"a quotation mark ( {lonely} ) has no partner"
            yield Finding(view.site(*at), message, "close the quote, or take the mark out", value=lonely)


def _lonely(text: str) -> str:
    """Give a mark that has no partner; empty where all have one, or where that cannot be known."""
    # A quote of several paragraphs opens each of them and closes once.
    if _PARAGRAPH.search(text):
        return ""
    if text.count('"') % 2 and not _INCHES.search(text):
        return '"'
    # German closes with the mark that English opens with, and its chevrons may point inwards.
    opening, closing = text.count("“"), text.count("”")
    if "„" in text:
        return "„" if text.count("„") > opening + closing else ""
    if opening != closing:
        return "“" if opening > closing else "”"
    return "«" if (text.count("«") + text.count("»")) % 2 else ""
