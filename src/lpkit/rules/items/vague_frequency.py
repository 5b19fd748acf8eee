"""A word of frequency that means something else to everybody.

## Why
"Often" is understood as anything from a quarter to nine tenths (Case and Swanson 2001; NBME Item-Writing Guide 2020),
so that two readers judge one option differently. Comparisons ("most often", "how often") measure, and are left alone,
as are quotations, and what something is usually called. Hedges ("some", "many", "may", "perhaps") count where two are
in one option or in the question, and where a stem that is no question begins with "some".

## Bad
```yaml
questions:
  - id: alarm-page
    pool: practice
    difficulty: easy
    stem: What does an alarm cost that rings each night for nothing?
    options:
      - It often costs sleep  # error: LP515
      - A line in a log file
      - The yearly licence of the pager
    answer: It often costs sleep
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
from lpkit.text.certainty import hedges, vague_terms
from lpkit.text.languages.parts import Frequencies
from lpkit.text.tokens import words

_HELP = "give a figure or a comparison, or leave the word out"


@rule("LP515", "vague-frequency", Severity.INFO, QUESTION, needs=Frequencies)
def check(question: QuestionView) -> Iterator[Finding]:
    yield from _in_options(question) or _in_stem(question)


def _in_options(question: QuestionView) -> list[Finding]:
    """Find the first option that is vague."""
    item, known = question.item, question.language[Frequencies]
    frequent = not known.vague.isdisjoint(item.vocabulary)
    hedged = len(known.hedges & item.vocabulary) > 1
    if not frequent and not hedged:
        return []
    excerpt = (question.value.excerpt or "").lower()
    for place in item.answers:
        text, claim = item.plain[place], item.claims[place]
        if text in item.glossary or text in excerpt:
            continue
        if frequent and (terms := vague_terms(*claim, known.vague, known)):
            message = f'"{terms[0]}" in this option leaves open how often that is'
            return [Finding(question.site("options", place), message, _HELP)]
        # Somebody else's words are not in the claim; the case of the letters, which tells May, is not either.
        said = item.options[place] if hedged and len(claim[1]) == len(item.option_words[place]) else ""
        if terms := hedges(said, claim[1], known):
            message = f"{_named(terms)} in this option leave open what it claims"
            return [Finding(question.site("options", place), message, _HELP)]
    return []


def _in_stem(question: QuestionView) -> list[Finding]:
    item, known = question.item, question.language[Frequencies]
    if not known.in_question.isdisjoint(item.stem_vocabulary):
        asked = words(question_sentence(item.own))
        if terms := vague_terms(" ".join(asked), asked, known.in_question, known):
            return [
                Finding(
                    question.site("stem"),
                    f'"{terms[0]}" in the question leaves open how often that is',
                    _HELP,
                    value=terms[0],
                )
            ]
    hedged = len(known.hedges & item.stem_vocabulary)
    if not hedged or (hedged == 1 and not known.subject.match(item.own)):
        return []
    sentence = question_sentence(item.own)
    terms = hedges(sentence, item.stem_vocabulary, known)
    if not terms and "?" not in sentence and (begun := known.subject.match(sentence)):
        terms = begun.group().split()[:1]
    if terms:
        leave = "leave" if len(terms) > 1 else "leaves"
        return [
            Finding(
                question.site("stem"),
                f"{_named(terms)} in the stem {leave} open what is so",
                _HELP,
                value=_named(terms),
            )
        ]
    return []


def _named(terms: list[str]) -> str:
    return " and ".join(f'"{term}"' for term in terms)
