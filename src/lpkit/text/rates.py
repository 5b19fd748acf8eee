"""Rates, prices and sizes in prose: what so many come to, and what each of so many is."""

import re
from collections.abc import Iterator

from lpkit.text.figures import Figure, comparable, shown
from lpkit.text.languages.parts import FigureWords, Reckonings
from lpkit.text.skeleton import Skeleton
from lpkit.text.slip import Interval, Slip, claimed, exactly, interval, reckoned

_STEM = 4
"""Letters by which a noun is known again."""
_ROUNDED = 0.06
"""By what share people round what each single one is."""
_NO_AMOUNT = frozenset(("percent", "multiple", "points"))


def rated(bones: Skeleton, known: Reckonings, words: FigureWords) -> Iterator[Slip]:
    """Find rates, prices and sizes of which so many come to something else than a text says."""
    timed = [] if bones.words.isdisjoint(known.rates) else list(_over_time(bones, known, words))
    yield from timed
    if not timed and not bones.words.isdisjoint(known.eachs):
        yield from _priced(bones, known, words)
        yield from _spread(bones, known, words)


def _priced(bones: Skeleton, known: Reckonings, words: FigureWords) -> Iterator[Slip]:
    """Find what so many come to, each of which is told: 40 seconds a payment, and 90 payments."""
    for match in known.priced.finditer(bones.text):
        one, number, total = (bones.figure(match[name]) for name in ("rate", "number", "total"))
        times = _so_many(number, match["thing"], words)
        if times and comparable(one, total) and _apart(one, number) and one.kind not in _NO_AMOUNT:
            yield from _product(bones, match, (one, number), total, reckoned(_times, (*exactly((one,)), times)))


def _spread(bones: Skeleton, known: Reckonings, words: FigureWords) -> Iterator[Slip]:
    """Find what each single one is of so many that are told together: 1,200 euros for 40 lamps."""
    for match in known.spread.finditer(bones.text):
        whole, number, one = (bones.figure(match[name]) for name in ("whole", "number", "rate"))
        times = _so_many(number, match["thing"], words)
        if not times or times.low <= 0 or not comparable(whole, one) or whole.kind in _NO_AMOUNT:
            continue
        result = reckoned(lambda left, right: left / right, (*exactly((whole,)), times))
        if interval(one).widened(one.value * _ROUNDED).miss(result) > 0:
            computed = f"{whole.text} ÷ {number.text} is {shown(result.high, one)}, not {one.text}"
            yield Slip("sum", bones.said(match.start(), match.end()), computed, False)


def _so_many(number: Figure, thing: str, words: FigureWords) -> Interval | None:
    """Give how many of a thing a figure counts; None where it counts something else."""
    if unit := words.units.get(thing):
        same = number.kind == unit.kind and unit.name in number.unit and number.factor == unit.factor
        return Interval(number.value / unit.factor, number.value / unit.factor) if same else None
    counted = number.kind == "count" and number.unit[:_STEM] == thing[:_STEM]
    return Interval(number.value, number.value) if counted else None


def _apart(one: Figure, number: Figure) -> bool:
    return not (one.kind == number.kind == "count" and one.unit == number.unit)


def _over_time(bones: Skeleton, known: Reckonings, words: FigureWords) -> Iterator[Slip]:
    for match in known.rate.finditer(bones.text):
        rate, time, total = (bones.figure(match[name]) for name in ("rate", "time", "total"))
        unit = words.units[match["per"]]
        if time.kind != "duration" or not comparable(rate, total) or match["per"] not in time.text.lower():
            continue
        times = Interval(time.value / unit.factor, time.value / unit.factor)
        yield from _product(bones, match, (rate, time), total, reckoned(_times, (*exactly((rate,)), times)))
    for match in known.each.finditer(bones.text):
        one, other, total = (bones.figure(match[name]) for name in ("number", "size", "total"))
        if one.kind == "count" and comparable(other, total):
            yield from _product(bones, match, (one, other), total, reckoned(_times, (interval(one), interval(other))))


def _times(left: float, right: float) -> float:
    return left * right


def _product(
    bones: Skeleton, match: re.Match[str], parts: tuple[Figure, Figure], total: Figure, result: Interval
) -> Iterator[Slip]:
    if claimed(total, alike=total.factor == parts[0].factor).miss(result) > 0 and total.kind not in {
        "percent",
        "multiple",
        "points",
    }:
        computed = f"{parts[0].text} × {parts[1].text} is {shown(result.high, total)}, not {total.text}"
        yield Slip("sum", bones.said(match.start(), match.end()), computed, not total.hedge)
