"""Three figures of one sentence, two ends and what is said of them, that fit in no reading.

"From 4,100 to 1,530 is a cut by nearly half", "twenty down to 17 is a loss of five", "nineteen of twenty, or 85 %". A
sentence with more figures is left alone where the claim fits two of them.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import combinations

from lpkit.text.figures import Figure, comparable, shown
from lpkit.text.languages.parts import Reckonings
from lpkit.text.skeleton import FIRST, Skeleton
from lpkit.text.slip import Slip

_THREE, _MOST, _ROOM = 3, 7, 40
"""Figures of a sentence of which one may be said of two others, the most that are read, and characters before one."""
_PERCENT, _SHARE, _MULTIPLE, _AMOUNT = 1.5, 5.0, 0.1, 0.006
"""How far a share in digits, one in words, a multiple and an amount may be off, the last two as a part of it."""
_HUNDRED = 100.0


def triples(bones: Skeleton, known: Reckonings) -> Iterator[Slip]:
    """Find figures that are said of two others beside them, and fit neither these nor any other two of the sentence."""
    for sentence in known.sentences.finditer(bones.text):
        places = [place for place in range(*sentence.span()) if bones.text[place] >= FIRST]
        if _THREE <= len(places) <= _MOST and not known.doubted.search(sentence.group()):
            yield from _misfit(bones, known, sentence, places)


def _misfit(bones: Skeleton, known: Reckonings, sentence: re.Match[str], places: list[int]) -> Iterator[Slip]:
    told: set[int] = set()
    for ends in known.ends:
        for match in ends.finditer(bones.text, *sentence.span()):
            two_ends = {match.start("one"), match.start("two")}
            for place in _beside(match, places, two_ends):
                slip = None if place in told else _checked(bones, known, match, place, places)
                if slip:
                    told.add(place)
                    yield slip


def _beside(match: re.Match[str], places: list[int], ends: set[int]) -> list[int]:
    """Give the figure between two ends, or else the next ones before and behind them."""
    within = [place for place in places if match.start() <= place < match.end() and place not in ends]
    before = [place for place in places if place < match.start()][-1:]
    return within or [*before, *[place for place in places if place >= match.end()][:1]]


def _checked(bones: Skeleton, known: Reckonings, match: re.Match[str], place: int, places: list[int]) -> Slip | None:
    before, after = bones.figure(match["one"]), bones.figure(match["two"])
    start, claim = _claim(bones, known, place)
    part = match.groupdict().get("part") is not None
    if before.value <= 0 or after.value <= 0 or not _is_said(bones, known, place, claim):
        return None
    within = match.start() < place < match.end()
    if within and claim.kind != "multiple":
        return None
    if not within and not _is_tied(bones, known, start, place, match):
        return None
    readings = _readings(claim, before, after, part)
    if not readings or any(_near(claim, reading) for reading in readings):
        return None
    others = [bones.figure(bones.text[other]) for other in places if other != place]
    pairs = [_readings(claim, one, two, False) for one, two in combinations(others, 2) if one.value and two.value]
    if len(places) > _THREE and any(_near(claim, reading) for found in pairs for reading in found):
        return None
    said = bones.said(min(match.start("one"), start), max(match.start("two"), place) + 1)
    computed = f"{before.text} and {after.text} make {shown(readings[0], claim)}, not {claim.text}"
    return Slip("change", said, computed, False)


def _claim(bones: Skeleton, known: Reckonings, place: int) -> tuple[int, Figure]:
    """Give where a claim begins, and its figure: `one message in three` is a third."""
    figure = bones.figure(bones.text[place])
    match = known.one_in.search(bones.text[max(place - _ROOM, 0) : place])
    if match is None or figure.kind != "count" or figure.value <= 1:
        return place, figure
    share = _HUNDRED / figure.value
    start = max(place - _ROOM, 0) + match.start()
    text = bones.said(start, place + 1)
    return start, figure._replace(text=text, kind="percent", value=share, low=share, high=share, written="share")


def _is_said(bones: Skeleton, known: Reckonings, place: int, claim: Figure) -> bool:
    """Tell whether a figure is said of the two others: a share, a multiple, or an amount that is called a change."""
    if claim.kind in {"percent", "multiple"}:
        if known.end_before.search(bones.text[max(place - _ROOM, 0) : place]):
            return False
        return claim.hedge not in {"minimum", "maximum"}
    text = bones.text
    return bool(known.sized_before.search(text[max(place - 40, 0) : place]) or known.sized_after.match(text, place + 1))


def _is_tied(bones: Skeleton, known: Reckonings, start: int, place: int, ends: re.Match[str]) -> bool:
    """Tell whether a figure is said of two ends and of nothing else that the sentence names."""
    first, last = (ends.end(), start) if place > ends.start() else (place + 1, ends.start())
    if known.of_others.match(bones.text, place + 1):
        return False
    return known.tied.fullmatch(bones.text, first, last) is not None


def _readings(claim: Figure, one: Figure, two: Figure, part: bool) -> list[float]:
    """Give what two figures come to in every reading that is of the kind of a claim."""
    if one.kind == "count" and not one.unit:
        one = one._replace(value=one.value * two.factor)
    elif two.kind == "count" and not two.unit:
        two = two._replace(value=two.value * one.factor)
    elif not comparable(one, two):
        return []
    a, b = one.value, two.value
    if claim.kind == "percent":
        readings = [abs(b - a) / a, a / b, b / a, abs(b - a) / b]
        readings = [reading * _HUNDRED for reading in (readings if not part else (a / b, 1 - a / b, b / a, b / a - 1))]
        return [*readings, *([abs(a - b)] if one.kind == "percent" else [])]
    if claim.kind == "multiple":
        return [b / a, a / b]
    if (
        part
        or "percent" in {one.kind, two.kind}
        or not (comparable(claim, one) or comparable(claim, two) or not claim.unit)
    ):
        return []
    return [abs(a - b), abs(a - b) / one.factor, abs(a - b) / two.factor]


def _near(claim: Figure, reading: float) -> bool:
    room = partial(_room, claim)
    if claim.kind == "percent":
        return room(_SHARE if claim.written == "share" else _PERCENT, reading)
    return room(claim.value * (_MULTIPLE if claim.kind == "multiple" else _AMOUNT), reading)


def _room(claim: Figure, by: float, reading: float) -> bool:
    return claim.low - by <= reading <= claim.high + by
