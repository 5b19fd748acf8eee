"""Figures of questions on points: sums of scores, what a cap takes, what another score adds, what is missing."""

from collections.abc import Iterator

from lpkit.ledger.claim import Binding, Bound, Place
from lpkit.ledger.computing import equation, whole_numbers
from lpkit.ledger.reading import Reading
from lpkit.text.counting import sentences
from lpkit.text.figures import Figure
from lpkit.text.languages.parts import Bookkeeping, Statements

_FEW = 10
"""Points below which what other points come to is met by chance."""


def computed_on_points(reading: Reading, figure: Figure) -> Binding | None:
    """Give the computation of a figure in a question on points: a sum, what a cap takes, what another score adds."""
    question = reading.passage.topic.question
    point = reading.account.pack.language[Bookkeeping].point
    if question is None or figure.kind != "count" or figure.unit not in {"", point} or not _is_on_points(reading):
        return None
    if equation(reading, figure) is not None:
        return None
    scores = _scores(reading)
    bases = [*_totals(reading), *([sum(scores)] if scores else []), *map(sum, _lists_of_scores(reading))]
    here, limits = _beside(reading, int(figure.value)), list(_limits(reading))
    works = [(limit, base) for limit in limits for base in bases]
    works += list(zip(reading.account.weights.values(), scores, strict=False))
    gains = [
        pair[1] - pair[0] for pair in (whole_numbers(option.text)[-2:] for option in question.value.options) if pair[1:]
    ]
    told = f"{question.value.stem} {question.value.excerpt or ''}"
    part = reading.account.pack.language[Statements].part
    rooms = [int(match["whole"]) - int(match["part"]) for match in part.finditer(told)]
    works += [(number, 0) for number in (*gains, *rooms)]
    if figure.value >= _FEW:
        changes = {*here, *gains, *(abs(one - two) for one in here for two in (*scores, *limits))}
        works += [(base, change) for base in bases for change in sorted(changes)]
        works += [(score, limit) for score in scores for limit in here]
    for base, change in works:
        for sign, result in (("+", base + change), ("-", base - change)):
            if result == figure.value:
                work = f"{base} {sign} {change} = {result}" if change else f"{base} more"
                return Bound((Place(question.matter, work),))
    return None


def _scores(reading: Reading) -> list[int]:
    """Give the scores that a question tells, one for each dimension."""
    question, weights = reading.passage.topic.question, reading.account.weights
    assert question is not None
    for told in (question.value.stem, question.value.excerpt or "", *question.value.steps):
        for sentence in sentences(told):
            row = whole_numbers(sentence)
            if len(row) >= len(weights) > 1:
                return row[: len(weights)]
    return []


def _lists_of_scores(reading: Reading) -> Iterator[list[int]]:
    """Give the scores that are added up in the steps of a question."""
    question, count = reading.passage.topic.question, len(reading.account.weights)
    assert question is not None
    rows = (whole_numbers(step) for step in question.value.steps)
    return (row[:count] for row in rows if len(row) >= count > 1)


def _totals(reading: Reading) -> list[int]:
    """Give the totals that a question tells: numbers above each weight."""
    question, weights = reading.passage.topic.question, reading.account.weights
    assert question is not None
    told = f"{question.value.stem} {question.value.excerpt or ''}"
    return [number for number in whole_numbers(told) if number > max(weights.values(), default=0)]


def _limits(reading: Reading) -> Iterator[int]:
    library = reading.account.pack.library
    for verdict in library.library.verdicts if library else ():
        yield verdict.starts_at
    for marker in library.library.markers if library else ():
        yield marker.cap


def _beside(reading: Reading, result: int) -> list[int]:
    """Give the numbers that a text reckons with: its own, and those of its option, or else of the key."""
    question, at = reading.passage.topic.question, reading.passage.at
    assert question is not None
    value = question.value
    option = value.options[int(at[-2])].text if reading.passage.topic.role == "option" else value.answer
    return [number for number in whole_numbers(f"{reading.passage.text} {option}") if number != result]


def _is_on_points(reading: Reading) -> bool:
    """Tell whether a question is on points and verdicts."""
    question = reading.passage.topic.question
    assert question is not None
    value, account = question.value, reading.account
    told = " ".join((value.stem, value.excerpt or "", *(option.text for option in value.options))).lower()
    titles = (*account.titles.values(), *account.dimension_titles.values(), reading.known.point)
    return any(title.lower() in told for title in titles)
