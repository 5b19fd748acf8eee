"""Candidates who all pass, or who all fail.

## Why
Readers learn to tell strong content from fluent delivery by comparing the two.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:  # error: LP209
    - id: a
      answer: I counted 64 pages.
      delivery: Calm.
      scores: {structure: 15, ownership_signal: 40, impact: 25}
      total: 80
      verdict: hire
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
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule


@rule("LP209", "no-contrast", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None or not pack.whole("evaluate", "candidates"):
        return
    verdicts = [pack.library.verdict(candidate.value.verdict) for candidate in pack.candidates]
    outcomes = {verdict.passes for verdict in verdicts if verdict is not None}
    if None not in verdicts and len(outcomes) == 1:
        message = "all candidates pass" if outcomes.pop() else "no candidate passes"
        yield Finding(
            pack.site("evaluate", "candidates", on_key=True),
            message,
            "add a candidate with the other outcome",
            value=message,
        )
