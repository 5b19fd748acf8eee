"""Parts on answers and on what notes and questions say of them: evidence, claims, time, quotations."""

from collections.abc import Mapping, Sequence
from re import Pattern
from typing import Literal, NamedTuple


class Evidence(NamedTuple):
    """What in an answer is evidence: the first person, and numbers that measure something."""

    pronoun: str
    """The first person, for messages."""
    begins: Pattern[str]
    """A sentence that begins with it."""
    says: Pattern[str]
    """The first person anywhere."""
    asked: Pattern[str]
    """Where guidance asks for a number of sentences that begin with it; the number is group 1."""
    asked_numerals: Sequence[str]
    """The names of 1, 2 and so on that may stand there."""
    no_unit: frozenset[str]
    """Letters that make a digit an ordinal (2nd), a name (3D, 5G, 2FA, 1080p) or a decade (1990s)."""
    no_measure_after: Pattern[str]
    """What follows times of day, dates, ordinals."""
    label_before: Pattern[str]
    """What stands before numbers that are names (version, step, page), at the end of a text."""
    month_before: Pattern[str]
    """A month at the end of a text."""
    counted_after: Pattern[str]
    """What follows a number that looks like a year and counts things."""
    in_words: Pattern[str]
    """A number in words."""


# What was read is remembered by word and part, and a language has one such part.
Evidence.__hash__ = object.__hash__  # type: ignore[method-assign]

Kind = Literal[
    "outcome", "figure", "first-person", "reflection", "baseline", "informed", "period", "mention",
    "told", "mistake", "habit", "owner",
]  # fmt: skip
"""What contradicts a claim: a change with a number, any number, a sentence that begins with I, a look back, a figure
from which a change starts, somebody who was told, a time, the word that is said to be missing (group `what`),
the one who is said not to have been told (group `whom`), an admitted mistake, a changed habit, an owner."""


class Denial(NamedTuple):
    """What a note may deny; `words` spares most notes the closer look."""

    words: tuple[str, ...]
    """One of these is in every such claim, in lower case."""
    claim: Pattern[str]
    contradicted_by: Kind
    plain: bool = True
    """Whether an answer that says the opposite leaves no doubt; otherwise somebody has to look."""


class Claims(NamedTuple):
    """What notes deny of answers, and what in an answer contradicts it."""

    denials: Sequence[Denial]
    clause_goes_on: Pattern[str]
    """What may follow a claim without limiting it."""
    supposed: Pattern[str]
    """Signs that a claim is supposed only."""
    part_only: Pattern[str]
    """Signs that it is on a part of the answer."""
    outcome: Pattern[str]
    """A change with a number."""
    reflection: Pattern[str]
    """A critical look back."""
    baseline: Pattern[str]
    """A change with the figure from which it starts."""
    informed: Pattern[str]
    """The speaker tells somebody something."""
    period: Pattern[str]
    """How long something took, or when it was."""
    mistake: Pattern[str]
    """The speaker admits a mistake."""
    habit: Pattern[str]
    """The speaker does something otherwise from then on."""
    owner: Pattern[str]
    """Somebody is said to own something."""
    evidence: Evidence


class Durations(NamedTuple):
    """Claims about speaking time."""

    numerals: Mapping[str, float]
    """What amounts in words count."""
    compares: tuple[str, ...]
    """One of these is in every comparison; most notes have none, and need no closer look."""
    lasts: tuple[str, ...]
    """One of these is in every other claim."""
    longer: Pattern[str]
    """A comparison: groups `bound`, `low`, `half`, `high`, `unit`, `more`, `way` and `other`."""
    runs: Pattern[str]
    """A time of its own: groups `who` and `letter` instead of the last two."""
    longer_way: str
    """The `way` that means longer."""
    minute: str
    """How units of minutes begin."""
    at_most: frozenset[str]
    """Bounds from above."""
    at_least: frozenset[str]
    """Bounds from below."""
    supposed: Pattern[str]
    """Signs that a time is supposed only."""
    the_other: frozenset[str]
    """What a comparison names where there is nobody else (the other one, its neighbour)."""


class Citations(NamedTuple):
    """What is meant by words in quotation marks."""

    supposed: Pattern[str]
    """Signs that words are suggested and not quoted."""
    others: Pattern[str]
    """Somebody else than the candidate speaks."""
    rewrites: Pattern[str]
    """Stems whose options are other wordings."""
    asks_for_part: Pattern[str]
    """Stems that ask for a part of the excerpt."""
    candidate: Pattern[str]
    """Where a stem names a candidate; the name is in one of the groups."""
