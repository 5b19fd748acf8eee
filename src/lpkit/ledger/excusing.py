"""Figures that no place could prove, and that may be right all the same: denied, another's, points."""

from lpkit.ledger.claim import Binding, Stated, Unbound
from lpkit.ledger.counted import explained, is_own
from lpkit.ledger.figures import scored, sources_of
from lpkit.ledger.proving import prove
from lpkit.ledger.reading import Reading
from lpkit.ledger.stating import quote_around
from lpkit.text.figures import BOUNDS, Figure, figures
from lpkit.text.languages.parts import Accounts, Statements, Supports

_MINUTE = 60.0


def settle(reading: Reading, figure: Figure) -> Binding:
    """Give what proves a figure, or why nothing could; unbound is what asks for a look."""
    found = prove(reading, figure)
    if isinstance(found, Unbound) and _is_excused(reading, figure):
        return Stated("the text's own")
    return found


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
    bounds = figure.hedge in BOUNDS and (figure.kind == "duration" or passage.topic.role == "message")
    if known.denied.search(before) or bounds:
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
