"""What a judge is shown: texts of which some are right, in groups that are learned or tried as a whole."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lpkit.corpus import QuestionView, Shelf
from lpkit.model import Question
from lpkit.text.tokens import words

LEAST_QUESTIONS = 60
"""Questions below which no figure is given: at 60 a judge that earns half as much again as chance is seen."""
LEAST_PACKS = 5
"""Packs below which none is given: what is learned from one would be most of what is known."""
LEAST_EXERCISES = 10
"""Exercises with answers that pass and answers that fail below which deliveries are not judged."""

_BLOCKS = 10
"""A bank has no packs: neighbouring lines, which often have one source, are tried together, a tenth at a time."""


class Case(NamedTuple):
    """Texts to choose from, the places of those that are right, and the group with which the case is tried."""

    group: str
    name: str
    texts: tuple[str, ...]
    keys: frozenset[int]

    @property
    def chance(self) -> float:
        """Give the probability that a blind choice is right."""
        return len(self.keys) / len(self.texts)

    @property
    def tokens(self) -> list[tuple[str, ...]]:
        """Give the words of each text."""
        return [words(text) for text in self.texts]


def question_cases(shelf: Shelf) -> list[Case]:
    """Give the questions of a library's published packs that have a key; the group is the pack."""
    return _once(
        case for pack in shelf.packs for question in pack.questions for case in _question(pack.id, pack.id, question)
    )


def bank_cases(questions: Iterable[QuestionView]) -> list[Case]:
    """Give the questions of a bank that have a key; the group is a tenth of the lines."""
    cases = _once(case for question in questions for case in _question("", "", question.value))
    return [case._replace(group=str(at * _BLOCKS // len(cases))) for at, case in enumerate(cases)]


def delivery_cases(shelf: Shelf) -> list[Case]:
    """Give for each published pack how its answers were delivered, right being those of the answers that pass.

    A pack in which all answers with a delivery pass, or none does, shows nothing and is left out.
    """
    passing = {verdict.id for verdict in shelf.library.verdicts if verdict.passes}
    cases = []
    for pack in shelf.packs:
        told = [one for one in pack.evaluate.candidates if one.delivery]
        keys = frozenset(at for at, one in enumerate(told) if one.verdict in passing)
        if 0 < len(keys) < len(told):
            cases.append(Case(pack.id, pack.id, tuple(one.delivery or "" for one in told), keys))
    return cases


def too_little(cases: Sequence[Case], packs: bool = True) -> str | None:
    """Say why there is too little to judge; None where there is enough. A bank has no `packs`."""
    if len(cases) < LEAST_QUESTIONS:
        return f"{len(cases)} different questions with a key are too few to judge: {LEAST_QUESTIONS} are needed"
    groups = len({case.group for case in cases})
    if packs and groups < LEAST_PACKS:
        return f"the questions of {groups} packs are too few to judge: {LEAST_PACKS} packs are needed"
    return None


def _question(group: str, prefix: str, question: Question) -> list[Case]:
    texts = tuple(option.text for option in question.options)
    if len(texts) < 2 or question.answer not in texts:
        return []
    name = f"{prefix}/{question.id}" if prefix else question.id
    return [Case(group, name, texts, frozenset({texts.index(question.answer)}))]


def _once(cases: Iterable[Case]) -> list[Case]:
    """Leave out questions whose options and key were there before: a copy would be known by heart."""
    found: dict[object, Case] = {}
    for case in cases:
        key = (tuple(sorted(case.texts)), *(case.texts[at] for at in case.keys))
        found.setdefault(key, case)
    return list(found.values())
