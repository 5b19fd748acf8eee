"""A worked solution in which no step names the key.

## Why
The steps lead to the answer; where none says it, the reader has to find the last step alone. A step names the key
with its text, or with half of the words that carry its content, in any inflection.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked.]  # error: LP406
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
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords
from lpkit.text.passage import says
from lpkit.text.quantities import in_digits
from lpkit.text.tokens import content, words

_EDGES = " \"“”'.,;:!?"


@rule("LP406", "solution-skips-answer", Severity.INFO, QUESTION, banks=False, needs=ContentWords)
def check(question: QuestionView) -> Iterator[Finding]:
    key = question.value.answer
    # A key that is no option is a fault of its own; the steps may well name the right one.
    if key in [option.text for option in question.value.options] and not any(
        _names(step, key, question.language) for step in question.value.steps
    ):
        yield Finding(
            question.site("steps"),
            f'no step names the answer "{key}"',
            "say in one step which option follows, and from what",
            ((question.site("answer"), "the answer"),),
            value=key,
        )


def _names(step: str, key: str, language: Language) -> bool:
    text = key.strip(_EDGES)
    if text and (says(step, text) or says(in_digits(step, language), in_digits(text, language))):
        return True
    known = language[ContentWords]
    wanted = _telling(key, known)
    return bool(wanted) and 2 * len(wanted & _telling(step, known)) >= len(wanted)


def _telling(text: str, known: ContentWords) -> frozenset[str]:
    tokens = words(text)
    return content(tokens, known) | {token for token in tokens if token[0].isdigit()}
