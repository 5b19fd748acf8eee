"""Patterns of a marker in a language that lpkit knows no grammar of.

## Why
A pattern is found in any form of its words, in active and passive clauses, which is a matter of grammar. In a language
without it patterns find nothing, and nobody would notice: phrases are all there is.

## Bad
```yaml library.yaml
language: fr
markers:
  - id: manager-directed
    title: Manager-directed task
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    patterns:  # error: LP212
      - {who: [chef], did: [demander], whom: [me]}
    why: The first step was somebody else's.
```

## Good
```yaml library.yaml
language: fr
markers:
  - id: manager-directed
    title: Manager-directed task
    dimension: ownership_signal
    cap: 5
    verdict: no-hire
    phrases: [mon chef m'a demandé]
    why: The first step was somebody else's.
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import LIBRARY, rule
from lpkit.text.languages.parts import Frames


@rule("LP212", "patterns-not-read", Severity.WARNING, LIBRARY)
def check(library: LibraryView) -> Iterator[Finding]:
    if library.language.get(Frames) is not None:
        return
    for at, marker in library.place(library.library.markers, "markers"):
        if marker.patterns:
            yield Finding(
                library.site(*at, "patterns", on_key=True),
                f"patterns are not read in the language {library.language.tag}: they find nothing",
                "give the marker phrases",
                value=marker.id,
            )
