"""A figure that a note takes from an answer, and that stands there otherwise.

## Why
A note that praises "a cut of 35%" where the answer says 25% makes readers look for what is not there. Figures of notes,
reasons, whys and steps are compared with the answer or the excerpt that they speak of. Rounding, words and units are
understood ("about 2,000" of 1,960, "six weeks" of a month and a half), and so is what follows from figures that are
there: a sum, a difference, a change, what is left. An error has just one figure on the same matter beside it; where
others are possible it is a warning, as is a day, a month, a time or a numbered place that the answer has otherwise or
tells of something else; and where the note speaks of something else, or of what is missing, it passes.

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
      notes: Short.
    - id: b
      answer: I wrote the rule, and within six weeks tickets fell by 25% and pages from 64 to 3.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: The cut of tickets by 35% is measured.  # error: LP330
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
      notes: Short.
    - id: b
      answer: I wrote the rule, and within six weeks tickets fell by 25% and pages from 64 to 3.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: The cut of tickets by a quarter is measured, after a month and a half.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.corpus.noted import notes
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import PACK, rule
from lpkit.text.borrowed import borrowed
from lpkit.text.languages.parts import Borrowings


@rule("LP330", "figure-misreported", Severity.ERROR, PACK, needs=Borrowings, varies=True)
def check(pack: PackView) -> Iterator[Finding]:
    for note in notes(pack):
        for found in borrowed(note.text, note.source, note.others, pack.language):
            if not (found.related or note.close):
                continue
            yield Finding(
                note.site,
                f'"{found.said}" is said of {note.what}, which has {found.source}',
                "mend the figure here or there",
                ((note.origin, note.what),),
                value=f"{found.said} {found.source}",
                severity=Severity.ERROR if found.certain and note.bound else Severity.WARNING,
            )
