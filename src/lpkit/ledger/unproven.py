"""Figures that nothing proves: no place has them, nothing comes to them, and their text does not state them itself."""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Finding, Severity, Site
from lpkit.ledger.claim import Claim, Entry, Place, Refuted, Unbound
from lpkit.ledger.excusing import is_score, settle
from lpkit.ledger.figures import MOST_FIGURES, all_said, sources_of
from lpkit.ledger.reading import Reading
from lpkit.ledger.stating import quote_around
from lpkit.text.figures import Figure, figures
from lpkit.text.languages.parts import Accounts
from lpkit.text.repeating import literally
from lpkit.text.stock import FEW, named

_ROLES = frozenset(("note", "reason", "message", "ask", "rewrite", "steps", "option", "hint"))
_SMALL = 3
"""Up to this, a number in words that counts nothing named may stand for anything."""
_HIGHEST = 100


def read_unproven(reading: Reading, found: Sequence[Entry]) -> Iterator[Entry]:
    """Read the figures that are part of no other claim, and give those that nothing proves, for a look."""
    if reading.passage.topic.role not in _ROLES:
        return
    every = figures(reading.passage.text, reading.account.pack.language)
    if not 0 < len(every) <= MOST_FIGURES or all_said(reading):
        return
    taken = [_stretch(reading, entry) for entry in found if entry.claim.kind != "figure" or _is_refuted(entry)]
    for figure in every:
        start, end = figure.number_at if figure.number_at[1] else (figure.start, figure.end)
        if any(first < end and start < last for first, last in taken) or _is_left_alone(reading, figure):
            continue
        if _is_told(reading, figure) or is_score(reading, figure):
            continue
        if isinstance(settle(reading, figure), Unbound):
            yield _shown(reading, figure)


def _is_refuted(entry: Entry) -> bool:
    return isinstance(entry.binding, Refuted)


def _stretch(reading: Reading, entry: Entry) -> tuple[int, int]:
    """Give what a claim takes: where it is refuted its whole sentence, of which one message is enough."""
    claim = entry.claim
    return reading.passage.sentence(claim.start, claim.end) if _is_refuted(entry) else (claim.start, claim.end)


def _is_left_alone(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is of no kind that a text has from somewhere."""
    if figure.written == "vague" or figure.value <= 1 or quote_around(reading, figure):
        return True
    if figure.kind == "count" and not named(figure, reading.passage.text, reading.account.pack.language[Accounts]).unit:
        if figure.written == "words" and figure.value <= _SMALL:
            return True
        if reading.passage.topic.role == "message" and figure.value <= _HIGHEST:
            return True  # The reader's own total.
    return reading.passage.topic.question is None and figure.unit == reading.known.point


def _is_told(reading: Reading, figure: Figure) -> bool:
    """Tell whether a source has the very words of a figure, and of what it counts: that spares most a closer look."""
    if figure.value < FEW and not figure.unit:
        return False
    return any(
        literally(reading.passage.text, figure, text) for _, _, texts in sources_of(reading, figure) for text in texts
    )


def _shown(reading: Reading, figure: Figure) -> Entry:
    source = next(sources_of(reading, figure), None)
    site, what = source[:2] if source else (reading.account.pack.site("evaluate"), "the pack")
    claim = Claim("figure", reading.passage.at, figure.start, figure.end, figure.text)
    return Entry(claim, Unbound(Place(site, what)))


def as_finding(site: Site, claim: Claim, sought: Place) -> Finding:
    """Give a figure that nothing proves as information, for a look."""
    message = f'"{claim.text.strip()}" is neither in {sought.says} nor follows from its figures'
    help = "name the figure as it is told, or say where it comes from"
    related = ((sought.site, sought.says),)
    return Finding(site, message, help, related, value=f"{claim.kind} {claim.text}", severity=Severity.INFO)
