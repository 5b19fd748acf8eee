"""What changed in a candidate's answer and its scores, and in the rewrites of its passages."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lpkit.difference.change import Change, Grade
from lpkit.difference.declared import declared
from lpkit.difference.matching import Kind
from lpkit.difference.wording import Likeness, reworded, short
from lpkit.model import AutoFail, Candidate, FixIt
from lpkit.verdict import Proof

_OTHER_ANSWER = 0.3
"""Likeness below which an answer tells another story."""
_OTHER_FIX = 0.3
"""Likeness below which a fix-it mends another passage."""

ProofOf = Callable[[str], Proof | None]
"""Gives the new proof of a candidate's verdict by the candidate's id; None where it cannot be derived."""


def candidate_kind(alike: Likeness, proof_of: ProofOf) -> Kind[Candidate]:
    """Give how candidates are compared; changes of scores and verdicts carry the new proof."""

    def changes(old: Candidate, new: Candidate) -> Iterator[Change]:
        proof = proof_of(new.id)
        for change in (*_score_changes(old, new), *_marker_changes(old, new)):
            yield replace(change, proof=proof)
        yield from reworded("answer-reworded", "candidate", new.id, "answer", old.answer, new.answer)
        yield from declared("candidate", new.id, old, new)

    return Kind(
        "candidate",
        lambda old, new: alike(old.answer, new.answer),
        lambda candidate: candidate.answer,
        lambda old, new: alike(old.answer, new.answer) < _OTHER_ANSWER,
        changes,
    )


def _score_changes(old: Candidate, new: Candidate) -> Iterator[Change]:
    for dimension in {**old.scores, **new.scores}:
        before, after = old.scores.get(dimension), new.scores.get(dimension)
        if before != after:
            yield _value_change("score-changed", new.id, f"score of {dimension}", before, after)
    if old.total != new.total:
        yield _value_change("total-changed", new.id, "total", old.total, new.total)
    if old.verdict != new.verdict:
        yield _value_change("verdict-changed", new.id, "verdict", old.verdict, new.verdict)


def _value_change(kind: str, item: str, what: str, before: object, after: object) -> Change:
    was, now = (None if value is None else str(value) for value in (before, after))
    return Change(kind, Grade.MINOR, "candidate", item, f"{what}: {was or 'none'} became {now or 'none'}", was, now)


def _marker_changes(old: Candidate, new: Candidate) -> Iterator[Change]:
    before, after = _by_marker(old), _by_marker(new)
    for marker in {**before, **after}:
        was, now = before.get(marker), after.get(marker)
        if was is None and now is not None:
            message = f"marker {marker} added on {short(now.quote)}"
            yield Change("marker-added", Grade.MINOR, "candidate", new.id, message, None, now.quote)
        elif was is not None and now is None:
            yield Change("marker-removed", Grade.MINOR, "candidate", new.id, f"marker {marker} removed", was.quote)
        elif was is not None and now is not None:
            yield from reworded("marker-changed", "candidate", new.id, f"quote of {marker}", was.quote, now.quote)
            yield from declared("candidate", new.id, was, now, f" of {marker}")


def _by_marker(candidate: Candidate) -> dict[str, AutoFail]:
    """Give the auto-fails by marker; further ones of the same marker get a number."""
    found: dict[str, AutoFail] = {}
    for entry in candidate.auto_fails:
        number = sum(1 for name in found if name.partition(" ")[0] == entry.marker)
        found[f"{entry.marker} ({number + 1})" if number else entry.marker] = entry
    return found


def _fix_text(fix_it: FixIt) -> str:
    return f"{fix_it.title} {fix_it.before} {fix_it.after}"


def _fix_changes(old: FixIt, new: FixIt) -> Iterator[Change]:
    if old.candidate != new.candidate:
        message = f"mends candidate {new.candidate} instead of {old.candidate}"
        yield Change("fix-it-changed", Grade.MINOR, "fix-it", new.id, message, old.candidate, new.candidate)
    yield from reworded("fix-it-changed", "fix-it", new.id, "before", old.before, new.before)
    yield from reworded("fix-it-changed", "fix-it", new.id, "after", old.after, new.after)
    yield from declared("fix-it", new.id, old, new)


def fix_it_kind(alike: Likeness) -> Kind[FixIt]:
    """Give how fix-its are compared."""
    return Kind(
        "fix-it",
        lambda old, new: alike(_fix_text(old), _fix_text(new)),
        lambda fix_it: fix_it.before,
        lambda old, new: alike(_fix_text(old), _fix_text(new)) < _OTHER_FIX,
        _fix_changes,
    )
