"""A question that is nearly the same as another of its library.

## Why
Copies with a word changed teach nothing twice and make a test look longer than it is; across packs nobody notices them
by reading. Word triples are compared: stems share four fifths, options three tenths, excerpts half and the whole three
fifths (research on item banks uses .5 to .6). Each question is reported once, against the first that it resembles.
Where only numbers differ, it is information: exercises are made so. Retired packs are left out, and what is the very
same question within a pack is the matter of LP408.

## Bad
```yaml ownership/noisy-alarm.yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which of the principles does counting an alarm that nobody was assigned to show first?  # error: LP409
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```

```yaml customer-obsession/silent-form.yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which of the principles does counting an alarm that nobody was assigned to show most?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```

## Good
```yaml ownership/noisy-alarm.yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which of the principles does counting an alarm that nobody was assigned to show first?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```

```yaml customer-obsession/silent-form.yaml
questions:
  - id: alarm-principle
    pool: practice
    difficulty: easy
    stem: Which principle explains best why the candidate wrote to the night shift?
    options: [Customer Obsession, Ownership, Frugality]
    answer: Ownership
    steps: [The count was unasked; that is Ownership.]
    hint: Who asked for the count?
```
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lpkit.corpus import Fact, PackView, QuestionView, QuizView
from lpkit.diagnostic import Finding, Severity
from lpkit.rule import CORPUS, rule
from lpkit.text.families import frame
from lpkit.text.languages.parts import Placeholders
from lpkit.text.likeness import Print, likeness
from lpkit.text.near_pairs import Follower
from lpkit.text.sameness import marks, same_choice


class _Asked(NamedTuple):
    """A question: its id, what makes it the very same as another, and its print in the form that takes least room."""

    id: str
    identity: str
    packed: str
    marks: str
    """The signs and the indentation of code: where these differ, so does what is asked."""
    answer: str
    frame: str
    """Equal where only numbers differ; empty without numbers."""
    numbers: str


def collect(pack: PackView) -> Iterator[Fact]:
    """Give the prints of a pack's questions, unless it is retired."""
    if pack.library is not None and pack.pack.status != "retired":
        yield from collect_quiz(pack.quiz)


def collect_quiz(quiz: QuizView) -> Iterator[Fact]:
    """Give the print of each question, with its id and what makes it the very same as another."""
    for question in quiz.questions:
        value = question.value
        if _is_unwritten(question):
            continue
        options = [option.text for option in value.options]
        packed = Print.of(value.stem, value.excerpt, options).packed
        code = marks(f"{value.stem}\n\n{value.excerpt or ''}")
        asked = _Asked(
            value.id, question.identity, packed, code, same_choice(value.answer), *frame(value.stem, value.excerpt)
        )
        yield Fact(quiz.library, asked, question.site("stem"), quiz.pack, value.id)


def _is_unwritten(question: QuestionView) -> bool:
    """Tell whether a placeholder stands for the stem: those of a template differ by their numbers alone."""
    known = question.language.get(Placeholders)
    stem = question.value.stem
    return known is not None and any(sign in stem for sign in known.signs) and bool(known.signal.search(stem))


@rule(
    "LP409",
    "near-duplicate-question",
    Severity.WARNING,
    CORPUS,
    collect=collect,
    collect_quiz=collect_quiz,
    facts=_Asked,
    varies=True,
)
def check(facts: Sequence[Fact]) -> Iterator[Finding]:
    for _, group in groupby(facts, key=lambda fact: fact.library):
        yield from _check_library(sorted(group, key=_place))


_FOLLOWERS: dict[str, Follower] = {}
"""What finds near pairs, by library: whoever checks one again and again changes one question of thousands."""


# Within a file all places are alike: where one has a number, so has the other.
_place = attrgetter("site.file", "site.at")


def _check_library(facts: Sequence[Fact]) -> Iterator[Finding]:
    parts: list[_Asked] = [fact.value for fact in facts]
    packed = [asked.packed for asked in parts]
    follower = _FOLLOWERS.setdefault(facts[0].library, Follower())
    reported = follower.firsts(facts, packed, lambda one, two: _differ(facts, parts, one, two))
    for second, first in sorted(reported.items()):
        if _of_one_family(parts[first], parts[second]):
            yield _family(facts, parts, first, second)
            continue
        earlier, later = facts[first], facts[second]
        share = likeness(Print.unpacked(packed[first]), Print.unpacked(packed[second]))
        same = parts[first].identity == parts[second].identity
        alike = "the same as" if same else f"nearly the same ({share:.0%}) as"
        key = ", but has another key" if same and parts[first].answer != parts[second].answer else ""
        where = "" if earlier.pack == later.pack else f" of {earlier.pack}"
        yield Finding(
            later.site,
            f"the question is {alike} {parts[first].id}{where}{key}",
            "decide which of the two keys is right" if key else "replace one of the two, or ask for something else",
            ((earlier.site, "the question that it resembles"),),
            value=f"{earlier.pack} {parts[first].id}",
        )

    begun: dict[str, int] = {}
    for place, asked in enumerate(parts):
        first = begun.setdefault(asked.frame, place)
        if place not in reported and _of_one_family(parts[first], asked):
            yield _family(facts, parts, first, place)


def _of_one_family(one: _Asked, two: _Asked) -> bool:
    return bool(one.frame) and one.frame == two.frame and one.numbers != two.numbers


def _family(facts: Sequence[Fact], parts: Sequence[_Asked], first: int, second: int) -> Finding:
    """Say that two questions are one with other numbers, which may well be meant."""
    where = "" if facts[first].pack == facts[second].pack else f" of {facts[first].pack}"
    return Finding(
        facts[second].site,
        f"the question is {parts[first].id}{where} with other numbers",
        "keep both if the reckoning is to be practised; else ask for something else",
        ((facts[first].site, "the question with the first numbers"),),
        value=f"{facts[first].pack} {parts[first].id}",
        severity=Severity.INFO,
    )


def _differ(facts: Sequence[Fact], parts: Sequence[_Asked], one: int, two: int) -> bool:
    """Tell whether two questions ask of other code, or are the very same within one pack, the matter of LP408."""
    if parts[one].marks != parts[two].marks:
        return True
    return facts[one].site.file == facts[two].site.file and parts[one].identity == parts[two].identity
