"""How far totals and scores lie apart, which part of a dimension's points somebody has, verdicts without a marker."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import permutations

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.model import Verdict

_ROOM = 0.07
"""How far from a fraction a score may be of which that is said: 7 of 15 points are half."""
_LITTLE = 0.04
_PAIR = 2


def read_gaps(reading: Reading) -> Iterator[Entry]:
    """Read by how many points two candidates are said to differ, in all or in a dimension."""
    for named in reading.find(reading.known.gaps):
        clear = not (_doubted(reading, named) or reading.known.denied.search(reading.lead(named.figure[0])))
        people = [] if _to_verdict(reading, named) else _compared(reading, named)
        if clear and people and named.number is not None:
            yield _gap(reading, named, named.number, people)


def _doubted(reading: Reading, named: Named) -> bool:
    return reading.supposes(named.start, named.end) or bool(
        reading.known.others.search(reading.around(named.start, named.end))
    )


def _to_verdict(reading: Reading, named: Named) -> bool:
    """Tell whether the points right before a verdict are those that it lacks."""
    places = reading.account.reader.places(reading.passage, "verdict")
    last = reading.passage.clause(named.start, named.end)[1]
    after = bisect_left(places, named.end)
    return after < len(places) and places[after] < last


def _compared(reading: Reading, named: Named) -> list[str]:
    """Give the ids of those who may be compared: who is named in the sentence and whose the text is, or all of two."""
    account, passage = reading.account, reading.passage
    first, last = passage.sentence(named.start, named.end)
    mentions = account.mentions(passage)
    here = mentions[bisect_left(mentions, (first,)) : bisect_left(mentions, (last,))]
    found = {account.resolve(name) or "" for _, _, name in here}
    letter = named.groups.get("name") or named.groups.get("letter")
    found |= {account.resolve(letter) or ""} if letter else set()
    if "" in found or len(account.candidates) < _PAIR or not account.all_known:
        return []
    if len(found) < _PAIR and passage.topic.candidate in account.candidates:
        found.add(passage.topic.candidate)
    if len(found) < _PAIR and len(account.candidates) == _PAIR:
        found = set(account.candidates)
    return sorted(found) if len(found) >= _PAIR else []


def _gap(reading: Reading, named: Named, number: int, people: list[str]) -> Entry:
    account = reading.account
    pairs = [(account.candidates[one], account.candidates[two]) for one, two in permutations(people, 2)]
    of_totals = {abs(one.total - two.total) for one, two in pairs}
    keys = [named.dimension] if named.dimension else [*account.weights]
    of_scores = {abs(one.scores.get(key, 0) - two.scores.get(key, 0)) for one, two in pairs for key in keys}
    reading.take(named.figure)
    claim = reading.claim("points" if named.dimension else "total", named, named.dimension or "")
    below = ("scores", named.dimension) if named.dimension else ("total",)
    places = [Place(account.candidate_site(key, *below), f"{below[-1]} of candidate {key}") for key in people]
    if number in of_scores or (number in of_totals and not named.dimension) or not of_scores:
        return bound(claim, *places)
    said = of_scores if named.dimension else of_totals
    what = account.dimension_titles.get(named.dimension or "", "their totals")
    apart = ", ".join(map(str, sorted(said)))
    message = f'the text says "{named.text}", but candidates {" and ".join(people)} lie {apart} points apart in {what}'
    return refuted(claim, message, "mend the figure, or the scores", places, Severity.WARNING)


def read_shares(reading: Reading) -> Iterator[Entry]:
    """Read which part of the points for a dimension a candidate is said to have."""
    account, known = reading.account, reading.known
    for named in reading.find(known.shares):
        whom, key = reading.whom(named), named.dimension
        share, weight = known.fractions.get((named.groups.get("part") or "").lower()), account.weights.get(key or "")
        candidate = account.candidates.get(whom)
        if share is None or not weight or key is None or candidate is None or _doubted(reading, named):
            continue
        score = candidate.scores.get(key)
        if score is None or known.denied.search(reading.lead(named.start)):
            continue
        claim = reading.claim("points", named, whom)
        place = Place(account.candidate_site(whom, "scores", key), f"the score of candidate {whom}")
        if _is_share(reading, named, share, score / weight):
            yield bound(claim, place)
            continue
        title = account.dimension_titles[key]
        message = f'the text says "{named.text}", but candidate {whom} has {score} of {weight} for {title}'
        yield refuted(claim, message, "mend the share, or the score", [place], Severity.WARNING)


def _is_share(reading: Reading, named: Named, share: float, real: float, room: float = _ROOM) -> bool:
    """Tell whether a part is about so much as it is said to be."""
    known, hedge = reading.known, (named.groups.get("hedge") or "").lower()
    low = share if hedge in known.more else share - room
    high = share if hedge in known.less else share + room
    low, high = (low, 1.0) if hedge in known.more else (low - (room if hedge in known.less else 0), high)
    return low <= real <= high


def read_parts(reading: Reading) -> Iterator[Entry]:
    """Read which part of its dimension some points are said to be, and which part of all points a dimension weighs."""
    account, known, topic = reading.account, reading.known, reading.passage.topic
    weight = account.weights.get(topic.dimension)
    for named in reading.find(known.own_shares) if weight else ():
        share = known.fractions.get((named.groups.get("part") or "").lower())
        if share is None or not weight or known.supposed.search(reading.lead(named.start)):
            continue
        own = account.candidates.get(topic.candidate)
        points = named.number if named.number is not None or own is None else own.scores.get(topic.dimension)
        if points is None:
            continue
        claim, place = reading.claim("points", named, topic.dimension), account.weight_place(topic.dimension)
        if _is_share(reading, named, share, points / weight):
            yield bound(claim, place)
        else:
            title = account.dimension_titles[topic.dimension]
            message = f'the text says "{named.text}", but {title} weighs {weight}'
            yield refuted(claim, message, "mend the figure, or the part", [place], Severity.WARNING)
    for named in reading.find(known.parts_of_weight, by_title=True):
        share = known.fractions.get((named.groups.get("part") or "").lower())
        weighs = account.weights.get(named.dimension or "")
        if share is None or not weighs or named.dimension is None or _doubted(reading, named):
            continue
        claim, place = reading.claim("weight", named, named.dimension), account.weight_place(named.dimension)
        if _is_share(reading, named, share, weighs / sum(account.weights.values()), _LITTLE):
            yield bound(claim, place)
        else:
            message = f'the text says "{named.text}", but {account.dimension_titles[named.dimension]} weighs {weighs}'
            yield refuted(claim, message, "mend the part, or the weight", [place], Severity.WARNING)


def read_uncapped(reading: Reading) -> Iterator[Entry]:
    """Read which verdict a candidate is said to earn without a marker: any that points up to the weight would give."""
    account = reading.account
    for named in reading.find(reading.known.uncapped, by_title=True):
        whom = reading.whom(named)
        markers = account.markers(whom) if whom in account.candidates else []
        if not markers or named.verdict is None:
            continue
        reading.take(named.title)
        claim = reading.claim("band", named, named.verdict)
        possible = _possible(reading, whom, strictly=reading.known.point in named.text.lower())
        if not possible or named.verdict in {verdict.id for verdict in possible}:
            yield unbound(claim)
            continue
        total = account.candidates[whom].total
        place = Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}")
        titles = " or ".join(dict.fromkeys(verdict.title for verdict in possible))
        message = (
            f'the text says "{named.text}", but without markers the {total} points of candidate {whom} earn {titles}'
        )
        yield refuted(claim, message, "mend the verdict, or the scores", [place], Severity.WARNING)


def _possible(reading: Reading, whom: str, strictly: bool) -> list[Verdict]:
    """Give the verdicts that a candidate may earn where no marker holds a dimension down; `strictly` by the points."""
    account = reading.account
    candidate = account.candidates[whom]
    held = {mark.dimension for mark in account.markers(whom) if candidate.scores.get(mark.dimension, -1) >= mark.cap}
    more = 0 if strictly else sum(account.weights.get(key, 0) - candidate.scores[key] for key in held)
    bands = [account.band(points) for points in range(candidate.total, min(candidate.total + more, 100) + 1)]
    return [band for band in bands if band is not None]
