"""A stem that asks for what is not so.

## Why
Readers miss the small word, and knowing what is false is not knowing what is true (Haladyna, Downing and Rodriguez
2002, guideline 17; Tarrant et al. 2006). A negation that stands out in capitals or in emphasis is information, since
it cannot be missed. Quoted text, conditions, reasons, and clauses on a person ("a learner who does not …") do not
turn the question round.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Which of these is not a cost of a false alarm?  # error: LP507
    options:
      - A cheaper pager
      - Lost sleep
      - Lost trust
    answer: A cheaper pager
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Which of these is a cost of a false alarm?
    options:
      - A cheaper pager
      - Lost sleep
      - A longer lease
    answer: Lost sleep
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import Negations


@rule("LP507", "negative-stem", Severity.WARNING, QUESTION, needs=Negations, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    found = question.item.negation
    if found is not None:
        message = f'"{found.text}" turns the question into its opposite'
        help = "ask for what is so; if the exception is the point, write the word in capitals"
        severity = Severity.INFO if found.emphasised else None
        yield Finding(question.site("stem"), message, help, value=found.text, severity=severity)
