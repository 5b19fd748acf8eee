"""A calibration message that the expert's own total would earn.

## Why
The message tells readers that they scored too high. Whoever scores exactly as the expert did must not see it.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted the pages.
      delivery: Calm.
      scores: {structure: 10, ownership_signal: 30, impact: 5}
      total: 45
      verdict: no-hire
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
      above: 40  # error: LP210
      message: You scored the tone.
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
      answer: I counted the pages.
      delivery: Calm.
      scores: {structure: 10, ownership_signal: 30, impact: 5}
      total: 45
      verdict: no-hire
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
      above: 55
      message: You scored the tone.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP210", "calibration-contradicts-total", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    for at, entry in pack.place(pack.pack.evaluate.calibration, "evaluate", "calibration"):
        candidate = pack.candidate(entry.candidate)
        if candidate is not None and candidate.value.total > entry.above:
            yield Finding(
                pack.site(*at, "above"),
                f"the message is shown above {entry.above}, but the expert's own total is {candidate.value.total}",
                f"write above: {candidate.value.total} or more",
                ((pack.site(*candidate.at, "total"), "the expert's total"),),
            )
