"""Figures that no place could prove, and that may be right all the same: denied, another's, points."""

from lpkit.ledger.claim import Binding, Stated, Unbound
from lpkit.ledger.counted import explained, is_own
from lpkit.ledger.figures import scored, sources_of
from lpkit.ledger.proving import prove
from lpkit.ledger.reading import Reading
from lpkit.ledger.relating import whole_of
from lpkit.text.figures import BOUNDS, Figure, figures
from lpkit.text.languages.parts import Accounts, Statements, Supports
from lpkit.text.ownsums import own_result
from lpkit.text.stock import named

_MINUTE, _HIGHEST = 60.0, 100


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
    if known.others.search(before):
        return True
    if own_result(passage.text, figure, reading.account.pack.language):
        return True
    if reading.account.pack.language[Supports].roughly.match(passage.text, figure.end):
        return True
    if passage.topic.question is not None and known.denied.search(reading.around(figure.start, figure.end)):
        return True
    bounds = figure.hedge in BOUNDS and (figure.kind == "duration" or passage.topic.role == "message")
    statements = reading.account.pack.language[Statements]
    denied = known.denied.search(before) and whole_of(reading, figure) is None
    if denied or bounds:
        return True
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
    counts = named(figure, passage.text, reading.account.pack.language[Accounts]).unit
    return bool(counts) and explained(reading, figure, candidate)


def is_score(reading: Reading, figure: Figure) -> bool:
    """Tell whether a bare number may be points that a text gives or proposes, so that it is nobody's figure."""
    passage, accounts = reading.passage, reading.account.pack.language[Accounts]
    whom = reading.account.whom(passage, figure.start, figure.end)
    if figure.kind != "count" or named(figure, passage.text, accounts).unit or whom not in reading.account.candidates:
        return False
    if figure.value > reading.account.weights.get(passage.topic.dimension, _HIGHEST):
        return False
    if reading.account.pack.language[Supports].over.match(passage.text, figure.end):
        return False
    if scored(reading, figure) is not None:
        return True
    sentence = slice(*passage.sentence(figure.start, figure.end))
    statements, text = reading.account.pack.language[Statements], passage.text
    concluded = statements.concluded_before.search(passage.before(figure.start))
    rated = accounts.rater.search(text[sentence]) and is_own(reading, figure, whom)
    return bool(rated or (concluded and statements.concluded_behind.match(text, figure.end)))


def _is_time_of_speaking(reading: Reading, figure: Figure) -> bool:
    """Tell whether a time may be that of an answer, or of a part of it, where the answer itself has no such time."""
    limit = reading.account.pack.pack.evaluate.minutes * _MINUTE
    if figure.factor > _MINUTE or figure.value >= limit:
        return figure.value == limit
    language, number = reading.account.pack.language, figure.value / figure.factor
    if language[Supports].over.match(reading.passage.text, figure.end):
        return False
    told = [text for _, _, texts in sources_of(reading, figure) for text in texts]
    times = [other for text in told for other in figures(text, language) if other.kind == "duration"]
    return not any(other.factor == figure.factor or other.value / other.factor == number for other in times)
