"""Figures of a text that do not come to what the text says.

## Why
Whoever reads "from 90 to 30, a drop of 30%" stops trusting the other figures too. Where a text gives the parts itself,
the result is computed: sums and differences, products, changes with both ends (down 30%, doubled, a third fewer),
shares (21 of 38, or 55%), rates over a time, prices and sizes (1,200 euros for 40 lamps, 30 euros a lamp), and parts
above their whole. A share or a multiple is compared with the two figures beside it ("210 against 140, twice as many").
Figures are taken as intervals, since people round: "about 70%" and "70%" may both be said of 70.3%. Where two readings
fit, and in mistakes and options, which are wrong on purpose, nothing is said. An error has no other reading; a warning
has a less likely one, or stands in the story of a question.

## Bad
```yaml
coaching:
  - Pages went from 90 to 30 a week, a drop of 30%.  # error: LP331
  - I closed 12 tickets in May, 28 in June and 24 in July, which makes 63.  # error: LP331
  - The plan was kept on 19 of 15 days.  # error: LP331
```

## Good
```yaml
coaching:
  - Pages went from 90 to 30 a week, a drop of two thirds.
  - I closed 12 tickets in May, 28 in June and 24 in July, which makes 64.
  - The plan was kept on 15 of 19 days.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.corpus.told import doubted, fiction, told
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Reckonings
from lpkit.text.reckoning import slips
from lpkit.text.rests import rests
from lpkit.text.series import series_slips


@rule("LP331", "figures-do-not-add-up", Severity.ERROR, PACK, needs=Reckonings, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    known = pack.language[Reckonings]
    for at, text in told(pack):
        language = pack.language
        for slip in (*slips(text, language), *rests(text, language), *series_slips(text, language)):
            if not doubted(pack, at, known.doubted):
                certain = slip.certain and not fiction(at)
                yield Finding(
                    pack.site(*at),
                    f'"{slip.said}": {slip.computed}',
                    "mend the figure that is wrong",
                    value=slip.said,
                    severity=Severity.ERROR if certain else Severity.WARNING,
                )
