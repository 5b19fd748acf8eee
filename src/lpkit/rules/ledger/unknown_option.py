"""An option or a step in a solution that is not there.

## Why
Learners look for option E of four and find none. The count of the options and the number of a step are read too.
Options and steps that the question speaks of itself are not.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Earn Trust, Ownership, Frugality]
    answer: Ownership
    steps: ["The count was unasked, so it is Ownership."]
    hint: Compare it with option E.  # error: LP344
```

## Good
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Earn Trust, Ownership, Frugality]
    answer: Ownership
    steps: ["The count was unasked, so it is Ownership."]
    hint: Compare it with option C.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Bookkeeping


@rule("LP344", "unknown-option", Severity.ERROR, PACK, needs=Bookkeeping)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "option", "step")
