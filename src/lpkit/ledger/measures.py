"""Figures of prose that are points: what somebody else would give, what the rubric and the library say, scores."""

from collections.abc import Iterator

from lpkit.ledger.claim import Binding, Bound, Place, Stated
from lpkit.ledger.reading import Reading
from lpkit.text.figures import Figure
from lpkit.text.languages.parts import Accounts, Statements

_JUDGED = frozenset(("reason", "note", "message", "ask"))
_HIGHEST = 100
_NEAR_TOTAL = 20
_ROOM = 60
_PART = 0.12
"""By what part of a weight a share in words may be off."""


def proposed(reading: Reading, figure: Figure) -> Binding | None:
    """Give the score that a text gives again, or tell that it is one that somebody else may give."""
    topic, text = reading.passage.topic, reading.passage.text
    if topic.role not in _JUDGED or not _is_bare(reading, figure):
        return None
    known = reading.account.pack.language[Statements]
    start, end = figure.number_at
    first, last = reading.passage.sentence(figure.start, figure.end)
    before = text[max(first, start - _ROOM) : start]
    if not known.proposed_before.search(before) or not known.proposed_behind.match(text, end):
        return None
    if place := _given(reading, figure):
        return Bound((place,))
    if topic.role == "reason" and known.concluded_before.search(before) and known.concluded_behind.match(text, end):
        return None  # The text comes to this score itself, and its answer has another one.
    proposes = reading.account.pack.language[Accounts].proposes
    clause = slice(*reading.passage.clause(figure.start, figure.end))
    return _scale(reading, figure) if proposes.search(text[first:last]) or proposes.search(text[clause]) else None


def _given(reading: Reading, figure: Figure) -> Place | None:
    """Give the score, or the total, that a text says its answer has."""
    account, topic = reading.account, reading.passage.topic
    found, whom = account.candidates.get(topic.candidate), topic.candidate
    if found and topic.role == "reason" and found.scores.get(topic.dimension) == figure.value:
        return Place(account.candidate_site(whom, "scores", topic.dimension), f"a score of candidate {whom}")
    if found and topic.role == "note" and found.total == figure.value:
        return Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}")
    return None


def _scale(reading: Reading, figure: Figure) -> Binding | None:
    """Tell whether a score that others may give is one that can be given; no place could prove that they would."""
    account, topic = reading.account, reading.passage.topic
    weight, found = account.weights.get(topic.dimension), account.candidates.get(topic.candidate)
    if weight is not None and figure.value <= weight:
        return Stated(f"another score, of 0 to {weight}")
    if found is None or figure.value > _HIGHEST:
        return None
    score = found.scores.get(topic.dimension)
    low, high = found.total - _NEAR_TOTAL, found.total + _NEAR_TOTAL
    if score is not None and weight is not None:
        low, high = found.total - score, found.total - score + weight
    if low <= figure.value <= high or (figure.unit == reading.known.point and figure.value <= _NEAR_TOTAL):
        return Stated(f"another total, beside {found.total}")
    return None


def _is_bare(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is a number of points: it counts nothing else."""
    return (
        figure.kind == "count"
        and figure.written in {"digits", "words", "range"}
        and (not figure.unit or figure.unit == reading.known.point)
    )


def scored(reading: Reading, figure: Figure) -> Binding | None:
    """Give the weight, cap, band, score or total that a figure is, in a sentence on points."""
    if not _is_bare(reading, figure) or (figure.written == "words" and figure.unit != reading.known.point):
        return None
    text, known = reading.passage.text, reading.account.pack.language[Statements]
    first, last = reading.passage.sentence(figure.start, figure.end)
    beside = known.scored_before.search(text[first : figure.number_at[0]]) or figure.unit == reading.known.point
    if beside and (place := _given(reading, figure)):
        return Bound((place,))
    weight = reading.account.weights.get(reading.passage.topic.dimension)
    if weight == figure.value and known.part_before.search(text[first : figure.number_at[0]]):
        return Bound((reading.account.weight_place(reading.passage.topic.dimension),))
    names = (*reading.account.titles.values(), *reading.account.dimension_titles.values())
    named = any(name.lower() in text[first:last].lower() for name in names)
    if not beside or not (named or known.scoring.search(text, first, last)):
        return None
    if reading.passage.topic.role == "reason" and figure.unit == reading.known.point:
        return _scale(reading, figure)
    capped = known.capped.search(text, first, last) is not None
    place = next((place for number, place in _facts(reading, capped) if number == figure.value), None)
    return Bound((place,)) if place else None


def _facts(reading: Reading, capped: bool) -> Iterator[tuple[float, Place]]:
    """Give the numbers by which the answer at hand, and every answer, is scored, with their places."""
    account, topic = reading.account, reading.passage.topic
    whom = topic.candidate
    if whom in account.candidates:
        found = account.candidates[whom]
        for key, score in found.scores.items():
            if topic.dimension in {"", key}:
                yield score, Place(account.candidate_site(whom, "scores", key), f"a score of candidate {whom}")
        yield found.total, Place(account.candidate_site(whom, "total"), f"the total of candidate {whom}")
    for key, weight in account.weights.items():
        yield weight, account.weight_place(key)
    library = account.pack.library
    if library is None:
        return
    for number, verdict in enumerate(library.library.verdicts if whom in account.candidates else ()):
        if topic.role == "note":
            apart = abs(verdict.starts_at - account.candidates[whom].total)
            yield apart, Place(library.site("verdicts", number), f"as many from where {verdict.title} begins")
    for number, verdict in enumerate(library.library.verdicts):
        yield verdict.starts_at, Place(library.site("verdicts", number), f"where {verdict.title} begins")
    for number, marker in enumerate(library.library.markers if capped else ()):
        yield marker.cap, Place(library.site("markers", number), f"the cap of {marker.title}")


def measured(reading: Reading, figure: Figure) -> Binding | None:
    """Give the score that a share of the points of its dimension is: half of the points."""
    account, topic = reading.account, reading.passage.topic
    weight, found = account.weights.get(topic.dimension), account.candidates.get(topic.candidate)
    if figure.written != "share" or weight is None or found is None or topic.dimension not in found.scores:
        return None
    behind = reading.passage.text[figure.end : figure.end + _ROOM]
    score, share = found.scores[topic.dimension], figure.value / 100
    close = any(abs(part - share) <= _PART for part in (score / weight, 1 - score / weight))
    if close and account.pack.language[Statements].scoring.search(behind):
        site = account.candidate_site(topic.candidate, "scores", topic.dimension)
        return Bound((Place(site, f"{score} of {weight} points"),))
    return None
