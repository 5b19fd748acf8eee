"""A calibration message that names another threshold than its own, or can never be shown.

## Why
The message is shown above a total. Where its text names another one, readers are told something that is not so;
where no total lies above it, nobody ever reads it, and that is an error.

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
      total: 89
      verdict: strong-hire
      notes: Short and measured.
  calibration:
    - candidate: a
      above: 40
      message: Above 50 you have paid for the tone.  # error: LP327
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
      total: 89
      verdict: strong-hire
      notes: Short and measured.
  calibration:
    - candidate: a
      above: 40
      message: Above 40 you have paid for the tone.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Bookkeeping


@rule("LP327", "threshold-misstated", Severity.WARNING, PACK, needs=Bookkeeping)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "threshold")
