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

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.languages.parts import Articles


@rule("LP516", "article-cue", Severity.WARNING, QUESTION, needs=Articles)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Articles]
    stem = item.stem
    last = item.stem_words[-1:]
    if (not last or last[0] not in known.last) and "__" not in stem:
        return
    if item.key is None or item.metas[item.key]:
        return
    if (plural := known.plural.search(stem, max(0, len(stem) - 12))) and not known.one.match(item.answer):
        single = [at for at in item.distractors if known.one.match(item.options[at])]
        yield from _misfits(question, plural["verb"], single)
        return
    match = known.article.search(stem, max(0, len(stem) - 24))
    match = match or ("__" in stem and known.before_blank.search(stem)) or None
    if match is None:
        return
    article = match["article"].lower()
    fits = {place: known.article_of(item.options[place].strip()) for place in item.answers}
    if fits[item.key] != article:
        return
    yield from _misfits(question, article, [place for place in item.distractors if fits[place] not in {article, ""}])


def _misfits(question: QuestionView, last: str, places: list[int]) -> Iterator[Finding]:
    item = question.item
    for place in places:
        message = f'"{last}" at the end of the stem fits the answer "{item.answer}" and not "{item.options[place]}"'
        help = f'end the stem before "{last}" and begin each option with its own'
        yield Finding(question.site("options", place), message, help)
