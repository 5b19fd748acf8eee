"""A word of the stem that only the key repeats.

## Why
Whoever knows nothing chooses the option that sounds like the question (Haladyna, Downing and Rodriguez 2002, guideline
28b, clang associations; NBME Item-Writing Guide 2020, word repeats). One word is information, two are a warning. In a
short answer, another form of the word ("refract", "refraction"; "erode", "erosion") or a longer word with it ("lock",
"deadlock") is information too. Names from the library (principles, levels, dimensions) repeat on purpose, and words
that the stem quotes are somebody else's: neither counts.

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
from lpkit.text.echoes import BEGINNING, echoes
from lpkit.text.item import ItemText
from lpkit.text.languages.parts import ContentWords, Judgements
from lpkit.text.tokens import content

_LONG = 60
"""Words of a stem from which two shared words may be chance."""
_FEW, _WORD = 4, 4
"""Most words of an answer in which an echo is heard, and fewest letters of one that is a word of the stem."""
_HELP = "say it in other words in the answer, or use the word in a distractor too"


@rule("LP513", "repeated-word-cue", Severity.INFO, QUESTION, needs=ContentWords, varies=True)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    if item.key is None or item.metas[item.key] or len(item.distractors) < 2:
        return
    # Most answers share nothing with the stem, and the other options need no look then.
    said = content(item.option_words[item.key], question.language[ContentWords])
    shared = item.stem_content & said if said else said
    if shared:
        yield from _repeated(question, shared, item.key)
    elif len(item.stem_words) <= _LONG and len(item.option_words[item.key]) <= _FEW:
        yield from _echoed(question, item.key)


def _repeated(question: QuestionView, shared: frozenset[str], key: int) -> Iterator[Finding]:
    item = question.item
    others = [item.option_content[place] for place in item.distractors]
    exclusive = shared.difference(*others)
    if not exclusive or len(shared) <= max(len(item.stem_content & other) for other in others):
        return
    common_form = question.language[ContentWords].common_form
    forms = dict(zip(map(common_form, item.stem_words), item.stem_words, strict=True))
    named = " and ".join(f'"{forms[form]}"' for form in sorted(exclusive))
    message = f"{named} of the stem {'return' if len(exclusive) > 1 else 'returns'} in the answer and in no distractor"
    severity = Severity.WARNING if len(exclusive) > 1 and len(item.stem_words) <= _LONG else None
    yield Finding(question.site("options", key), message, _HELP, value=named, severity=severity)


def _echoed(question: QuestionView, key: int) -> Iterator[Finding]:
    """Find a word of the stem that the answer has in another form or within a longer word, and no distractor has."""
    item = question.item
    found = _heard(item, key)
    if not found:
        return
    asked, said = min(found)
    if asked != said and any(_heard(item, place) for place in item.distractors):
        return
    message = f'"{asked}" of the stem is heard in "{said}" in the answer, and in no distractor'
    if asked == said:
        message = f'"{asked}" of the stem is the answer, and in no distractor'
    yield Finding(question.site("options", key), message, _HELP, value=f'"{asked}"')


def _heard(item: ItemText, place: int) -> set[tuple[str, str]]:
    tokens = item.option_words[place]
    if len(tokens) == 1 and len(tokens[0]) >= _WORD and tokens[0] in item.stem_vocabulary:
        judged = item.language.get(Judgements)
        return set() if judged and tokens[0] in judged.words else {(tokens[0], tokens[0])}
    known = item.language[ContentWords]
    long = [word for word in tokens if len(word) >= BEGINNING and known.common_form(word)]
    if not long or not item.glossary.isdisjoint(map(known.common_form, long)):
        return set()
    return echoes(filter(known.common_form, item.stem_words), long, known.derived)
