"""A verdict above the highest one that a marker of the answer leaves possible.

## Why
That is what makes a marker an auto-fail: the rest of the answer cannot outweigh it.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages, as my manager asked me.
      delivery: Calm.
      scores: {structure: 20, ownership_signal: 5, impact: 30}
      total: 55
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them, as my manager asked me.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire  # error: LP207
      auto_fails: [{marker: manager-directed, quote: my manager asked me, why: The start was assigned.}]
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
      answer: I counted 64 pages, as my manager asked me.
      delivery: Calm.
      scores: {structure: 20, ownership_signal: 5, impact: 30}
      total: 55
      verdict: no-hire
      auto_fails: [{marker: manager-directed, quote: my manager asked me, why: The start was assigned.}]
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


@rule("LP207", "marker-verdict-too-high", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    library = pack.library
    if library is None or not library.bands_hold:
        return
    for at, candidate in pack.candidates:
        verdict = library.verdict(candidate.verdict)
        for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
            cap = library.marker_verdict(entry.marker)
            if verdict is not None and cap is not None and verdict.starts_at > cap.starts_at:
                yield Finding(
                    pack.site(*at, "verdict"),
                    f'the verdict is "{verdict.id}", but the marker {entry.marker} allows "{cap.id}" at the most',
                    f"write verdict: {cap.id}, or drop the auto-fail",
                    ((pack.site(*place, "marker"), "the marker is declared here"),),
                    value=f"{entry.marker} {verdict.id}",
                )
