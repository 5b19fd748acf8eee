"""How far totals are said to lie from where verdicts begin: "two points short of the line", "a pass by four points"."""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.model import Verdict
from lpkit.pattern import pattern
from lpkit.text.languages.parts import Margins

_LEAST_TOTAL, _MOST_TOTAL, _COUPLE = 10, 100, 2
_ON_EDGE = 1
"""How far from an edge a total may lie that is said to be on it."""
_NUMBERS = pattern(r"(?<![\d.,])\d{2,3}(?![\d%]|[.,]\d)")


def read_margins(reading: Reading) -> Iterator[Entry]:
    """Read how far a candidate's total is said to lie from an edge, and what some points more or less would make."""
    known, library = reading.account.pack.language[Margins], reading.account.pack.library
    if library is None or not library.bands_hold:
        return
    lower, verdicts = reading.passage.lower, reading.account.reader.places(reading.passage, "verdict")
    edged = bool(verdicts) or any(word in lower for word in known.edges)
    steps, distances = known.steps if verdicts else (), known.distances if edged else ()
    for forms, read in ((steps, _step), (distances, _distance), (known.fails, _distance), (known.places, _place)):
        for named in reading.find(forms, by_title=True):
            whom = reading.whom(named)
            lead = reading.lead(named.start)
            if whom in reading.account.candidates and not known.imagined.search(lead):
                yield from read(reading, named, whom)


def read_earned(reading: Reading) -> Iterator[Entry]:
    """Read which verdict some points are said to earn; the points of a reason are those of its dimension."""
    known, account = reading.account.pack.language[Margins], reading.account
    for named in reading.find(known.earned, by_title=True):
        points, verdict = named.number, named.verdict
        band = account.band(points) if points is not None else None
        if band is None or verdict is None or account.pack.library is None or _denied(reading, named):
            continue
        if reading.passage.topic.role == "reason" and not _is_total(reading, points):
            continue
        reading.take(named.figure, named.title)
        claim = reading.claim("band", named, verdict)
        place = Place(account.pack.library.site("verdicts"), "the bands of the verdicts")
        if band.id == verdict:
            yield bound(claim, place)
        else:
            message = (
                f'the text says "{named.text}", but {points} points earn {band.title}, not {account.titles[verdict]}'
            )
            yield refuted(claim, message, "mend the figure or the verdict", [place], _sure(_is_total(reading, points)))


def _is_total(reading: Reading, points: int | None) -> bool:
    return any(candidate.total == points for candidate in reading.account.candidates.values())


def _sure(certain: bool) -> Severity:
    return Severity.ERROR if certain else Severity.WARNING


def _denied(reading: Reading, named: Named) -> bool:
    """Tell whether a claim is denied, or a bound is spoken of, right before it or within."""
    lead = reading.lead(named.start)
    around = f"{lead} {named.text}"
    return bool(reading.known.denied.search(around) or reading.known.bounded.search(lead))


def _amount(named: Named) -> int | None:
    if named.groups.get("couple"):
        return _COUPLE
    return 1 if named.groups.get("one") else named.number


def _bases(reading: Reading, named: Named, whom: str) -> list[int]:
    """Give the totals that may be meant: the candidate's, and what stands before in the sentence as one."""
    first = reading.passage.sentence(named.start, named.end)[0]
    said = (int(match.group()) for match in _NUMBERS.finditer(reading.passage.text, first, named.start))
    others = [number for number in said if _LEAST_TOTAL <= number <= _MOST_TOTAL]
    return [reading.account.candidates[whom].total, *others]


def _distance(reading: Reading, named: Named, whom: str) -> Iterator[Entry]:
    amount, library = _amount(named), reading.account.pack.library
    if amount is None or library is None or amount == 0:
        return
    below = named.groups.get("below") is not None
    above = named.groups.get("above") is not None
    edges = _edges(reading, named, library.library.verdicts)
    totals = _bases(reading, named, whom)
    # A way that is not told may be either.
    fits = any((not above and total + amount in edges) or (not below and total - amount in edges) for total in totals)
    reading.take(named.figure)
    claim = reading.claim("band", named, named.verdict or "")
    total = totals[0]
    place = Place(reading.account.candidate_site(whom, "total"), f"the total of candidate {whom}")
    places = [place, Place(library.site("verdicts"), "the bands of the verdicts")]
    if fits:
        yield bound(claim, *places)
        return
    sides = [edge for edge in sorted(edges) if (edge > total and not above) or (0 < edge <= total and not below)]
    if not sides and not edges:
        yield unbound(claim)
        return
    titles = {verdict.starts_at: verdict.title for verdict in library.library.verdicts}
    shown = ", ".join(f"{titles.get(edge, 'that')} begins at {edge}" for edge in sides or sorted(edges))
    far = ", ".join(f"{abs(total - edge)} {'below' if edge > total else 'above'}" for edge in sides or sorted(edges))
    message = f'the text says "{named.text}", but candidate {whom} has {total}, and {shown}: {far}'
    certain = named.groups.get("unit") is not None or named.groups.get("one") is None
    yield refuted(claim, message, "mend the figure, or the total", places, _sure(certain and named.certain))


def _edges(reading: Reading, named: Named, verdicts: Sequence[Verdict]) -> set[int]:
    """Give the points that may be the edge of which a text speaks."""
    said = named.groups
    starts = sorted(verdict.starts_at for verdict in verdicts)
    passing = [verdict.starts_at for verdict in verdicts if verdict.passes]
    if said.get("edge"):
        number = reading.account.reader.number(said["edge"] or "")
        return {number} if number is not None else set()
    if named.verdict:
        place = next((verdict.starts_at for verdict in verdicts if verdict.id == named.verdict), -1)
        # Above a lower verdict is above its end, if it is not its beginning.
        higher = [start for start in starts if start > place]
        return {place} | ({higher[0]} if higher and said.get("below") is None else set())
    if said.get("top"):
        return {starts[-1]}
    if (said.get("passing") or said.get("passes")) and passing:
        return {min(passing)}
    return {start for start in starts if start > 0}


def _place(reading: Reading, named: Named, whom: str) -> Iterator[Entry]:
    """Read whether a total that is said to be on an edge is on one; only where the clause speaks of a total."""
    library = reading.account.pack.library
    total = reading.account.candidates[whom].total
    clause = reading.passage.text[slice(*reading.passage.clause(named.start, named.end))]
    if library is None or str(total) not in clause:
        return
    starts = [verdict.starts_at for verdict in library.library.verdicts if verdict.starts_at > 0]
    nearest = min(starts, key=lambda start: abs(total - start), default=total)
    claim = reading.claim("band", named)
    places = [
        Place(reading.account.candidate_site(whom, "total"), f"the total of candidate {whom}"),
        Place(library.site("verdicts"), "the bands of the verdicts"),
    ]
    if abs(total - nearest) <= _ON_EDGE:
        yield bound(claim, *places)
        return
    message = f'the text says "{named.text}" of {total} points, but the nearest edge is {nearest}'
    yield refuted(claim, message, "mend the place, or the total", places, Severity.WARNING)


def _start_of(reading: Reading, named: Named) -> int:
    library = reading.account.pack.library
    verdict = library.verdict(named.verdict) if library and named.verdict else None
    return verdict.starts_at if verdict else 0


def _step(reading: Reading, named: Named, whom: str) -> Iterator[Entry]:
    """Read which verdict so many points more or less would make: more may go past an edge that was near."""
    amount, library, account = _amount(named), reading.account.pack.library, reading.account
    if amount is None or library is None or named.verdict is None:
        return
    more = named.groups.get("more") is not None
    moved = [total + (amount if more else -amount) for total in _bases(reading, named, whom)]
    bands = [band for points in moved if points >= 0 and (band := account.band(points)) is not None]
    if not bands:
        return
    reading.take(named.figure, named.title)
    claim = reading.claim("band", named, named.verdict)
    place = Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}")
    missing = _start_of(reading, named) - account.candidates[whom].total
    reached = named.verdict in {band.id for band in bands}
    if named.groups.get("missing") is not None and amount != missing > 0 and reached:
        title = account.titles[named.verdict]
        message = f'the text says "{named.text}", but {title} is {missing} points away'
        yield refuted(claim, message, "mend the figure, or the total", [place], Severity.INFO)
    elif reached:
        yield bound(claim, place)
    elif account.markers(whom) and all(_start_of(reading, named) <= points for points in moved):
        yield unbound(claim)  # The marker may hold what the points would earn.
    else:
        message = f'the text says "{named.text}", but {moved[0]} points would be {bands[0].title}'
        yield refuted(claim, message, "mend the figure, or the verdict", [place], Severity.WARNING)
