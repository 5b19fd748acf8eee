"""An auto-fail quote that the answer does not contain.

## Why
A reader looks for the quoted words in the answer, and the HTML export marks them there. A quote that nobody said
accuses the candidate of something else. Curly and straight quotation marks, dashes, white space and the case of
the first letter may differ; words may be left out where an ellipsis says so.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it, so we tried several settings.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager told me to look into it  # error: LP301
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

## Good
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it, so we tried several settings.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: My manager asked me … so we tried several settings.
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

## Fix
Where only the case and the punctuation differ, the words of the answer take the place of the quoted ones. Where a few
words are others, the nearest passage does, which is unsafe.

```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it, so we tried several settings.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: 'my Manager asked me to: "look into it"'
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
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it, so we tried several settings.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: 'my manager asked me to look into it'
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
from lpkit.diagnostic import Finding, Fix, Path, Severity
from lpkit.editing.edits import new_value
from lpkit.rule import PACK, rule
from lpkit.text.nearest import nearest, parting
from lpkit.text.passage import contains
from lpkit.text.verbatim import verbatim


@rule("LP301", "quote-not-in-answer", Severity.ERROR, PACK)
def check(pack: PackView) -> Iterator[Finding]:
    for at, candidate in pack.candidates:
        for place, entry in pack.place(candidate.auto_fails, *at, "auto_fails"):
            if not contains(candidate.answer, entry.quote):
                said = verbatim(candidate.answer, entry.quote)
                yield Finding(
                    pack.site(*place, "quote"),
                    f"candidate {candidate.id} does not say this{parting(candidate.answer, entry.quote)}",
                    "quote the answer word for word; … stands for words left out",
                    ((pack.site(*at, "answer", on_key=True), f"the answer of candidate {candidate.id}"),),
                    fix=_fix(pack, (*place, "quote"), said, nearest(candidate.answer, entry.quote)),
                )


def _fix(pack: PackView, at: Path, said: str | None, near: str | None) -> Fix | None:
    """Give the answer's own words: the same ones, or those that are nearest, which only an author can tell."""
    return new_value(pack.source, at, said or near or "", safe=bool(said)) if said or near else None
