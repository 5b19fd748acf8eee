"""A suppression that does not say why.

## Why
The next author has to decide whether it still holds, and cannot without the reason.

## Bad
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
  calibration:
    - candidate: a
      above: 40  # lpkit: ignore[LP210]  # error: LP022
      message: You scored the tone.
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
  calibration:
    - candidate: a
      above: 40  # lpkit: ignore[LP210] the panel scored A at 45 after long debate
      message: You scored the tone.
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity, Site
from lpkit.rule import FILE, rule


@rule("LP022", "suppression-without-reason", Severity.WARNING, FILE, on_comments=True)
def check(file: FileView) -> Iterator[Finding]:
    for suppression in file.comments[0]:
        if not suppression.reason:
            site = Site(file.source.name, extent=suppression.extent)
            message = f"the suppression of {', '.join(suppression.words)} gives no reason"
            yield Finding(site, message, "write the reason behind the bracket", value=message)
