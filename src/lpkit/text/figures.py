"""Figures in prose: what each says as an interval, what it measures, and whether two of them agree.

A figure is an interval: its last written digit is rounded, and words such as "about" or "over" widen it.
"""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.languages import Language
from lpkit.text.languages.parts import FigureKind, FigureWords, Hedge, Unit
from lpkit.text.numerals import ROOM_BEFORE, read_number
from lpkit.text.remembered import remembered
from lpkit.text.tokens import words


class Figure(NamedTuple):
    """A figure of a text.

    Durations are in seconds, sizes in bytes, shares in per cent; `unit` is then the name of that, and of counts what is
    counted, in the singular, or empty. `start` and `end` are offsets in the text, hedge and unit included.
    """

    text: str
    start: int
    end: int
    value: float
    low: float
    high: float
    kind: FigureKind
    unit: str = ""
    hedge: Hedge = ""
    written: str = "digits"
    """How it is written: `digits`, `words`, `share`, `multiple`, `vague` or `range`."""
    number_at: tuple[int, int] = (0, 0)
    """Offsets of the number and its unit without what limits it."""
    factor: float = 1.0
    """How many of its unit of account (second, byte) the written unit is."""


_PLAIN = Unit("count", "")
_NUMBER = pattern("[$€£¥]?[0-9]+")
_ARTICLE_ROOM = 10
_ABOUT, _WELL_OVER, _NEARLY = 0.1, 1.5, 0.9
_ROUND_FROM, _ROUND_SHARE = 100, 0.025
"""From where a count with two zeros at its end may be a rounded one, and by how much."""
_LAST_DIGIT = 0.499
"""Half of a last digit: 2% and 3% have nothing in common."""
BOUNDS: frozenset[Hedge] = frozenset(("above", "below", "minimum", "maximum"))
"""Where both are limited in the same way, the limits are what must agree."""
_LOOSE_TIME, _LOOSE_SHARE, _LOOSE_PART = 0.12, 2.0, 0.06
_HALF = 50.0


@remembered(1024)
def figures(text: str, language: Language) -> tuple[Figure, ...]:
    """Give the figures of a text that measure something, in their order; none in a language that lpkit cannot read.

    Years, dates, times of day, ordinals, versions and digits in names measure nothing.
    """
    known = language.get(FigureWords)
    lower = text.lower()
    if known is None or len(lower) != len(text):
        return ()
    if not _NUMBER.search(lower) and known.starts.isdisjoint(words(text)):
        return ()
    return tuple(_read(text, lower, known))


def shown(amount: float, like: Figure) -> str:
    """Write an amount in the unit of a figure, for messages: `67 %`, `1.5 weeks`, `63`."""
    number = amount / like.factor
    digits = 0 if abs(number) >= 10 or abs(number - round(number)) < 0.05 else 1
    written = f"{number:,.{digits}f}"
    if like.kind in {"percent", "points"}:
        return f"{written} %" if like.kind == "percent" else f"{written} points"
    return f"{number:.2g} times" if like.kind == "multiple" else written


def _read(text: str, lower: str, known: FigureWords) -> Iterator[Figure]:
    end = 0
    for start in _candidates(text, lower, known):
        if start < end:
            continue
        article = known.article.search(lower, max(start - _ARTICLE_ROOM, end), start)
        match = article and known.figure.match(lower, article.start())
        match = match or known.figure.match(lower, start)
        if match and (figure := _figure(text, lower, match, known)):
            end = figure.end
            yield figure


def _candidates(text: str, lower: str, known: FigureWords) -> list[int]:
    """Give where figures may begin: at digits and at words for numbers, which are few."""
    found = [match.start() for match in _NUMBER.finditer(lower)]
    for word in known.starts.intersection(words(text)):
        place = lower.find(word)
        while place >= 0:
            if not (lower[place - 1 : place].isalnum() or lower[place + len(word) : place + len(word) + 1].isalnum()):
                found.append(place)
            place = lower.find(word, place + 1)
    return sorted(found)


def _figure(text: str, lower: str, match: re.Match[str], known: FigureWords) -> Figure | None:
    number = read_number(text, lower, match, known)
    if number is None:
        return None
    low, high, end, written = number
    unit, unit_end, factor = (
        _unit(lower, end, written, known) if written not in {"share", "multiple"} else _own(written, end)
    )
    if match["suffix"] in known.units:
        unit = known.units[match["suffix"]]
        factor = unit.factor
    if match["money"] or match.group()[0] in "$€£¥":
        unit, factor = Unit("money", match.group()[0]), 1.0
    if written == "words" and match.group() in known.no_number and unit == _PLAIN:
        return None
    room, half = _precision(match, unit, (low + high) / 2, known), 0.5 if _adds_half(lower, end, unit_end, known) else 0
    low, high = (low + half) * factor, (high + half) * factor
    if half and (more := known.more.match(lower, unit_end)):
        unit_end = more.end()
    noun = _noun(lower, unit_end, known) if unit.kind == "count" else unit.name
    start, limits = _limits(lower, match.start(), known)
    least, most = _limited(low - room * factor, high + room * factor, (low + high) / 2, limits)
    return Figure(
        text[start:unit_end], start, unit_end, (low + high) / 2, least, most, unit.kind, noun, limits, written,
        (match.start(), unit_end), factor,
    )  # fmt: skip


def _limits(lower: str, start: int, known: FigureWords) -> tuple[int, Hedge]:
    """Give where a figure begins with what limits it, and what that is."""
    if lower[start - 1 : start] in known.hedges:
        return start - 1, known.hedges[lower[start - 1]]
    near = lower[max(start - ROOM_BEFORE, 0) : start]
    every = near.split()
    if every and every[-1] in known.articles:
        every.pop()
    if not every or every[-1].lstrip('("“') not in known.hedge_ends:
        return start, ""
    for number in (1, 2, 3, 4):
        said = " ".join(every[-number:]).lstrip('("“')
        if len(every) >= number and said in known.hedges and not known.no_hedge.search(near):
            return lower.rindex(said, 0, start), known.hedges[said]
    return start, ""


def _own(written: str, end: int) -> tuple[Unit, int, float]:
    return (Unit("percent", "%") if written == "share" else Unit("multiple", "×")), end, 1.0


def _unit(lower: str, end: int, written: str, known: FigureWords) -> tuple[Unit, int, float]:
    """Give the unit behind a number, where it ends, and how many it is of what its kind is counted in."""
    half = known.half.match(lower, end) if written == "words" else None
    match = known.unit.match(lower, half.end() if half else end)
    if match is None:
        return _PLAIN, end, 1.0
    unit = known.units[match["unit"]]
    return unit, match.end(), unit.factor


def _adds_half(lower: str, end: int, unit_end: int, known: FigureWords) -> bool:
    return unit_end > end and bool(known.half.match(lower, end) or known.more.match(lower, unit_end))


def _precision(match: re.Match[str], unit: Unit, value: float, known: FigureWords) -> float:
    """Give how far a number may lie from what is written, in its own unit: half of the last digit."""
    if match["share"]:
        return 1.0 if value == _HALF else min(_LOOSE_SHARE, _LOOSE_PART * value)
    digits = match["digits"] or ""
    _, point, decimals = digits.partition(known.point)
    last = _LAST_DIGIT * 10.0 ** -len(decimals) if point else _LAST_DIGIT
    if unit.kind == "duration":
        return min(last, _LOOSE_TIME * value)
    scale = known.scales.get(match["suffix"] or "", 1.0)
    exact = unit.kind not in {"percent", "points"} and scale == 1 and not point
    return 0.0 if exact or match["vague"] else last * scale


def _limited(low: float, high: float, value: float, hedge: Hedge) -> tuple[float, float]:
    """Give the interval that is left of one by what limits it."""
    if hedge == "roughly":
        return min(low, value - max(value * _ABOUT, 1.0)), max(high, value + max(value * _ABOUT, 1.0))
    if hedge == "nearly":
        return value * _NEARLY, high
    if hedge == "above":
        return value, value * _WELL_OVER
    if hedge == "minimum":
        return value, math.inf
    return (0.0, value) if hedge in {"below", "maximum"} else (low, high)


def _noun(lower: str, end: int, known: FigureWords) -> str:
    """Give what is counted, in the singular: the first plural of the words behind, or else the first word."""
    part = known.part_of.match(lower, end)
    match = known.following.match(lower, part.end() if part else end)
    found: list[str] = []
    for word in match.groups() if match else ():
        if word is None or word in known.no_noun:
            break
        found.append(word)
    for word in found:
        if (one := singular(word, known)) != word or word.endswith(("'", "’")):
            return one
    return found[0] if found else ""


def singular(word: str, known: FigureWords) -> str:
    """Give a word without the ending of more than one."""
    for ending, instead, but in known.plurals:
        if word.endswith(ending) and not word.endswith(but) and len(word) > 3:
            return word[: -len(ending)] + instead
    return word


def comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure in the same unit; a count of nothing named goes with every count."""
    if one.kind != other.kind:
        return {one.kind, other.kind} == {"percent", "points"}
    return one.kind != "count" or not one.unit or not other.unit or one.unit == other.unit


def agrees(claimed: Figure, source: Figure) -> bool:
    """Tell whether a figure may be said of what a source says: "about 2,000" of 1,960, "six weeks" of a month and a
    half. Both are intervals; a count with zeros at its end may be rounded.
    """
    if not comparable(claimed, source):
        return False
    if claimed.hedge in BOUNDS and claimed.hedge == source.hedge:
        return abs(claimed.value - source.value) <= source.value * _ROUND_SHARE
    if claimed.kind == "duration" and _told_alike(claimed, source):
        return abs(claimed.value - source.value) < claimed.factor
    room = 0.0
    if claimed.kind in {"count", "money"} and claimed.value >= _ROUND_FROM and claimed.value % 100 == 0:
        room = claimed.value * _ROUND_SHARE
    return claimed.low - room <= source.high and source.low <= claimed.high + room


def _told_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two times are whole numbers of the same unit, and none is rough: seven weeks are not six."""
    plain = {one.written, other.written} <= {"digits", "words"} and not (one.hedge or other.hedge)
    whole = all((figure.value / figure.factor).is_integer() for figure in (one, other))
    return one.factor == other.factor and plain and whole
