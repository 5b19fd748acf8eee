"""A file that is not valid YAML.

## Why
Nothing in the file can be checked until it parses. A parser gives up where it can go on no longer, which may be many
lines below the cause. So small repairs are tried (a closing quotation mark, a space behind a colon, another
indentation), and the one after which the file parses and fits the format best tells what is wrong; where the parser
stopped is shown beside it. Where two repairs fit equally well, the place of the parser is kept.

## Bad
```yaml
title: A nuisance: removed  # error: LP002
```

## Good
```yaml
title: "A nuisance: removed"
```

## Fix
The repair is made with `--unsafe`, since only its author knows what a text was meant to be. What a merge left is never
mended: somebody has to choose.

```yaml
title: A nuisance: removed
```
```yaml
title: "A nuisance: removed"
```
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.rule import FILE, rule
from lpkit.source import Source
from lpkit.source.refusal import INVALID

if TYPE_CHECKING:
    from lpkit.diagnosis import Cause


@rule("LP002", "yaml-syntax", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    source = file.source
    if not source.flaws:
        return
    # Nearly all files parse, and a check of those need not load the search.
    from lpkit.diagnosis import diagnose

    for flaw in source.flaws:
        if flaw.kind == "yaml-syntax":
            for number, cause in enumerate(diagnose(source, flaw)):
                yield _found(source, cause, number)


def _found(source: Source, cause: "Cause", number: int) -> Finding:
    site = Site(source.name, extent=cause.at)
    stopped = Site(source.name, extent=cause.stopped)
    elsewhere = cause.stopped is not None and source.span(stopped)[:2] != source.span(site)[:2]
    related = ((stopped, f"reading stopped here: {cause.saw.removeprefix(INVALID)}"),) if elsewhere else ()
    value = f"error {number + 1}" if number else ""
    return Finding(site, cause.message, cause.help, related, cause.fix, value)
