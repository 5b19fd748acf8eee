"""Questions that went to another pack: their former names tell, and a move is one change instead of two."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lpkit.corpus import PackView
from lpkit.difference.change import Change, Grade, placed
from lpkit.difference.questions import question_kind
from lpkit.difference.snapshot import Shelf
from lpkit.difference.wording import likeness_in
from lpkit.model import Question


class _Move(NamedTuple):
    """A question before, in a pack, and after, in another one."""

    pack: str
    old: Question
    new: Question
    view: PackView


def with_moves(changes: Iterable[Change], old: Shelf, new: Shelf) -> Iterator[Change]:
    """Replace what says that questions went and came by what says that they moved."""
    moves = list(_moves(old, new))
    names = {former: name for name, view in new.packs.items() for former in view.pack.formerly}
    ends = {("question", name, move.old.id) for move in moves for name in (move.pack, names.get(move.pack))}
    begins = {("question", move.view.pack.id, move.new.id) for move in moves}
    for change in changes:
        place = (change.subject, change.pack, change.item)
        went = place in ends and change.kind in ("removed-unretired", "renamed")
        came = place in begins and change.kind == "question-added"
        if not (went or came):
            yield change
    for move in moves:
        yield from placed(_said(move), new.view.library.id, move.view.pack.id, move.view.source.name)


def _said(move: _Move) -> Iterator[Change]:
    former = f"{move.pack}/{move.old.id}"
    yield Change("moved", Grade.MINOR, "question", move.new.id, f"moved here from {former}", former, move.new.id)
    changes = question_kind(likeness_in(move.view.language)).changes(move.old, move.new)
    yield from (change for change in changes if change.kind != "identity-changed")


def _moves(old: Shelf, new: Shelf) -> Iterator[_Move]:
    for name, view in new.packs.items():
        known = _questions(old, name)
        for question in (one.value for one in view.questions if one.value.id not in known):
            for former in reversed(question.formerly):
                pack, _, item = former.partition("/")
                before = _questions(old, pack).get(item)
                if before is not None and item not in _questions(new, pack):
                    yield _Move(pack, before, question, view)
                    break


def _questions(shelf: Shelf, pack: str) -> dict[str, Question]:
    view = shelf.packs.get(pack)
    return {one.value.id: one.value for one in view.questions} if view else {}
