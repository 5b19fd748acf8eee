"""What a judge is shown of a library or a bank: cases in groups that are learned or tried as a whole."""

from collections.abc import Iterable, Sequence

from lpkit.corpus import QuestionView, Shelf
from lpkit.judge.case import Case
from lpkit.judge.copies import in_parts, without_copies
from lpkit.model import Question

LEAST_QUESTIONS = 60
"""Questions below which no figure is given: at 60 a judge that earns half as much again as chance is seen."""
LEAST_PACKS = 5
"""Packs below which none is given: what is learned from one would be most of what is known."""
LEAST_EXERCISES = 10
"""Exercises with answers that pass and answers that fail below which deliveries are not judged."""

_BLOCKS = 10
"""A bank has no packs: neighbouring lines, which often have one source, are tried together, a tenth at a time."""


def question_cases(shelf: Shelf) -> list[Case]:
    """Give the questions of a library's published packs that have one key; the group is the pack."""
    return without_copies(
        case for pack in shelf.packs for question in pack.questions for case in _question(pack.id, pack.id, question)
    )


def bank_cases(questions: Iterable[QuestionView]) -> list[Case]:
    """Give the questions of a bank that have one key; the group is a tenth of the lines."""
    cases = (case for at, question in enumerate(questions) for case in _question(str(at), "", question.value))
    return in_parts(without_copies(cases), _BLOCKS)


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
    """Say why there is too little to judge; None where there is enough. A bank has no `packs`, but parts."""
    if len(cases) < LEAST_QUESTIONS:
        return _few(len(cases), "different question", " with a key", f"{LEAST_QUESTIONS} are needed")
    groups = len({case.group for case in cases})
    if groups >= LEAST_PACKS:
        return None
    if packs:
        return f"the questions of {_few(groups, 'pack', '', f'{LEAST_PACKS} packs are needed')}"
    apart = _few(groups, "part", "", f"{LEAST_PACKS} are needed")
    return f"questions with most of their options in common are learned or tried together, and that leaves {apart}"


def few_deliveries(cases: Sequence[Case]) -> str | None:
    """Say why there are too few packs with deliveries to judge; None where there are enough."""
    if len(cases) >= LEAST_EXERCISES:
        return None
    what = " with deliveries of answers that pass and of others"
    return _few(len(cases), "pack", what, f"{LEAST_EXERCISES} are needed")


def _few(number: int, one: str, what: str, needed: str) -> str:
    form = f"{one}{what} is" if number == 1 else f"{one}s{what} are"
    return f"{number} {form} too few to judge: {needed}"


def _question(group: str, prefix: str, question: Question) -> list[Case]:
    texts = tuple(option.text for option in question.options)
    if len(texts) < 2 or texts.count(question.answer) != 1:
        return []
    name = f"{prefix}/{question.id}" if prefix else question.id
    return [Case(group, name, texts, frozenset({texts.index(question.answer)}))]
