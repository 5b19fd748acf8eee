"""What Canvas does not hold, in its Classic Quizzes and in New Quizzes."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import ANSWERS_SHOWN, COMMON, item_losses

_UNTAGGED = "questions of Canvas have no tags and no difficulty: banks and quizzes are by pack and pool"
_LOST: Mapping[str, str] = {
    **COMMON,
    "tags": _UNTAGGED,
    "level": _UNTAGGED,
    "questions.difficulty": _UNTAGGED,
    "questions.excerpt": "Canvas has no field for it: it stands above the stem, in the text of the question",
    "questions.steps": "Canvas has one comment for all: they are a list in it; New Quizzes show it as general feedback",
    "questions.mistakes": "Canvas has no field for them: they stand below the steps",
    "questions.hint": "Canvas has no hints: it stands below the steps, and is read after the answer",
    "questions.options.why": "a comment on an answer in Classic Quizzes; New Quizzes may drop it",
    "questions.options.pinned": "Canvas pins no option: a quiz in which one has its place shuffles no options",
}


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, ANSWERS_SHOWN)
