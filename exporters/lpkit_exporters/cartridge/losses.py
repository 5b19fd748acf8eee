"""What a Common Cartridge does not hold."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf
from lpkit_exporters.items.losses import ANSWERS_SHOWN, COMMON, item_losses

_UNTAGGED = "questions of a cartridge have no tags and no difficulty: quizzes are by pack and pool"
_HELD = {"library.language", "concepts", "coaching", "fix_its"}
_LOST: Mapping[str, str] = {
    **{field: reason for field, reason in COMMON.items() if field not in _HELD},
    "tags": _UNTAGGED,
    "fix_its.id": "a page shows rewrites without what they are called",
    "questions.difficulty": _UNTAGGED,
    "questions.excerpt": "a cartridge has no element for it: it stands above the stem, in the text of the question",
    "questions.steps": "a cartridge has one feedback for all: they are a list in it",
    "questions.mistakes": "a cartridge has no element for them: they stand below the steps",
    "questions.hint": "systems show no hint of a cartridge: it stands below the steps, and is read after the answer",
    "questions.options.pinned": "a cartridge does not say whether options are shuffled: a system may shuffle all",
}

_SHOWN = ANSWERS_SHOWN | {"concepts.ask", "coaching.ask"}
"""Keys that quizzes and pages hold, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST, _SHOWN)
