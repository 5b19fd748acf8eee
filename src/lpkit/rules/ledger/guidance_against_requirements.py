"""Guidance that asks for another count than `requires`, or than the model answer shows.

## Why
Learners read the guidance, and lpkit counts what `requires` says. Where nothing is required, the model answer
itself is counted.

## Bad
```yaml
model_answer:
  guidance: Use at least five sentences that begin with I.  # error: LP349
  candidate: b
  requires: {first_person_sentences: 3, numbers: 3}
```

## Good
```yaml
model_answer:
  guidance: Use at least three sentences that begin with I.
  candidate: b
  requires: {first_person_sentences: 3, numbers: 3}
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Bookkeeping


@rule("LP349", "guidance-against-requirements", Severity.WARNING, PACK, needs=Bookkeeping)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "requirement")
