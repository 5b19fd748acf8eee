"""Options of which one holds another.

## Why
Where one range or one answer lies within another, both are right or both are wrong, and readers use that (Haladyna,
Downing and Rodriguez 2002, guideline 22; NBME Item-Writing Guide 2020). Ranges that share numbers are a warning,
unless the question asks for a range; an option that is another one with something added is information.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: How many pages of a month were real faults?
    options:
      - "0 to 10"
      - "5 to 20"  # error: LP512
      - "21 to 64"
    answer: "0 to 10"
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: How many pages of a month were real faults?
    options:
      - "0 to 10"
      - "11 to 20"
      - "21 to 64"
    answer: "0 to 10"
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator
from itertools import combinations

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Combinations, Overlaps

_SHORTEST = 3


@rule("LP512", "overlapping-options", Severity.WARNING, QUESTION, needs=Overlaps, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    for inner, outer, severity in _overlaps(item):
        related = ((question.site("options", inner), "the other option"),)
        left, right = item.options[inner], item.options[outer]
        what = "is part of" if severity else "overlaps with"
        message = f'the option "{left}" {what} "{right}"'
        help = "make the options exclude each other"
        yield Finding(question.site("options", outer), message, help, related, severity=severity)


def _overlaps(item: ItemText) -> Iterator[tuple[int, int, Severity | None]]:
    """Give pairs of options that share an answer, each second one once; with INFO for words."""
    known = item.language[Overlaps]
    ranges = item.quantities if item.plain[0][-1:] else None
    if ranges is None:
        yield from _contained(item, known)
    elif any(entry.high > entry.low for entry in ranges) and known.spans.isdisjoint(item.stem_vocabulary):
        if all(1000 <= entry.low <= entry.high <= 2100 for entry in ranges):
            return
        for (left, first), (right, second) in combinations(zip(item.answers, ranges, strict=True), 2):
            if first.low < second.high and second.low < first.high:
                yield left, right, None


def _contained(item: ItemText, known: Overlaps) -> Iterator[tuple[int, int, Severity]]:
    for outer in item.answers if known.joined.search(item.joined) else ():
        text = item.plain[outer]
        for inner in item.answers:
            part = item.plain[inner]
            if _SHORTEST <= len(part) < len(text) and part in text and _added(text, part, known.joints):
                if not _are_labels(item, part, text):
                    yield inner, outer, Severity.INFO
                break


def _are_labels(item: ItemText, part: str, text: str) -> bool:
    """Tell whether two options join labels ("B and C", "A, B and C"), which is the matter of LP504."""
    known = item.language.get(Combinations)
    return known is not None and bool(known.labels.fullmatch(part) and known.labels.fullmatch(text))


def _added(text: str, part: str, joints: tuple[str, ...]) -> bool:
    """Tell whether a text is a part with something joined before or after it."""
    return (text.startswith(part) and text[len(part) :].startswith(joints)) or (
        text.endswith(part) and text[: -len(part)].endswith(joints)
    )
