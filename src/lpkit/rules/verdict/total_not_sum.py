"""A total that is not the sum of the scores.

## Why
The total decides the verdict. One of the two was changed without the other.

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
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 20  # error: LP204
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

## Fix
The sum of the scores takes the place of the total, also where prose names it, and the verdict follows where the band
moves. Unsafe, since a score may be what is wrong.
"""

from collections.abc import Iterator

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import with_total
from lpkit.rule import PACK, rule


@rule("LP204", "total-not-sum", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    for at, candidate in pack.candidates:
        # Where the scores are not those of the rubric, that is the fault, and the sum only follows from it.
        if pack.rubric is not None and pack.rubric.weights.keys() != candidate.scores.keys():
            continue
        sum_of_scores = sum(candidate.scores.values())
        if candidate.total != sum_of_scores:
            terms = " + ".join(str(score) for score in candidate.scores.values())
            yield Finding(
                pack.site(*at, "total"),
                f"the total is {candidate.total}, but the scores sum to {sum_of_scores} ({terms})",
                f"write total: {sum_of_scores}, or mend the score that is wrong",
                fix=with_total(pack, Placed(at, candidate), sum_of_scores),
            )
