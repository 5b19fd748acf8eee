"""What Open edX does not hold."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import ANSWERS_SHOWN, COMMON, item_losses

_SCORES = "levels stand for the points: of the lowest none, of the highest all, of others those in their middle"
_LOST: Mapping[str, str] = {
    **{name: reason for name, reason in COMMON.items() if name != "library.language"},
    "library.language": "the course has it, but what is asked about scores is in English",
    "library.retired": "an import takes what is gone out of the outline",
    "retired": "an import takes what is gone out of the outline",
    "tags": "a file of OLX carries no tags",
    "evaluate.candidates.scores": f"an open response assessment chooses a level: {_SCORES}",
    "questions.excerpt": "Open edX has no field for it: it stands above the stem",
    "questions.steps": "Open edX has one solution for all: they are a list in it",
    "questions.mistakes": "Open edX has no field for them: they stand below the steps, in the solution",
    "questions.options.pinned": "what is pinned keeps its place at an end; where one stands between, none is shuffled",
}
_SHOWN = ANSWERS_SHOWN | {"questions.hint"}
"""Keys that problems and pages hold, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, _SHOWN)
