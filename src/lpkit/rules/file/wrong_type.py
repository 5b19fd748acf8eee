"""A value of another kind than the format expects: a text for a number, a list for a text.

## Why
Values are never converted silently: `"19"` is a text, and `yes` is a text as well (only `true` and `false` are
not). An unquoted number or date where a text belongs is put in quotes.

## Bad
```yaml
title: 2024  # error: LP012
coaching: Say what it cost.  # error: LP012
```

## Good
```yaml
title: "2024"
coaching:
  - Say what it cost.
```

## Fix
A value in another form is written in the one of the format: `36/40`, `36 points`, `"36"` and `thirty-six` as `36`,
`yes` as `true`, `2 min` as `2`, a number that is a text in quotation marks, one text as a list of one and a list of
one as a text, lines with dashes, numbers or bullets as a list, options with letters as keys as a list, and scores in
a list as keys. An optional key without a value is taken out. It is unsafe where something has to be guessed, such as
options between commas in one text.

```yaml
title: 2024
coaching: Say what it cost.
```
```yaml
title: "2024"
coaching: [Say what it cost.]
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP012", "wrong-type", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    yield from file.misfits("wrong-type")
