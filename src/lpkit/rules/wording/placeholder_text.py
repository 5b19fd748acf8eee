"""A text that was never written: a placeholder stands in its place.

## Why
Templates and drafts hold TODO, TBD, FIXME, XXX, lorem ipsum, `<your text>` or a lone ellipsis. Learners would see it.
The words count in capitals only, and not where the text is about them ("40 TODO comments", or in code).

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

import re
from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.pattern import pattern
from lpkit.rule import VIEW, rule

_CODE_OR_QUOTE = pattern(r'`[^`]*`|"[^"\n]*"|“[^”\n]*”')
_ONLY = pattern(
    r"\s*(?:…|\.{3,}|\?{2,}|[Rr]eplace (?:me|this(?: text)?)|REPLACE[ _-]ME|[Cc]hange me|CHANGE[ _-]?ME|[Pp]laceholder"
    r"|[Cc]oming soon|[Tt]o be (?:written|added)|TBC|[(\[]?(?:todo|tbd|tbc|fixme|xxx)[)\]]?)[\s.!]*"
)
_BEGINNINGS = frozenset(" \t\n….?RrCcPpTtfx([")
_LONGEST = 40
"""Characters of the longest text that is nothing but a placeholder."""
_LONGEST_SHOWN = 80
"""Characters of the longest text that a message repeats whole."""
_SIGNAL = pattern(
    r"(?<!\b[Aa] )(?<!\b[Aa]n )(?<!\b[Tt]he )(?<!\b[Nn]o )(?<!\bmarked )"
    r"(?<!\bof )(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bsaid )(?<!\bread )"
    r"(?<!\d )(?<![\w/.@#-])(?:TODO|TBD|FIXME|XXX)(?![\w/-])"
    r"(?!s\b| (?:comments?|lists?|markers?|notes?|items?|entry|entries|tags?)\b)"
    r"|\b[Ll]orem [Ii]psum\b|\bREPLACE[ _-]ME\b"
    r"|(?<![\w<])<(?:your|insert|enter|fill in|replace|describe|write|put|placeholder|todo|tbd|xxx)\b[^<>\n=/]{0,60}>"
    r"|(?<![\w<])<(?!(?:input|option|button|video|audio|script|details)\b)[a-z]+(?: [a-z]+){1,5}>"
    r"|\[(?:insert|fill in|placeholder|todo|tbd)\b[^\]\n]{0,60}\](?!\()"
    r"|\[(?:your|an?|the) [^\]\n]{1,50} here\](?!\()|\{\{[^{}\n]{1,60}\}\}",
    re.MULTILINE,
)
_MAYBE = pattern(r"TODO|TBD|FIXME|XXX|[Ll]orem|REPLACE|[<\[{]")
"""What every signal holds; nearly no text does, and the rest need not be searched."""
_SIGNS = (
    "TODO",
    "TBD",
    "FIXME",
    "XXX",
    "orem",
    "REPLACE",
    "<",
    "[insert",
    "[fill",
    "[place",
    "[todo",
    "[tbd",
    " here]",
    "{{",
    "\\",
)
"""What a file with such a text holds, if only as an escape; most files have none of these."""


@rule("LP701", "placeholder-text", Severity.ERROR, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    maybe = any(sign in view.source.text for sign in _SIGNS)
    for at, text in view.texts:
        found = _ONLY.fullmatch(text) if len(text) <= _LONGEST and text[:1] in _BEGINNINGS else None
        if found is None and maybe and _MAYBE.search(text):
            found = _SIGNAL.search(_CODE_OR_QUOTE.sub(lambda match: "_" * len(match.group()), text))
        if found is not None:
            # Templates say behind the signal what belongs there; that is more use than the signal alone.
            whole = found.start() == 0 and len(text) <= _LONGEST_SHOWN and "\n" not in text
            message = f'the text is a placeholder: "{text if whole else found.group().strip()}"'
            yield Finding(view.site(*at), message, "write the text", value=found.group())
