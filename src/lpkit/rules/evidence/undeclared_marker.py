"""A phrase of an auto-fail marker in an answer that does not declare the marker.

## Why
Readers are taught that the phrase fails an answer. Where it stands and nothing is said of it, either the expert
overlooked it or the phrase is too wide. Phrases are found at word borders, whatever the case and the typography,
also in quoted speech. An answer that passes is left to LP306.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: "In spring my manager asked me to look into it."  # error: LP305
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
from lpkit.text.passage import first_said


@rule("LP305", "undeclared-marker", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    if pack.library is None:
        return
    markers = pack.library.place(pack.library.library.markers, "markers")
    for at, candidate in pack.candidates:
        verdict = pack.library.verdict(candidate.verdict)
        # An entry that was set aside may declare the marker.
        if verdict is None or verdict.passes or not pack.whole(*at, "auto_fails"):
            continue
        declared = {entry.marker for entry in candidate.auto_fails}
        for place, marker in markers:
            phrase = first_said(candidate.answer, marker.phrases) if marker.id not in declared else None
            if phrase is not None:
                yield Finding(
                    pack.site(*at, "answer"),
                    f'the answer says "{phrase}", a phrase of the marker {marker.id}, which is not declared',
                    "declare the marker in auto_fails with its quote, or change the wording",
                    ((pack.library.site(*place, "phrases"), f"the phrases of {marker.id}"),),
                    value=f"{marker.id} {phrase}",
                )
