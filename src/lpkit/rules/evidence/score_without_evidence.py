"""A high score on a dimension whose evidence is not in the answer.

## Why
The library says of some dimensions what a high score needs: a number, or the first person. A score above half of the
weight without any of it teaches that the evidence does not matter. One number that measures something, or one
sentence in which the speaker says I, is enough for this rule; whether it is good evidence is for the expert to say.

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
      answer: I rewrote the alarm, and everybody slept better.
      delivery: Calm.
      scores:
        structure: 17
        ownership_signal: 46
        impact: 26  # error: LP311
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
      scores:
        structure: 17
        ownership_signal: 46
        impact: 26
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Callable, Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.counting import measures, says_i
from lpkit.text.languages.parts import Evidence

_EVIDENCE: dict[str, tuple[str, Callable[[str, Evidence], object]]] = {
    "number": ("a number", lambda answer, known: next(measures(answer, known), None)),
    "first-person": ("the first person", says_i),
}


@rule("LP311", "score-without-evidence", Severity.WARNING, PACK, needs=Evidence)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None or pack.rubric is None:
        return
    known = pack.language[Evidence]
    expecting = [dimension for dimension in pack.rubric.dimensions if dimension.expects is not None]
    for at, candidate in pack.candidates:
        if candidate.answer.startswith("TODO"):
            continue  # An answer that is still to be written is a fault of its own (LP701); no evidence only follows.
        for dimension in expecting:
            score = candidate.scores.get(dimension.id, 0)
            evidence, find = _EVIDENCE[dimension.expects or ""]
            if 2 * score > dimension.weight > 0 and not find(candidate.answer, known):
                yield Finding(
                    pack.site(*at, "scores", dimension.id),
                    f"{score} of {dimension.weight} points need {evidence}, and the answer has none",
                    f"lower the score to {dimension.weight // 2} or less, or put the evidence into the answer",
                    ((pack.site(*at, "answer"), "the answer"),),
                )
