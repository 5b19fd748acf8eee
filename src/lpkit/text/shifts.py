"""Changes that a text tells with both ends and with their size: "from 90 to 30" is down 67 %, not 30 %."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpkit.text.figures import Figure, comparable, shown
from lpkit.text.languages.parts import Reckonings
from lpkit.text.skeleton import FIRST, Skeleton
from lpkit.text.slip import Interval, Slip, claimed, exactly, interval, reckoned

_CLEAR_SHARE, _CLEAR_PART, _CLEAR_MULTIPLE = 5.0, 2.0, 0.15
"""From how far off, in points and as a share, a figure is no matter of rounding."""
_ENDS = 2
_WAY_ROOM = 48
_SENTENCE = 240
"""Characters in which another pair of figures may be what a claim is about."""


class Shift(NamedTuple):
    """An amount before and after a change, where that stands, and the word that says which way it went."""

    before: Figure
    after: Figure
    start: int
    end: int
    way: str = ""
    ends: frozenset[int] = frozenset()
    """Where in the skeleton both figures stand."""

    @property
    def sign(self) -> int:
        """Tell whether the amount went up (1), down (-1) or neither."""
        one, two = interval(self.before), interval(self.after)
        return 0 if one.miss(two) == 0 else 1 if two.low > one.high else -1


class Claim(NamedTuple):
    """What is said of a change: how much, which way, and whether that is what is left."""

    amount: Figure
    way: str
    ratio: bool
    start: int
    end: int


def shifts(bones: Skeleton, known: Reckonings) -> list[Shift]:
    """Find the changes of a text that name both ends in the same unit."""
    found: dict[int, Shift] = {}
    if len(bones.figures) < _ENDS:
        return []
    for pair in known.pairs:
        for match in () if bones.words.isdisjoint(pair.words) else pair.said.finditer(bones.text):
            ends = _alike(bones.figure(match["before"]), bones.figure(match["after"]))
            if ends and match.start("before") not in found:
                way = known.way_before.search(bones.text, max(match.start() - _WAY_ROOM, 0), match.start())
                start = way.start() if way else match.start()
                places = frozenset((match.start("before"), match.start("after")))
                found[match.start("before")] = Shift(*ends, start, match.end(), way["way"] if way else "", places)
    return list(found.values())


def _alike(before: Figure, after: Figure) -> tuple[Figure, Figure] | None:
    """Give two figures in the same unit: a bare number takes the other's (from 90 to 30 seconds)."""
    if before.low <= 0 or {before.kind, after.kind} & {"multiple", "points"}:
        return None
    if comparable(before, after):
        return before, after
    for one, other in ((before, after), (after, before)):
        if one.kind == "count" and not one.unit:
            value, low, high = (amount * other.factor for amount in (one.value, one.low, one.high))
            like = other._replace(text=one.text, value=value, low=low, high=high, hedge=one.hedge, written=one.written)
            return (like, after) if one is before else (before, like)
    return None


def misjudged(bones: Skeleton, known: Reckonings) -> Iterator[Slip]:
    """Find what a text says of its own changes and is not so."""
    every = shifts(bones, known)
    if not every:
        return
    missed = _missed(bones, every, known)
    yield from missed
    for shift in every:
        sign = known.ways.get(shift.way, 0)
        lead = bones.text[max(shift.start - 40, 0) : shift.start + 30]
        said = bones.said(shift.start, shift.end)
        if sign * shift.sign < 0 and not known.placed.search(lead) and not any(said in slip.said for slip in missed):
            yield Slip("change", said, f"{_span(shift)} is {_way(shift)}", False)


def _missed(bones: Skeleton, every: Sequence[Shift], known: Reckonings) -> list[Slip]:
    """Find the claims that do not hold of any change beside them."""
    found: list[Slip] = []
    ends = frozenset(place for shift in every for place in shift.ends)
    for claim in claims(bones, known, ends):
        bound = [shift for shift in every if _bound(bones.text, shift, claim, known)]
        near = [shift for shift in every if abs(shift.start - claim.start) < _SENTENCE]
        if bound and not any(_fits(claim, shift, known) for shift in near):
            slip = _slip(bones, claim, bound[0], known)
            found += [slip] if slip else []
    return found


def claims(bones: Skeleton, known: Reckonings, ends: frozenset[int] = frozenset()) -> Iterator[Claim]:
    """Find what a text says of the size of changes, other than at the ends of these."""
    for place, character in enumerate(bones.text):
        if character < FIRST or place in ends:
            continue
        before = known.claim_before.search(bones.text, max(place - _WAY_ROOM, 0), place)
        after = known.claim_after.match(bones.text, place + 1)
        start, end = before.start() if before else place, after.end() if after else place + 1
        said = before or after or bones.figure(character).kind == "multiple"
        if said and not known.no_claim_after.match(bones.text, end):
            way = (before and before["way"]) or (after and after["way"]) or ""
            yield Claim(bones.figure(character), way, not way, start, end)


def _bound(text: str, shift: Shift, claim: Claim, known: Reckonings) -> bool:
    """Tell whether a claim stands right beside a change, or around it."""
    if claim.start >= shift.end:
        start, end = shift.end, claim.start
        verb = claim.way if text[claim.start] < FIRST else claim.amount.text.lower()
    else:
        start, end, verb = claim.end, shift.start, shift.way
    if start > end or not known.joint.fullmatch(text, start, end):
        return False
    return verb not in known.verbs or not known.other_subject.search(text, start, end)


def _fits(claim: Claim, shift: Shift, known: Reckonings) -> bool:
    """Tell whether a claim holds of a change in one reading of both."""
    result, miss = _closest(claim, shift, known)
    against = known.ways.get(claim.way, 0) * shift.sign < 0
    return result is None or (miss <= 0 and not against)


def _closest(claim: Claim, shift: Shift, known: Reckonings, plainly: bool = True) -> tuple[Interval | None, float]:
    """Give what a change comes to in the reading that is closest to a claim, and how far that is off.

    `plainly` takes whole numbers as they stand; otherwise they may have been rounded.
    """
    room = claimed(claim.amount, alike=claim.amount.factor == shift.after.factor)
    readings = list(_readings(claim, shift, known, plainly))
    if not readings:
        return None, 0.0
    return min(((reading, room.miss(reading)) for reading in readings), key=lambda found: found[1])


def _readings(claim: Claim, shift: Shift, known: Reckonings, plainly: bool) -> Iterator[Interval]:
    one, two = exactly((shift.before, shift.after)) if plainly else (interval(shift.before), interval(shift.after))
    kind = claim.amount.kind
    apart = reckoned(lambda before, after: abs(after - before), (one, two))
    if kind == "percent" and claim.ratio:
        yield reckoned(lambda before, after: after / before * 100, (one, two))
    elif kind == "percent":
        yield reckoned(lambda before, after: abs(after - before) / before * 100, (one, two))
        if claim.way in known.either and two.low > 0:
            yield reckoned(lambda before, after: abs(after - before) / after * 100, (one, two))
        if shift.before.kind == "percent":
            yield apart
    elif shift.before.kind == "percent" and (kind == "points" or claim.amount.unit in known.points):
        yield apart
    elif kind == "multiple":
        yield reckoned(lambda before, after: after / before, (one, two))
        if claim.amount.written != "multiple" and two.low > 0:
            yield reckoned(lambda before, after: before / after, (one, two))
    elif comparable(claim.amount, shift.after) and comparable(claim.amount, shift.before):
        yield apart


def _slip(bones: Skeleton, claim: Claim, shift: Shift, known: Reckonings) -> Slip | None:
    result, miss = _closest(claim, shift, known)
    if result is None:
        return None
    start, end = min(shift.start, claim.start), max(shift.end, claim.end)
    said = bones.said(start, end)
    amount = claim.amount
    if miss <= 0:
        return Slip("change", said, f"{_span(shift)} is {_way(shift)}", False)
    middle = shown((result.low + result.high) / 2, amount)
    verb = "is" if claim.ratio else f"is {_way(shift)}"
    computed = f"{_span(shift)} {verb} {middle}, not {amount.text}"
    share = _CLEAR_SHARE if amount.written == "digits" else _CLEAR_PART
    clear = share if amount.kind == "percent" else amount.value * _CLEAR_MULTIPLE
    exact = amount.kind not in {"percent", "multiple"}
    _, rounded = _closest(claim, shift, known, plainly=False)
    return Slip("change", said, computed, exact or (miss > clear and rounded > 0))


def _span(shift: Shift) -> str:
    return f"from {shift.before.text} to {shift.after.text}"


def _way(shift: Shift) -> str:
    return {1: "up", -1: "down", 0: "no change:"}[shift.sign]
