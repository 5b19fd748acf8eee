"""Options that only say true, false, yes or no.

## Why
Half of the guesses are right, and whoever sees that a statement is false need not know what is true (Haladyna,
Downing and Rodriguez 2002, guideline 9; Tarrant et al. 2006). Options that judge several statements at once ("T, F,
T") are no better. Options that begin with yes or no and give a reason, a stem that begins "True or false", and a mere
topic with options that are each a statement on it ("The Magna Carta", "was …", "has …") are information.

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

from collections.abc import Iterator, Sequence

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import Judgements
from lpkit.text.topics import states_on_topic

_HELP = "ask what is so, with options that answer it"


@rule("LP509", "true-false-options", Severity.WARNING, QUESTION, needs=Judgements, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Judgements]
    if known.verdicts.isdisjoint(item.first_words):
        yield from _announced(question) or _stated(question)
        return
    plain = item.plain
    bare = [text for text in plain if text in known.verdicts]
    paired = any(first in bare and second in bare for first, second in known.pairs)
    if paired and len(bare) >= len(plain) - 1:
        named = " and ".join(f'"{text}"' for text in item.options if text.strip(" .").lower() in known.verdicts)
        message = f"the options {named} only judge a statement"
        yield Finding(question.site("stem"), message, _HELP, value="options")
    elif all(_only_judges(tokens, known) for tokens in item.option_words):
        message = "each option judges several statements"
        yield Finding(question.site("stem"), message, "make a question of each statement", value="several")
    elif sum(1 for text in plain if known.reasoned.match(text)) >= max(2, len(plain) - 1):
        message = "the options begin with a judgement and add a reason"
        yield Finding(
            question.site("stem"), message, "ask for the reason alone", value="reasons", severity=Severity.INFO
        )
    else:
        yield from _announced(question)


def _only_judges(tokens: Sequence[str], known: Judgements) -> bool:
    return len(tokens) > 1 and known.verdicts.issuperset(tokens)


def _announced(question: QuestionView) -> list[Finding]:
    item, known = question.item, question.language[Judgements]
    if known.announcing not in item.stem_vocabulary or not known.announced.match(item.own):
        return []
    message = "the stem asks whether a statement is true or false"
    return [Finding(question.site("stem"), message, _HELP, value="stem", severity=Severity.INFO)]


def _stated(question: QuestionView) -> list[Finding]:
    if not states_on_topic(question.item):
        return []
    message = "each option is a statement on the topic that the stem names, and true or false by itself"
    return [Finding(question.site("stem"), message, _HELP, value="topic", severity=Severity.INFO)]
