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

import re
from collections.abc import Iterator, Sequence

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.pattern import pattern
from lpkit.rule import QUESTION, rule
from lpkit.text.asking import sentences

_ASKING = """
which what who whom whose when where why how is are was were does do did can could should will would has have had may
must be been choose select identify find name pick mark give complete calculate compute determine solve evaluate
simplify translate match indicate state define estimate convert arrange classify describe explain list round factor
order read let suppose consider if given differentiate integrate express write rank compare
"""
"""Words that ask or order, or that make a sentence for the options to end."""

_EMPTY = """
true correct false incorrect right wrong not except following these below above given option options statement
statements answer answers is are the of which one what best all choose select identify mark pick a an out from please
among question describes applies accurate valid would be you it this that about here to
"""
"""Words that say nothing of a subject."""

_ASKING_WORDS, _EMPTY_WORDS = frozenset(_ASKING.split()), frozenset(_EMPTY.split())
_COMPLETED = pattern(
    r"[:_…=?]|\.{3,}|\d|\b(?:an?|the|of|by|to|in|for|from|with|as|because|than|and|that)\W*$|\s[a-z]+(?:[^s\W]s|ed)\W*$"
)
_FEW = 4
_ABOUT = pattern(
    r"\W*(?:regarding|concerning|about|as\s+(?:to|regards)|with\s+(?:regard|respect)\s+to|in\s+(?:relation|regard)\s+to)"
    r"(?:\s+[\w'’-]+){1,6}\s*[:,.…]*\s*",
    re.IGNORECASE,
)
_BEGUN = pattern(r"(?:then,?\s+)?(?:he|she|it|they|we|you|i|(?:the|a|an|this|another)\s+\w+)\W*", re.IGNORECASE)
"""A last sentence that stops before it says anything."""
_HELP = "ask a question that can be answered with the options covered"


@rule("LP517", "unfocused-stem", Severity.INFO, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    stem, tokens = item.stem, item.stem_vocabulary
    if question.value.excerpt:
        return
    if broken := _broken_off(item.own):
        yield Finding(question.site("stem"), f'the stem breaks off at "{broken}" and asks nothing', _HELP)
        return
    if len(item.stem_words) > 14:
        return
    if item.own == stem and tokens and tokens <= _EMPTY_WORDS:
        message = f'the stem "{stem.strip()}" has no subject of its own'
    elif _ABOUT.fullmatch(item.own) or _is_heading(item.own, item.stem_words):
        message = f'the stem "{stem.strip()}" names a subject and asks nothing'
    else:
        return
    yield Finding(question.site("stem"), message, _HELP)


def _broken_off(own: str) -> str:
    """Give a last sentence that says nothing yet, behind others that ask nothing."""
    if "?" in own or "." not in own or not own.rstrip()[-1:].isalpha():
        return ""
    *before, last = sentences(own)
    return last if before and _BEGUN.fullmatch(last) else ""


def _is_heading(own: str, tokens: Sequence[str]) -> bool:
    """Tell whether a stem is a few words that neither ask nor begin a sentence; `Synonym of …:` asks."""
    if not 0 < len(tokens) <= _FEW or not _ASKING_WORDS.isdisjoint(tokens):
        return False
    return not _COMPLETED.search(own if "of" in tokens else own.rstrip(" :"))
