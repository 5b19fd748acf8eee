"""An order of the candidates that their scores do not have.

## Why
"The best structure of the three" and "fewer points for impact than A" are claims on scores that stand in the same file,
as is "the only one that passes". Whoever changes a score forgets them. Read is what names a dimension, points or a
total, and who else has it; praise without that ("the best story") is not.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons:
        impact: Measured, with the lowest score for impact of the two.  # error: LP352
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```

## Good
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons:
        impact: Measured, with the highest score for impact of the two.
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Ranks


@rule("LP352", "rank-misstated", Severity.WARNING, PACK, needs=Ranks)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "rank")
