"""An option that says that no option is right.

## Why
A learner who chooses it has shown what is wrong and not what is right, and where it is the key nobody learns whether
the learner knows the answer (Haladyna, Downing and Rodriguez 2002, guideline 25; NBME Item-Writing Guide 2020).
"None" that answers the question itself, as a count or a value, is no such option. "Cannot be determined" and "not
enough information" are information: they may be what a question is about.

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
      - None of the above  # error: LP501
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
from lpkit.text.meta_options import NONE


@rule("LP501", "none-of-the-above", Severity.WARNING, QUESTION, needs=MetaOptions, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    for place, kind in enumerate(item.metas):
        if kind == NONE:
            unsettled = question.language[MetaOptions].unsettled.fullmatch(item.plain[place])
            what = "says that nothing can be said" if unsettled else "rejects the others and answers nothing itself"
            message = f'the option "{item.options[place]}" {what}'
            help = "write a distractor that answers the question, or leave it out: three options are enough"
            yield Finding(question.site("options", place), message, help, severity=Severity.INFO if unsettled else None)
