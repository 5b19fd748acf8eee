"""A month in a note of which the answer tells otherwise.

## Why
A note that says "the lists came in May" speaks of what the answer tells; where the answer has the lists in March, one
of the two is wrong. Compared are the words around a month, or a day of the week, with those around the months of the
answer and its replies. A note that compares candidates or supposes something is not read, nor a month that follows from
a time in the answer. What came "two months after" another thing needs a month so far before its own. A day of the week
or a time of day that stands nowhere in what its text speaks of is information, and so is a month or a year.

Where a text says which of two things came first, both are looked for in the story by their words. That the story tells
them the other way about, without a word that goes back, is information too.

## Bad
```yaml
evaluate:
  minutes: 2
  setting: One interviewer.
  score_first: [impact]
  rubric: behavioral
  candidates:
    - id: a
      answer: In spring my manager asked me to look into it. I wrote in March. The lists came in June.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short. The lists of March are no result.  # error: LP353
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons:
        impact: Measured.
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
      answer: In spring my manager asked me to look into it. I wrote in March. The lists came in June.
      delivery: Calm.
      scores: {structure: 12, ownership_signal: 4, impact: 3}
      total: 19
      verdict: no-hire
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short. The lists of June are no result.
    - id: b
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      reasons:
        impact: Measured.
      total: 89
      verdict: strong-hire
      notes: Short and measured.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.ledger.reported import misreported
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Timeline


@rule("LP353", "moment-misplaced", Severity.WARNING, PACK, needs=Timeline)
def check(pack: PackView) -> Iterator[Finding]:
    found = list(refutations(pack, "moment"))
    told = misreported(pack) if any(finding.severity is Severity.INFO for finding in found) else frozenset()
    for finding in found:
        if finding.severity is not Severity.INFO or finding.site not in told:
            yield finding
