"""A required key that is not there.

## Why
Every export counts on it. The fault is shown at the key that the mapping belongs to, or at the mapping itself
where it is an entry of a list.

## Bad
```yaml
model_answer:  # error: LP011
  guidance: Begin with the count.
```

## Good
```yaml
model_answer:
  guidance: Begin with the count.
  candidate: b
```

## Fix
What follows from what is there is added: the version, the sum of the scores, an id that the name of the file tells.
What is only likely, such as `status: draft` or the only rubric there is, is added with `--unsafe`.

```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: I counted 64 pages.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
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
      answer: I counted 64 pages.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Iterator

from lpkit.corpus import FileView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import FILE, rule


@rule("LP011", "missing-key", Severity.ERROR, FILE, reveals=True)
def check(file: FileView) -> Iterator[Finding]:
    # What stands behind a second --- is not read: nobody knows which keys of the file are missing.
    cut = any(flaw.message.startswith("a second document") for flaw in file.flaws("yaml-feature-not-allowed"))
    for finding in file.misfits("missing-key"):
        if finding.site.at or not cut:
            yield finding
