"""Options that are combinations of the same few parts.

## Why
To rule out one part is to rule out several options: the question tests logic, takes long to read, and tells less than
one that asks for the parts one by one (Haladyna, Downing and Rodriguez 2002, guideline 9, on complex multiple choice).
Combinations of labels ("I and III only") are a warning, options that recombine the same words are information, as are
an option that is two of the others at once ("Both iron and zinc"), matchings of the same labels ("1-b, 2-a"), and two
choices of two crossed with each other. Pairs of names from the library, such as two principles, are meant to be
compared and are left alone, as is a question that asks for a pair or an order.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: "Which of these cost time at night? I. false alarms, II. updates, III. reports"  # error: LP504
    options:
      - I only
      - I and II only
      - II and III only
    answer: I only
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
from lpkit.text.combining import joined_options, label_options, matches_labels, reused_parts, with_joint
from lpkit.text.languages.parts import Combinations


@rule("LP504", "k-type", Severity.WARNING, QUESTION, needs=Combinations, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Combinations]
    labels = label_options(item, known)
    if labels:
        named = ", ".join(f'"{text}"' for text in labels)
        message = f"the options {named} combine labels, so that ruling out one part rules out several of them"
        help = "ask which one statement is right, or make a question of each statement"
        yield Finding(question.site("stem"), message, help, value=message)
    elif texts := with_joint(item, known):
        yield from _joined(question, known, texts)


def _joined(question: QuestionView, known: Combinations, texts: list[str]) -> Iterator[Finding]:
    """Look at options that are joined of something else than labels."""
    item = question.item
    if found := joined_options(item, known, texts):
        joined, parts = found
        named = " and ".join(f'"{part}"' for part in parts)
        message = f'the option "{joined}" is two other options at once ({named})'
        help = "ask which one is right, with options that are no parts of each other"
        yield Finding(question.site("stem"), message, help, value=message, severity=Severity.INFO)
    elif matches_labels(item):
        message = "the options match the same labels in different ways"
        help = "ask for one of the pairs"
        yield Finding(question.site("stem"), message, help, value=message, severity=Severity.INFO)
    elif parts := reused_parts(item, known, texts):
        named = ", ".join(f'"{part}"' for part in parts)
        message = f"the options recombine the same parts ({named})"
        help = "ask for one of the parts, or give each option parts of its own"
        yield Finding(question.site("stem"), message, help, value=message, severity=Severity.INFO)
