"""Words in quotation marks that stand nowhere in what the text speaks of.

## Why
Readers look for the quoted words in the answer. Three words or more count, and two where somebody is said to say
them. A quote may stand anywhere in the pack or its library. Words that are suggested, missing or somebody else's
are not read, nor are single words. LP301 and LP405 look at auto-fails, stems, options and steps on excerpts.

Three words or more in emphasis are read like a quotation where an answer or an excerpt has nearly the same. Words in
emphasis that a note calls somebody's (grins at the word *slowly*) and that stand nowhere are information, and so are
those in which somebody speaks (*I'd phoned*), and three words or more where most of what the pack has in emphasis is
quoted from its stories. A sentence that is named by its place (the third sentence) must be there, and have the words
that are said of it.

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
      answer: I counted 64 pages and removed 61 of them.
      delivery: Calm.
      scores: {structure: 17, ownership_signal: 46, impact: 26}
      total: 89
      verdict: strong-hire
      notes: 'Says "I counted 46 pages" and stops.'  # error: LP346
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
      notes: 'Says "I counted 64 pages" and stops.'
```
"""

from collections.abc import Iterator

from lpkit.corpus import PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.ledger import refutations
from lpkit.rule import PACK, rule
from lpkit.text.languages.parts import Bookkeeping


@rule("LP346", "misquoted-in-prose", Severity.WARNING, PACK, needs=Bookkeeping)
def check(pack: PackView) -> Iterator[Finding]:
    yield from refutations(pack, "quotation", "sentence")
