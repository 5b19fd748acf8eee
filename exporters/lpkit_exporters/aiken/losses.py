"""What Aiken does not hold: all but stems, options and keys."""

from collections.abc import Iterator, Mapping

from lpkit.export import Loss, Shelf, has_code
from lpkit_exporters.aiken.entry import holds
from lpkit_exporters.items import Text
from lpkit_exporters.items.losses import COMMON, item_losses

_BARE = "Aiken holds a text, options and the key of a question, and nothing else"
_FILE = "files are called by ids, and Aiken has no categories"
_SCORES = "of a scored answer Aiken holds the text, and the band and the verdict that it reaches"
_LOST: Mapping[str, str] = {
    **COMMON,
    **dict.fromkeys(("library.title", "library.principles", "library.levels", "title", "principle", "level"), _FILE),
    **dict.fromkeys(("library.markers", "library.verdicts.passes", "library.rubrics.dimensions.expects"), _SCORES),
    **dict.fromkeys((f"evaluate.candidates.{key}" for key in ("auto_fails", "delivery", "notes", "reasons")), _SCORES),
    **dict.fromkeys(("evaluate.candidates.scores", "evaluate.candidates.total"), _SCORES),
    "evaluate.minutes": _SCORES,
    "evaluate.rubric.expects": _SCORES,
    "model_answer": "Aiken has no essays",
    "tags": _BARE,
    **dict.fromkeys((f"questions.{key}" for key in ("id", "difficulty", "steps", "hint", "mistakes")), _BARE),
    "questions.options.why": _BARE,
    "questions.options.pinned": "Aiken does not say whether options are shuffled: see to it in the quiz",
}


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library."""
    yield from item_losses(shelf, _LOST)
    for pack in shelf.packs:
        for question in pack.questions:
            if not holds([Text(option.text) for option in question.options]):
                reason = "left out: on one line two of its options are the same, or it has more than 26"
                yield Loss(pack.id, "questions", reason, question.id)
            elif has_code(question.stem) or has_code(question.excerpt or ""):
                yield Loss(pack.id, "questions.stem", "Aiken has no line breaks, which code needs", question.id)
