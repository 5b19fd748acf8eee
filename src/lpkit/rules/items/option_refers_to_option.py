"""An option that names other options by letter or place.

## Why
Learners see the options in another order, so the letter or the place points at the wrong option. Even in a fixed
order, one part of such a pair gives the other away (Haladyna, Downing and Rodriguez 2002, guidelines 9 and 18). In a
bank of questions whose order stays as it is, this is a warning. Letters that the stem gives to things (vessels A and
B) are names.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - Both A and B  # error: LP503
    answer: The sleep of whoever is on call
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - The yearly licence of the pager
    answer: The sleep of whoever is on call
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import MetaOptions
from lpkit.text.meta_options import REFERS


@rule("LP503", "option-refers-to-option", Severity.ERROR, QUESTION, needs=MetaOptions, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    for place, kind in enumerate(question.item.metas):
        if kind == REFERS:
            text = question.item.options[place]
            message = f'the option "{text}" refers to other options by their place'
            if not question.fixed_order:
                message += ", and learners see the options in another order"
            help = "write out what is meant, or replace the option"
            severity = Severity.WARNING if question.fixed_order else None
            yield Finding(question.site("options", place), message, help, severity=severity)
