"""Options that only say true, false, yes or no.

## Why
Half of the guesses are right, and whoever sees that a statement is false need not know what is true (Haladyna,
Downing and Rodriguez 2002, guideline 9; Tarrant et al. 2006). Options that begin with yes or no and give a reason,
and a stem that begins "True or false", are information.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Lost sleep is a cost of a false alarm.  # error: LP509
    options:
      - "True"
      - "False"
    answer: "True"
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
from lpkit.text.languages.parts import Judgements

_HELP = "ask what is so, with options that answer it"


@rule("LP509", "true-false-options", Severity.WARNING, QUESTION, needs=Judgements)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Judgements]
    if known.verdicts.isdisjoint(item.first_words):
        yield from _announced(question)
        return
    plain = item.plain
    bare = [text for text in plain if text in known.verdicts]
    paired = any(first in bare and second in bare for first, second in known.pairs)
    if paired and len(bare) >= len(plain) - 1:
        named = " and ".join(f'"{text}"' for text in item.options if text.strip(" .").lower() in known.verdicts)
        message = f"the options {named} only judge a statement"
        yield Finding(question.site("stem"), message, _HELP, value="options")
    elif sum(1 for text in plain if known.reasoned.match(text)) >= max(2, len(plain) - 1):
        message = "the options begin with a judgement and add a reason"
        yield Finding(
            question.site("stem"), message, "ask for the reason alone", value="reasons", severity=Severity.INFO
        )
    else:
        yield from _announced(question)


def _announced(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Judgements]
    if known.announcing in item.stem_vocabulary and known.announced.match(item.own):
        message = "the stem asks whether a statement is true or false"
        yield Finding(question.site("stem"), message, _HELP, value="stem", severity=Severity.INFO)
