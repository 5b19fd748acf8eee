"""Figures that stand nowhere: no other text of their part of the pack has them, and no number of its scoring."""

from collections.abc import Iterator
from typing import Any

from lpkit.ledger.account import Account
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
_MOST = 20_000
"""Characters of a part of a pack that are looked through: no part that people write has more."""


def stands_nowhere(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is a specific one that nothing beside its own text has, as a value or in digits.

    What is said of an answer is looked for in all of the pack but its questions, what solves a question in that
    question; the numbers of rubric, bands and ceilings count everywhere.
    """
    at, account = reading.passage.at, reading.account
    if not _is_specific(reading, figure) or _RECKONS.search(reading.passage.text):
        return False
    solved = at[:1] == _SOLVED
    data = account.pack.source.value(at[:2]) if solved else _without_questions(account.pack.source.data)
    if len(str(data)) > _MOST * (1 if solved else 4):
        return False
    beside = [text for text in _texts(data) if text != reading.passage.text]
    amounts = {figure.value, figure.value / figure.factor}
    language = account.pack.language
    if Borrowings in language and any(language[Borrowings].one.search(text) for text in beside):
        amounts.add(figure.value + 1)  # One of 14 was told of, and the text speaks of the other 13.
    if any(abs(number - amount) < 1e-9 for number in _scoring(account) for amount in amounts):
        return False
    return not any(_has(text, figure, amounts, language) for text in beside)


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


def _scoring(account: Account) -> Iterator[float]:
    """Give the numbers by which answers are scored: weights, bands, ceilings."""
    yield 100.0
    yield from map(float, account.weights.values())
    for verdict in account.pack.library.library.verdicts if account.pack.library else ():
        yield float(verdict.starts_at)
    for marker in account.pack.library.library.markers if account.pack.library else ():
        yield float(marker.cap)


def _has(text: str, figure: Figure, amounts: set[float], language: Language) -> bool:
    """Tell whether a text has a figure's value, whatever it counts there, or writes it in digits."""
    written = (match.group().rstrip(",").replace(",", "") for match in _DIGITS.finditer(text))
    if any(abs(float(number) - amount) < 1e-9 for number in written for amount in amounts):
        return True
    return any(
        other.low <= figure.value <= other.high or other.value / other.factor in amounts
        for other in figures(text, language)
    )
