"""A practice question without a hint.

## Why
Whoever is stuck in practice has nothing between guessing and the solution. A hint may be left out; a team that wants
one for every practice question gives this rule another severity. Drafts and retired packs do not count.

## Bad
```yaml
questions:
  - id: alarm-principle  # error: LP804
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Earn Trust, Ownership, Frugality]
    answer: Ownership
    steps: ["The count was unasked, so it is Ownership."]
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
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP804", "question-without-hint", Severity.INFO, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.pack.status != "published":
        return
    for question in pack.questions:
        if question.value.pool == "practice" and question.value.hint is None:
            message = f"the practice question {question.value.id} has no hint"
            yield Finding(question.site("id"), message, "say what to look at, without the answer")
