"""A word of the stem that only the key repeats.

## Why
Whoever knows nothing chooses the option that sounds like the question (Haladyna, Downing and Rodriguez 2002,
guideline 28b, clang associations; NBME Item-Writing Guide 2020, word repeats). One word is information, two are a
warning. Names from the library (principles, levels, dimensions) repeat on purpose, and words that the stem quotes are
somebody else's: neither counts.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does a nightly alarm cost the sleeping engineer?
    options:
      - Nights in which an engineer wakes up  # error: LP513
      - A line in a log file
      - The yearly licence of the pager
    answer: Nights in which an engineer wakes up
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
from lpkit.text.languages.parts import ContentWords

_LONG = 60
"""Words of a stem from which two shared words may be chance."""


@rule("LP513", "repeated-word-cue", Severity.INFO, QUESTION, needs=ContentWords)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    if item.key is None or item.metas[item.key] or len(item.distractors) < 2:
        return
    shared = item.stem_content & item.option_content[item.key]
    if not shared:
        return
    others = [item.option_content[place] for place in item.distractors]
    exclusive = shared.difference(*others)
    if not exclusive or len(shared) <= max(len(item.stem_content & other) for other in others):
        return
    common_form = question.language[ContentWords].common_form
    forms = dict(zip(map(common_form, item.stem_words), item.stem_words, strict=True))
    named = " and ".join(f'"{forms[form]}"' for form in sorted(exclusive))
    message = f"{named} of the stem {'return' if len(exclusive) > 1 else 'returns'} in the answer and in no distractor"
    help = "say it in other words in the answer, or use the word in a distractor too"
    severity = Severity.WARNING if len(exclusive) > 1 and len(item.stem_words) <= _LONG else None
    yield Finding(question.site("options", item.key), message, help, value=named, severity=severity)
