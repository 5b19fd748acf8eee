"""An option with an absolute term.

## Why
"Always", "never" or "only" makes a statement easy to refute, and readers who know that strike the option out unread
(Haladyna, Downing and Rodriguez 2002, guideline 28a, specific determiners). In a subject where the word is the point it
is right, so this is information. It is silent where each option has such a word, where the stem asks with the same
word, and where an option quotes somebody. "Only the" and "all of the" restrict what is meant and allow exceptions;
"cannot" counts in the main clause of an option. Three such words in a stem ("Why must every bridge always …?") are too
many as well.

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - It always costs the whole night  # error: LP514
      - A line in a log file
      - The yearly licence of the pager
    answer: A line in a log file
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
from lpkit.text.asking import question_sentence
from lpkit.text.certainty import absolute_terms
from lpkit.text.languages.parts import Absolutes
from lpkit.text.tokens import words

_PILED = 3
"""Different absolute terms of a stem that are too many."""


@rule("LP514", "absolute-term", Severity.INFO, QUESTION, needs=Absolutes)
def check(question: QuestionView) -> Iterator[Finding]:
    item, known = question.item, question.language[Absolutes]
    yield from _in_stem(question, known)
    if known.terms.isdisjoint(item.vocabulary):
        return
    excerpt = (question.value.excerpt or "").lower()
    asked = item.stem_vocabulary
    if not known.who.isdisjoint(words(question_sentence(item.own))[:2]):
        asked |= known.persons
    found = {
        place: [word for word in absolute_terms(*claim, known) if word not in asked]
        for place, (text, claim) in enumerate(zip(item.plain, item.claims, strict=True))
        if not item.metas[place]
        and text not in item.glossary
        and (" " in text or text in known.alone)
        and not known.share.fullmatch(text)
        and not (excerpt and text in excerpt)
    }
    marked = {place: terms for place, terms in found.items() if terms}
    if not marked or len(marked) >= len(item.answers):
        return
    first, *others = marked
    named = " and ".join(dict.fromkeys(f'"{term}"' for terms in marked.values() for term in terms))
    message = f"{named} in {'this option' if not others else f'{len(marked)} options'} allows no exception"
    related = tuple((question.site("options", place), "another option of the kind") for place in others)
    help = "say when it holds, or leave the word out"
    yield Finding(question.site("options", first), message, help, related, value=named)


def _in_stem(question: QuestionView, known: Absolutes) -> Iterator[Finding]:
    """Find a stem that allows no exception three times over; one or two may be what is asked about."""
    item = question.item
    if len(known.terms & item.stem_vocabulary) < _PILED:
        return
    found = list(dict.fromkeys(absolute_terms(item.own.lower(), item.stem_vocabulary, known)))
    if len(found) >= _PILED:
        named = " and ".join(f'"{term}"' for term in found)
        message = f"{named} in the stem allow no exception"
        yield Finding(question.site("stem"), message, "say when it holds, or leave the words out", value=named)
