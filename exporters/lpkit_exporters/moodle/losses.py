"""What a question bank of Moodle does not hold."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import ANSWERS_SHOWN, COMMON, item_losses

_LOST: Mapping[str, str] = {
    **COMMON,
    "questions.excerpt": "Moodle has no field for it: it stands above the stem, in the text of the question",
    "questions.steps": "Moodle has one field for all: they are a list in the general feedback",
    "questions.mistakes": "Moodle has no field for them: they stand below the steps, in the general feedback",
    "questions.options.pinned": "Moodle pins no single option: where one has its place, none is shuffled",
}
_SHOWN = ANSWERS_SHOWN | {"questions.hint"}
"""Keys that questions hold, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, _SHOWN)
