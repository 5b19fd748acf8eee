"""Questions on principles whose key is always the principle of the pack.

## Why
The pack's title gives the answer away: whoever practises ownership answers "Ownership" each time. Keys that vary
within a set are a guideline of Haladyna, Downing and Rodriguez (2002, 19 and 28); three questions that name
principles are enough for learners to see it.

## Bad
```yaml
questions:  # error: LP604
  - id: disk-principle
    pool: practice
    difficulty: easy
    stem: Which principle does the disk alarm story show?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Ownership
    steps: [Read the log.]
    hint: Read the log.
  - id: pager-principle
    pool: practice
    difficulty: easy
    stem: Which principle does the pager alarm story show?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Ownership
    steps: [Read the log.]
    hint: Read the log.
  - id: clock-principle
    pool: practice
    difficulty: easy
    stem: Which principle does the clock alarm story show?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Ownership
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: disk-principle
    pool: practice
    difficulty: easy
    stem: Which principle does the disk alarm story show?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Ownership
    steps: [Read the log.]
    hint: Read the log.
  - id: pager-principle
    pool: practice
    difficulty: easy
    stem: Which principle does the pager alarm story show?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Customer Obsession
    steps: [Read the log.]
    hint: Read the log.
  - id: clock-principle
    pool: practice
    difficulty: easy
    stem: Which principle does the clock alarm story show?
    options:
      - Customer Obsession
      - Ownership
      - Frugality
    answer: Ownership
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuizView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUIZ, rule

_FEWEST = 3


@rule("LP604", "same-answer-cue", Severity.WARNING, QUIZ)
def check(quiz: QuizView) -> Iterator[Finding]:
    naming = [
        question
        for question in quiz.questions
        if question.value.answer in quiz.principles and len(quiz.principles.intersection(question.item.options)) > 1
    ]
    if len(naming) < _FEWEST or any(question.value.answer != quiz.principle for question in naming):
        return
    said = f'the answer "{quiz.principle}", like the pack itself'
    message = f"all {len(naming)} questions that name principles have {said}"
    help = "let some of them show another principle, with this one among the distractors"
    related = tuple((question.site("answer"), "one of the answers") for question in naming)
    yield Finding(quiz.site, message, help, related, value=quiz.principle)
