"""What a text has to prove the figures of a note with, and whether a figure stands there.

What a note counts is looked for as it is counted: eleven mornings are not proved by eleven huts.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.dates import moments
from lpkit.text.figures import BOUNDS, Figure, agrees, figures, singular
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Accounts, FigureWords

_DIGITS = pattern(r"(?<![\d.,])\d{1,9}(?![\d.,]*\d)")
MOST = 80
"""Figures of a source that are reckoned with; an answer with its replies has half as many."""
FEW = 10
"""Below this, a number without a noun, and what numbers come to, is met by chance."""
_SPECIFIC = 19
"""Numbers above this are hardly met by chance, whatever they count."""
_STEM = 4
"""Letters by which a noun is known again."""
_ANY_YEAR, _JUST_UNDER = 2023, 0.95
_NEAR, _NOUN_ROOM = 220, 40
"""Characters before a figure, and behind it, in which what it counts is named."""


class Stock(NamedTuple):
    """What a source has to prove figures with."""

    figures: tuple[Figure, ...]
    around: tuple[str, ...]
    """The words around each of them, in lower case: a count without a noun is of something that is named there."""
    texts: tuple[int, ...]
    """In which of the source's texts each of them stands."""
    written: frozenset[float]
    """Whole numbers in digits, those of dates, floors and steps too."""
    clocks: tuple[int, ...]
    """Times of day, in minutes."""
    days: tuple[int, ...]
    """Dates, in days of a year."""
    months: tuple[int, ...]
    each: bool
    """Whether a text says how much there is each time."""


@lru_cache(maxsize=128)
def stock(texts: tuple[str, ...], language: Language) -> Stock:
    """Read what some texts have to prove figures with."""
    known = language[Accounts]
    amounts = language[FigureWords]
    every = islice(
        (
            (at, figure)
            for at, text in enumerate(texts)
            for figure in (*figures(text, language), *_pairs(text, known, amounts))
        ),
        MOST,
    )
    found = [(named(figure, texts[at], known), _window(texts[at], figure), at) for at, figure in every]
    clocks = {
        int(match["hours"]) * 60 + int(match["minutes"]) for text in texts for match in known.clock.finditer(text)
    }
    clocks |= {minutes for word, minutes in known.hours for text in texts if word in text}
    dates = [moment for text in texts for moment in moments(text, language)]
    days = {moment.span(_ANY_YEAR)[0].timetuple().tm_yday for moment in dates if moment.day and moment.month}
    months = {
        known.month_names.index(match["month"][:3].lower()) for text in texts for match in known.months.finditer(text)
    }
    read, around, places = (tuple(part) for part in zip(*found, strict=True)) if found else ((), (), ())
    digits = frozenset(float(number) for text in texts for number in _DIGITS.findall(text))
    each = any(known.each.search(text) for text in texts)
    times, dated, named_months = (tuple(sorted(part))[:MOST] for part in (clocks, days, months))
    return Stock(read, around, places, digits, times, dated, named_months, each)


def _pairs(text: str, known: Accounts, amounts: FigureWords) -> Iterator[Figure]:
    """Give what is told as both of something: it counts two."""
    for match in known.both.finditer(text):
        unit = singular(match["noun"].lower(), amounts)
        yield Figure(match.group(), *match.span(), 2.0, 2.0, 2.0, "count", unit)


def _window(text: str, figure: Figure) -> str:
    return text[max(figure.start - _NEAR, 0) : figure.end + _NOUN_ROOM].lower()


def named(figure: Figure, text: str, known: Accounts) -> Figure:
    """Give a figure with the noun that it counts; without one where the word behind it is no noun of several."""
    if figure.kind != "count" or not figure.unit:
        return figure
    behind = text[figure.end : figure.end + _NOUN_ROOM].lower()
    plural = known.plurals.search(behind)
    place = behind.find(figure.unit[:-1])
    if figure.value == 1 or figure.unit in figure.text.lower():
        return figure
    several = (
        place >= 0 and plural and any(match.start() <= place < match.end() for match in known.plurals.finditer(behind))
    )
    return figure if several else figure._replace(unit="")


def stands(figure: Figure, source: Stock) -> bool:
    """Tell whether a source has a figure as it is: of the same thing, or bare on one of both sides."""
    number = figure.value / figure.factor
    for other, around in zip(source.figures, source.around, strict=True):
        if same_thing(figure, other) and _meets(figure, other):
            return True
        if other.kind != "count" or not (
            _is(number, other.value) or (figure.kind == "count" and _meets(figure, other))
        ):
            continue
        if (number > _SPECIFIC and not (figure.unit and other.unit)) or (
            not other.unit and (number >= FEW or _counted(figure)[:_STEM] in around)
        ):
            return True
    return False


def _counted(figure: Figure) -> str:
    """Give the word for what a figure counts: of times the unit as it is written, of one."""
    return figure.text.lower().split()[-1].removesuffix("s") if figure.kind == "duration" else figure.unit


def same_thing(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure in one unit, or count the same noun."""
    if one.kind != "count" or other.kind != "count":
        return one.kind == other.kind
    return bool(one.unit and other.unit) and _alike(one.unit, other.unit)


def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) > _STEM and one[: _STEM + 1] == other[: _STEM + 1])


def _meets(figure: Figure, other: Figure) -> bool:
    """Tell whether one figure is the other: a bound (up to 1,560) is told again as that bound."""
    if other.kind == "duration" and other.hedge == "above":  # Over six weeks: in the course of them.
        other = other._replace(low=other.value * _JUST_UNDER, high=other.value / _JUST_UNDER, hedge="")
    if other.hedge in BOUNDS and not figure.hedge:
        return figure.value == other.value
    return agrees(figure._replace(unit=other.unit), other)


def has_number(figure: Figure, source: Stock) -> bool:
    """Tell whether a source has the number of a figure, whatever it counts there."""
    number = figure.value / figure.factor
    return number in source.written or any(
        _is(number, other.value / other.factor)
        or (other.written == "range" and other.low / other.factor <= number <= other.high / other.factor)
        for other in source.figures
    )


def _is(one: float, other: float) -> bool:
    return abs(one - other) < 1e-9 * max(1.0, abs(one))
