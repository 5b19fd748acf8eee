"""How choices-only strategies do on the quizzes of a library: what LP603 judges, as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lpkit.corpus.content import Shelf
from lpkit.corpus.contests import contest, counted
from lpkit.corpus.glossary import glossary_of
from lpkit.corpus.question import QuestionView, QuizView
from lpkit.model import Pack
from lpkit.text.guessing import ALPHA, TITLES, Play, Tally
from lpkit.text.languages import UNSAID, Language, language_of


@dataclass(frozen=True, slots=True)
class Guess:
    """What one strategy earned: on the questions that it could decide, against what chance earns on them.

    `p` is the probability that guessing at random earns as much (exact binomial); `wins` tells that it is below .01
    and the score a quarter over chance, as LP603 demands.
    """

    strategy: str
    title: str
    questions: int
    score: float
    chance: float
    p: float
    wins: bool


@dataclass(frozen=True, slots=True)
class Guessed:
    """The strategies on the questions of one pack, or of the whole library, whose `pack` is None."""

    pack: str | None
    questions: int
    strategies: tuple[Guess, ...]


def guess(shelf: Shelf) -> tuple[Guessed, ...]:
    """Let every strategy play each pack of a library, and all of them together, which come first."""
    glossary, language = glossary_of(shelf.library), language_of(shelf.library.language)
    plays = {pack.id: _play(pack, language, glossary) for pack in shelf.packs}
    whole = Play.total(plays.values())
    return (_guessed(None, whole), *(_guessed(name, play) for name, play in plays.items()))


def guess_bank(questions: Sequence[QuestionView]) -> Guessed:
    """Let every strategy play a bank."""
    quiz = QuizView("", (), questions, language_of(UNSAID))
    return _guessed(None, Play.total(quiz.plays.values()))


def guess_answers(shelf: Shelf) -> tuple[Guess, ...]:
    """Let counting choose the strongest answer of each pack of a library, as LP607 judges it."""
    language = language_of(shelf.library.language)
    contests = (contest(pack.evaluate.candidates, language) for pack in shelf.packs)
    tallies = counted(one for one in contests if one).items()
    return tuple(_guess(title, title, tally, tally.luck, tally.wins) for title, tally in tallies)


def _play(pack: Pack, language: Language, glossary: frozenset[str]) -> Play:
    views = [QuestionView("", ("questions", at), value, language, glossary) for at, value in enumerate(pack.questions)]
    return Play.total(QuizView("", (), views, language, pack=pack.id).plays.values())


def _guessed(pack: str | None, play: Play) -> Guessed:
    return Guessed(pack, play.questions, tuple(_strategies(play)))


def _strategies(play: Play) -> Iterator[Guess]:
    for name, title in TITLES.items():
        tally = play.tallies.get(name, Tally())
        yield _guess(name, title, tally, tally.luck, tally.wins)
    place, tally, luck = play.position()
    title = f"option {place + 1}, where the order is kept" if tally.questions else "one place, where the order is kept"
    yield _guess("position", title, tally, luck, tally.wins and luck < ALPHA)


def _guess(name: str, title: str, tally: Tally, luck: float, wins: bool) -> Guess:
    return Guess(name, title, tally.questions, round(tally.score, 4), round(tally.chance, 4), luck, wins)
