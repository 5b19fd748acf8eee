"""The key of one question stands in the stem of another.

## Why
Whoever meets both knows the first without thinking (Haladyna, Downing and Rodriguez 2002, guideline 4: keep the items
independent). Keys of four words and more are looked for in the stems of the same pack, and in a bank among a thousand
questions that stand together.

## Bad
```yaml
questions:
  - id: first-step
    pool: practice
    difficulty: easy
    stem: Which sentence shows a first step?
    options:
      - I counted the pages of one month
      - We talked about it at length
      - It rang each night again
    answer: I counted the pages of one month
    steps: [Read the log.]
    hint: Read the log.
  - id: next-step
    pool: practice
    difficulty: easy
    stem: What follows after I counted the pages of one month?  # error: LP605
    options:
      - A trial
      - A party
      - A pause
    answer: A trial
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: first-step
    pool: practice
    difficulty: easy
    stem: Which sentence shows a first step?
    options:
      - I counted the pages of one month
      - We talked about it at length
      - It rang each night again
    answer: I counted the pages of one month
    steps: [Read the log.]
    hint: Read the log.
  - id: next-step
    pool: practice
    difficulty: easy
    stem: What follows after the count?
    options:
      - A trial
      - A party
      - A pause
    answer: A trial
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView, QuizView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUIZ, rule
from lpkit.text.tokens import words

_FEWEST = 4


@rule("LP605", "answer-leaks-into-stem", Severity.INFO, QUIZ)
def check(quiz: QuizView) -> Iterator[Finding]:
    keys: dict[tuple[str, ...], list[tuple[tuple[str, ...], QuestionView]]] = {}
    for question in quiz.questions:
        place = question.item.key
        tokens = question.item.option_words[place] if place is not None else ()
        if len(tokens) >= _FEWEST:
            keys.setdefault(tokens[:_FEWEST], []).append((tokens, question))
    for question in quiz.questions if keys else ():
        item = question.item
        tokens = item.stem_words if item.own is item.stem else words(item.stem)
        starts = dict.fromkeys(tokens[start : start + _FEWEST] for start in range(len(tokens) - _FEWEST + 1))
        said = f" {' '.join(tokens)} "
        for start in starts:
            for key, other in keys.get(start, ()):
                if f" {' '.join(key)} " in said and other.value.answer != question.value.answer:
                    yield _finding(question, other)


def _finding(question: QuestionView, other: QuestionView) -> Finding:
    message = f'the stem holds the answer of another question, "{other.value.answer}"'
    related = ((other.site("answer"), "the answer that it holds"),)
    return Finding(question.site("stem"), message, "say it in other words here", related, value=other.value.answer)
