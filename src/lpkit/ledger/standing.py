"""Where candidates stand: what their points alone would earn, where all bands begin, how far two totals lie apart."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted
from lpkit.pattern import pattern

_NUMBERS = pattern(r"\d+")


def read_alone(reading: Reading) -> Iterator[Entry]:
    """Read which verdict the points of a candidate are said to earn by themselves."""
    for named in reading.find(reading.known.alone, by_title=True):
        whom = reading.whom(named)
        if whom in reading.account.candidates and named.verdict is not None and not _doubted(reading, named):
            yield from _alone(reading, named, named.verdict, whom)


def _doubted(reading: Reading, named: Named) -> bool:
    first, last = reading.passage.sentence(*named.title)
    around = reading.around(*named.title)
    asked = "?" in reading.passage.text[first:last]
    return asked or bool(reading.known.denied.search(around) or reading.known.others.search(around))


def _alone(reading: Reading, named: Named, verdict: str, whom: str) -> Iterator[Entry]:
    account, library = reading.account, reading.account.pack.library
    total = account.candidates[whom].total
    band = account.band(total)
    if band is None or library is None:
        return
    reading.take(named.title)
    claim = reading.claim("band", named, verdict)
    places = [
        Place(library.site("verdicts"), "the bands of the verdicts"),
        Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}"),
    ]
    if band.id == verdict:
        yield bound(claim, *places)
    else:
        message = f'the text says "{named.text}", but the {total} points of candidate {whom} earn {band.title}'
        yield refuted(claim, message, "mend the verdict, or the scores", places, Severity.WARNING)


def read_begins(reading: Reading) -> Iterator[Entry]:
    """Read where the bands of all verdicts are said to begin."""
    library, passage = reading.account.pack.library, reading.passage
    if library is None or not library.bands_hold:
        return
    starts = sorted(verdict.starts_at for verdict in library.library.verdicts)
    for match in reading.known.begin.finditer(passage.text):
        said = [int(number) for number in _NUMBERS.findall(match["list"])]
        if len(said) not in {len(starts), len(starts) - 1} or reading.supposes(*match.span()):
            continue
        reading.take(match.span("list"))
        claim = Claim("band", passage.at, *match.span(), match.group())
        place = Place(library.site("verdicts"), "the bands of the verdicts")
        if said == starts[-len(said) :]:
            yield bound(claim, place)
        else:
            real = ", ".join(map(str, starts[-len(said) :]))
            message = f'the text says "{match.group()}", but they begin at {real}'
            yield refuted(claim, message, "mend the figures", [place])


def read_distances(reading: Reading) -> Iterator[Entry]:
    """Read how far a candidate's total is said to lie from another's."""
    account, own = reading.account, reading.passage.topic.candidate
    for named in reading.find(reading.known.distances) if own in account.candidates else ():
        other = _other(reading, named, own)
        if other and other != own and named.number is not None and _alone_named(reading, named, {own, other}):
            yield _distance(reading, named, named.number, own, other)


def _other(reading: Reading, named: Named, own: str) -> str:
    """Give the id of the one with whom a candidate is compared; where nobody is named it is the only other one."""
    account = reading.account
    name = named.groups.get("name") or named.groups.get("letter")
    rest = [key for key in account.candidates if key != own]
    if name is None:
        return rest[0] if len(rest) == 1 and account.all_known else ""
    return account.resolve(name) or ""


def _alone_named(reading: Reading, named: Named, allowed: set[str]) -> bool:
    """Tell whether a clause speaks of nobody else, and supposes nothing."""
    first, last = reading.passage.clause(named.start, named.end)
    names = {reading.account.resolve(name) for begin, _, name in _mentions(reading) if first <= begin < last}
    around = reading.around(named.start, named.end)
    return names <= allowed and not (
        reading.supposes(named.start, named.end)
        or reading.known.others.search(around)
        or reading.known.denied.search(around)
    )


def _mentions(reading: Reading) -> list[tuple[int, int, str]]:
    return reading.account.mentions(reading.passage)


def _distance(reading: Reading, named: Named, number: int, own: str, other: str) -> Entry:
    account = reading.account
    one, two = account.candidates[own], account.candidates[other]
    apart = one.total - two.total if named.groups.get("more") else two.total - one.total
    reading.take(named.figure)
    claim = reading.claim("total", named, own)
    places = [Place(account.candidate_site(key, "total"), f"the total of candidate {key}") for key in (own, other)]
    of_one = {abs(score - two.scores.get(key, score)) for key, score in one.scores.items()}
    if number == apart or number in of_one:
        return bound(claim, *places)
    message = f'the text says "{named.text}", but candidate {own} has {one.total} and candidate {other} {two.total}'
    return refuted(claim, message, "mend the figure, or the totals", places, Severity.WARNING)
