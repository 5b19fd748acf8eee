"""A candidate without the expert's notes.

## Why
Scores say how much, notes say what the expert saw. Without them a learner who scored otherwise does not learn why.
Notes may be left out; a team that wants them for every candidate gives this rule another severity. Drafts and retired
packs do not count.

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
    - id: b  # error: LP805
      answer: I counted 64 pages and removed 61 of them.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons: {impact: Both figures are there.}
      total: 89
      verdict: strong-hire
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


@rule("LP805", "candidate-without-notes", Severity.INFO, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.pack.status != "published":
        return
    for at, candidate in pack.candidates:
        if candidate.notes is None:
            message = f"nothing is noted on the answer of candidate {candidate.id}"
            yield Finding(pack.site(*at, "id"), message, "write what an expert would note on it")
