"""What H5P does not hold."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import COMMON, item_losses

_NO_TAGS = "content of H5P has no tags"
_SCORES = "of a scored answer there are its points, reasons and verdict, with the marker that it shows"
_LOST: Mapping[str, str] = {
    **{name: reason for name, reason in COMMON.items() if name not in ("library.test", "library.language")},
    "library.language": "content tells its language, but what is asked about scores and all buttons are in English",
    "library.test": "a set draws at random, without the mix of difficulties",
    **dict.fromkeys(("library.retired", "retired"), "an upload takes the place of the old content, whatever was in it"),
    "library.title": "each set is called by its pack",
    "library.verdicts": "verdicts are options with their totals; which of them pass is not told",
    "library.markers": _SCORES,
    "evaluate.minutes": "nothing asks for an answer of one's own",
    "evaluate.candidates.auto_fails.why": _SCORES,
    "evaluate.candidates.delivery": _SCORES,
    "library.levels": _NO_TAGS,
    "library.principles": _NO_TAGS,
    "principle": _NO_TAGS,
    "level": _NO_TAGS,
    "tags": _NO_TAGS,
    "questions.difficulty": _NO_TAGS,
    "model_answer": "nothing asks for an answer of one's own",
    "questions.excerpt": "H5P has no field for it: it stands above the stem; code keeps lines and spaces, not its type",
    "questions.hint": "H5P has hints for options alone: each option of a practice question has that of the question",
    "questions.steps": "H5P has no solution: steps are what is said of the key, chosen or not",
    "questions.mistakes": "H5P has no field for them: they stand below the steps",
    "questions.options.pinned": "H5P pins no single option: where one has its place, none is shuffled",
}
_SHOWN = frozenset(f"evaluate.candidates.{key}" for key in ("notes", "reasons"))
"""Keys that questions hold, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, _SHOWN)
