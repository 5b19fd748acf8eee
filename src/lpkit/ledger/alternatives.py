"""What other raters would give: it lies on the side that they argue for, and what comes of it is reckoned."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from re import Match
from typing import NamedTuple

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.text.languages.parts import Alternatives

_NEAR_TOTAL, _LEAST_TOTAL = 15, 20
"""How far from a total a figure may be that stands for another one, and the least that is one."""

_MOST = 100
"""The most points that anybody could give: a larger figure is one of the story."""

_ROOM_TO_TELL = 12
"""Characters beside a score in which what comes of it may be told."""


class _Other(NamedTuple):
    """Another score of a candidate, and the one that is given."""

    whom: str
    dimension: str
    """Empty for the total."""
    given: int
    others: tuple[int, ...]
    why: str
    end: int


def read_alternatives(reading: Reading) -> Iterator[Entry]:
    """Read what other raters are said to give, in reasons for a dimension and in notes for one or for the total."""
    known = reading.account.pack.language[Alternatives]
    past = 0
    for named in sorted(reading.find(known.given), key=lambda found: found.start):
        other = _other(reading, known, named, past)
        if other is not None:
            past = named.end
            reading.take(named.figure)
            yield from _judge(reading, known, named, other)
    for named in reading.find(known.range):
        yield from _range(reading, named)


def _other(reading: Reading, known: Alternatives, named: Named, past: int) -> _Other | None:
    """Give the score that a figure would take the place of; None where nobody else gives it."""
    topic, account = reading.passage.topic, reading.account
    whom = topic.candidate
    first, last = reading.passage.clause(named.start, named.end)
    text = reading.passage.text
    if whom not in account.candidates or named.number is None or reading.whom(named) != whom:
        return None
    if named.number > _MOST:
        return None
    if named.groups.get("how"):
        who = _last(known.who.finditer(text, max(first, past), named.start))
        if who is None:
            return None
        behind = text[named.end : last].split(",")[0]
        why = f"{text[who.start() : named.figure[0]]}{behind}"
    elif named.groups.get("neutral"):
        why = ""
    else:
        why = text[named.start : last]
    also = account.reader.number(named.groups.get("also") or "")
    figures = (named.number, *(() if also is None else (also,)))
    after = reading.passage.sentence(named.start, named.end)[1]
    dimension = _dimension(reading, known, named, after) or topic.dimension
    scores = account.candidates[whom].scores
    if dimension in scores:
        return _Other(whom, dimension, scores[dimension], figures, why, after)
    total = account.candidates[whom].total
    near = all(number >= _LEAST_TOTAL and abs(number - total) <= _NEAR_TOTAL for number in figures)
    return _Other(whom, "", total, figures, why, after) if near and topic.role == "note" and why else None


def _last(found: Iterator[Match[str]]) -> Match[str] | None:
    """Give the last of some matches."""
    last = deque(found, maxlen=1)
    return last[0] if last else None


def _dimension(reading: Reading, known: Alternatives, named: Named, last: int) -> str:
    """Give the dimension for which points are given, where the text names one right behind them."""
    names = reading.account.reader.places(reading.passage, "dimension")
    place = bisect_left(names, named.figure[1])
    if place < len(names) and names[place] < min(last, named.figure[1] + 24):
        between = reading.passage.text[named.figure[1] : names[place]]
        if known.for_dimension.fullmatch(between):
            return reading.account.reader.dimension_at(reading.passage.text, names[place]) or ""
    return ""


def _judge(reading: Reading, known: Alternatives, named: Named, other: _Other) -> Iterator[Entry]:
    account = reading.account
    claim = reading.claim("alternative", named, other.whom)
    below = ("scores", other.dimension) if other.dimension else ("total",)
    title = account.dimension_titles.get(other.dimension, "total")
    what = f"the score of candidate {other.whom}" if other.dimension else f"the total of candidate {other.whom}"
    place = Place(account.candidate_site(other.whom, *below), what)
    weight = account.weights.get(other.dimension, 100)
    said = max(other.others)
    if said > weight:
        places = [account.weight_place(other.dimension)] if other.dimension in account.weights else [place]
        message = f'the text says "{named.text}", but {title} has {weight} points at most'
        yield refuted(claim, message, "mend the figure", places)
        return
    if other.given in other.others and (len(other.others) == 1) and not _denies(reading, known, named):
        has = f"candidate {other.whom} has {other.given} for {title} already"
        message = f'the text says "{named.text}" as another score, but {has}'
        yield refuted(claim, message, "mend the figure, or the score", [place], Severity.WARNING)
        return
    sides = _sides(known, named, other.why)
    side = next((way for way in sides if all((number - other.given) * way < 0 for number in other.others)), 0)
    if side:
        way = "more" if side > 0 else "less"
        has = f"candidate {other.whom} has {other.given} for {title}"
        message = f'the text says "{named.text}" of somebody who gives {way}, but {has}'
        yield refuted(claim, message, "mend the figure, or say why it is given", [place], Severity.WARNING)
        return
    yield bound(claim, place)
    if len(other.others) == 1:
        yield from _what_comes(reading, known, named, other, place)


def _denies(reading: Reading, known: Alternatives, named: Named) -> bool:
    return known.denied.search(reading.around(named.start, named.end)) is not None


def _sides(known: Alternatives, named: Named, why: str) -> set[int]:
    """Tell whether somebody gives more (1) or less (-1) by what is said of them, and by the verb."""
    side, how = _argued(known, why), named.groups.get("how") or ""
    up, down = known.up.search(how), known.down.search(how)
    if not side and down:
        return {-1}
    return {way for way in (side, 1 if up and not down else 0) if way}


def _argued(known: Alternatives, why: str) -> int:
    for rater in known.rater.finditer(why):
        kinder, stricter = known.kinder.fullmatch(rater["kind"]), known.stricter.fullmatch(rater["kind"])
        if kinder or stricter:
            return 1 if kinder else -1
    more, less = known.kinder.search(why), known.stricter.search(why)
    if more and less:
        return 0
    if more or less:
        return 1 if more else -1
    return 0


def _what_comes(reading: Reading, known: Alternatives, named: Named, other: _Other, place: Place) -> Iterator[Entry]:
    """Read what is said to come of another score: the difference, the total, the verdict."""
    first = reading.passage.clause(named.start, named.end)[0]
    if max(named.start - first, other.end - named.end) < _ROOM_TO_TELL:
        return
    yield from _figures(reading, known, (first, other.end), other, place)
    if reading.account.pack.library is not None and not reading.account.markers(other.whom):
        yield from _verdict(reading, known, named, other, place)


def _figures(
    reading: Reading, known: Alternatives, within: tuple[int, int], other: _Other, place: Place
) -> Iterator[Entry]:
    """Read the difference that another score makes, and the total with it."""
    library, total, changed = reading.account.pack.library, _total(reading, other), other.others[0] - other.given
    for found in reading.find((*known.changed, *known.totals)):
        if not (within[0] <= found.start < within[1]) or found.number is None:
            continue
        in_all = found.number > _LEAST_TOTAL and abs(found.number - total) <= _NEAR_TOTAL
        bands = library.library.verdicts if library and found.groups.get("reached") else ()
        right = {total, abs(changed), *(verdict.starts_at for verdict in bands if verdict.starts_at <= total)}
        claim = reading.claim("alternative", found, other.whom)
        if found.number in right:
            reading.take(found.figure)
            yield bound(claim, place)
        elif in_all or _is_change(reading, found):
            reading.take(found.figure)
            apart = f"{abs(changed)} points {'more' if changed > 0 else 'less'}: {total} in all"
            message = f'the text says "{found.text}", but {_instead(other)} are {apart}'
            yield refuted(claim, message, "mend the figure", [place], Severity.WARNING)


def _verdict(reading: Reading, known: Alternatives, named: Named, other: _Other, place: Place) -> Iterator[Entry]:
    """Read which verdict another score is said to make, or whether the answer would pass."""
    total = _total(reading, other)
    band = reading.account.band(total)
    if band is None:
        return
    for found in reading.find(known.verdicts, by_title=True):
        if named.end <= found.start < other.end and not _denies(reading, known, found) and found.verdict:
            reading.take(found.title)
            claim = reading.claim("alternative", found, other.whom)
            yield _band(claim, found.verdict == band.id, f"{_instead(other)} make {total}: {band.title}", place)
            return
    passes = known.passes.search(reading.passage.text, named.end, other.end)
    if passes and not _denies(reading, known, named):
        claim = Claim("alternative", reading.passage.at, *passes.span(), passes.group().strip(), other.whom)
        yield _band(claim, band.passes is bool(passes["pass"]), f"{_instead(other)} make {total}: {band.title}", place)


def _band(claim: Claim, fits: bool, why: str, place: Place) -> Entry:
    if fits:
        return bound(claim, place)
    help = "mend the figure, or what comes of it"
    return refuted(claim, f'the text says "{claim.text}", but {why}', help, [place], Severity.WARNING)


def _total(reading: Reading, other: _Other) -> int:
    return reading.account.candidates[other.whom].total + other.others[0] - other.given


def _instead(other: _Other) -> str:
    return f"{other.others[0]} instead of {other.given}"


def _is_change(reading: Reading, found: Named) -> bool:
    """Tell whether a figure is a number of points by which a score changes."""
    return found.number is not None and reading.known.point in found.text.lower() and found.number < _LEAST_TOTAL


def _range(reading: Reading, named: Named) -> Iterator[Entry]:
    account, topic = reading.account, reading.passage.topic
    high = account.reader.number(named.groups.get("also") or "")
    candidate = account.candidates.get(topic.candidate)
    score = candidate.scores.get(topic.dimension) if candidate else None
    weight = account.weights.get(topic.dimension)
    if score is None or named.number is None or high is None or weight is None or high > weight:
        return
    claim = reading.claim("alternative", named, topic.candidate)
    place = Place(
        account.candidate_site(topic.candidate, "scores", topic.dimension), f"the score of candidate {topic.candidate}"
    )
    if named.number <= score <= high:
        yield bound(claim, place)
    elif reading.known.supposed.search(reading.lead(named.start)):
        yield unbound(claim)
    else:
        message = f'the text says "{named.text}", but candidate {topic.candidate} has {score}'
        yield refuted(claim, message, "mend the range, or the score", [place], Severity.WARNING)
