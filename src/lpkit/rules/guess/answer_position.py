"""A quiz whose keys stand in one place.

## Why
"Always B" needs no knowledge. Writers hide keys in the middle (Attali and Bar-Hillel 2003), and balancing by hand can
be learned too (Bar-Hillel and Attali 2001), so every front end shuffles the options by a seed from the question's id.
What keeps its place are rising numbers and pinned options: in a pack only keys that do count here. In a bank of
questions all count, since nobody knows who will show them. The place with most keys is compared with chance by an exact
binomial test, times the number of places, p < .01.

## Bad
```yaml
questions:  # error: LP602
  - id: disk-cost
    pool: practice
    difficulty: easy
    stem: What does the disk alarm cost?
    options:
      - "1 hours"
      - "4 hours"
      - "9 hours"
    answer: "4 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: pager-cost
    pool: practice
    difficulty: easy
    stem: What does the pager alarm cost?
    options:
      - "2 hours"
      - "5 hours"
      - "10 hours"
    answer: "5 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: clock-cost
    pool: practice
    difficulty: easy
    stem: What does the clock alarm cost?
    options:
      - "3 hours"
      - "6 hours"
      - "11 hours"
    answer: "6 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: light-cost
    pool: practice
    difficulty: easy
    stem: What does the light alarm cost?
    options:
      - "4 hours"
      - "7 hours"
      - "12 hours"
    answer: "7 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: relay-cost
    pool: practice
    difficulty: easy
    stem: What does the relay alarm cost?
    options:
      - "5 hours"
      - "8 hours"
      - "13 hours"
    answer: "8 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: probe-cost
    pool: practice
    difficulty: easy
    stem: What does the probe alarm cost?
    options:
      - "6 hours"
      - "9 hours"
      - "14 hours"
    answer: "9 hours"
    steps: [Read the log.]
    hint: Read the log.
```

## Good
```yaml
questions:
  - id: disk-cost
    pool: practice
    difficulty: easy
    stem: What does the disk alarm cost?
    options:
      - "1 hours"
      - "4 hours"
      - "9 hours"
    answer: "1 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: pager-cost
    pool: practice
    difficulty: easy
    stem: What does the pager alarm cost?
    options:
      - "2 hours"
      - "5 hours"
      - "10 hours"
    answer: "5 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: clock-cost
    pool: practice
    difficulty: easy
    stem: What does the clock alarm cost?
    options:
      - "3 hours"
      - "6 hours"
      - "11 hours"
    answer: "11 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: light-cost
    pool: practice
    difficulty: easy
    stem: What does the light alarm cost?
    options:
      - "4 hours"
      - "7 hours"
      - "12 hours"
    answer: "4 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: relay-cost
    pool: practice
    difficulty: easy
    stem: What does the relay alarm cost?
    options:
      - "5 hours"
      - "8 hours"
      - "13 hours"
    answer: "8 hours"
    steps: [Read the log.]
    hint: Read the log.
  - id: probe-cost
    pool: practice
    difficulty: easy
    stem: What does the probe alarm cost?
    options:
      - "6 hours"
      - "9 hours"
      - "14 hours"
    answer: "14 hours"
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator, Sequence

from lpkit.corpus import Fact, QuizView
from lpkit.corpus.plays import Played, Pool, play_facts, smallest
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule
from lpkit.text.guessing import ALPHA

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def collect_quiz(quiz: QuizView) -> Iterator[Fact]:
    """Give where the keys stand in each pool, for questions whose order learners see."""
    yield from play_facts(quiz)


@rule("LP602", "answer-position", Severity.WARNING, CORPUS, collect_quiz=collect_quiz, facts=Pool)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    yield from smallest(facts, _speak)


def _speak(played: Played) -> Finding | None:
    place, tally, luck = played.play.position()
    if luck >= ALPHA or not tally.wins:
        return None
    ordinal = _ORDINALS[place] if place < len(_ORDINALS) else f"{place + 1}th"
    kept = "" if tally.questions == played.play.questions else " whose numbers keep their order"
    message = (
        f"the {ordinal} option is the answer to {tally.score:.3g} of {tally.questions} {played.name}{kept}, "
        f"where chance gives {tally.chance:.3g} (p = {luck:.1g})"
    )
    help = "shuffle the options by a seed; where numbers must rise, choose others so that keys stand in all places"
    return Finding(played.site, message, help, value=f"{played.name} {ordinal}")
