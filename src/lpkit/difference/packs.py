"""What changed in one pack."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from lpkit.corpus import PackView, Placed
from lpkit.diagnostic import Path
from lpkit.difference.candidates import candidate_kind, fix_it_kind
from lpkit.difference.change import Change, Grade, eased
from lpkit.difference.declared import declared
from lpkit.difference.dimensions import compare_dimensions
from lpkit.difference.matching import Ids, compare_items
from lpkit.difference.questions import question_kind
from lpkit.difference.vocabulary import compare_retired
from lpkit.difference.wording import likeness_in, reworded, short
from lpkit.model import Advice, Candidate, CoachingNote, Concept, FixIt, advice_of
from lpkit.verdict import Proof, prove

T = TypeVar("T", Candidate, FixIt)


def compare_packs(old: PackView, new: PackView) -> list[Change]:
    """Compare two states of one pack; ids of a pack that was a draft before are not yet permanent."""
    changes = [*_head(old, new), *_items(old, new), *_guidance(old, new), *_own_rubric(old, new)]
    return eased(changes) if old.pack.status == "draft" else changes


def proof_of(view: PackView, candidate: str) -> Proof | None:
    """Give the proof of a candidate's verdict; None where the rubric or the bands are broken."""
    placed = view.candidate(candidate)
    if placed is None or view.rubric is None or view.library is None or not view.library.bands_hold:
        return None
    return prove(placed.value, view.rubric, view.library)


def _head(old: PackView, new: PackView) -> Iterator[Change]:
    before, after, item = old.pack, new.pack, new.pack.id
    if before.status != after.status:
        kind = {"published": "pack-published", "retired": "retired"}.get(after.status, "pack-withdrawn")
        message = f"status: {before.status} became {after.status}"
        yield Change(kind, Grade.MINOR, "pack", item, message, before.status, after.status)
    for key in ("principle", "level"):
        was, now = getattr(before, key), getattr(after, key)
        if was != now:
            yield Change(f"{key}-changed", Grade.MINOR, "pack", item, f"{key}: {was} became {now}", was, now)
    yield from reworded("prompt-reworded", "pack", item, "prompt", before.prompt, after.prompt)
    yield from declared("pack", item, before, after)
    if before.tags != after.tags:
        was, now = ", ".join(before.tags), ", ".join(after.tags)
        yield Change("tags-changed", Grade.PATCH, "pack", item, "tags changed", was, now)


def _items(old: PackView, new: PackView) -> Iterator[Change]:
    retired_before, retired = (
        {entry.value.id: entry.value for entry in state.place(state.pack.retired, "retired")} for state in (old, new)
    )

    def ids(*at: str) -> Ids:
        return Ids({name for _, name in new.ids(*at)}, retired, retired_before)

    alike = likeness_in(new.language)
    asked, asks = ({view.value.id: view.value for view in reversed(state.questions)} for state in (old, new))
    yield from compare_items(question_kind(alike), asked, asks, ids("questions"))
    kind = candidate_kind(alike, lambda name: proof_of(new, name))
    yield from compare_items(kind, _by_id(old.candidates), _by_id(new.candidates), ids("evaluate", "candidates"))
    yield from compare_items(fix_it_kind(alike), _by_id(old.fix_its), _by_id(new.fix_its), ids("fix_its"))
    known = {name for at in _LISTS for _, name in new.ids(*at)}
    for name in sorted(set(retired_before) - set(retired) - known):
        message = "no longer in `retired`, so that the id may be used again by mistake"
        yield Change("retired-entry-removed", Grade.MINOR, "pack", name, message, name)
    yield from compare_retired(retired_before, retired)


_LISTS: tuple[Path, ...] = (("evaluate", "candidates"), ("fix_its",), ("questions",))


def _by_id(placed: Sequence[Placed[T]]) -> dict[str, T]:
    """Give items by id; of two with one id the first."""
    return {entry.value.id: entry.value for entry in reversed(placed)}


def _guidance(old: PackView, new: PackView) -> Iterator[Change]:
    before, after, item = old.pack, new.pack, new.pack.id
    yield from _concepts(old, new)
    yield from _coaching(item, before.coaching, after.coaching)
    was, now = before.model_answer, after.model_answer
    yield from declared("model answer", item, was, now)
    if was.candidate != now.candidate:
        message = f"the model answer is candidate {now.candidate} instead of {was.candidate}"
        yield Change("model-answer-changed", Grade.MINOR, "pack", item, message, was.candidate, now.candidate)
    if was.requires != now.requires:
        yield Change("model-answer-changed", Grade.MINOR, "pack", item, "requirements of the model answer changed")
    first, then = before.evaluate, after.evaluate
    yield from declared("pack", item, first, then)
    for key in ("minutes", "score_first"):
        if getattr(first, key) != getattr(then, key):
            values = (_shown(getattr(first, key)), _shown(getattr(then, key)))
            message = f"{key}: {values[0]} became {values[1]}"
            yield Change("exercise-changed", Grade.MINOR, "pack", item, message, *values)
    if first.calibration != then.calibration:
        yield Change("calibration-changed", Grade.PATCH, "pack", item, "calibration messages changed")


def _shown(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _concepts(old: PackView, new: PackView) -> Iterator[Change]:
    before, after = ({entry.title: entry for entry in view.pack.concepts} for view in (old, new))
    for entry in _entries([*before], [*after]):
        grade = Grade.PATCH if entry.before and entry.after else Grade.MINOR
        yield Change("concept-changed", grade, "pack", new.pack.id, *entry.said("concept"))
    for title, concept in before.items():
        other = after.get(title, concept)
        if other.text != concept.text:
            message = f"concept {short(title)} reworded"
            yield Change("concept-changed", Grade.PATCH, "pack", new.pack.id, message, concept.text, other.text)
        yield from _taught(new.pack.id, concept, other, f" of concept {short(title)}")


def _coaching(item: str, old: Sequence[CoachingNote], new: Sequence[CoachingNote]) -> Iterator[Change]:
    before, after = ({advice.text: advice for advice in map(advice_of, notes)} for notes in (old, new))
    for entry in _entries([*before], [*after]):
        yield Change("coaching-changed", Grade.PATCH, "pack", item, *entry.said("coaching note"))
    for text, advice in before.items():
        yield from _taught(item, advice, after.get(text, advice), f" of coaching note {short(text)}")


def _taught(item: str, was: Concept | Advice, now: Concept | Advice, of: str) -> Iterator[Change]:
    """Give the changes of what makes a card of a text: its question, and the id by which the card is known."""
    if was.id != now.id:
        message = f"id{of}: {was.id or 'none'} became {now.id or 'none'}"
        yield Change("identity-changed", Grade.MINOR, "pack", item, message, was.id, now.id)
    yield from declared("pack", item, was, now, of)


class _Entry(NamedTuple):
    """A text of a list that came, went, or was reworded."""

    before: str | None
    after: str | None

    def said(self, what: str) -> tuple[str, str | None, str | None]:
        """Give message, old text and new text."""
        verb = "reworded" if self.before and self.after else "added" if self.after else "removed"
        return f"{what} {verb}: {short(self.after or self.before or '')}", self.before, self.after


def _entries(old: Sequence[str], new: Sequence[str]) -> Iterator[_Entry]:
    """Pair what differs between two lists of texts, in order."""
    gone = [text for text in old if text not in new]
    came = [text for text in new if text not in old]
    for before, after in zip_longest(gone, came):
        yield _Entry(before, after)


def _own_rubric(old: PackView, new: PackView) -> Iterator[Change]:
    was, now, item = old.pack.evaluate.rubric, new.pack.evaluate.rubric, new.pack.id
    if isinstance(was, str) and isinstance(now, str):
        if was != now:
            yield Change("rubric-changed", Grade.MINOR, "pack", item, f"rubric: {was} became {now}", was, now)
    elif isinstance(was, str) or isinstance(now, str):
        message = "the rubric of the library was exchanged for the pack's own, or the other way round"
        yield Change("rubric-changed", Grade.MINOR, "pack", item, message)
    else:
        yield from compare_dimensions(was, now)
