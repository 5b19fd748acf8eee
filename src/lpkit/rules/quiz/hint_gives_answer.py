"""A hint that holds the answer.

## Why
A hint should move the learner one step, not end the question. It gives the answer away when it has the text of the
key, or all the words that carry its content. A hint that names another option as well leaves the choice open.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Nobody assigned it, and that is ownership.  # error: LP407
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
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import ContentWords
from lpkit.text.passage import says
from lpkit.text.tokens import content, words

_EDGES = " \"“”'.,;:!?"
_FEWEST_WORDS = 2
"""A single word in another inflection is no giveaway: a hint may well speak of owners."""


@rule("LP407", "hint-gives-answer", Severity.WARNING, QUESTION, banks=False, needs=ContentWords)
def check(question: QuestionView) -> Iterator[Finding]:
    value, known = question.value, question.language[ContentWords]
    others = [option.text for option in value.options if option.text != value.answer]
    if value.hint is None:
        return
    if _gives(value.hint, value.answer, known) and not any(_gives(value.hint, other, known) for other in others):
        yield Finding(
            question.site("hint"),
            f'the hint holds the answer "{value.answer}"',
            "name what to look at, not what is found there",
            ((question.site("answer"), "the answer"),),
        )


def _gives(hint: str, option: str, known: ContentWords) -> bool:
    text = option.strip(_EDGES)
    wanted = _telling(option, known)
    whole = bool(wanted) and len(text) > 1 and says(hint, text)
    return whole or (len(wanted) >= _FEWEST_WORDS and wanted <= _telling(hint, known))


def _telling(text: str, known: ContentWords) -> frozenset[str]:
    tokens = words(text)
    return content(tokens, known) | {token for token in tokens if token[0].isdigit()}
