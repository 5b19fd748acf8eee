"""A last word of the stem that fits the key and not every distractor.

## Why
A stem that ends in "a" or "an", or in "are" before options of which some are one thing, says more than it means to.
Grammar rules the distractor out before its content does (Haladyna, Downing and Rodriguez 2002, guideline 28c; NBME
Item-Writing Guide 2020).

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What rings at night for nothing is an
    options:
      - alarm
      - pager  # error: LP516
      - engineer
    answer: alarm
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What rings at night for nothing is
    options:
      - an alarm
      - a pager
      - an engineer
    answer: an alarm
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

_ARTICLE = pattern(r"(?:^|\s)(?P<article>an?)\s*(?:_{2,}\s*[.?:]?|[:….?]|\.{3,})*\s*$", re.IGNORECASE)
_PLURAL = pattern(r"\b(?P<verb>are|were)\s*[:….]*\s*$")
_LAST = frozenset(("a", "an", "are", "were"))
_ONE = pattern(r"an?\s", re.IGNORECASE)
_BLANK = pattern(r"(?:^|\s)(?P<article>an?)\s+(?:_{2,}|\[blank\]|\.{4,})", re.IGNORECASE)
_SILENT = pattern(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_YOU_OR_ONE = pattern(r"(?:use|usu|uni(?!n|m)|uti|ubi|ura|eu|ewe|one\b|once\b|u-|uv\b(?!))", re.IGNORECASE)
_SPELT = pattern(r"[A-Z]{2,}\b|[A-Z]\b")
_OWN_ARTICLE = pattern(r"(?:an?|the|some|any|no|its|their|his|her|this|that)\s", re.IGNORECASE)


@rule("LP516", "article-cue", Severity.WARNING, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    stem = item.stem
    last = item.stem_words[-1:]
    if (not last or last[0] not in _LAST) and "__" not in stem:
        return
    if item.key is None or item.metas[item.key]:
        return
    if (plural := _PLURAL.search(stem, max(0, len(stem) - 12))) and not _ONE.match(item.answer):
        yield from _misfits(question, plural["verb"], [at for at in item.distractors if _ONE.match(item.options[at])])
        return
    match = _ARTICLE.search(stem, max(0, len(stem) - 24)) or ("__" in stem and _BLANK.search(stem)) or None
    if match is None:
        return
    article = match["article"].lower()
    fits = {place: _article_of(item.options[place].strip()) for place in item.answers}
    if fits[item.key] != article:
        return
    yield from _misfits(question, article, [place for place in item.distractors if fits[place] not in {article, ""}])


def _misfits(question: QuestionView, last: str, places: list[int]) -> Iterator[Finding]:
    item = question.item
    for place in places:
        message = f'"{last}" at the end of the stem fits the answer "{item.answer}" and not "{item.options[place]}"'
        help = f'end the stem before "{last}" and begin each option with its own'
        yield Finding(question.site("options", place), message, help)


def _article_of(option: str) -> str:
    """Give the article that an option takes; empty where it has one of its own or begins with no letter."""
    if not option or _OWN_ARTICLE.match(option):
        return ""
    if spelt := _SPELT.match(option):
        # Letters that are read one by one: an MRI, a USB stick; a word in capitals is read as a word.
        return "an" if spelt.group()[0] in "AEFHILMNORSX" else "a"
    if option[0].isdigit():
        return "an" if re.match(r"8|1[18](?!\d)", option) else "a"
    if not option[0].isalpha():
        return ""
    if _SILENT.match(option):
        return "an"
    return "an" if option[0].lower() in "aeiou" and not _YOU_OR_ONE.match(option) else "a"
