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

## Fix
Where one score is missing, it gets what the total leaves for it. Unsafe, since the total may be what is wrong.

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
      scores: {structure: 12, impact: 3}
      total: 19
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
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
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
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.placing import added
from lpkit.model import Candidate
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
                fix=_fix(pack, at, candidate, missing),
            )


def _fix(pack: PackView, at: Path, candidate: Candidate, missing: list[str]) -> Fix | None:
    """Give the one score that is missing what the total leaves for it, if that may be."""
    rest = candidate.total - sum(candidate.scores.values())
    weights = pack.rubric.weights if pack.rubric else {}
    known = candidate.scores.keys() <= weights.keys()
    if len(missing) != 1 or not known or not 0 <= rest <= weights[missing[0]]:
        return None
    return added(pack.source, (*at, "scores"), missing[0], str(rest), list(weights), safe=False)
