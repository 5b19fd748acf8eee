"""A quiz in which the longest option is the key far too often.

## Why
The first thing that learners find out about a quiz is that the longest option wins. One such question is no fault of
the quiz; a rate is (Haladyna, Downing and Rodriguez 2002, guideline 24; NBME Item-Writing Guide 2020). The number of
keys that are longest, a tie of t options counting 1/t, is compared with chance by an exact binomial test, p < .01,
and must be a quarter over chance. Each pool of a pack is a quiz, then the pack, then the library; where a part is
reported the whole is not.

## Bad
```yaml
questions:  # error: LP601
  - id: disk-cost
    pool: practice
    difficulty: easy
    stem: What does the disk alarm cost?
    options:
      - Two nights of good sleep
      - Money spent
      - Disk space
      - Trust in it
    answer: Two nights of good sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: pager-cost
    pool: practice
    difficulty: easy
    stem: What does the pager alarm cost?
    options:
      - Money spent
      - Disk space
      - Trust in it
      - Two nights of good sleep
    answer: Two nights of good sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: clock-cost
    pool: practice
    difficulty: easy
    stem: What does the clock alarm cost?
    options:
      - Disk space
      - Trust in it
      - Two nights of good sleep
      - Money spent
    answer: Two nights of good sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: light-cost
    pool: practice
    difficulty: easy
    stem: What does the light alarm cost?
    options:
      - Trust in it
      - Two nights of good sleep
      - Money spent
      - Disk space
    answer: Two nights of good sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: relay-cost
    pool: practice
    difficulty: easy
    stem: What does the relay alarm cost?
    options:
      - Two nights of good sleep
      - Money spent
      - Disk space
      - Trust in it
    answer: Two nights of good sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: probe-cost
    pool: practice
    difficulty: easy
    stem: What does the probe alarm cost?
    options:
      - Money spent
      - Disk space
      - Trust in it
      - Two nights of good sleep
    answer: Two nights of good sleep
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
      - Hours of sleep
      - Money that was saved
      - Disk space
      - Trust in pages
    answer: Hours of sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: pager-cost
    pool: practice
    difficulty: easy
    stem: What does the pager alarm cost?
    options:
      - Money that was saved
      - Disk space
      - Trust in pages
      - Hours of sleep
    answer: Hours of sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: clock-cost
    pool: practice
    difficulty: easy
    stem: What does the clock alarm cost?
    options:
      - Disk space
      - Trust in pages
      - Hours of sleep
      - Money that was saved
    answer: Hours of sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: light-cost
    pool: practice
    difficulty: easy
    stem: What does the light alarm cost?
    options:
      - Trust in pages
      - Hours of sleep
      - Money that was saved
      - Disk space
    answer: Hours of sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: relay-cost
    pool: practice
    difficulty: easy
    stem: What does the relay alarm cost?
    options:
      - Hours of sleep
      - Money that was saved
      - Disk space
      - Trust in pages
    answer: Hours of sleep
    steps: [Read the log.]
    hint: Read the log.
  - id: probe-cost
    pool: practice
    difficulty: easy
    stem: What does the probe alarm cost?
    options:
      - Money that was saved
      - Disk space
      - Trust in pages
      - Hours of sleep
    answer: Hours of sleep
    steps: [Read the log.]
    hint: Read the log.
```
"""

from collections.abc import Iterator, Sequence

from lpkit.corpus import Fact, QuizView
from lpkit.corpus.plays import Played, Pool, play_facts, smallest
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule
from lpkit.text.guessing import Tally


def collect_quiz(quiz: QuizView) -> Iterator[Fact]:
    """Give how guessing does in each pool."""
    yield from play_facts(quiz)


@rule("LP601", "longest-answer-rate", Severity.WARNING, CORPUS, collect_quiz=collect_quiz, facts=Pool)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    yield from smallest(facts, _speak)


def _speak(played: Played) -> Finding | None:
    tally = played.play.tallies.get("longest", Tally())
    if not tally.wins:
        return None
    message = (
        f"the longest option is the answer to {tally.score:.3g} of {tally.questions} {played.name}, "
        f"where chance gives {tally.chance:.3g} (p = {tally.luck:.1g})"
    )
    help = "shorten the answers or write distractors as fully, until the longest option is often a wrong one"
    return Finding(played.site, message, help, value=played.name)
