"""A test pool from which the library's test cannot be drawn.

## Why
The library says how many questions of each difficulty a test holds. With just as many or fewer, a second test is
the first one again or cannot be drawn at all; fewer are a fault.

## Bad
```yaml library.yaml
test: {draw: 4, mix: {easy: 2, medium: 1, hard: 1}, strong_from: 80}
```

```yaml ownership/noisy-alarm.yaml
questions:  # error: LP404
  - id: alarm-principle
    pool: test
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
  - id: alarm-practice
    pool: practice
    difficulty: easy
    stem: Which principle does a customer's complaint lead to first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Customer Obsession
    steps: [It starts from the customer.]
    hint: Whose complaint is it?
```

## Good
```yaml library.yaml
test: {draw: 1, mix: {easy: 1, medium: 0, hard: 0}, strong_from: 80}
```

```yaml ownership/noisy-alarm.yaml
questions:
  - id: alarm-principle
    pool: test
    difficulty: easy
    stem: Which principle does counting an unassigned alarm show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked.]
    hint: Who asked for the count?
  - id: alarm-practice
    pool: practice
    difficulty: easy
    stem: Which principle does a customer's complaint lead to first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Customer Obsession
    steps: [It starts from the customer.]
    hint: Whose complaint is it?
```
"""

from collections import Counter
from collections.abc import Iterator

from lpkit.corpus import LibraryView, PackView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import VIEW, rule


@rule("LP404", "pool-too-small", Severity.ERROR, VIEW)
def check(view: PackView | LibraryView) -> Iterator[Finding]:
    if isinstance(view, LibraryView):
        yield from _check_blueprint(view)
    elif view.library is not None and view.library.whole("test") and view.whole("questions"):
        yield from _check_pools(view, view.library)


def _check_blueprint(library: LibraryView) -> Iterator[Finding]:
    test = library.library.test
    mixed = sum(test.mix.counts().values())
    if library.whole("test") and mixed != test.draw:
        message = f"the test draws {test.draw} questions, but its mix names {mixed}"
        yield Finding(library.site("test", "draw"), message, f"write draw: {mixed}, or change the mix")


def _check_pools(pack: PackView, library: LibraryView) -> Iterator[Finding]:
    questions = [question.value for question in pack.questions]
    have = Counter(str(question.difficulty) for question in questions if question.pool == "test")
    lacking = [
        f"{wanted - have[name]} more {name} (has {have[name]} of {wanted})"
        for name, wanted in library.library.test.mix.counts().items()
        if have[name] < wanted
    ]
    if lacking:
        message = f"the test pool is too small: it needs {', '.join(lacking)}"
        help = "write the questions, or move some from the practice pool"
        yield Finding(pack.site("questions", on_key=True), message, help, value=" ".join(lacking))
    if not any(question.pool == "practice" for question in questions):
        message = "the practice pool is empty"
        help = "write a question with pool: practice"
        yield Finding(pack.site("questions", on_key=True), message, help, value=message)
