"""A tag of HTML in a text that is shown as it stands.

## Why
No text of a pack or library is HTML: what comes from a page or a form with its tags is shown with them, on the site, on
cards and in learning systems. Markdown has `**` for bold, `*` for emphasis, and a blank line ends a paragraph. Tags in
backticks and fences are code, and a pack that speaks of HTML or XML has tags as its subject. Questions are looked at by
LP519.

## Bad
```yaml
coaching:
  - Say what the nuisance cost <b>before</b> you say what you did.  # error: LP705
```

## Good
```yaml
coaching:
  - Say what the nuisance cost **before** you say what you did.
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import VIEW, rule
from lpkit.text.code import is_on_markup, without_code
from lpkit.text.tags import TAG
from lpkit.text.tokens import words


@rule("LP705", "tag-in-text", Severity.WARNING, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    found = [
        (at, match.group())
        for at, text in view.texts
        if "<" in text and "questions" not in at and (match := TAG.search(without_code(text)))
    ]
    if not found or is_on_markup({word.lower() for _, text in view.texts for word in words(text)}):
        return
    for at, tag in found:
        message = f'the text holds "{tag}", which learners would see as it stands'
        yield Finding(view.site(*at), message, f'write the text without "{tag}"', value=tag)
