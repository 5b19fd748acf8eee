"""Figures of a note whose source has just one figure of that sort, where no word in common says so.

A time that is told in days beside the only time in days of an answer, and "the other 18" beside its "other 15".
"""

from collections.abc import Iterator
from typing import NamedTuple

from lpkit.text.dates import moments
from lpkit.text.figures import Figure, agrees, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Borrowings, Dates, FigureWords

_DAY, _YEAR, _ANY_YEAR = 86_400.0, 365, 2023
"""Seconds of a day, days of a year, and a year of that length."""
_ENDS = 2
_ROOM = 0.15
"""How far from the days between two dates a time may be that is told of them."""
_MOST = 40
"""Figures of a source from which a rest is derived."""


class Lone(NamedTuple):
    """What a note says, and what its source has instead."""

    said: str
    source: str


def lone_time(note: str, figure: Figure, source: str, language: Language) -> Lone | None:
    """Give the only time of a source that is told in the unit of a note's time, where the two differ."""
    known = language[Borrowings]
    if figure.kind != "duration" or figure.written not in {"digits", "words"} or _is_apart(note, figure, known):
        return None
    there = [other for other in figures(source, language) if other.kind == "duration" and other.factor == figure.factor]
    if len({other.value for other in there}) != 1 or any(other.written not in {"digits", "words"} for other in there):
        return None
    if any(_is_apart(source, other, known) for other in there) or agrees(figure, there[0]):
        return None
    if any(agrees(one, there[0]) for one in figures(note, language) if one != figure):
        return None
    return Lone(figure.text, there[0].text)


def between_dates(note: str, figure: Figure, source: str, language: Language) -> Lone | None:
    """Give the time between the only two dates of a source, where a note tells another one."""
    known = language.get(Dates)
    if figure.kind != "duration" or figure.factor < _DAY or known is None or not known.apart.search(note):
        return None
    if any(other.kind == "duration" and other.factor >= _DAY for other in figures(source, language)):
        return None
    found = [moment for moment in moments(source, language) if moment.month and moment.day]
    if len(found) != _ENDS or moments(note, language):
        return None
    one, two = (moment.span(moment.year or _ANY_YEAR)[0] for moment in found)
    days = abs((two - one).days)
    turned = _YEAR - days if one > two and not (found[0].year and found[1].year) else days
    if not days or any(_told_of(figure, apart) for apart in (days, turned)):
        return None
    return Lone(figure.text, f"{found[0].text} and {found[1].text}, {days} days")


def _told_of(figure: Figure, days: int) -> bool:
    room = max(days * _ROOM, 1)
    return figure.low / _DAY - room <= days <= figure.high / _DAY + room


def _is_apart(text: str, figure: Figure, known: Borrowings) -> bool:
    """Tell whether a time is a part, a rate, a distance from another, or what somebody's age is."""
    behind = known.time_apart_after.match(text, figure.end)
    return behind is not None or known.time_apart_before.search(text, 0, figure.start) is not None


def others_left(note: str, source: str, language: Language) -> Iterator[Lone]:
    """Find "the other 18" in a note where the source has "the other 15", and nothing that comes to 18."""
    known, amounts = language.get(Borrowings), language.get(FigureWords)
    if known is None or amounts is None or known.other_word not in note:
        return
    said = {number: match for match in known.others.finditer(note) if (number := _number(match["n"], amounts))}
    there = {number: match for match in known.others.finditer(source) if (number := _number(match["n"], amounts))}
    if len(said) != 1 or len(there) != 1 or said.keys() == there.keys():
        return
    (number, match), (_, other) = *said.items(), *there.items()
    values = [figure.value for figure in figures(source, language)[:_MOST]]
    if number not in values and not any(abs(one - two) == number for one in values for two in values):
        yield Lone(match.group(), other.group())


def _number(text: str, amounts: FigureWords) -> float | None:
    return float(text) if text.isdecimal() else amounts.numerals.get(text.lower())
