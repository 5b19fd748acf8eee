"""An option that says that all options are right.

## Why
Whoever knows that two options are right knows the key, and whoever sees one right option first may stop there
(Haladyna, Downing and Rodriguez 2002, guideline 26). "All of them" beside "some of them" is a quantity and no such
option.

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
      - All of the above  # error: LP502
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
from lpkit.text.meta_options import ALL


@rule("LP502", "all-of-the-above", Severity.WARNING, QUESTION, needs=MetaOptions)
def check(question: QuestionView) -> Iterator[Finding]:
    for place, kind in enumerate(question.item.metas):
        if kind == ALL:
            message = f'the option "{question.item.options[place]}" can be chosen from partial knowledge'
            help = "ask for the best of the options, or make a question of each statement that is true"
            yield Finding(question.site("options", place), message, help)
