"""Totals and verdicts in prose: "No Hire at 34", "a total of 93", "66 points would be a Hire"."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound

_SPOKEN_OF = frozenset(("delivery", "reason", "note", "message", "setting", "rewrite", "guidance", "coaching"))


def read_bands(reading: Reading) -> Iterator[Entry]:
    """Read which verdict some points earn by themselves, and where bands begin."""
    for named in reading.find(reading.known.starts):
        yield from _start(reading, named)
    # The total that another rater would come to is taken already; the verdict named with it is not.
    for named in reading.find(reading.known.bands, by_title=True):
        if reading.supposes(named.start, named.end) or reading.passage.topic.question is not None:
            yield from _band(reading, named)


def _start(reading: Reading, named: Named) -> Iterator[Entry]:
    library = reading.account.pack.library
    verdict = library.verdict(named.verdict) if library and named.verdict else None
    if (
        library is None
        or verdict is None
        or named.number is None
        or reading.known.others.search(_clause(reading, named))
    ):
        return
    reading.take(named.figure, named.title)
    claim = reading.claim("band", named, verdict.id)
    place = Place(library.site("verdicts"), "the bands of the verdicts")
    if named.number == verdict.starts_at:
        yield bound(claim, place)
    elif not _asked(reading, named):
        message = f'the text says "{named.text}", but {library.band_text(verdict)}'
        yield refuted(claim, message, "mend the figure", [place])


def _band(reading: Reading, named: Named) -> Iterator[Entry]:
    account = reading.account
    if named.number is None or named.verdict is None:
        return
    band, title = account.band(named.number), account.titles.get(named.verdict, "")
    lead = reading.lead(named.figure[0])
    bounded = reading.known.bounded.search(lead) and not reading.known.lands.search(lead)
    if band is None or account.pack.library is None or bounded:
        return
    lower = {marker.verdict for marker in account.pack.library.markers.values()}
    reading.take(named.figure, named.title)
    claim = reading.claim("band", named, named.verdict)
    place = Place(account.pack.library.site("verdicts"), "the bands of the verdicts")
    if band.id == named.verdict:
        yield bound(claim, place)
    elif named.verdict in lower and reading.passage.topic.question is not None:
        yield unbound(claim)
    else:
        message = f'the text says "{named.text}", but {named.number} points earn {band.title}, not {title}'
        yield refuted(claim, message, "mend the figure or the verdict", [place], Severity.WARNING)


def _asked(reading: Reading, named: Named) -> bool:
    """Tell whether a question sets figures of its own."""
    question = reading.passage.topic.question
    said = f"{question.value.stem} {question.value.excerpt or ''}" if question else ""
    return str(named.number) in said


def read_totals(reading: Reading) -> Iterator[Entry]:
    """Read the totals that a passage gives, with the verdicts that stand beside them."""
    if not _about_candidates(reading):
        return
    for named in reading.find(reading.known.totals):
        whom = reading.whom(named)
        if whom not in reading.account.candidates:
            continue
        if _is_supposed(reading, named):
            continue
        if reading.passage.topic.role == "reason" and named.verdict is None:
            continue  # What a reason gives is the score of its dimension.
        yield from _total(reading, named, whom)


def _total(reading: Reading, named: Named, whom: str) -> Iterator[Entry]:
    account = reading.account
    candidate = account.candidates[whom]
    reading.take(named.figure)
    claim = reading.claim("total", named, whom)._replace(start=named.figure[0], end=named.figure[1])
    place = Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}")
    if named.number == candidate.total:
        yield bound(claim, place)
        return
    scores = " + ".join(map(str, candidate.scores.values()))
    sum_of_scores = sum(candidate.scores.values())
    if named.number == sum_of_scores:
        yield bound(claim, place)  # The total itself is what is wrong, and LP204 says so.
        return
    if not named.certain and named.number in candidate.scores.values():
        return
    message = f'the text says "{named.text}", but the total of candidate {whom} is {candidate.total} ({scores})'
    severity = Severity.ERROR if named.certain else Severity.WARNING
    yield refuted(claim, message, f"write {candidate.total}, or mend the scores", [place], severity)


def read_verdicts(reading: Reading) -> Iterator[Entry]:
    """Read the verdicts that a passage names for a candidate."""
    if not _about_candidates(reading):
        return
    for named in reading.find(reading.known.verdicts, by_title=True):
        whom = reading.whom(named)
        if whom in reading.account.candidates and named.verdict is not None:
            yield from _verdict(reading, named, named.verdict, whom)


def _verdict(reading: Reading, named: Named, verdict: str, whom: str) -> Iterator[Entry]:
    account = reading.account
    candidate = account.candidates[whom]
    reading.take(named.title)
    start, end = named.title
    claim = Claim("verdict", reading.passage.at, start, end, reading.passage.text[start:end], whom)
    place = Place(account.candidate_site(whom, "verdict"), f"the verdict on candidate {whom}")
    if verdict == candidate.verdict:
        yield bound(claim, place)
        return
    if candidate.verdict not in account.titles:
        return  # What is no verdict says nothing against the text.
    band = account.band(candidate.total)
    ceilings = {marker.verdict for marker in account.markers(whom)}
    sure = named.number == candidate.total
    if not sure and (reading.supposes(named.start, named.end) or _hedged(reading, named)):
        yield unbound(claim)
    elif band is not None and band.id == verdict and ceilings:
        yield unbound(claim)  # What the points alone would earn.
    else:
        title = account.titles.get(candidate.verdict, candidate.verdict)
        said = account.titles.get(verdict, verdict)
        message = f"the text says {said}, but the verdict on candidate {whom} is {title} ({candidate.total} points)"
        severity = Severity.ERROR if named.certain else Severity.WARNING
        yield refuted(claim, message, f"write {title}, or mend scores and verdict", [place], severity)


def _hedged(reading: Reading, named: Named) -> bool:
    around = reading.around(*named.title)
    return reading.known.hedged.search(around) is not None


def _is_supposed(reading: Reading, named: Named) -> bool:
    behind = reading.phrase_behind(named.end)
    around = f"{reading.lead(named.start)} _ {behind}"
    if reading.known.supposed.search(around) or reading.known.others.search(_clause(reading, named)):
        return True
    return reading.known.bounded.search(reading.passage.before(named.start)) is not None and named.verdict is None


def _clause(reading: Reading, named: Named) -> str:
    first, last = reading.passage.clause(named.start, named.end)
    return reading.passage.text[first:last]


def _about_candidates(reading: Reading) -> bool:
    """Tell whether a passage speaks of the candidates of the pack: a question does where its stem names one."""
    topic = reading.passage.topic
    if topic.question is None:
        return topic.role in _SPOKEN_OF
    value = topic.question.value
    return value.excerpt is None and bool(reading.account.named_in(value.stem))
