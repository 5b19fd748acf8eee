"""What follows from the figures of a text by one step: sums, differences, shares, what is left."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations

from lpkit.text.figures import BOUNDS, Figure, figures
from lpkit.text.languages import Language
from lpkit.text.languages.parts import Reckonings
from lpkit.text.languages.parts.reckonings import Turns
from lpkit.text.matters import Matter, matters
from lpkit.text.shifts import shifts
from lpkit.text.skeleton import skeleton
from lpkit.text.slip import Interval, claimed, exactly, interval, reckoned

_MOST_FIGURES = 40
"""Figures of a source from which others are derived; longer texts are no answers."""


@lru_cache(maxsize=512)
def derived(source: str, kind: str, unit: str, language: Language) -> tuple[Interval, ...]:
    """Give what follows from the figures of a text by one step, as far as it is of some kind and unit."""
    if kind in {"percent", "multiple"}:
        return tuple(_shares(source, kind, language))
    every = [matter.figure for matter in _of_unit(source, kind, unit, language)][:_MOST_FIGURES]
    amounts = exactly([_plainly(one) for one in every])
    found = [Interval(sum(one.low for one in amounts), sum(one.high for one in amounts))] if amounts[1:] else []
    for one, two in permutations(amounts, 2):
        found += (Interval(one.low + two.low, one.high + two.high), Interval(one.low - two.high, one.high - two.low))
    found += _parts_in_percent(source, amounts, language) if kind == "count" else ()
    for shift in shifts(skeleton(source, language), language[Reckonings]):
        if {shift.before.kind, shift.after.kind} == {kind} and shift.before.unit in {unit, ""}:
            found.append(reckoned(lambda before, after: abs(after - before), exactly((shift.before, shift.after))))
    return tuple(found)


def _plainly(figure: Figure) -> Figure:
    """Give a figure without its bound: "within 3 weeks" and two more are five weeks at the most."""
    bare = figure._replace(low=figure.value, high=figure.value, hedge="")
    return bare if figure.hedge in BOUNDS else figure


_CLOSE, _PAIR = 0.005, 2
_SMALL = 12
"""Counts up to which some two of a text, in words and of whatever, come to most others."""
_LARGE = 100
"""Figures from which a product of two others is thought of."""


def follows(figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a figure follows from those of a source by one step, products and what is left of 100 included."""
    room = claimed(figure).widened(figure.value * _CLOSE)
    small = figure.kind == "count" and figure.value <= _SMALL
    if not small and any(room.miss(result) <= 0 for result in derived(source, figure.kind, figure.unit, language)):
        return True
    every = figures(source, language)[:_MOST_FIGURES]
    if figure.kind in {"percent", "multiple"}:
        return any(room.miss(result) <= 0 for result in _ratios(figure, every))
    return any(room.miss(result) <= 0 for results in (_sums, _products) for result in results(figure, every))


def two_of_a_kind(every: Sequence[Figure]) -> list[Figure]:
    """Give the only two figures of one kind and unit, of which a multiple may be told; none where there are more."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in every:
        if figure.kind not in {"percent", "multiple", "points"} and figure.written in {"digits", "words"}:
            found.setdefault((figure.kind, figure.unit), []).append(figure)
    pairs = [pair for (_, unit), pair in found.items() if unit and len(pair) == _PAIR]
    return pairs[0] if len(pairs) == 1 else []


def _ratios(figure: Figure, every: Sequence[Figure]) -> Iterator[Interval]:
    """Give the shares or multiples that figures of one unit are of each other."""
    scale = 100.0 if figure.kind == "percent" else 1.0
    for one, two in permutations([other for other in every if other.kind not in {"percent", "multiple"}], 2):
        if two.value and (one.kind == two.kind) and (one.unit == two.unit or "" in {one.unit, two.unit}):
            ratio = one.value / two.value * scale
            yield Interval(ratio, ratio)
            if figure.kind == "percent":
                yield Interval(scale - ratio, scale - ratio)


def _sums(figure: Figure, every: Sequence[Figure]) -> Iterator[Interval]:
    """Give the sums and differences of what is in a figure's unit or, in digits, in none (30 days, less those 14)."""
    same = [other.value for other in every if (other.kind, other.unit) == (figure.kind, figure.unit)]
    bare = [other for other in every if (other.kind, other.unit, other.written) == ("count", "", "digits")]
    for one, two in permutations((*same, *(other.value * figure.factor for other in bare)), 2):
        yield from (Interval(one + two, one + two), Interval(one - two, one - two))


def _products(figure: Figure, every: Sequence[Figure]) -> Iterator[Interval]:
    """Give how long a time is so many times (two hours in each of six weeks), and what large counts come to."""
    timed, large = figure.kind == "duration", figure.high >= _LARGE
    for one, two in permutations(every, 2):
        number = two.value / two.factor
        if one.kind == figure.kind and number > 1 and (timed or (large and two.kind == "count")):
            yield Interval(one.value * number, one.value * number)


def apiece(note: str, figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a figure is a source's amount by a count of it: 1,450 euros for 58 lamps are 25 euros a lamp."""
    match = language[Reckonings].turns.apiece.match(note, figure.end)
    if figure.kind == "percent" or match is None:
        return False
    every, room = figures(source, language)[:_MOST_FIGURES], interval(figure).widened(figure.value * _ROUGH)
    thing = note[match.end() :].split(maxsplit=1)[:1]
    named = [other for other in every if thing and other.unit and thing[0].startswith(other.unit)]
    counts = [(other, other.value / other.factor) for other in named or every if other.value]
    sums = [other for other in every if other.kind == figure.kind]
    return any(
        room.miss(Interval(size.value / number, size.value / number)) <= 0
        for size in sums
        for other, number in counts
        if other is not size
    )


def repeated(note: str, figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a figure is an amount of a source as often as a count of the note says: ten repairs at 320 euros."""
    room = interval(figure).widened(figure.value * _CLOSE)
    counts = [other.value for other in figures(note, language)[:_MOST_FIGURES] if other.kind == "count"]
    sizes = [
        other.value
        for other in figures(source, language)[:_MOST_FIGURES]
        if other.kind == figure.kind and (figure.kind != "count" or other.unit == figure.unit)
    ]
    return any(
        room.miss(Interval(size * number, size * number)) <= 0 for size in sizes for number in counts if number > 1
    )


def _parts_in_percent(source: str, amounts: Sequence[Interval], language: Language) -> Iterator[Interval]:
    """Give how many each percentage of a text is of its amounts, and how many are left (91% of 200 are 182 and 18)."""
    for share in figures(source, language):
        if share.kind == "percent" and share.hedge not in BOUNDS:
            least, most = interval(share)
            for low, high in amounts:
                yield Interval(low * least / 100, high * most / 100)
                yield Interval(low * (100 - most) / 100, high * (100 - least) / 100)


def _of_unit(source: str, kind: str, unit: str, language: Language) -> Iterator[Matter]:
    """Give the figures of a text in some unit, and bare ones beside them in a sentence (200 orders, and 12 more)."""
    every = [matter for matter in matters(source, language) if matter.figure.kind == kind]
    named = {matter.sentence for matter in every if matter.figure.unit == unit}
    for matter in every:
        if not unit or matter.figure.unit == unit or (not matter.figure.unit and matter.sentence in named):
            yield matter


def _shares(source: str, kind: str, language: Language) -> Iterator[Interval]:
    """Give the shares and multiples that follow from the changes and the parts of wholes that a text tells."""
    known, bones = language[Reckonings], skeleton(source, language)
    ends = [(shift.after, shift.before) for shift in shifts(bones, known)]
    parts = [(bones.figure(match["part"]), bones.figure(match["whole"])) for match in known.part.finditer(bones.text)]
    for one, two in (*ends, *parts):
        (low, high), (least, most) = exactly((one, two))
        if least > 0 and low > 0:
            share = Interval(low / most * 100, high / least * 100)
            back = Interval(least / high, most / low)
            yield from (share, Interval(share.low - 100, share.high - 100)) if kind == "percent" else (back,)
            yield (
                Interval(100 - share.high, 100 - share.low) if kind == "percent" else Interval(low / most, high / least)
            )
    for figure in figures(source, language):
        if kind == figure.kind == "percent" and figure.hedge not in BOUNDS:
            yield Interval(100 - figure.high, 100 - figure.low)


_ROUGH = 0.05
"""By what share people round products."""
_BREATH = 80
"""Characters in which two figures are told together."""
_PER_ROOM = 40
"""Characters behind a figure in which its unit of time stands."""


def multiplied(note: str, figure: Figure, source: str, language: Language) -> bool:
    """Tell whether a count or a sum of money is a rate of a source over a time of the note, or in another unit of time:
    140 a week are about 1,000 in seven weeks, and about 600 a month.
    """
    turns = language[Reckonings].turns
    if figure.kind not in {"count", "money"} or not turns.per.search(source):
        return False
    here = _per(note, figure, turns)
    spans = [other for other in figures(note, language) if other.kind == "duration"]
    least, most = figure.low * (1 - _ROUGH), figure.high * (1 + _ROUGH)
    for other in figures(source, language)[:_MOST_FIGURES]:
        per = _per(source, other, turns) if other.kind == figure.kind else ""
        times = [(span.value / span.factor,) * 2 for span in spans if per and per in span.text.lower()]
        times += [turns.times[per, here]] if (per, here) in turns.times else []
        times += [(1 / high, 1 / low) for low, high in (turns.times.get((here, per), (0.0, 0.0)),) if low]
        if any(least <= other.high * high and other.low * low <= most for low, high in times):
            return True
    return False


def _per(text: str, figure: Figure, turns: Turns) -> str:
    """Give the unit of time of a figure that is a rate; empty where it is none."""
    match = turns.per.search(text, figure.end, figure.end + _PER_ROOM)
    return match["per"] if match else ""


def shared_out(note: str, figure: Figure, source: str, language: Language) -> bool:
    """Tell whether the counts of a note make one of the source together (two of the parents, and seven others)."""
    every = figures(note, language)[:_MOST_FIGURES]
    same = [other for other in every if other.unit == figure.unit and abs(other.start - figure.start) < _BREATH]
    values = {other.value for other in figures(source, language)[:_MOST_FIGURES]}
    return any(figure.value + other.value in values for other in same if other != figure)
