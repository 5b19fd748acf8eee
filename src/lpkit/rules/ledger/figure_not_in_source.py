"""A figure in a note or a solution that its source gives otherwise.

## Why
A text speaks of 4 days where the answer has 3: learners who look for the figure find another one. A figure is
read as an interval (about, nearly, a dozen, six weeks for a month and a half) and compared with the answer, the
excerpt, the stem and the options. It is reported where the source counts the same thing, or has a figure of the
same unit, and none of them agrees, nor their sums, differences and shares. A specific figure (money, a time, a share
in digits, a count from 10 on) that stands nowhere in what its text speaks of is information, for a look: a note speaks
of its answer and of what was asked, a solution of its question, advice of the pack. What the text itself makes of
figures there (so many fewer, so much apiece or a year, four in five, hours for days) is proved by them.

Whatever else of a note's or a solution's figures no place has, and nothing comes to, is information too: `lpkit trace`
calls it unbound. What proves a figure counts the same, or stands beside it: a part with its whole ("88 of the 400"),
what is left, two amounts that are told together.

A figure in words is looked for with what it counts: "eleven mornings" are not proved by eleven huts where the answer
has nine mornings. Only what is of one kind comes to more of that kind: days to days, mornings to mornings, two times of
day to the minutes between them. Of two figures in one breath neither follows from the other ("thirty and sixty
thousand" where 30,000 and 90,000 are told), and the size of a change ("by half", "a fall by four fifths") is compared
with the shares and the two ends that are told. Points that a rater may give, what a note counts itself (two reasons,
three steps) and what it supposes or denies are its own.

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
      auto_fails:
        - marker: manager-directed
          quote: my manager asked me to look into it
          why: The start was assigned.
      notes: Short.
    - id: b
      answer: I counted 64 pages and removed 61 of them in 3 days.
      delivery: Calm, and the 4 days sound long.  # error: LP329
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short.
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
      answer: I counted 64 pages and removed 61 of them in 3 days.
      delivery: Calm, and the 3 days sound long.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: Short.
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.ledger.reported import misreported
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Bookkeeping


@rule("LP329", "figure-not-in-source", Severity.WARNING, PACK, needs=Bookkeeping)
def check(pack: PackView) -> Iterator[Finding]:
    found = list(refutations(pack, "figure"))
    told = misreported(pack) if found else frozenset()
    yield from (finding for finding in found if finding.site not in told)
