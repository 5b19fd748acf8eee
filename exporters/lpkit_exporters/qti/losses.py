"""What an item of QTI does not hold."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import ANSWERS_SHOWN, COMMON, item_losses

_LOST: Mapping[str, str] = {
    **{field: reason for field, reason in COMMON.items() if field != "library.language"},
    "questions.excerpt": "QTI has no element for it: it stands above the stem, in the body of the item",
    "questions.steps": "QTI has one feedback for all: they are a list in what is said after every answer",
    "questions.mistakes": "QTI has no element for them: they stand below the steps",
    "questions.hint": "QTI has no hint before an answer: it is said after a wrong one, in a test below the steps",
}

_SHOWN = ANSWERS_SHOWN | {"questions.options.pinned"}
"""Keys that items hold, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, _SHOWN)
