"""A file that is not valid YAML.

## Why
Nothing in the file can be checked until it parses. The message names the place at which the parser gave up; the
cause is there or a little above it.

## Bad
```yaml
title: A nuisance: removed  # error: LP002
```

## Good
```yaml
title: "A nuisance: removed"
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnosis import Cause, diagnose
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.rule import FILE, rule
from lpkit.source import Source


@rule("LP002", "yaml-syntax", Severity.ERROR, FILE, permanent=True, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    source = file.source
    for flaw in source.flaws:
        if flaw.kind == "yaml-syntax":
            for number, cause in enumerate(diagnose(source, flaw)):
                yield _found(source, cause, number)


def _found(source: Source, cause: Cause, number: int) -> Finding:
    site = Site(source.name, extent=cause.at)
    stopped = Site(source.name, extent=cause.stopped)
    elsewhere = cause.stopped is not None and source.span(stopped)[:2] != source.span(site)[:2]
    related = ((stopped, f"the parser stopped here: {cause.saw.removeprefix('not valid YAML: ')}"),) if elsewhere else ()
    value = f"error {number + 1}" if number else ""
    return Finding(site, cause.message, cause.help, related, cause.fix, value)
