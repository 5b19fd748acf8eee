"""Figures that a solution reckons: the computation of one step, from the figures of its question and its own text."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

from lpkit.ledger.claim import Binding, Bound, Place
from lpkit.ledger.reading import Reading
from lpkit.pattern import pattern
from lpkit.text.counting import sentences
from lpkit.text.figures import Figure, figures, shown
from lpkit.text.languages.parts import Statements

_MOST = 40
"""Figures that are reckoned with."""
_FACTORS, _FACTORS_AT_MOST = 3, 6
_LARGE = 100
"""Figures below this come of any two others: both must stand in the sentence of the result, or right before it."""
_CLOSE = 0.011
"""By what share a result may be rounded."""
_LIST, _LONGEST = 3, 12
"""How many numbers a list has that is summed up."""
_NUMBER = pattern(r"(?<![\d.,])\d{1,3}(?![\d,]*\d|%)")


class _Term(NamedTuple):
    """A figure that is reckoned with, and whether it stands near the result: in its sentence or the one before."""

    figure: Figure
    near: bool


def computed(reading: Reading, figure: Figure) -> Binding | None:
    """Give the computation of which a figure of a solution is the result."""
    question = reading.passage.topic.question
    plain = figure.value / figure.factor
    if question is None or figure.written not in {"digits", "words", "range"} or plain < 0:
        return None
    terms = list(_terms(reading, figure))[:_MOST]
    work = equation(reading, figure)
    if work is None:
        work = _product(figure, terms) or _sum(reading, figure)
        work = work or (next(_of_two(figure, terms), "") if _is_a_result(reading, figure) else "")
    return Bound((Place(question.matter, work),)) if work else None


def _is_a_result(reading: Reading, figure: Figure) -> bool:
    """Tell whether a text says of a figure that it comes of others: `are 52 minutes`, `nine more`."""
    known, text = reading.account.pack.language[Statements], reading.passage.text
    first, _ = reading.passage.sentence(figure.start, figure.end)
    if known.apposed_before.search(text[first : figure.start]) and known.apposed_behind.match(text, figure.end):
        return True
    return (
        known.result_before.search(text[first : figure.start]) is not None
        or known.result_behind.match(text, figure.end) is not None
    )


def _terms(reading: Reading, figure: Figure) -> Iterator[_Term]:
    """Give the figures of the text, of the step before it and of the question; results that come later are none."""
    language, question, text = reading.account.pack.language, reading.passage.topic.question, reading.passage.text
    assert question is not None
    value, at = question.value, reading.passage.at
    first, last = reading.passage.sentence(figure.start, figure.end)
    first = reading.passage.sentence(first - 2, first - 1)[0] if first > 2 else first
    for other in figures(text, language):
        if other.start != figure.start and other.value != figure.value:
            yield _Term(other, first <= other.start < last)
    before = value.steps[: int(at[-1])] if at[-2] == "steps" else ()
    for told in (*before, value.stem, value.excerpt or "", *(option.text for option in value.options)):
        yield from (_Term(other, told in before[-1:]) for other in figures(told, language))


def _of_two(figure: Figure, terms: Sequence[_Term]) -> Iterator[str]:
    """Give the computations with two terms that come to a figure, those of its own sentence first."""
    large = figure.kind != "count" or figure.value >= _LARGE
    for both in (True, False) if large else (True,):
        for one, two in permutations(terms, 2):
            if (one.near and two.near) is both and (one.near or two.near):
                for sign, result in _signs(one.figure, two.figure, figure):
                    if _is(result, figure):
                        yield f"{_plain(one.figure):,g} {sign} {_plain(two.figure):,g} = {_shown(figure)}"


def _plain(figure: Figure) -> float:
    return figure.value / figure.factor


def _signs(one: Figure, two: Figure, figure: Figure) -> Iterator[tuple[str, float]]:
    """Give what two figures come to, in the unit of the result."""
    a, b = _plain(one), _plain(two)
    if {one.kind, two.kind} <= {figure.kind, "count"} and min(a, b) > 0:
        one_value, two_value = (
            other.value if other.kind == figure.kind else other.value * figure.factor for other in (one, two)
        )
        yield "+", (one_value + two_value) / figure.factor
        yield "-", (one_value - two_value) / figure.factor
    if two.kind == "percent" and one.kind in {figure.kind, "count"}:
        yield "x % of", one.value * b / 100 / figure.factor
    if figure.kind == "money" and {one.kind, two.kind} == {"count", "duration"}:
        yield "x", a * b / figure.factor
    if figure.kind in {one.kind, two.kind} and "percent" not in {one.kind, two.kind} and min(a, b) > 1:
        size, number = (one.value, b) if one.kind == figure.kind else (two.value, a)
        yield "x", size * number / figure.factor
        yield "/", one.value / b / figure.factor
    if figure.kind == "percent" and one.kind == two.kind and b > a:
        yield "as % of", one.value / two.value * 100


def _is(result: float, figure: Figure) -> bool:
    room = _plain(figure) * _CLOSE if figure.kind != "count" else 1e-9
    return figure.low / figure.factor - room <= result <= figure.high / figure.factor + room


def _shown(figure: Figure) -> str:
    return shown(figure.value, figure).strip()


def whole_numbers(text: str) -> list[int]:
    """Give the numbers of up to three digits in a text that are no part of another and no percentage."""
    return [int(found) for found in _NUMBER.findall(text)]


def equation(reading: Reading, figure: Figure) -> str | None:
    """Give the sum or the product in the text itself of which a figure is part, empty where it does not hold."""
    known = reading.account.pack.language[Statements]
    for match in known.equation.finditer(reading.passage.text):
        if match.start() <= figure.start < match.end():
            *terms, result = whole_numbers(match.group())
            reckoned = terms[0] * terms[-1] if match["times"] else sum(terms)
            holds = result == (terms[0] - terms[-1] if match["less"] else reckoned)
            return " ".join(match.group().split()) if holds else ""
    return None


def _product(figure: Figure, terms: Sequence[_Term]) -> str:
    """Give the product of three figures near a result: evenings, weeks and seconds."""
    near = [term.figure for term in terms if term.near][:_FACTORS_AT_MOST]
    for size, one, two in permutations(near, _FACTORS):
        plain = _plain(one) * _plain(two)
        amount = size.value if size.kind == figure.kind else _plain(size) * figure.factor
        if min(map(_plain, (size, one, two))) > 1 and _is(plain * amount / figure.factor, figure):
            return f"{' x '.join(factor.text.strip() for factor in (one, two, size))} = {_shown(figure)}"
    return ""


def _sum(reading: Reading, figure: Figure) -> str:
    """Give the sum of a list of numbers that a figure is: `12, 10, 26 and 14 are 62`."""
    for row in _lists(reading) if figure.kind == "count" else ():
        for start, end in _runs(row):
            if sum(row[start:end]) == figure.value:
                return f"{' + '.join(map(str, row[start:end]))} = {_shown(figure)}"
    return ""


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((start, end) for start in range(len(row)) for end in range(start + _LIST, len(row) + 1))


def _lists(reading: Reading) -> Iterator[list[int]]:
    """Give the whole numbers of each sentence of a question that has several."""
    question = reading.passage.topic.question
    assert question is not None
    value = question.value
    for told in (reading.passage.text, value.stem, value.excerpt or "", *value.steps):
        for sentence in sentences(told):
            row = whole_numbers(sentence)[:_LONGEST]
            if len(row) >= _LIST:
                yield row
