"""Dates of one text that contradict each other: an end before the beginning, or another time between them.

## Why
"It began on 1 March; two weeks later, on 3 March" cannot be, whichever of the three is wrong. Compared are dates that a
text joins itself: from one to the other, begun and ended, before and after, so much later, a period and its length.
Dates without a year may lie on both sides of New Year, and then nothing is said.

## Bad
```yaml
coaching:
  - I started in May and finished in March of the same year.  # error: LP333
  - It began on 1 March. Two weeks later, on 3 March, it was over.  # error: LP333
```

## Good
```yaml
coaching:
  - I started in March and finished in May of the same year.
  - It began on 1 March. Two weeks later, on 15 March, it was over.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.corpus.told import dated, doubted, fiction
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Dates, Reckonings
from lpkit.text.order import misordered


@rule("LP333", "dates-out-of-order", Severity.ERROR, PACK, needs=Dates, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    known = pack.language.get(Reckonings)
    for at, text in dated(pack):
        for found in misordered(text, pack.language):
            if known is None or not doubted(pack, at, known.doubted):
                certain = found.certain and not fiction(at)
                yield Finding(
                    pack.site(*at),
                    f'"{found.said}": {found.why}',
                    "mend the date or the time that is wrong",
                    value=found.said,
                    severity=Severity.ERROR if certain else Severity.WARNING,
                )
