"""All that is said of one library's or bank's questions, or of the deliveries of its answers."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from lpkit.corpus import QuestionView, Shelf
from lpkit.judge.case import Case
from lpkit.judge.cases import bank_cases, delivery_cases, few_deliveries, question_cases, too_little
from lpkit.judge.tells import Tell, tells_of
from lpkit.judge.trial import Trial
from lpkit.text.habits import DELIVERY_CURE
from lpkit.text.languages import UNSAID, Language, language_of

Try = Callable[[Sequence[Case], Language], Trial]
"""Learns and tries: `lpkit.judge.learning.try_judge`, where what it needs is installed."""

Learner = Callable[[], Try | None]
"""Gives what learns, or None; asked only where there is enough to judge, since to load it takes a second."""


class Judgement(NamedTuple):
    """What a judge found, or why there was `too_little` to judge; without a way to learn there are only tells."""

    too_little: str | None
    trial: Trial | None = None
    tells: tuple[Tell, ...] = ()

    def data(self) -> dict[str, Any]:
        """Give it as data for JSON."""
        trial = self.trial
        figures = trial and {
            **trial._asdict(),
            "accuracy": round(trial.accuracy, 4),
            "interval": [round(end, 4) for end in trial.interval],
            "beats_chance": trial.beats_chance,
            "surest": [sure._asdict() for sure in trial.surest],
        }
        tells = [{**tell._asdict(), "rare": tell.rare} for tell in self.tells]
        return {"too_little": self.too_little, "trial": figures, "tells": tells}


def judge_library(shelf: Shelf, learner: Learner) -> Judgement:
    """Judge the questions of a library's published packs by their options."""
    cases = question_cases(shelf)
    return _judge(cases, language_of(shelf.library.language), too_little(cases), learner)


def judge_deliveries(shelf: Shelf, learner: Learner) -> Judgement:
    """Judge the answers of a library's published packs by their deliveries."""
    cases = delivery_cases(shelf)
    found = _judge(cases, language_of(shelf.library.language), few_deliveries(cases), learner)
    return found._replace(tells=tuple(tell._replace(cure=DELIVERY_CURE) for tell in found.tells))


def judge_bank(questions: Sequence[QuestionView], learner: Learner) -> Judgement:
    """Judge the questions of a bank by their options."""
    cases = bank_cases(questions)
    return _judge(cases, language_of(UNSAID), too_little(cases, packs=False), learner)


def _judge(cases: Sequence[Case], language: Language, few: str | None, learner: Learner) -> Judgement:
    if few:
        return Judgement(few)
    trying = learner()
    return Judgement(None, trying(cases, language) if trying else None, tuple(tells_of(cases, language)))
