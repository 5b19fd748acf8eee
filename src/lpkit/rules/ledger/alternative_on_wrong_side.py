"""What another rater would give, on the wrong side of the score, or reckoned wrongly.

## Why
A reason often says what another rater would give, and why. Who is stricter gives less, who thinks more of something
gives more; the same score is no other one, and nobody gives more than the dimension weighs. What comes of the other
score, a total or a verdict, follows from the candidate's own total. A rater of whom nothing is said may be on either
side.

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
      reasons:
        structure: The parts can be told apart. A stricter rater gives 14.  # error: LP351
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
        impact: Another rater gives 28 for it, and with that a total of 93.  # error: LP351
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
      reasons:
        structure: The parts can be told apart. A stricter rater gives 10.
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
        impact: Another rater gives 28 for it, and with that a total of 91.
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
from lpkit.text.languages.parts import Alternatives


@rule("LP351", "alternative-on-wrong-side", Severity.WARNING, PACK, needs=Alternatives)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "alternative")
