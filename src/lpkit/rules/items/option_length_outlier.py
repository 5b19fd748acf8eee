"""An option far longer or shorter than the others.

## Why
The eye goes to the option that looks different before anything is read (Haladyna, Downing and Rodriguez 2002,
guideline 24: keep the options about equal in length). Where the long one is the key, `longest-option-is-answer`
speaks instead.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - "The licence of the pager, which the office renews each spring for the whole floor"  # error: LP506
    answer: The sleep of whoever is on call
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
from statistics import median

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.combining import label_options
from lpkit.text.languages.parts import Combinations

_LONGER, _SHORTER, _APART = 1.7, 1.8, 8


@rule("LP506", "option-length-outlier", Severity.INFO, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    if len(item.answers) < 3:
        return
    lengths = [item.lengths[place] for place in item.answers]
    if max(lengths) <= _LONGER * min(lengths):
        return
    combined = item.language.get(Combinations)
    if combined and label_options(item, combined):
        return  # How many labels an option joins makes its length, and is the matter of LP504.
    ranked = sorted(item.answers, key=item.lengths.__getitem__)
    shortest, second, longest = (item.lengths[ranked[at]] for at in (0, -2, -1))
    middle = median(lengths)
    if longest > _LONGER * second and longest - second >= _APART and ranked[-1] != item.key:
        yield _finding(question, ranked[-1], f"has {longest} characters, the next {second}", "shorten it")
    if shortest * _SHORTER < middle and item.lengths[ranked[1]] - shortest >= _APART:
        yield _finding(
            question, ranked[0], f"has {shortest} characters, the middle of all {middle:g}", "write it more fully"
        )


def _finding(question: QuestionView, place: int, what: str, help: str) -> Finding:
    text = question.item.options[place]
    short = text if len(text) <= 50 else f"{text[:49]}…"
    return Finding(question.site("options", place), f'the option "{short}" {what}', help, value=text)
