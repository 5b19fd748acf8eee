"""A stem that asks nothing without its options.

## Why
A reader who covers the options should know what is asked (Haladyna, Downing and Rodriguez 2002, guideline 15: put the
central idea in the stem). A sentence that the options complete is a question too; a mere heading, or "Which of these
is true?", is none.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: Alarm fatigue  # error: LP517
    options:
      - The sleep of whoever is on call
      - A line in a log file
      - The yearly licence of the pager
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

from collections.abc import Iterator, Sequence

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.asking import sentences
from lpkit.text.languages.parts import StemFocus

_FEW = 4
_HELP = "ask a question that can be answered with the options covered"


@rule("LP517", "unfocused-stem", Severity.INFO, QUESTION, needs=StemFocus)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[StemFocus]
    stem, tokens = item.stem, item.stem_vocabulary
    if question.value.excerpt:
        return
    if broken := _broken_off(item.own, known):
        yield Finding(question.site("stem"), f'the stem breaks off at "{broken}" and asks nothing', _HELP)
        return
    if len(item.stem_words) > 14:
        return
    if item.own == stem and tokens and tokens <= known.empty:
        message = f'the stem "{stem.strip()}" has no subject of its own'
    elif known.about.fullmatch(item.own) or _is_heading(item.own, item.stem_words, known):
        message = f'the stem "{stem.strip()}" names a subject and asks nothing'
    else:
        return
    yield Finding(question.site("stem"), message, _HELP)


def _broken_off(own: str, known: StemFocus) -> str:
    """Give a last sentence that says nothing yet, behind others that ask nothing."""
    if "?" in own or "." not in own or not own.rstrip()[-1:].isalpha():
        return ""
    *before, last = sentences(own)
    return last if before and known.begun.fullmatch(last) else ""


def _is_heading(own: str, tokens: Sequence[str], known: StemFocus) -> bool:
    """Tell whether a stem is a few words that neither ask nor begin a sentence; `Synonym of …:` asks."""
    if not 0 < len(tokens) <= _FEW or not known.asking.isdisjoint(tokens):
        return False
    return not known.completed.search(own.rstrip(" :") if known.keeps_colon.isdisjoint(tokens) else own)
