"""An answer that says what an auto-fail marker stands for and does not declare the marker.

## Why
Readers are taught that the phrase fails an answer. Where it stands and nothing is said of it, either the expert
overlooked it or the phrase is too wide. Phrases are found at word borders, whatever the case and the typography, and
patterns in any form of their words. What is in quotation marks, denied, supposed, asked or told by others does not
count, nor what the candidate then declined. An answer that passes is left to LP306.

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


@rule("LP305", "undeclared-marker", Severity.WARNING, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    library = pack.library
    if library is None:
        return
    for at, candidate in pack.candidates:
        verdict = library.verdict(candidate.verdict)
        # An entry that was set aside may declare the marker.
        if verdict is None or verdict.passes or not pack.whole(*at, "auto_fails"):
            continue
        declared = {entry.marker for entry in candidate.auto_fails}
        for _, said in sorted(library.sayings.by_marker(candidate.answer).items()):
            name = library.sayings.name_of(said)
            if name not in declared:
                what, related = library.sayings.source_of(said)
                yield Finding(
                    pack.site(*at, "answer"),
                    f'the answer says "{said.words}", {what}, which is not declared',
                    "declare the marker in auto_fails with its quote, or change the wording",
                    (related,),
                    value=f"{name} {said.words}",
                )
