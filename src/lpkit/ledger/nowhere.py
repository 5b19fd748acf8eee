"""Figures that stand nowhere: no other text of their part of the pack has them, and no number of its scoring."""

from collections.abc import Iterator
from typing import Any

from lpkit.diagnostic import Path
from lpkit.ledger.account import Account, Said
from lpkit.ledger.reading import Reading
from lpkit.pattern import pattern
from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Borrowings

_SPECIFIC = 10
"""Counts from which one may be looked for: smaller ones are counted by the text itself, as the steps of a plan."""
_DIGITS = pattern(r"\d[\d,]*(?:\.\d+)?")
_RECKONS = pattern(r"[=+×÷]")
_SOLVED = ("questions",)
_MOST, _PARTS = 20_000, 4
"""Characters of a question that are looked through, and of how many such the rest of a pack: people write no more."""


def stands_nowhere(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is a specific one that nothing beside its own text has, as a value or in digits.

    What is said of an answer is looked for in all of the pack but its questions, what solves a question in that
    question; the numbers of rubric, bands and ceilings count everywhere.
    """
    at, account = reading.passage.at, reading.account
    if not _is_specific(reading, figure) or _RECKONS.search(reading.passage.text):
        return False
    part = _part(account, at[:2] if at[:1] == _SOLVED else ())
    if part is None:
        return False
    beside = [said for said in part if said.text != reading.passage.text]
    amounts = {_rounded(figure.value), _rounded(figure.value / figure.factor)}
    if any(said.of_one for said in beside):
        amounts.add(_rounded(figure.value + 1))  # One of 14 was told of, and the text speaks of the other 13.
    if not amounts.isdisjoint(map(_rounded, scoring(account))):
        return False
    return not any(_has(said, figure, amounts) for said in beside)


def _part(account: Account, at: Path) -> tuple[Said, ...] | None:
    """Give what a question says, or all but the questions, read once; None where that is too much to look at."""
    if at not in account.said:
        source = account.pack.source
        data = source.value(at) if at else _without_questions(source.data)
        most = _MOST if at else _MOST * _PARTS
        language = account.pack.language
        account.said[at] = None if len(str(data)) > most else tuple(_said(text, language) for text in _texts(data))
    return account.said[at]


def _said(text: str, language: Language) -> Said:
    written = (match.group().rstrip(",").replace(",", "") for match in _DIGITS.finditer(text))
    every = figures(text, language)
    numbers = {_rounded(float(number)) for number in written} | {
        _rounded(other.value / other.factor) for other in every
    }
    of_one = Borrowings in language and language[Borrowings].one.search(text) is not None
    return Said(text, frozenset(numbers), every, of_one)


def _rounded(number: float) -> float:
    return round(number, 9)


def _is_specific(reading: Reading, figure: Figure) -> bool:
    if figure.hedge or figure.written not in {"digits", "words"}:
        return False
    if figure.kind != "count":
        return figure.kind in {"duration", "money"} or (figure.kind == "percent" and figure.written == "digits")
    scored = figure.unit in {"", reading.known.point} and reading.passage.topic.question is not None
    return figure.written == "digits" and figure.value >= _SPECIFIC and not scored


def _without_questions(data: Any) -> Any:
    return {key: value for key, value in data.items() if key not in _SOLVED} if isinstance(data, dict) else data


def _texts(data: Any) -> Iterator[str]:
    """Give the scalars of data as texts."""
    if isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
    else:
        yield str(data)


def scoring(account: Account) -> Iterator[float]:
    """Give the numbers by which answers are scored: weights, bands, ceilings."""
    yield 100.0
    yield from map(float, account.weights.values())
    for verdict in account.pack.library.library.verdicts if account.pack.library else ():
        yield float(verdict.starts_at)
    for marker in account.pack.library.library.markers if account.pack.library else ():
        yield float(marker.cap)


def _has(said: Said, figure: Figure, amounts: set[float]) -> bool:
    """Tell whether a text has a figure's value, whatever it counts there, or writes it in digits."""
    return not amounts.isdisjoint(said.numbers) or any(
        other.low <= figure.value <= other.high for other in said.figures
    )
