"""Figures that stand in a relation to others: parts of a whole, what is left of it, what two of them come to.

The other figure stands beside the one that is to be proved, or both stand together in the source: numbers from all over
a text come to any other.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from lpkit.ledger.claim import Binding, Bound, Place, Unbound
from lpkit.ledger.figures import sources_of
from lpkit.ledger.passage import ADVICE
from lpkit.ledger.reading import Reading
from lpkit.text.figures import Figure, figures
from lpkit.text.languages.parts import Statements, Supports
from lpkit.text.stock import FEW, Stock, stock

_TOGETHER, _BESIDE, _APART = 160, 60, 240
"""Characters in which figures of a source are told together, and those of a text side by side, or near each other."""
_RELATED = frozenset(("count", "money", "duration", "size", "percent"))


def part_of_whole(reading: Reading, figure: Figure) -> Binding | None:
    """Tell whether so many of so many are told as they are, or as those that are left; None where no whole is named."""
    whole = whole_of(reading, figure)
    if whole is None or reading.passage.topic.role in ADVICE:
        return None
    known = False
    for site, what, texts in sources_of(reading, figure):
        source = stock(texts, reading.account.pack.language)
        wholes = [place for place, other in enumerate(source.figures) if _is(other, whole.value)]
        known = known or bool(wholes)
        for place in wholes:
            near = [other.value for other in _near(source, place)]
            if figure.value in near or whole.value - figure.value in near:
                return Bound((Place(site, f"so many of {whole.text} in {what}"),))
    solves = reading.passage.topic.question is not None
    return Unbound() if known and figure.value < whole.value and not solves else None


def whole_of(reading: Reading, figure: Figure) -> Figure | None:
    """Give the figure of which another one is named as a part, right behind it."""
    if figure.kind != "count" or figure.written not in {"digits", "words"}:
        return None
    text, known = reading.passage.text, reading.account.pack.language[Statements]
    every = figures(text, reading.account.pack.language)
    if known.of_those.match(text, figure.end):
        first, _ = reading.passage.sentence(figure.start, figure.end)
        before = [other for other in every if first <= other.start < figure.start and other.kind == "count"]
        return before[-1] if before and before[-1].value > figure.value else None
    for other in every:
        comes_before = other.end <= figure.start and known.of_between.fullmatch(text, other.end, figure.start)
        if comes_before and other.value > figure.value and known.of_before.search(text[: other.number_at[0]]):
            return other
    for other in every:
        if other.start >= figure.end:
            counts = other.kind == "count" and other.written in {"digits", "words"} and other.value > 1
            return other if counts and known.of_whole.fullmatch(text, figure.end, other.start) else None
    return None


def related(reading: Reading, figure: Figure) -> Binding | None:
    """Give the relation of a figure to one beside it, or to two that its source tells together."""
    if figure.kind not in _RELATED or figure.written not in {"digits", "words"}:
        return None
    for site, what, texts in sources_of(reading, figure):
        source = stock(texts, reading.account.pack.language)
        if (
            _with_beside(reading, figure, source)
            or _multiplied(reading, figure, source)
            or _left_or_joined(reading, figure, source)
        ):
            return Bound((Place(site, f"it follows from {what}"),))
    return None


def _with_beside(reading: Reading, figure: Figure, source: Stock) -> bool:
    """Tell whether a figure and one beside it come to a larger number that the source has."""
    room = _APART if figure.value >= FEW else _BESIDE
    first, last = reading.passage.sentence(figure.start, figure.end)
    for other in figures(reading.passage.text, reading.account.pack.language):
        apart = max(other.start - figure.end, figure.start - other.end)
        if other.start == figure.start or apart > room or not first <= other.start < last:
            continue
        if not _goes_with(figure, other):
            continue
        value = other.value if other.kind == figure.kind else other.value * figure.factor
        results = {value + figure.value, abs(value - figure.value)}
        if other.value >= FEW and any(
            result / figure.factor >= FEW
            and any(_is(told, result) and _goes_with(told, figure) for told in source.figures)
            for result in results
        ):
            return True
    return False


def _multiplied(reading: Reading, figure: Figure, source: Stock) -> bool:
    """Tell whether a figure makes one beside it of an amount of the source, or is one beside it over a longer time."""
    over = reading.account.pack.language[Supports].over.match(reading.passage.text, figure.end)
    spans = reading.account.pack.language[Supports].spans.get((over["span"] or "").lower(), ()) if over else ()
    for other in figures(reading.passage.text, reading.account.pack.language):
        if other.start == figure.start or abs(other.start - figure.start) > _APART:
            continue
        bare = figure.kind == "count" and not figure.unit
        if (other.kind == figure.kind or bare) and any(
            figure.low <= other.value * span <= figure.high for span in spans
        ):
            return True
        sizes = (told.value for told in source.figures if told.kind == other.kind != "percent")
        if figure.kind == "count" and other.value >= FEW and any(size * figure.value == other.value for size in sizes):
            return True
    return False


def _left_or_joined(reading: Reading, figure: Figure, source: Stock) -> bool:
    """Tell whether a figure is what is left of a whole, or the sum of two amounts, that are told together."""
    if figure.kind != "count":
        return False
    text, known = reading.passage.text, reading.account.pack.language[Statements]
    before = reading.passage.before(figure.start)
    rest = known.rest_before.search(before) or known.rest_behind.match(text, figure.end)
    definite = known.definite.search(before) is not None
    one_more = [other for other in source.figures if _is(other, figure.value + 1)]
    if (rest or (definite and figure.value >= FEW)) and any(figure.value >= FEW or not two.unit for two in one_more):
        return True
    if (rest or definite) and any(abs(one.value - two.value) == figure.value for one, two in _pairs(source, figure)):
        return True
    joined = known.in_all.match(text, figure.end)
    return joined is not None and any(one.value + two.value == figure.value for one, two in _pairs(source, None))


def _goes_with(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be added up: both measure alike, or one is a bare number."""
    if one.kind == other.kind:
        return one.kind != "count" or not (one.unit and other.unit) or one.unit == other.unit
    return "percent" not in {one.kind, other.kind} and any(two.kind == "count" and not two.unit for two in (one, other))


def _pairs(source: Stock, figure: Figure | None) -> Iterator[tuple[Figure, Figure]]:
    """Give the counts of a source that are told together; of a smaller figure those without nouns of their own."""
    counts = [(other, at) for other, at in zip(source.figures, source.texts, strict=True) if other.kind == "count"]
    for (one, at), (two, there) in combinations(counts, 2):
        if at == there and abs(one.start - two.start) <= _TOGETHER:
            bare = not (one.unit and two.unit) or one.unit == two.unit
            if figure is None or figure.value >= FEW or bare:
                yield one, two


def _near(source: Stock, place: int) -> Sequence[Figure]:
    here = source.figures[place]
    return [
        other
        for other, at in zip(source.figures, source.texts, strict=True)
        if at == source.texts[place] and other is not here and abs(other.start - here.start) <= _APART
    ]


def _is(other: Figure, value: float) -> bool:
    return other.kind != "percent" and abs(other.value - value) < 1e-9 * max(1.0, abs(value))
