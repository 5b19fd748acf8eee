"""A worked solution that calls another option right than the key.

## Why
The solution leads to one option and the key is another: one of the two is wrong, and learners cannot tell which.
The key is read by its words and by its letter in the order of the source.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Earn Trust, Ownership, Frugality]
    answer: Ownership
    steps: ["The count was unasked, so it is Ownership.", The right answer is Earn Trust.]  # error: LP345
    hint: Who asked for the count?
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
    steps: ["The count was unasked, so it is Ownership.", The right answer is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Bookkeeping


@rule("LP345", "another-key-in-solution", Severity.ERROR, PACK, needs=Bookkeeping)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "key")
