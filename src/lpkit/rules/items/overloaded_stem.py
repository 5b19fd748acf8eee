"""A stem that tells more than its question needs.

## Why
Reading time goes into sentences that the answer does not need (Haladyna, Downing and Rodriguez 2002, guideline 16:
avoid window dressing; Tarrant et al. 2006, gratuitous information). Said of stems of more than 90 words, and in English
of a scene before a question that stands by itself, of a preamble in praise of the subject, of a clause between commas
to which neither the rest nor an option comes back, and of tastes, leisure and the like of somebody. What a question
points at, the case of a patient, a premise and figures to reckon with are needed. Quoted text and excerpts do not
count, since they are what the question is about.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: >-  # error: LP518
      Our company has run its own machines for eleven years, and it has three offices, of which the oldest stands by
      the river. The machines are cooled with water, and each spring an artist paints one of the pipes, which
      visitors like to photograph before they are shown the rest of the building. In one of the offices an alarm has
      rung each night for a year, since a disk of the build machines fills up and is emptied by a job that somebody
      wrote on a Friday in a long past summer. What does an alarm cost that rings each night for nothing?
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

from collections.abc import Iterator

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import QUESTION, rule
from lpkit.text.asking import sentences
from lpkit.text.bearing import clause_aside, colour, idle_scene, told_and_asked
from lpkit.text.languages.parts import ContentWords, Scenes

_WORDS, _SENTENCES = 90, 3
_TOLD = 8
"""Fewest words of a stem that tells something besides its question."""
_HELP = "keep what the answer needs; put a text to be judged into the excerpt"


@rule("LP518", "overloaded-stem", Severity.INFO, QUESTION)
def check(question: QuestionView) -> Iterator[Finding]:
    item = question.item
    count = len(item.stem_words)
    if count > _WORDS and len(parts := sentences(item.own)) >= _SENTENCES:
        message = f"the stem has {count} words in {len(parts)} sentences besides what it quotes"
        yield Finding(question.site("stem"), message, _HELP)
    elif count > _TOLD and not question.value.excerpt and (message := _without_bearing(question)):
        yield Finding(question.site("stem"), message, _HELP)


def _without_bearing(question: QuestionView) -> str:
    """Say what a stem tells besides its question; nothing where it only asks, or all of it may matter."""
    item, known = question.item, question.language.get(Scenes)
    if known is None or ContentWords not in question.language:
        return ""
    told, asking = told_and_asked(item)
    if told and (scene := idle_scene(item, told, asking, known)):
        return f'the question stands without what is told before it ("{_short(scene)}")'
    if clause := clause_aside(item, told, known):
        return f'the question stands without the clause "{_short(clause)}"'
    if told and (words := colour(item, told, asking, known)):
        named = ", ".join(f'"{word}"' for word in words)
        return f"the stem tells of what the answer does not need: {named}"
    return ""


def _short(text: str) -> str:
    return text if len(text) <= 50 else f"{text[:49]}…"
