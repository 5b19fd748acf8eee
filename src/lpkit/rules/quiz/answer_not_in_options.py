"""A key that is none of the options.

## Why
Whatever a learner chooses is wrong.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Owner  # error: LP401
    steps: [The count was unasked.]
    hint: Who asked for the count?
```

## Good
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator
from difflib import get_close_matches

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule

_LONGEST = 1000
"""Characters of options that are compared letter for letter, which takes their square."""


@rule("LP401", "answer-not-in-options", Severity.ERROR, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    texts = [option.text for option in question.value.options]
    if question.value.answer not in texts:
        short = [text for text in texts if len(text) <= _LONGEST]
        close = get_close_matches(question.value.answer, short, 1) if len(question.value.answer) <= _LONGEST else []
        hint = f'; did you mean "{close[0]}"?' if close else ""
        message = f"the answer is none of the options{hint}"
        yield Finding(question.site("answer"), message, "copy the text of the right option, letter for letter")
