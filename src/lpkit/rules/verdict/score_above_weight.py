"""A score that is higher than its dimension's weight.

## Why
The weight is the most that a dimension can give.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      delivery: Calm.
      scores:
        structure: 12
        ownership_signal: 4
        impact: 33  # error: LP202
      total: 49
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
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
      answer: I counted 64 pages.
      delivery: Calm.
      scores:
        structure: 12
        ownership_signal: 4
        impact: 30
      total: 46
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP202", "score-above-weight", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.rubric is None:
        return
    for at, candidate in pack.candidates:
        for name, score in candidate.scores.items():
            weight = pack.rubric.weights.get(name)
            if weight is not None and score > weight:
                message = f"{name} is scored {score}; its weight allows {weight} at the most"
                yield Finding(pack.site(*at, "scores", name), message, f"lower the score to {weight} or less")
