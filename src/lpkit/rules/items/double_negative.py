"""A negative stem with a negative option.

## Why
To say that it is not so that something is never done takes two turns in the head, and errors come from the turns
(Haladyna, Downing and Rodriguez 2002, guidelines 17 and 27). It is information: in public banks, readers took every
second such pair for a plain statement.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Which of these is NOT good practice on call?
    options:
      - Answering each page
      - Not writing anything down  # error: LP508
      - Thanking the caller
    answer: Not writing anything down
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Which of these is bad practice on call?
    options:
      - Answering each page
      - Keeping the cause to oneself
      - Thanking the caller
    answer: Keeping the cause to oneself
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import Negations


@rule("LP508", "double-negative", Severity.INFO, QUESTION, needs=Negations)
def check(question: QuestionView) -> Iterator[Finding]:
    item, stem = question.item, question.item.negation
    if stem is None:
        return
    for place in item.answers:
        word = question.language[Negations].in_option.search(item.options[place])
        if word:
            message = f'"{stem.text}" in the stem and "{word.group()}" in this option make a double negative'
            yield Finding(
                question.site("options", place), message, "ask for what is so, or say the option without a negation"
            )
