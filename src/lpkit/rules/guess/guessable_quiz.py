"""A quiz that can be passed without reading it.

## Why
Simple strategies that see only stems and options play the quiz: choose the longest or the shortest option, the place
that is right most often (where the order is kept), the option that shares most words with the stem, one without an
absolute term, or the one whose words return in most others (convergence; NBME Item-Writing Guide 2020); and the
opposite of each, since who avoids one side of a cue easily writes the other. A strategy that leaves t options earns
1/t, and a question that it cannot decide does not count for it. Its score is compared with the chance of one in the
number of options by an exact binomial test (with the mean chance where questions differ, which errs towards silence:
Hoeffding 1956), p < .01, and must be a quarter over chance.

## Bad
```yaml
questions:  # error: LP603
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
from lpkit.text.guessing import ALPHA, TITLES


def collect_quiz(quiz: QuizView) -> Iterator[Fact]:
    """Give how guessing does in each pool."""
    yield from play_facts(quiz)


@rule("LP603", "guessable-quiz", Severity.WARNING, CORPUS, collect_quiz=collect_quiz, facts=Pool)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    yield from smallest(facts, _speak)


def _speak(played: Played) -> Finding | None:
    winners = [
        (TITLES[name], tally, tally.luck)
        for name, tally in played.play.tallies.items()
        if name in TITLES and tally.wins
    ]
    place, tally, luck = played.play.position()
    if luck < ALPHA and tally.wins:
        winners.append((f"option {place + 1}", tally, luck))
    if not winners:
        return None
    scores = ", ".join(
        f"{title} earns {tally.score:.3g} of {tally.questions} (chance {tally.chance:.3g}, p = {luck:.1g})"
        for title, tally, luck in sorted(winners, key=lambda winner: winner[2])
    )
    message = f"the {played.name} can be guessed: {scores}"
    help = "rewrite distractors until the strategy fails as often as it wins"
    names = " ".join(sorted(title for title, *_ in winners))
    return Finding(played.site, message, help, value=f"{played.name} {names}")
