"""A name in a text on a candidate that the answer does not have.

## Why
A note on "what Meret was asked", at an answer in which there is no Meret, belongs to another candidate, or the name was
changed in one of the two places. Names are looked for in the answer, its replies, and in what all answers are about:
prompt, setting and concepts. A text that compares candidates is not read. A name in a solution is looked for in its
question.

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
      notes: Short, and it leaves the work to Ravi.  # error: LP354
    - id: b
      answer: With Ravi I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons:
        impact: Measured, and what Ravi did is told.
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
      answer: With Ravi I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons:
        impact: Measured, and what Ravi did is told.
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
from lpkit.text.languages.parts import Persons


@rule("LP354", "name-not-in-answer", Severity.WARNING, PACK, needs=Persons)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "name")
