"""A key that is clearly longer than every distractor.

## Why
Writers qualify the right option until nobody can dispute it, and learners know that (Haladyna, Downing and Rodriguez
2002, guideline 24; NBME Item-Writing Guide 2020, on the key that stands out). A key of four words or more that is
twice as long as the longest distractor is a warning; 1.6 times as long and three words are information, from eight
characters on, and so is any key that is as much longer than the only distractor. Passages in quotation marks, names and
code have the length they have: they are information too. A key that is two other options at once, or joins labels, is
left to LP504. Smaller differences are natural in one question; LP601 sees them where they are always on the same side.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - "The sleep of whoever is on call, and with it the care that the next real alarm gets"  # error: LP505
      - A line in a log
      - The yearly licence of the pager
    answer: "The sleep of whoever is on call, and with it the care that the next real alarm gets"
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

import re
from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.pattern import pattern
from lpkit.rule import QUESTION, rule
from lpkit.text.combining import joined_options, label_options
from lpkit.text.counting import count_words
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Combinations

_LONGER, _CLEARLY = 1.6, 2
"""Times the longest distractor, from which a key stands out, and clearly so, as people judge it."""
_APART = 8
"""Characters that the eye sees without counting; among short options a word more is no sign of care."""
_LITTLE = 3
"""Letters of words that names have between their parts: of, the, and, von."""
_QUOTATION = pattern(r"[\"“«'`].*[\"”»'`.]", re.DOTALL)
_CODE = pattern(r"[;{}]|==|=>|->")
_CALL = pattern(r"\w\(")


@rule("LP505", "longest-option-is-answer", Severity.WARNING, QUESTION, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    if item.key is None or not item.distractors or item.metas[item.key]:
        return
    length, longest = item.lengths[item.key], max(item.lengths[place] for place in item.distractors)
    single = len(item.distractors) == 1
    if length <= _LONGER * longest or length - longest < _APART:
        return
    count = count_words(item.answer)
    if count < 3 or _joins_others(item):
        return
    given = _QUOTATION.fullmatch(item.answer.strip()) or _is_code(item.answer) or _is_name(item.answer)
    clear = length > _CLEARLY * longest and count > 3 and not given and not single
    message = f'the answer "{_short(item.answer)}" has {length} characters, the longest distractor {longest}'
    help = "shorten the answer, or write the distractors as fully"
    yield Finding(
        question.site("options", item.key), message, help, value=item.answer, severity=None if clear else Severity.INFO
    )


def _joins_others(item: ItemText) -> bool:
    """Tell whether the key is two other options at once, or joins labels, which is the matter of LP504."""
    known = item.language.get(Combinations)
    if known is None:
        return False
    joined = joined_options(item, known)
    return (joined is not None and joined[0] == item.answer) or item.answer in label_options(item, known)


def _is_code(text: str) -> bool:
    call = _CALL.search(text)
    return bool(_CODE.search(text) or (call and text.find(")", call.end()) >= 0))


def _is_name(text: str) -> bool:
    """Tell whether each longer word has a capital: a name, a title or a work, whose length nobody chose."""
    longer = [word for word in text.split() if len(word) > _LITTLE]
    return len(longer) > 1 and all(word[:1].isupper() for word in longer)


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:49]}…"
