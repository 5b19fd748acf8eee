"""Figures that nothing proves: no place has them, nothing comes to them, and their text does not state them itself."""

from collections.abc import Iterator, Sequence

from lpkit.diagnostic import Severity
from lpkit.ledger.claim import Claim, Entry, Place, Refuted, Unbound
from lpkit.ledger.counted import explained, is_own
from lpkit.ledger.figures import MOST_FIGURES, scored, sources_of
from lpkit.ledger.proving import prove
from lpkit.ledger.reading import Reading, refuted
from lpkit.ledger.stating import quote_around
from lpkit.text.figures import BOUNDS, Figure, figures
from lpkit.text.languages.parts import Accounts, Statements, Supports
from lpkit.text.stock import named

_ROLES = frozenset(("note", "reason", "message", "ask", "rewrite", "steps", "option", "hint"))
_SMALL = 3
"""Up to this, a number in words that counts nothing named may stand for anything."""
_MINUTE = 60.0
_HIGHEST = 100


def read_unproven(reading: Reading, found: Sequence[Entry]) -> Iterator[Entry]:
    """Read the figures that are part of no other claim, and give those that nothing proves, for a look."""
    if reading.passage.topic.role not in _ROLES:
        return
    every = figures(reading.passage.text, reading.account.pack.language)
    if not 0 < len(every) <= MOST_FIGURES:
        return
    taken = [_stretch(reading, entry) for entry in found if entry.claim.kind != "figure" or _is_refuted(entry)]
    for figure in every:
        start, end = figure.number_at if figure.number_at[1] else (figure.start, figure.end)
        if any(first < end and start < last for first, last in taken) or _is_left_alone(reading, figure):
            continue
        if isinstance(prove(reading, figure), Unbound) and not _is_excused(reading, figure):
            yield _shown(reading, figure)


def _is_refuted(entry: Entry) -> bool:
    return isinstance(entry.binding, Refuted)


def _stretch(reading: Reading, entry: Entry) -> tuple[int, int]:
    """Give what a claim takes: where it is refuted its whole sentence, of which one message is enough."""
    claim = entry.claim
    return reading.passage.sentence(claim.start, claim.end) if _is_refuted(entry) else (claim.start, claim.end)


def _is_left_alone(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is of no kind that a text has from somewhere."""
    if figure.written == "vague" or figure.value <= 1:
        return True
    if figure.kind == "count" and not named(figure, reading.passage.text, reading.account.pack.language[Accounts]).unit:
        if figure.written == "words" and figure.value <= _SMALL:
            return True
        if reading.passage.topic.role == "message" and figure.value <= _HIGHEST:
            return True  # The reader's own total.
    return reading.passage.topic.question is None and figure.unit == reading.known.point


def _is_excused(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure that nothing proves may be right: denied, another's, a score, the time of speaking."""
    passage, known = reading.passage, reading.known
    before = reading.lead(figure.start)
    if quote_around(reading, figure) or known.others.search(reading.around(figure.start, figure.end)):
        return True
    if reading.account.pack.language[Supports].roughly.match(passage.text, figure.end):
        return True
    if passage.topic.question is not None and known.denied.search(reading.around(figure.start, figure.end)):
        return True
    if known.denied.search(before) or (figure.hedge in BOUNDS and figure.kind == "duration"):
        return True
    statements = reading.account.pack.language[Statements]
    if figure.written == "share" and statements.of_time.match(passage.text, figure.end):
        return True
    sentence = passage.text[slice(*passage.sentence(figure.start, figure.end))]
    scores = statements.scored_before.search(passage.before(figure.start)) and statements.scoring.search(sentence)
    if passage.topic.role == "message" and figure.kind == "count" and scores:
        return True
    candidate = reading.account.whom(passage, figure.start, figure.end)
    if candidate not in reading.account.candidates:
        return passage.topic.question is None
    if figure.kind == "duration" and _is_time_of_speaking(reading, figure):
        return True
    own = Accounts in reading.account.pack.language and is_own(reading, figure, candidate)
    return own or scored(reading, figure) is not None or explained(reading, figure, candidate)


def _is_time_of_speaking(reading: Reading, figure: Figure) -> bool:
    """Tell whether a time may be that of an answer, or of a part of it, where the answer itself has no such time."""
    limit = reading.account.pack.pack.evaluate.minutes * _MINUTE
    if figure.factor > _MINUTE or figure.value >= limit:
        return figure.value == limit
    told = (text for _, _, texts in sources_of(reading, figure) for text in texts)
    language = reading.account.pack.language
    return not any(
        (other.kind, other.factor) == (figure.kind, figure.factor) for text in told for other in figures(text, language)
    )


def _shown(reading: Reading, figure: Figure) -> Entry:
    source = next(sources_of(reading, figure), None)
    site, what = source[:2] if source else (reading.account.pack.site("evaluate"), "the pack")
    claim = Claim("figure", reading.passage.at, figure.start, figure.end, figure.text)
    message = f'"{figure.text.strip()}" is neither in {what} nor follows from its figures'
    help = "name the figure as it is told, or say where it comes from"
    return refuted(claim, message, help, [Place(site, what)], Severity.INFO)
