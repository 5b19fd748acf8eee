"""A dimension of the rubric that a candidate has no score for.

## Why
An unscored dimension counts as zero without saying so.

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
      scores: {structure: 12, impact: 3}  # error: LP203
      total: 15
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
      scores: {structure: 12, ownership_signal: 0, impact: 3}
      total: 15
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


@rule("LP203", "dimension-not-scored", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.rubric is None:
        return
    for at, candidate in pack.candidates:
        missing = [name for name in pack.rubric.weights if name not in candidate.scores]
        if missing:
            yield Finding(
                pack.site(*at, "scores", on_key=True),
                f"no score for {', '.join(missing)}",
                "give each dimension of the rubric a score; 0 is one",
                value=" ".join(missing),
            )
