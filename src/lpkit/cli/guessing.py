"""`lpkit stats --guess`: how fixed strategies and a judge that learns do, as text, as data and in library.judge."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from lpkit.cli.naming import name_of
from lpkit.cli.printer import say
from lpkit.cli.running import advice, plural
from lpkit.cli.tables import table
from lpkit.corpus import Shelf, Stock
from lpkit.corpus.bank import BankFlaw, BankSource, read_bank, without_questions
from lpkit.corpus.guesses import Guess, Guessed, guess, guess_answers, guess_bank
from lpkit.corpus.question import QuestionView
from lpkit.errors import LpkitError
from lpkit.judge import Judgement, Tell, Try, judge_bank, judge_deliveries, judge_library
from lpkit.publishing.judged import DELIVERIES, JUDGE_FILE, QUESTIONS, Result, judged_text, read_judged
from lpkit.publishing.shown import judged_presences
from lpkit.source import read_text
from lpkit.writing import write_file

JUDGE = "judge"

_LONGEST = 120
"""Characters of an option, or of an error, that are shown."""


class LibraryGuess:
    """All that guessing earns in one library; what learns is asked once."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.guessed = guess(shelf)
        self.answers = guess_answers(shelf)
        self.questions = _timed(lambda: judge_library(shelf, learner))
        self.deliveries = _timed(lambda: judge_deliveries(shelf, learner))

    def data(self) -> dict[str, object]:
        """Give it as data for JSON."""
        return {
            "guess": [asdict(guessed) for guessed in self.guessed],
            "judge": self.questions.data(),
            "answers": [asdict(one) for one in self.answers],
            "deliveries": self.deliveries.data(),
        }

    def text(self) -> Iterator[str]:
        """Give it as lines: the library first, then its packs."""
        whole, *packs = self.guessed
        yield from _strategies(whole, self.shelf.library.title)
        yield from _judgement(self.questions, "questions", "options")
        yield from table(*_rows("choosing as the strongest", self.answers))
        yield from _judgement(self.deliveries, "packs", "deliveries")
        for guessed in packs:
            yield from _strategies(guessed, guessed.pack or "")


class BankGuess:
    """All that guessing earns in one bank."""

    def __init__(self, file: Path) -> None:
        self.name = name_of(file)
        entries = list(read_bank(BankSource(self.name, file)))
        if not entries:
            raise without_questions(self.name)
        questions = [entry for entry in entries if isinstance(entry, QuestionView)]
        _left_out(self.name, len({entry.site.at[0] for entry in entries if isinstance(entry, BankFlaw)}))
        self.guessed = guess_bank(questions)
        self.questions = _timed(lambda: judge_bank(questions, learner))

    def data(self) -> dict[str, object]:
        """Give it as data for JSON."""
        return {"bank": self.name, "guess": [asdict(self.guessed)], "judge": self.questions.data()}

    def text(self) -> Iterator[str]:
        """Give it as lines."""
        yield from _strategies(self.guessed, self.name)
        yield from _judgement(self.questions, "questions", "options")


def write_judged(stocks: Sequence[Stock], guesses: Sequence[LibraryGuess]) -> None:
    """Write library.judge beside each library of which there is enough to judge; take away one that says more."""
    for stock in stocks:
        (found,) = (one for one in guesses if one.shelf.library is stock.library)
        judged = {QUESTIONS: found.questions, DELIVERIES: found.deliveries}
        results = {
            name: Result(one.trial.right, one.trial.cases, one.trial.chance, one.trial.p)
            for name, one in judged.items()
            if one.trial
        }
        file = stock.file.with_name(JUDGE_FILE)
        if not results:
            say(f"{name_of(file)}: {_taken_away(file)}: {found.questions.too_little}")
            continue
        presences = [presence for pack in stock.packs for presence in judged_presences(stock.library, pack)]
        tells = list(map(_told, found.questions.tells))
        write_file(file, judged_text(results, tells, presences).encode())
        say(f"{name_of(file)}: written")


def _told(tell: Tell) -> str:
    way = ", seldom right" if tell.rare else ""
    return f"{tell.title}: {tell.hits} of {tell.cases}, chance {tell.chance:.3g}{way}"


def _taken_away(file: Path) -> str:
    """Remove a file that lpkit wrote when there was enough to judge, and say what became of it."""
    if not file.exists():
        return "not written"
    if not read_judged(read_text(file, file.name).text).own:
        return "left as it is, since lpkit did not write it"
    file.unlink()
    return "removed, since there is no result any more"


def _left_out(bank: str, lines: int) -> None:
    if lines:
        many = "1 line is no sound question and was" if lines == 1 else f"{lines} lines are no sound questions and were"
        say(f"{bank}: {many} left out; lpkit check --bank {bank} says why")


def demand_learner() -> None:
    """Raise LpkitError where nothing can learn."""
    if learner() is None:
        raise LpkitError("library.judge holds what a judge that learns found, and nothing learns here", advice(JUDGE))


@cache
def learner() -> Try | None:
    """Give what learns; where a part of it is not installed, or broken, say so once and give None."""
    try:
        from lpkit.judge.learning import try_judge
    except (ImportError, OSError, ValueError) as error:  # NumPy says with a ValueError that it is of another version.
        if isinstance(error, ImportError) and (error.name or "").partition(".")[0] == "lpkit":
            raise
        missing = isinstance(error, ModuleNotFoundError)
        why = "is not installed" if missing else f"cannot be loaded ({' '.join(str(error).split())[:_LONGEST]})"
        parts = f"scikit-learn (extra {JUDGE}) {why}"
        say(f"nothing learns here, only fixed strategies play: {parts}; for a judge that learns: {advice(JUDGE)}")
        return None
    return try_judge


def _strategies(guessed: Guessed, title: str) -> Iterator[str]:
    yield f"{title}: {plural(guessed.questions, 'question')}"
    yield from table(*_rows("choosing", guessed.strategies))


def _rows(what: str, guesses: Sequence[Guess]) -> tuple[list[str], list[list[object]]]:
    rows: list[list[object]] = [
        [
            entry.title,
            entry.questions,
            f"{entry.score:.4g}",
            f"{entry.chance:.4g}",
            f"{entry.p:.2g}{' beats chance' if entry.wins else ''}",
        ]
        for entry in guesses
        if entry.questions or entry.strategy != "position"  # Where no order is kept, no place can be chosen.
    ]
    return [what, "decided", "score", "chance", "p"], rows


def _judgement(judgement: Judgement, cases: str, shown: str) -> Iterator[str]:
    trial = judgement.trial
    if judgement.too_little:
        yield f"a judge that learns from {shown}: {judgement.too_little}"
        yield ""
        return
    if trial:
        low, high = trial.interval
        yield (
            f"a judge that learns from {shown}: right in {trial.right:.4g} of {trial.cases} {cases} from which it "
            f"did not learn, {trial.accuracy:.0%} (95% interval {low:.0%} to {high:.0%})"
        )
        beats = "beats chance" if trial.beats_chance else "does not beat chance"
        tried = f"p = {trial.p:.2g} ({trial.permutations} permutations)"
        yield f"chance {trial.chance:.4g}, {trial.chance / trial.cases:.0%}; {tried}: {beats}"
        yield ""
    if judgement.tells:
        rows = [
            [
                tell.title,
                tell.cases,
                tell.hits,
                f"{tell.chance:.4g}",
                f"{tell.p:.2g}",
                "seldom right" if tell.rare else "often right",
            ]
            for tell in judgement.tells
        ]
        head = [f"what only some {shown} have", "decided", "the right one", "chance", "p", ""]
        yield from table(head, rows)
        for cure in dict.fromkeys(tell.cure for tell in judgement.tells):
            yield f"{'; '.join(tell.title for tell in judgement.tells if tell.cure == cure)}: {cure}"
        yield ""
    if trial and trial.beats_chance and trial.surest:
        yield "surest, and right: begin with these"
        for sure in trial.surest:
            yield f'{sure.name}: "{_cut(sure.text)}" ({"; ".join(sure.reasons)})'
        yield ""


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _timed(judging: Callable[[], Judgement]) -> Judgement:
    """Judge, and say how much processor time that took where something was learned."""
    begun = time.process_time()
    judgement = judging()
    if judgement.trial:
        seconds = time.process_time() - begun
        say(f"{plural(judgement.trial.cases, 'case')} learned and tried in {seconds:.1f} s of processor time")
    return judgement
