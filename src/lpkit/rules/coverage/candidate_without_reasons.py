"""A candidate whose points are not explained.

## Why
A learner who gave 30 points where the expert gave 4 wants to know what the 4 are for. Reasons say so for each
dimension. They may be left out; a team that wants them for every candidate gives this rule another severity, and one
that does not switches it off. Drafts and retired packs do not count.

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
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      reasons: {impact: Nothing is measured.}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: The start was assigned.
    - id: b  # error: LP806
      answer: I counted 64 pages and removed 61 of them.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Nobody asked for it.
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
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      reasons: {impact: Nothing is measured.}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: The start was assigned.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons: {impact: Both figures are there.}
      total: 89
      verdict: strong-hire
      notes: Nobody asked for it.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP806", "candidate-without-reasons", Severity.INFO, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.pack.status != "published":
        return
    for at, candidate in pack.candidates:
        if not candidate.reasons:
            message = f"no reasons are given for the points of candidate {candidate.id}"
            yield Finding(pack.site(*at, "id"), message, "say for each dimension why it has so many points")
