"""Ceilings in prose: "caps ownership at 8", "cannot get beyond two points", "Lean No Hire at best"."""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.points import sets_own
from lpkit.ledger.reading import Reading, bound, refuted, unbound
from lpkit.model import Marker


def read_ceilings(reading: Reading) -> Iterator[Entry]:
    """Read at how many points a marker is said to hold a dimension."""
    for named in reading.find(reading.known.ceilings):
        if named.dimension is None or named.number is None or _is_imagined(reading, named):
            continue
        yield from _ceiling(reading, named, named.dimension)
    library = reading.account.pack.library
    topic = reading.passage.topic
    marker = library.markers.get(topic.marker) if library else None
    held = marker.dimension if marker else topic.dimension
    if marker is None and held not in {own.dimension for own in reading.account.markers(topic.candidate)}:
        return
    for named in reading.find(reading.known.own_ceilings):
        if not _is_imagined(reading, named):
            yield from _ceiling(reading, named, held)


def _is_imagined(reading: Reading, named: Named) -> bool:
    """Tell whether what stands around a ceiling, up to a comma, supposes it: the form itself may say "cannot"."""
    last = reading.passage.clause(named.start, named.end)[1]
    behind = reading.passage.text[named.end : last].split(",")[0]
    return reading.known.supposed.search(f"{reading.lead(named.start)} _ {behind}") is not None


def _ceiling(reading: Reading, named: Named, dimension: str) -> Iterator[Entry]:
    account, library = reading.account, reading.account.pack.library
    if library is None or sets_own(reading, named.number or 0):
        return
    everywhere = [marker for marker in library.markers.values() if marker.dimension == dimension]
    first, last = reading.passage.sentence(named.start, named.end)
    sentence = reading.passage.lower[first:last]
    said = [
        marker for marker in everywhere if marker.title.lower() in sentence or marker.id.replace("-", " ") in sentence
    ]
    own = [marker for marker in everywhere if marker.id == reading.passage.topic.marker]
    declared = [marker for marker in account.markers(reading.passage.topic.candidate) if marker.dimension == dimension]
    meant = said or own or declared or everywhere
    if not meant:
        return
    reading.take(named.figure)
    claim = reading.claim("ceiling", named, dimension)
    numbers = {marker.id: number for number, marker in enumerate(library.library.markers)}
    places = [Place(library.site("markers", numbers[m.id], "cap"), f"the cap of {m.title}") for m in meant]
    if named.number in {marker.cap for marker in meant}:
        yield bound(claim, *places)
        return
    caps = ", ".join(f"{marker.title}: {marker.cap}" for marker in meant)
    certain = named.certain and (bool(said or own) or len(meant) == 1)
    if not named.certain and named.number in _scores(reading, dimension):
        yield unbound(claim)
        return
    message = f'the text says "{named.text}", but the library caps {account.dimension_titles[dimension]} at {caps}'
    severity = Severity.ERROR if certain else Severity.WARNING
    yield refuted(claim, message, "mend the figure, or the cap of the marker", places, severity)


def _scores(reading: Reading, dimension: str) -> set[int | None]:
    """Give what the candidates have for a dimension: what a marker leaves to somebody may be said of that."""
    return {candidate.scores.get(dimension) for candidate in reading.account.candidates.values()}


def read_highest(reading: Reading) -> Iterator[Entry]:
    """Read which verdict a marker is said to leave possible at the most."""
    library, topic = reading.account.pack.library, reading.passage.topic
    if library is None:
        return
    for named in reading.find(reading.known.highest):
        if named.verdict is None or reading.supposes(named.start, named.end):
            continue
        first, last = reading.passage.clause(named.start, named.end)
        clause = reading.passage.lower[first:last]
        said = [marker for marker in library.markers.values() if _is_named(marker, clause)]
        own = [marker for marker in library.markers.values() if marker.id == topic.marker]
        meant = said or own or reading.account.markers(topic.candidate)
        if meant and (said or topic.question is None):
            yield from _highest(reading, named, named.verdict, meant)


def _highest(reading: Reading, named: Named, verdict: str, meant: Sequence[Marker]) -> Iterator[Entry]:
    library = reading.account.pack.library
    assert library is not None
    reading.take(named.title)
    claim = reading.claim("ceiling", named, verdict)
    numbers = {marker.id: number for number, marker in enumerate(library.library.markers)}
    places = [Place(library.site("markers", numbers[m.id], "verdict"), f"the verdict of {m.title}") for m in meant]
    titles = reading.account.titles
    if verdict in {marker.verdict for marker in meant}:
        yield bound(claim, *places)
    else:
        held = ", ".join(f"{marker.title}: {titles.get(marker.verdict, marker.verdict)}" for marker in meant)
        message = f'the text says "{named.text}", but the highest verdict is {held}'
        yield refuted(claim, message, "mend the verdict, or that of the marker", places, Severity.WARNING)


def _is_named(marker: Marker, text: str) -> bool:
    return marker.title.lower() in text or marker.id.replace("-", " ") in text.replace("-", " ")
