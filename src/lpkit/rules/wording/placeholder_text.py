"""A text that was never written: a placeholder stands in its place.

## Why
Templates and drafts hold TODO, TBD, FIXME, XXX, lorem ipsum, `<your text>` or a lone ellipsis. Learners would see it.
The words count in capitals only, and not where the text is about them ("40 TODO comments", or in code). An expression
in double braces is none in code, as `${{ … }}`, in quotation marks, and where the text speaks of templates.

## Bad
```yaml
title: "TODO: a title"  # error: LP701
coaching:
  - <your advice>  # error: LP701
  - Say what is still to do, and who does it.
```

## Good
```yaml
title: Quiet a Noisy Alarm
coaching:
  - Say what the nuisance cost before you say what you did.
  - Say what is still to do, and who does it.
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.pattern import pattern
from lpkit.rule import VIEW, rule
from lpkit.text.code import is_on_templates, without_code
from lpkit.text.enclosed import Enclosed
from lpkit.text.languages.parts import ANY_PLACEHOLDERS, Placeholders

_QUOTE = Enclosed(
    r'"[^"\n]*"|“[^”\n]*”|(?<!\w)\'[^\'{\n]*\{\{[^\'\n]*\'(?!\w)', {'"': '["\n]', "“": "[”\n]", "'": "['\n]"}
)
_LONGEST = 40
"""Characters of the longest text that is nothing but a placeholder."""
_LONGEST_SHOWN = 80
"""Characters of the longest text that a message repeats whole."""
_MAYBE = pattern(r"TODO|TBD|FIXME|XXX|[Ll]orem|REPLACE|[<\[{]")
"""What every signal holds; nearly no text does, and the rest need not be searched."""


@rule("LP701", "placeholder-text", Severity.ERROR, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    known = view.language.get(Placeholders) or ANY_PLACEHOLDERS
    maybe = any(sign in view.source.text for sign in known.signs)
    for at, text in view.texts:
        found = known.only.fullmatch(text) if len(text) <= _LONGEST and text[:1] in known.beginnings else None
        if found is None and maybe and _MAYBE.search(text):
            own = _QUOTE.sub(lambda match: "_" * len(match.group()), without_code(text))
            found = known.signal.search(own)
            if found is not None and found.group().startswith("{{") and is_on_templates(text):
                found = None
        if found is not None:
            # Templates say behind the signal what belongs there; that is more use than the signal alone.
            whole = found.start() == 0 and len(text) <= _LONGEST_SHOWN and "\n" not in text
            message = f'the text is a placeholder: "{text if whole else found.group().strip()}"'
            yield Finding(view.site(*at), message, "write the text", value=found.group())
