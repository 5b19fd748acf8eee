"""A key that is none of the options.

## Why
Whatever a learner chooses is wrong.

## Bad
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Owner  # error: LP401
    steps: [The count was unasked.]
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
    steps: [The count was unasked.]
    hint: Who asked for the count?
```

## Fix
The text of the option that is meant takes the place of its letter, or of the same text in other case or typography.
Unsafe where only some letters or words agree, and for numbers, since some count from nought. An answer that names
several options has none: only its author knows which is right.

```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: B
    steps: [The count was unasked, so it is Ownership.]
    hint: Who asked for the count?
```
```yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked, so it is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator

from lpkit.corpus import MeantOption, QuestionView, named_by, option_meant, ticked
from lpkit.diagnostic import Finding, Fix, Severity
from lpkit.editing.edits import new_value
from lpkit.rule import QUESTION, rule

_SHOWN = 60


@rule("LP401", "answer-not-in-options", Severity.ERROR, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    texts = [option.text for option in question.value.options]
    answer = question.value.answer
    if answer in texts:
        return
    message = f'the answer "{_short(answer)}" is none of the options'
    help = "copy the text of the right option, letter for letter"
    tick = ticked(texts)
    if named := named_by(answer, texts):
        several = " and ".join(f'"{text}"' for text in named)
        help = "a question has one right option: copy its text, letter for letter"
        yield Finding(question.site("answer"), f"{message}: it names {len(named)} of them, {several}", help)
    elif tick and tick[1] == answer:
        # What takes the tick off mends this too.
        help = f'take the tick off the option: "{_short(tick[1])}"'
        yield Finding(question.site("answer"), f'{message}; did you mean "{_short(texts[tick[0]])}"?', help)
    else:
        meant = option_meant(answer, texts)
        hint = f'; did you mean "{meant.text}"?' if meant else ""
        yield Finding(question.site("answer"), message + hint, help, fix=_fix(question, meant) if meant else None)


def _fix(question: QuestionView, meant: MeantOption) -> Fix | None:
    if question.source is None:
        return None
    fix = new_value(question.source, (*question.at, "answer"), meant.text)
    return fix._replace(safe=meant.certain, restates=meant.certain) if fix else None


def _short(text: str) -> str:
    flat = " ".join(text.split(" "))
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
