"""Whether a figure of a note follows from those of a source.

Only sums, differences and products of what is of one kind prove what is of that kind, and only what stands side by side
is put together where nothing names it.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from lpkit.text.figures import Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Accounts
from lpkit.text.stock import FEW, MOST, Stock, same_thing, stands

_CLOSE, _ROUGHLY = 0.006, 0.06
"""By what share a product, or a multiple, may be rounded."""
_DAY, _MONTH, _YEAR = 86_400.0, 30.44 * 86_400.0, 365.25 * 86_400.0
_LONG = 20 * _DAY
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HALF_DAY, _WHOLE_DAY, _HOURS = 720, 1440, 24
"""Minutes after which a clock shows the same, and hours of a day."""
_BEFORE = 320
"""Characters in which a number without a noun is put together with another one."""
_SIDE, _BREATH, _PAIR = 60, 120, 2
"""Characters in which two amounts stand side by side, and in which they are told together."""


def follows(figure: Figure, source: Stock) -> bool:
    """Tell whether a figure follows, by one step, from figures of a source that measure the same."""
    if figure.kind == "duration":
        return _times(figure, source)
    if figure.kind in {"percent", "points", "multiple"}:
        return _ratios(figure, source)
    same = alike(figure, source)
    return _summed(figure, same) or _with_bare(figure, same, source) or _multiplied(figure, same, source)


def alike(figure: Figure, source: Stock) -> list[Figure]:
    """Give the figures of a source that measure what a figure does: times as many days as it, counts of its noun."""
    same = [other for other in source.figures if other.kind == figure.kind and same_thing(figure, other)]
    return [other for other in same if other.factor == figure.factor] if figure.kind == "duration" else same


def one_of(figure: Figure, source: Stock) -> bool:
    """Tell whether a count is that of the others: a source tells of one more."""
    one_more = figure._replace(value=figure.value + 1, low=figure.low + 1, high=figure.high + 1)
    return figure.kind == "count" and stands(one_more, source)


def _summed(figure: Figure, same: Sequence[Figure]) -> bool:
    """Tell whether a figure is the sum or the difference of two amounts of the same thing, or the sum of all."""
    low, high = _room(figure, 0.0)
    if len(same) > 1 and low <= sum(other.value for other in same) <= high:
        return True
    return any(_makes(one, two, low, high) for one, two in combinations(same, 2))


def _makes(one: Figure, two: Figure, low: float, high: float) -> bool:
    return low <= one.value + two.value <= high or low <= abs(one.value - two.value) <= high


def _with_bare(figure: Figure, same: Sequence[Figure], source: Stock) -> bool:
    """Tell whether a larger count comes of one without a noun and of another one in its neighbourhood."""
    if figure.kind != "count" or figure.value < FEW:
        return False
    low, high = _room(figure, 0.0)
    counts = [(other, at) for other, at in zip(source.figures, source.texts, strict=True) if other.kind == "count"]
    bare = [(other, at) for other, at in counts if not other.unit]
    mine = [(other, at) for other, at in counts if other in same] if figure.unit else counts
    return any(
        at == there and abs(one.start - two.start) <= _BEFORE and _makes(one, two, low, high)
        for one, at in mine
        for two, there in bare
        if one is not two
    )


def _room(figure: Figure, share: float) -> tuple[float, float]:
    return figure.low - figure.value * share - 1e-9, figure.high + figure.value * share + 1e-9


def _multiplied(figure: Figure, same: Sequence[Figure], source: Stock) -> bool:
    """Tell whether a figure is so many times an amount of its kind, or a part of it."""
    low, high = _room(figure, _CLOSE)
    counts = {other.value / other.factor for other in source.figures if other.value / other.factor > 1}
    shares = [other.value / 100 for other in source.figures if other.kind == "percent"]
    # A count of one thing by that of another comes to something only where there are as many of it each time.
    each = figure.kind != "count" or (source.each and not figure.hedge)
    for other in same:
        if each and figure.value >= FEW and any(low <= other.value * number <= high for number in counts):
            return True
        if any(low <= other.value * part <= high for share in shares for part in (share, 1 - share)):
            return True
    return False


def _times(figure: Figure, source: Stock) -> bool:
    low, high = _room(figure, _CLOSE)
    same = [other for other in source.figures if other.kind == "duration"]
    rivals = alike(figure, source)
    long = [other for other in same if other.factor > _LONG] if figure.factor > _LONG else []
    if _summed(figure, rivals) or any(low <= one.value + two.value <= high for one, two in combinations(long, 2)):
        return True  # Four months and fourteen are a year and a half.
    counts = {other.value for other in source.figures if other.kind == "count" and other.value > 1}
    if any(low <= other.value * number <= high for other in same if other.factor < figure.factor for number in counts):
        return True
    return any(low <= apart <= high for apart in _between(figure, source, bool(rivals)))


def _between(figure: Figure, source: Stock, rivalled: bool) -> Iterator[float]:
    """Give how far times of day, dates and months of a source lie apart, in seconds."""
    if figure.factor < _DAY:
        for one, two in combinations(source.clocks, 2):
            for apart in (two - one, _WHOLE_DAY - two + one, abs(_HALF_DAY - two + one)):
                yield from (apart * 60.0, float(round(apart * 60.0 / figure.factor * 2)) / 2 * figure.factor)
        hours = sorted({other.value for other in source.figures if other.kind == "count" and not other.unit})
        for early, late in combinations([hour for hour in hours if hour <= _HOURS], 2):
            yield from ((late - early) * 3600.0, abs(12 - late + early) * 3600.0)
        return
    for one, two in combinations(source.days, 2):
        for days in (two - one, 365 - two + one):
            yield from (days * _DAY, (days + 1) * _DAY, (days - 1) * _DAY)
            yield float(round(days * _DAY / figure.factor)) * figure.factor
    if rivalled or figure.factor < _MONTH:
        return
    years = sorted(year for year in source.written if _FIRST_YEAR <= year <= _LAST_YEAR)
    yield from ((late - early) * _YEAR for early, late in combinations(years, 2))
    for one, two in permutations(source.months, 2):
        apart = (two - one) % 12
        yield from (apart * _MONTH, (apart + 1) * _MONTH, (apart - 1) * _MONTH)


def _ratios(figure: Figure, source: Stock) -> bool:
    """Tell whether a share or a multiple follows: what is left of all, or, where a source tells no such shares itself,
    how its amounts of one kind stand to each other.
    """
    plain = figure.written == "digits"
    shares = [other for other in source.figures if other.kind == "percent" and (other.written == "digits" or not plain)]
    low, high = figure.low - 1.0, figure.high + 1.0
    if figure.kind == "multiple":
        low, high = _room(figure, _ROUGHLY)
    elif any(low <= 100 - other.value <= high for other in shares):
        return True
    elif shares:
        pairs = list(permutations(shares, 2))
        changes = [abs(one.value - two.value) / two.value * 100 for one, two in pairs if two.value]
        points = [abs(one.value - two.value) for one, two in pairs]
        if any(low <= value <= high for value in (*(points if len(shares) == _PAIR else ()), *changes)):
            return True
    return _compared(figure, source, low, high, near=bool(shares))


def _compared(figure: Figure, source: Stock, low: float, high: float, near: bool) -> bool:
    """Tell whether amounts of one kind, side by side or in the whole text, stand to each other as a figure says."""
    every = [
        (other, at)
        for other, at in zip(source.figures, source.texts, strict=True)
        if other.kind not in {"percent", "multiple", "points"} and other.value
    ]
    whole = 1.0 if figure.kind == "multiple" else 100.0
    for (one, at), (two, there) in permutations(every, 2):
        bare = "" in {one.unit, two.unit}
        if (near or bare) and (at != there or abs(one.start - two.start) > (_SIDE if near else _BREATH)):
            continue
        if bare or (one.kind == two.kind and one.unit == two.unit):
            ratio = one.value / two.value * whole
            turned = whole > 1 and (low <= whole - ratio <= high or low <= ratio - whole <= high)
            if low <= ratio <= high or turned:
                return True
    return False


def in_so_many(note: str, figure: Figure, told: str, language: Language) -> bool:
    """Tell whether a figure is the whole of a share with one part: one morning in 75, where two of 151 are told."""
    if figure.kind != "count" or not language[Accounts].base.search(note, 0, figure.number_at[0]):
        return False
    low, high = _room(figure, _ROUGHLY)
    counts = [other.value for other in figures(told, language)[:MOST] if other.kind == "count" and other.value > 0]
    return any(low <= one / two <= high for one, two in permutations(counts, 2))
