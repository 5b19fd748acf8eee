"""Arithmetic in prose: whether the figures of a text come to what the text says they do."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import sub

from lpkit.text.figures import Figure, comparable, shown
from lpkit.text.languages import Language
from lpkit.text.languages.parts import FigureWords, Reckonings
from lpkit.text.languages.parts.reckonings import Sum
from lpkit.text.rates import rated
from lpkit.text.shifts import misjudged
from lpkit.text.skeleton import Skeleton, skeleton
from lpkit.text.slip import Interval, Slip, claimed, exactly, interval, reckoned
from lpkit.text.stretches import stretches
from lpkit.text.triples import triples
from lpkit.text.turns import turned

_MOST = 60
"""A sentence with more figures than this is a table."""
_LEAST = 2
"""Figures that arithmetic needs."""
_LEAST_TIME = 5
"""From how many days, weeks or hours on some of them are a part (19 of 15 days)."""
_WHOLE, _WHOLE_ROOM = 100.0, 1.5
_CLEAR_SHARE = 5.0
_LEAD = 12
"""Characters before a part in which a single word stands."""
_HARDLY = 0.35
"""How far a list that means to be complete may be from its total."""
_RESTS = frozenset(("rest", "left", "taken"))
_SIGNS = {"add": " + ", "list": " + ", "subtract": " − ", "multiply": " × ", "each": " × ", "divide": " ÷ "}


@lru_cache(maxsize=512)
def slips(text: str, language: Language) -> tuple[Slip, ...]:
    """Give the places where a text reckons wrongly with figures that it names; none without the parts on figures."""
    known, amounts = language.get(Reckonings), language.get(FigureWords)
    if known is None or amounts is None:
        return ()
    every = (slip for part in stretches(text, known, amounts) for slip in _slips(part, language, known, amounts))
    return tuple(dict.fromkeys(every))  # A sentence that goes on with the one before is read with it, and alone.


def _slips(part: str, language: Language, known: Reckonings, amounts: FigureWords) -> Iterator[Slip]:
    bones = skeleton(part, language)
    if len(bones.figures) > _MOST:
        return
    misjudgements: list[Slip] = []
    if len(bones.figures) >= _LEAST:
        misjudgements = list(misjudged(bones, known))
        yield from misjudgements
        yield from () if bones.words.isdisjoint(known.of) else _parts(bones, known)
        yield from turned(bones, known.turns, amounts)
    if len(bones.figures) > _LEAST or (len(bones.figures) == _LEAST and not known.rests.isdisjoint(bones.words)):
        told = list(_sums(bones, known))
        yield from told
        yield from () if told or misjudgements else triples(bones, known)
        yield from rated(bones, known, amounts)


def _sums(bones: Skeleton, known: Reckonings) -> Iterator[Slip]:
    told: set[int] = set()
    for sum_ in known.sums:
        for match in () if bones.words.isdisjoint(sum_.words) else sum_.said.finditer(bones.text):
            parts, total = tuple(bones.within(match["parts"])), bones.figure(match["total"])
            slip = _checked(bones, match, sum_, parts, total, known)
            if slip and match.start("total") not in told:
                told.add(match.start("total"))
                yield slip


def _checked(
    bones: Skeleton, match: re.Match[str], sum_: Sum, parts: tuple[Figure, ...], total: Figure, known: Reckonings
) -> Slip | None:
    if not _same_matter(sum_.how, parts, total, bool(known.generic.match(bones.text, match.end("total")))):
        return None
    result = _result(sum_.how, parts)
    if result is None:
        return None
    room = (
        claimed(total, alike=True)
        if sum_.how in {"share", "portion", "divide", "fraction"} or parts[0].kind != "percent"
        else interval(total)
    )
    miss = room.widened(_WHOLE_ROOM if sum_.how == "hundred" else 0.0).miss(result)
    if miss <= 0 or (sum_.how == "left" and total.high < result.low):
        return None
    computed = f"{_formula(sum_.how, parts)} is {shown((result.low + result.high) / 2, total)}, not {total.text}"
    certain = sum_.sure and not total.hedge and (sum_.how not in {"share", "portion"} or miss > _CLEAR_SHARE)
    return Slip("sum", bones.said(match.start(), match.end()), computed, certain)


def _same_matter(how: str, parts: tuple[Figure, ...], total: Figure, generic: bool) -> bool:
    """Tell whether figures may be reckoned with each other at all."""
    kinds = {part.kind for part in parts}
    if any(math.isinf(figure.high) for figure in (*parts, total)):
        return False
    if how == "hundred":
        return kinds == {"percent"} and total.kind == "percent"
    if how == "each":
        return parts[0].kind == "count" and comparable(parts[1], total)
    if how in {"share", "portion"}:
        one, two = parts if how == "share" else parts[::-1]
        return kinds == {"count"} and total.kind == "percent" and comparable(one, two) and two.low > 0
    if how == "fraction":
        share, whole = parts
        return share.kind == "percent" and whole.kind == total.kind == "count" and comparable(whole, total)
    if how == "others":
        return kinds == {"count"} == {total.kind}
    if how == "list" and not _lists(parts, total):
        return False
    if how in {"multiply", "divide"}:
        return all(figure.kind == "count" for figure in (*parts, total)) or kinds == {total.kind}
    if kinds != {total.kind} or total.kind in {"multiple", "points"}:
        return False
    return generic or how == "list" or not total.unit or any(part.unit in {total.unit, ""} for part in parts)


def _lists(parts: tuple[Figure, ...], total: Figure) -> bool:
    """Tell whether figures may be all of a total, of which they are hardly more or less: "5 teams: 12 …" is no list."""
    together = sum(part.value for part in parts)
    return max(part.value for part in parts) < total.value and abs(together - total.value) <= total.value * _HARDLY


def _result(how: str, parts: tuple[Figure, ...]) -> Interval | None:
    amounts = [interval(part) for part in parts] if parts[0].kind == "percent" else exactly(parts)
    if how in {"add", "list"}:
        return Interval(sum(amount.low for amount in amounts), sum(amount.high for amount in amounts))
    if how == "hundred":
        middle = _WHOLE - sum(part.value for part in parts)
        return Interval(middle, middle) if middle >= -_WHOLE else None
    if how == "others":
        return Interval(amounts[0].low - 1, amounts[0].high - 1)
    one, two = amounts[:2] if how != "portion" else amounts[1::-1]
    if how in _RESTS:
        whole, part = (one, two) if how == "taken" else (two, one)
        return reckoned(sub, (whole, part)) if whole.low >= part.high else None
    if how in {"divide", "share", "portion"} and two.low <= 0:
        return None
    work = {
        "subtract": sub,
        "multiply": lambda left, right: left * right,
        "divide": lambda left, right: left / right,
        "share": lambda left, right: left / right * 100,
        "portion": lambda left, right: left / right * 100,
        "each": lambda left, right: left * right,
        "fraction": lambda left, right: left * right / 100,
    }[how]
    return reckoned(work, (one, two))


def _formula(how: str, parts: tuple[Figure, ...]) -> str:
    names = [part.text for part in parts]
    if how == "hundred":
        return f"the rest of {' + '.join(names)}"
    if how == "others":
        return f"one of {names[0]} less"
    if how in _RESTS:
        whole, part = names if how == "taken" else reversed(names)
        return f"{whole} − {part}"
    if how == "portion":
        return f"{names[1]} of {names[0]}"
    return f"{names[0]} of {names[1]}" if how in {"share", "fraction"} else _SIGNS[how].join(names)


def _parts(bones: Skeleton, known: Reckonings) -> Iterator[Slip]:
    """Find parts above their whole: 19 of 15."""
    for match in known.part.finditer(bones.text):
        part, whole = bones.figure(match["part"]), bones.figure(match["whole"])
        named = match["between"].strip()
        if part.kind != "count" or whole.kind not in {"count", "duration"} or "vague" in {part.written, whole.written}:
            continue
        if (
            (named and part.unit != whole.unit)
            or _no_whole(whole)
            or known.no_part_before.search(bones.text, max(match.start() - _LEAD, 0), match.start())
        ):
            continue
        if part.low * whole.factor > whole.high:
            computed = f"{part.text} is more than {whole.text}"
            certain = whole.kind == "count" and not (part.hedge or whole.hedge)
            yield Slip("whole", bones.said(match.start(), match.end()), computed, certain)


def _no_whole(figure: Figure) -> bool:
    """Tell whether a figure behind "of" is a measure (3 of 2 hours, a 9-day sprint) or somebody's (38 customers')."""
    measure = figure.kind == "duration" and ("-" in figure.text or figure.value < _LEAST_TIME * figure.factor)
    return measure or figure.unit.endswith(("'", "’"))
