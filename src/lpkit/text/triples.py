"""Three figures of one sentence, two ends and what is said of them, that fit in no reading.

"From 4,100 to 1,530 is a cut by nearly half", "twenty down to 17 is a loss of five", "nineteen of twenty, or 85 %". A
sentence with a fourth figure is left alone: it may reckon with that one.
"""

import re
from collections.abc import Iterator
from functools import partial

from lpkit.text.figures import Figure, comparable, shown
from lpkit.text.languages.parts import Reckonings
from lpkit.text.skeleton import FIRST, Skeleton
from lpkit.text.slip import Slip

_THREE = 3
_PERCENT, _SHARE, _MULTIPLE, _AMOUNT = 1.5, 5.0, 0.1, 0.006
"""How far a share in digits, one in words, a multiple and an amount may be off, the last two as a part of it."""
_HUNDRED = 100.0


def triples(bones: Skeleton, known: Reckonings) -> Iterator[Slip]:
    """Find sentences of three figures of which one is said of the two others and fits neither way."""
    for sentence in known.sentences.finditer(bones.text):
        places = [place for place in range(*sentence.span()) if bones.text[place] >= FIRST]
        if len(places) == _THREE and not known.doubted.search(sentence.group()):
            yield from _misfit(bones, known, sentence, places)


def _misfit(bones: Skeleton, known: Reckonings, sentence: re.Match[str], places: list[int]) -> Iterator[Slip]:
    for ends in known.ends:
        match = ends.search(bones.text, *sentence.span())
        if match is None:
            continue
        one, two = match.start("one"), match.start("two")
        rest = [place for place in places if place not in {one, two}]
        claim = bones.figure(bones.text[rest[0]])
        before, after = bones.figure(bones.text[one]), bones.figure(bones.text[two])
        if not _is_said(bones, known, rest[0], claim) or before.value <= 0 or after.value <= 0:
            return
        if not _is_tied(bones, known, rest[0], match):
            return
        readings = _readings(claim, before, after, match.groupdict().get("part") is not None)
        if readings and not any(_near(claim, reading) for reading in readings):
            said = bones.said(min(places), max(places) + 1)
            computed = f"{before.text} and {after.text} make {shown(readings[0], claim)}, not {claim.text}"
            yield Slip("change", said, computed, False)
        return


def _is_said(bones: Skeleton, known: Reckonings, place: int, claim: Figure) -> bool:
    """Tell whether a figure is said of the two others: a share, a multiple, or an amount that is called a change."""
    if claim.kind in {"percent", "multiple"}:
        return claim.hedge not in {"minimum", "maximum"}
    text = bones.text
    return bool(known.sized_before.search(text[max(place - 40, 0) : place]) or known.sized_after.match(text, place + 1))


def _is_tied(bones: Skeleton, known: Reckonings, place: int, ends: re.Match[str]) -> bool:
    """Tell whether a figure is said of two ends and of nothing else that the sentence names."""
    first, last = (ends.end(), place) if place > ends.start() else (place + 1, ends.start())
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
