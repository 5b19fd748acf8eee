"""Calibration messages: the reader's total from which each is shown, and what its text says of it."""

from collections.abc import Iterator

from lpkit.diagnostic import Severity
from lpkit.ledger.account import Account
from lpkit.ledger.claim import Claim, Entry, Place
from lpkit.ledger.names import Named
from lpkit.ledger.reading import Reading, bound, refuted, unbound

_HIGHEST = 100


def read_thresholds(reading: Reading) -> Iterator[Entry]:
    """Read from which total on a calibration message says that it speaks."""
    at = reading.passage.at
    if reading.passage.topic.role != "message":
        return
    entry = reading.account.pack.pack.evaluate.calibration[int(at[2])]
    whom = reading.passage.topic.candidate
    for named in reading.find(reading.known.thresholds):
        exclusive = "above" in named.groups
        claim = reading.claim("threshold", named, whom)
        place = Place(reading.account.pack.site(*at[:-1], "above"), "the threshold of the message")
        if named.number is None or reading.has_taken(*named.figure) or _other_figure(reading, named.number, whom):
            continue
        reading.take(named.figure)
        if named.number == entry.above + (0 if exclusive else 1) or (not exclusive and named.number == entry.above):
            yield bound(claim, place)
        elif not _on_reader(reading, named) or reading.account.whom(reading.passage, named.start, named.end) != whom:
            yield unbound(claim)
        else:
            message = f'the text says "{named.text}", but the message is shown above {entry.above}'
            yield refuted(claim, message, f"write {entry.above}, or mend the threshold", [place], Severity.WARNING)


def _on_reader(reading: Reading, named: Named) -> bool:
    first, last = reading.passage.sentence(named.start, named.end)
    return reading.known.readers.search(reading.passage.text, first, last) is not None


def _other_figure(reading: Reading, number: int, whom: str) -> bool:
    """Tell whether a figure is one of the answer, and not of the reader's total."""
    candidate = reading.account.candidates.get(whom)
    return candidate is None or number < _LOWEST or str(number) in candidate.answer


_LOWEST = 5
"""Totals from which a message may speak; lower figures count things."""


def unreachable(account: Account) -> Iterator[Entry]:
    """Give the messages that no total can earn."""
    pack = account.pack
    highest = min(sum(account.weights.values()), _HIGHEST) if account.weights else _HIGHEST
    for at, entry in pack.place(pack.pack.evaluate.calibration, "evaluate", "calibration"):
        if entry.above >= highest:
            claim = Claim("threshold", (*at, "above"), 0, 0, str(entry.above), entry.candidate)
            message = f"no total lies above {entry.above}: the weights sum to {highest}, so the message is never shown"
            yield refuted(claim, message, f"write a threshold below {highest}", [])
