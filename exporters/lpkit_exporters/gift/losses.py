"""What GIFT does not hold."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import COMMON, item_losses

_GRADERS = "GIFT has no information for graders: the choices that score an answer tell points, reasons and verdict"
_LOST: Mapping[str, str] = {
    **COMMON,
    "library.levels": "a tag tells the level by its id",
    "library.principles": "a category has the title of its principle, and says no more of it",
    "library.verdicts": "verdicts are options with their totals; which of them pass is not told",
    "library.markers": "a marker stands where an answer shows it, with what it costs and not why",
    "evaluate.candidates.delivery": _GRADERS,
    "evaluate.candidates.auto_fails.why": _GRADERS,
    "questions.excerpt": "GIFT has no field for it: it stands above the stem, in the text of the question",
    "questions.steps": "GIFT has one field for all: they are a list in the general feedback",
    "questions.mistakes": "GIFT has no field for them: they stand below the steps, in the general feedback",
    "questions.hint": "GIFT has no hints: it stands in the general feedback, after the answer",
    "questions.options.pinned": "GIFT does not say whether options are shuffled: see to it in the quiz",
}


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, {"evaluate.candidates.notes", "evaluate.candidates.reasons"})
