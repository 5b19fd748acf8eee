"""Whether a figure of a note is what its own words make of the figures that its source tells.

A note says how much less, how much for each, how much a year, what share: it names the reckoning, and only that one
is tried, with amounts of one kind. A bare number is taken in the unit of the other one.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from re import Match

from lpkit.text.figures import Figure, agrees, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import FigureWords, Reckonings, Supports
from lpkit.text.numerals import spoken
from lpkit.text.shifts import shifts
from lpkit.text.skeleton import skeleton

_MOST = 40
"""Figures of a source that are reckoned with."""
_BESIDE = 40
"""Characters on both sides of a figure in which a word says what it is."""
_EXACT, _ROUNDED, _SHARED = 0.006, 0.06, 0.045
"""By what share differences, rates and parts of a whole may be rounded."""
_POINT, _POINTS = 0.75, 3.0
"""Per cent by which a share in digits, and one in words, may be off."""
_CENTS = 100.0
_HOUR, _DAY = 3600.0, 86_400.0
_TIMES = (1.0, 60.0, _HOUR, _DAY, 7 * _DAY, 30.44 * _DAY)
_STEM, _LARGE = 4, 100
_FAR = 300
"""Characters in which a bare number goes on with the unit of the one before it."""


def supported(note: str, figure: Figure, told: Sequence[str], language: Language) -> bool:
    """Tell whether a figure of a note is the difference, rate, share or time that the note says it is."""
    known = language.get(Supports)
    if known is None:
        return False
    every = _of(tuple(told), language)
    before = note[max(figure.start - _BESIDE, 0) : figure.start]
    changed = known.change_before.search(before) or known.change_behind.match(note, figure.end)
    return (
        _of_change(figure, told, language)
        or (changed is not None and _apart(figure, every))
        or ((rate := known.rate.match(note, figure.end)) is not None and _by(figure, every, rate))
        or _over(note, figure, every, known)
        or _here(note, figure, every, language)
        or (figure.kind == "percent" and not known.sized.search(note[: figure.start]) and _as_share(figure, every))
        or _as_time(note, figure, every, known)
        or _in_so_many(note, figure, every, language)
    )


@lru_cache(maxsize=128)
def _of(told: tuple[str, ...], language: Language) -> tuple[Figure, ...]:
    return tuple(figure for text in told for figure in figures(text, language)[:_MOST])[:_MOST]


def _room(figure: Figure, share: float) -> tuple[float, float]:
    """Give from what to what an amount may be: a number to the last digit is not rounded."""
    share = share if figure.kind != "count" or figure.value % 10 == 0 or share > _EXACT else 0.0
    return figure.low - figure.value * share - 1e-9, figure.high + figure.value * share + 1e-9


def _amounts(figure: Figure, every: Sequence[Figure]) -> Iterator[float]:
    """Give the amounts of the kind of a figure, and bare numbers in its unit: beside one of it where it has one."""
    unit = [other.start for other in every if other.kind == figure.kind and other.factor == figure.factor]
    for other in every:
        if other.kind == "count" and not other.unit:
            if figure.kind == "count" or any(abs(other.start - start) < _FAR for start in unit):
                yield other.value * figure.factor
        elif other.kind == figure.kind and (other.kind != "count" or _alike(figure, other)):
            yield other.value


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two counts may be of one thing: large numbers hardly meet by chance, whatever they count."""
    large = one.value >= _LARGE and other.value >= _LARGE
    return large or not one.unit or one.unit[: _STEM + 1] == other.unit[: _STEM + 1]


def _apart(figure: Figure, every: Sequence[Figure]) -> bool:
    """Tell whether two amounts lie as far apart as a figure says."""
    low, high = _room(figure, _EXACT)
    return any(low <= gap <= high for gap in _gaps(figure, every))


def _gaps(figure: Figure, every: Sequence[Figure]) -> Iterator[float]:
    amounts = sorted(set(_amounts(figure, every)))
    return (two - one for number, one in enumerate(amounts) for two in amounts[number + 1 :])


def _by(figure: Figure, every: Sequence[Figure], rate: Match[str]) -> bool:
    """Tell whether an amount by a count comes to a figure: 31,000 euros for seven farms are 4,400 a farm."""
    low, high = _room(figure, _ROUNDED)
    per = rate.group().split()[-1][: _STEM + 1]
    named = [other for other in every if other.value > 0 and other.unit.startswith(per)]
    counts = [other.value / other.factor for other in named or every if other.value > 0]
    sizes = set(_amounts(figure._replace(unit=""), every))
    if figure.kind == "count":
        sizes |= {other.value for other in every if other.kind == "count"}
    if figure.kind == "money":
        sizes |= set(_gaps(figure, every))
    return any(low <= size / count <= high for size in sizes for count in counts if size != count)


def _over(note: str, figure: Figure, every: Sequence[Figure], known: Supports) -> bool:
    """Tell whether a figure is an amount, or a difference, over a longer time: 2,570 a month are 31,000 a year."""
    match = known.over.match(note, figure.end)
    if match is None or figure.kind not in {"count", "money"}:
        return False
    span = (match["span"] or "").lower()
    low, high = _room(figure, _ROUNDED / 2)
    sizes = set(_amounts(figure, every))
    if span == known.longest and any(low <= gap * known.spans[span][0] <= high for gap in _gaps(figure, every)):
        return True
    return any(low <= size * number <= high for size in sizes for number in known.spans.get(span, ()))


def _here(note: str, figure: Figure, every: Sequence[Figure], language: Language) -> bool:
    """Tell whether a figure is the product of two amounts that its note tells beside it, or how they stand."""
    here = [other for other in figures(note, language)[:_MOST] if abs(other.start - figure.start) < 4 * _BESIDE]
    beside = [other.value for other in here if other.start != figure.start and other.value > 0 and _has(other, every)]
    low, high = _room(figure, _EXACT)
    if figure.kind in {"percent", "multiple"}:
        whole, room = (100.0, _POINT) if figure.kind == "percent" else (1.0, figure.value * _ROUNDED)
        ratios = [one / two * whole for one, two in permutations(beside, 2)]
        return any(low - room <= value <= high + room for ratio in ratios for value in (ratio, abs(whole - ratio)))
    if figure.kind not in {"money", "duration"}:
        return False
    products = [one * two for one, two in permutations(beside, 2)]
    return any(low <= amount <= high for product in products for amount in (product, product / _CENTS))


def _has(figure: Figure, every: Sequence[Figure]) -> bool:
    return any(other.value == figure.value for other in every)


def _as_share(figure: Figure, every: Sequence[Figure]) -> bool:
    """Tell whether two counts of one thing, or one of them bare, stand to each other as a share says."""
    room = _POINTS if figure.written == "share" else _POINT
    low, high = figure.low - room, figure.high + room
    for one, two in permutations(every, 2):
        plain = one.kind == two.kind and one.kind not in {"percent", "multiple", "points"}
        if plain and 0 < one.value < two.value and (one.unit == two.unit or "" in {one.unit, two.unit}):
            ratio, more = one.value / two.value * 100, (two.value / one.value - 1) * 100
            if low <= ratio <= high or low <= 100 - ratio <= high or low <= more <= high:
                return True
    return False


def _as_time(note: str, figure: Figure, every: Sequence[Figure], known: Supports) -> bool:
    """Tell whether a figure is a time of the source in another unit, working hours of days included."""
    times = [other for other in every if other.kind == "duration"]
    if figure.kind == "duration":
        low, high = _room(figure, _EXACT)
        if figure.factor >= _DAY:
            return False
        return any(low <= other.value / _DAY * known.working_day <= high for other in times if other.factor >= _DAY)
    if figure.kind != "count" or figure.unit or not known.took.search(note[: figure.number_at[0]][-_BESIDE:]):
        return False
    return any(abs(figure.value * unit - other.value) <= other.value * _EXACT for other in times for unit in _TIMES)


def _in_so_many(note: str, figure: Figure, every: Sequence[Figure], language: Language) -> bool:
    """Tell whether a figure is part of a share in two numbers, as which two counts stand: four centres in five."""
    known, words = language[Supports], language[FigureWords]
    for match in known.part_of.finditer(note, max(figure.start - _BESIDE, 0), figure.end + _BESIDE):
        if figure.end <= match.start() or match.end() <= figure.start:
            continue
        part, whole = (_number(match[name], words) for name in ("part", "whole"))
        if not 0 < part < whole or whole not in known.wholes:
            continue
        share, counts = part / whole, [other.value for other in every if other.kind == "count" and other.value > 0]
        if any(abs(one / two - share) <= _SHARED for one, two in permutations(counts, 2)):
            return True
        if any(abs(other.value / 100 - share) <= _SHARED for other in every if other.kind == "percent"):
            return True
    return False


def _number(text: str, words: FigureWords) -> float:
    plain = text.replace(",", "").lower()
    return float(plain) if plain.isdecimal() else spoken(plain, words)


def _of_change(figure: Figure, told: Sequence[str], language: Language) -> bool:
    """Tell whether a figure is one end of a change, whose unit stands at the other end."""
    known = language.get(Reckonings)
    if known is None or figure.kind == "count":
        return False
    ends = (
        end for text in told for shift in shifts(skeleton(text, language), known) for end in (shift.before, shift.after)
    )
    return any(agrees(figure, end) for end in ends) or any(_goes_on(figure, figures(text, language)) for text in told)


def _goes_on(figure: Figure, every: Sequence[Figure]) -> bool:
    """Tell whether a bare number has the value of a figure, and one in its unit stands before it."""
    unit = [other for other in every if other.kind == figure.kind and other.factor == figure.factor]
    bare = [other for other in every if other.kind == "count" and not other.unit]
    same = [other for other in bare if other.value * figure.factor == figure.value]
    return any(0 < other.start - before.end < _FAR for other in same for before in unit)
