"""A rubric whose weights do not sum to 100.

## Why
Totals are read as percentages and verdict bands are cut on them. With other weights no answer can earn the bands'
totals honestly.

## Bad
```yaml library.yaml
rubrics:
  - id: behavioral
    dimensions:  # error: LP201
      - {id: structure, title: Structure, weight: 20, looks_for: A clear course of events.}
      - {id: ownership_signal, title: Ownership signal, weight: 50, looks_for: Steps taken unasked.}
      - {id: impact, title: Impact, weight: 40, looks_for: A measured result.}
```

## Good
```yaml library.yaml
rubrics:
  - id: behavioral
    dimensions:
      - {id: structure, title: Structure, weight: 20, looks_for: A clear course of events.}
      - {id: ownership_signal, title: Ownership signal, weight: 50, looks_for: Steps taken unasked.}
      - {id: impact, title: Impact, weight: 30, looks_for: A measured result.}
```
"""

from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import VIEW, rule


@rule("LP201", "weights-not-100", Severity.ERROR, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    for rubric in view.rubrics():
        weights = [dimension.weight for dimension in rubric.dimensions]
        if sum(weights) != 100:
            terms = " + ".join(str(weight) for weight in weights)
            difference = 100 - sum(weights)
            direction = f"{difference} are missing" if difference > 0 else f"{-difference} are too many"
            message = f"the weights sum to {sum(weights)}, not 100 ({terms}); {direction}"
            site = view.site(*rubric.at, on_key=True)
            yield Finding(site, message, "change the weights until they sum to 100", value=terms)
