"""The order of the candidates' scores: who has most of all, more than somebody, and how many answers pass."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted
from lpkit.text.languages.parts import Ranks

_PAIR = 2
_NEARLY = 0.1
"""How far from a multiple two scores may be of which that is said."""


def read_ranks(reading: Reading) -> Iterator[Entry]:
    """Read who is said to have the most, or the least, of all."""
    known, account = reading.account.pack.language[Ranks], reading.account
    if not account.all_known or len(account.candidates) < _PAIR:
        return
    for named in reading.find(known.best):
        whom, values = reading.whom(named), _values(reading, named)
        if whom in account.candidates and len(values) == len(account.candidates) and not _doubted(reading, named):
            yield _rank(reading, named, whom, values, known)


def read_comparisons(reading: Reading) -> Iterator[Entry]:
    """Read who is said to have more, less or the same as somebody."""
    known, account = reading.account.pack.language[Ranks], reading.account
    if not account.all_known or len(account.candidates) < _PAIR:
        return
    if not known.rivals.search(reading.passage.text):
        return
    for named in reading.find(known.compared):
        whom = reading.passage.topic.candidate
        name = named.groups.get("name")
        values = _values(reading, named)
        others = [account.resolve(name) or ""] if name else [key for key in account.candidates if key != whom]
        if whom not in values or whom in others or not all(other in values for other in others):
            continue
        if not _doubted(reading, named) and reading.whom(named) in {whom, ""}:
            yield _comparison(reading, named, whom, others, values, known)


def read_passes(reading: Reading) -> Iterator[Entry]:
    """Read how many answers are said to pass, or to fail."""
    known, account = reading.account.pack.language[Ranks], reading.account
    library = account.pack.library
    if library is None or not account.all_known or len(account.candidates) < _PAIR:
        return
    passing = {verdict.id for verdict in library.library.verdicts if verdict.passes}
    for named in reading.find(known.counts):
        if _doubted(reading, named):
            continue
        if named.verdict:
            there = [key for key, found in account.candidates.items() if found.verdict == named.verdict]
        else:
            failing = named.groups.get("fail") is not None
            there = [key for key, found in account.candidates.items() if (found.verdict in passing) is not failing]
        every = len(account.candidates)
        said = named.number
        if named.groups.get("none"):
            said = 0
        elif named.groups.get("every"):
            said = every
        elif "single" in named.groups or said is None:
            said = 1
        claim = reading.claim("rank", named)
        place = Place(account.pack.site("evaluate", "candidates"), "the candidates")
        own = reading.passage.topic.candidate
        if said == len(there) and (said != 1 or own not in account.candidates or named.number or own in there):
            yield bound(claim, place)
            continue
        listed = ", ".join(there) or "nobody"
        message = f'the text says "{named.text}", but of {every} candidates it is true of {len(there)}: {listed}'
        yield refuted(claim, message, "mend the count, or the verdicts", [place], Severity.WARNING)


def _doubted(reading: Reading, named: Named) -> bool:
    lead = reading.lead(named.start)
    known = reading.known
    return bool(known.denied.search(lead) or known.supposed.search(lead) or known.others.search(lead))


def _values(reading: Reading, named: Named) -> dict[str, int]:
    """Give by candidate what is compared: the scores of a dimension, or the totals; empty where that is not clear."""
    topic, account = reading.passage.topic, reading.account
    groups = named.groups
    key = named.dimension
    if key is None and not groups.get("all"):
        key = topic.dimension or None
        if key is None and groups.get("here"):
            return {}
        if key is None and groups.get("score"):
            groups = {**groups, "all": "score"}
        elif key is None and not groups.get("more"):
            return {}
    if key is None:
        return {name: found.total for name, found in account.candidates.items()}
    return {name: found.scores[key] for name, found in account.candidates.items() if key in found.scores}


def _what(reading: Reading, named: Named) -> str:
    key = named.dimension or ("" if named.groups.get("all") else reading.passage.topic.dimension)
    return reading.account.dimension_titles.get(key, "total")


def _shown(values: dict[str, int]) -> str:
    return ", ".join(f"{name} {value}" for name, value in values.items())


def _places(reading: Reading, named: Named, people: list[str]) -> list[Place]:
    key = named.dimension or ("" if named.groups.get("all") else reading.passage.topic.dimension)
    below = ("scores", key) if key else ("total",)
    what = "the score" if key else "the total"
    return [Place(reading.account.candidate_site(name, *below), f"{what} of candidate {name}") for name in people]


def _rank(reading: Reading, named: Named, whom: str, values: dict[str, int], known: Ranks) -> Entry:
    groups, own = named.groups, values[whom]
    rest = [value for name, value in values.items() if name != whom]
    place = known.places.get((groups.get("place") or "").lower(), 1)
    if groups.get("none_more") or groups.get("none_less"):
        fits = max(rest) <= own if groups.get("none_more") else min(rest) >= own
    elif groups.get("none_same") or groups.get("none_few"):
        fits = max(rest) < own if groups.get("none_same") else min(rest) > own
    else:
        beyond = sum(value > own if groups.get("most") else value < own for value in rest)
        level = sum(value == own for value in rest)
        fits = beyond < place <= beyond + level + 1
    claim = reading.claim("rank", named, whom)
    places = _places(reading, named, [whom, *(name for name in values if name != whom)])
    if fits:
        return bound(claim, *places)
    message = (
        f'the text says "{named.text}" of candidate {whom}, but in {_what(reading, named)} they have {_shown(values)}'
    )
    return refuted(claim, message, "mend the place, or the scores", places, Severity.WARNING)


def _comparison(
    reading: Reading, named: Named, whom: str, others: list[str], values: dict[str, int], known: Ranks
) -> Entry:
    own, groups = values[whom], named.groups
    rest = [values[other] for other in others]
    times = known.times.get(" ".join((groups.get("times") or "").lower().split()))
    if times:
        fits = all(abs(own - other * times) <= max(1, other * times * _NEARLY) for other in rest)
    elif groups.get("same"):
        fits = all(own == other for other in rest)
    elif groups.get("less"):
        fits = all(own < other for other in rest)
    else:
        fits = all(own > other for other in rest)
    if named.number is not None and not named.certain:
        # What it is more of is told in other words: some score or the total differs so much.
        account = reading.account
        mine, theirs = account.candidates[whom], [account.candidates[other] for other in others]
        apart = {mine.scores.get(key, 0) - one.scores.get(key, 0) for one in theirs for key in mine.scores}
        fits = named.number in apart | {mine.total - one.total for one in theirs}
    elif fits and named.number is not None:
        fits = any(abs(own - other) == named.number for other in rest)
    claim = reading.claim("rank", named, whom)
    places = _places(reading, named, [whom, *others])
    if fits:
        return bound(claim, *places)
    shown = _shown({name: values[name] for name in (whom, *others)})
    message = f'the text says "{named.text}" of candidate {whom}, but in {_what(reading, named)} they have {shown}'
    return refuted(claim, message, "mend the comparison, or the scores", places, Severity.WARNING)
