"""A word of frequency that means something else to everybody.

## Why
"Often" is understood as anything from a quarter to nine tenths (Case and Swanson 2001; NBME Item-Writing Guide 2020),
so that two readers judge one option differently. Comparisons ("most often", "how often") measure, and are left alone,
as are quotations.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - It often costs sleep  # error: LP515
      - A line in a log file
      - The yearly licence of the pager
    answer: It often costs sleep
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
from lpkit.text.asking import question_sentence
from lpkit.text.certainty import vague_terms
from lpkit.text.languages.parts import Frequencies
from lpkit.text.tokens import words

_HELP = "give a figure or a comparison, or leave the word out"


@rule("LP515", "vague-frequency", Severity.INFO, QUESTION, needs=Frequencies)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Frequencies]
    if not known.vague.isdisjoint(item.vocabulary):
        for place in item.answers:
            text = item.plain[place]
            terms = vague_terms(*item.claims[place], known.vague, known)
            if terms and text not in item.glossary and text not in (question.value.excerpt or "").lower():
                message = f'"{terms[0]}" in this option leaves open how often that is'
                yield Finding(question.site("options", place), message, _HELP)
                return
    if not known.in_question.isdisjoint(item.stem_vocabulary):
        asked = words(question_sentence(item.own))
        terms = vague_terms(" ".join(asked), asked, known.in_question, known)
        if terms:
            message = f'"{terms[0]}" in the question leaves open how often that is'
            yield Finding(question.site("stem"), message, _HELP, value=terms[0])
