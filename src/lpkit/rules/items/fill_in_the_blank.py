"""A blank in the stem.

## Why
The reader has to carry each option back into the gap and read the sentence again (Haladyna, Downing and Rodriguez
2002, guideline 8; Tarrant et al. 2006). A question says the same at once. A gap may be written as "?" or as "what" at
the end; where the right word of a language is asked for, it is the task and no fault.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: A false alarm at night costs ____ first.  # error: LP510
    options:
      - sleep
      - money
      - space
    answer: sleep
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
from lpkit.pattern import pattern
from lpkit.rule import QUESTION, rule
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import Blanks, StemFocus
from lpkit.text.tokens import words

_BLANK = pattern(
    r"(?<![A-Za-z0-9_])_{2,}(?![A-Za-z0-9_])|\[\s*(?:_+|\.{3,})\s*\]|\(\s*(?:_+|\.{3,})\s*\)|(?<![.\w])\.{4,}"
    r"|(?<=\s)(?:-{3,}|…{2,})(?=\s|[.,?]|$)"
)
_END = 24
"""Characters at the end of a stem in which it breaks off."""
_LONE = pattern(r"(?:^|\s)_(?=[\s.,;?!]|$)")
_CODE = frozenset("=(){};`<>")
_MARKS = ("_", "....", "...", "--", "…")


@rule("LP510", "fill-in-the-blank", Severity.INFO, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    stem = question.item.stem
    spelt = question.language.get(Blanks)
    blank = _blank(stem, spelt) or _broken_off(question.item, spelt)
    if blank and not (spelt and spelt.cloze.search(stem)):
        message = f'the stem leaves a blank ("{blank.strip()}") for the options'
        yield Finding(question.site("stem"), message, "write a question that the options answer", value="blank")


def _blank(stem: str, spelt: Blanks | None) -> str:
    """Give the first blank of a stem as it stands there; empty where there is none."""
    if not any(map(stem.__contains__, (*_MARKS, *spelt.words) if spelt else _MARKS)):
        return ""
    found = [match for match in (_BLANK.search(stem), spelt and spelt.blank.search(stem)) if match]
    first = min(found, key=lambda match: match.start(), default=None)
    blank = first or (_LONE.search(stem) if _CODE.isdisjoint(stem) else None)
    return blank.group() if blank else ""


def _broken_off(item: ItemText, spelt: Blanks | None) -> str:
    """Give what stands at the end of a stem that states something up to there; empty where the stem asks."""
    if spelt is None or not item.stem.endswith(spelt.last):
        return ""
    match = spelt.left_open.search(item.stem, max(0, len(item.stem) - _END))
    focus = item.language.get(StemFocus)
    if not match or focus is None:
        return ""
    # What is there instead of a word may ask itself: "boils at what".
    before = words(item.stem[: match.start("blank")])
    first = before[:1]
    asks = not focus.demands.isdisjoint(before) or not focus.asking.isdisjoint(first)
    return "" if asks else match["blank"]
