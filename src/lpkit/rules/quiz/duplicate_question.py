"""Two questions of a pack that are the same.

## Why
Whoever has met the question in practice knows the answer in the test, and a test may ask it twice. Stem, excerpt and
the set of options are compared, without regard to the case of words, white space, typography and the order of the
options; in code each sign and each indentation counts. Where the two have different keys, one of them teaches what is
wrong.

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
    hint: Who asked for the count?
  - id: alarm-test
    pool: test
    difficulty: easy
    stem: "Which principle does counting an unassigned alarm show first?"  # error: LP408
    options: [Frugality, Ownership, Customer Obsession]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
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
  - id: alarm-test
    pool: test
    difficulty: easy
    stem: "Which principle explains best why the candidate wrote to the night shift?"
    options: [Frugality, Ownership, Customer Obsession]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import QuestionView, QuizView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUIZ, rule
from lpkit.text.sameness import same_choice


@rule("LP408", "duplicate-question", Severity.ERROR, QUIZ)
def check(quiz: QuizView) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for place, question in enumerate(quiz.questions):
        value = question.value
        same = first.setdefault(question.identity, place)
        if same != place:
            earlier = quiz.questions[same]
            pools = "" if earlier.value.pool == value.pool else f" of the {earlier.value.pool} pool"
            other_key = same_choice(earlier.value.answer) != same_choice(value.answer)
            yield Finding(
                question.site("stem"),
                f"this is the question {earlier.value.id}{pools} again{_with_key(earlier, question, other_key)}",
                "decide which of the two keys is right" if other_key else "replace one of the two",
                ((earlier.site("answer" if other_key else "stem"), "the same question"),),
                value=f"{earlier.value.id} {value.id}",
            )


def _with_key(earlier: QuestionView, later: QuestionView, other: bool) -> str:
    return f', with another key: "{later.value.answer}", not "{earlier.value.answer}"' if other else ""
