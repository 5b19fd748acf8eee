"""What a deck cannot hold, and what it holds but cannot do."""

from collections.abc import Iterator

from lpkit.export import Loss, Shelf, unshown
from lpkit.model import Library, Pack

_SHOWN = frozenset(
    (
        *(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "probes", "reasons")),
        *("questions.hint", "questions.options.pinned"),
    )
)
"""Keys that cards show, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library, pack by pack."""
    yield from _library_losses(shelf.library)
    for pack in shelf.packs:
        if shelf.library.language.lower().split("-")[0] != "en":
            yield Loss(pack.id, "library.language", "the headings on the cards are in English")
        yield from _exercise_losses(pack)
        yield from _question_losses(pack)
    yield from unshown(shelf, _SHOWN)


def _library_losses(library: Library) -> Iterator[Loss]:
    yield Loss(library.id, "library.test", "Anki draws no test and says no pattern is strong")
    yield Loss(library.id, "library.speaking", "a card does not tell how long an answer takes to say")
    for entry in library.retired:
        reason = "a deck cannot delete: a retired pack is in a package of its own that tags old cards"
        yield Loss(library.id, "library.retired", reason, entry.id)


def _exercise_losses(pack: Pack) -> Iterator[Loss]:
    yield Loss(pack.id, "evaluate.score_first", "the card asks for these scores, but nothing keeps the rubric shut")
    for entry in pack.evaluate.calibration:
        reason = "shown with its limit on every back; a card does not know the reader's own score"
        yield Loss(pack.id, "evaluate.calibration", reason, entry.candidate)


def _question_losses(pack: Pack) -> Iterator[Loss]:
    if any(question.pool == "test" for question in pack.questions):
        reason = "Anki shows test questions when they are due; it draws no test and says no pattern is strong"
        yield Loss(pack.id, "questions.pool", reason)
    for entry in pack.retired:
        reason = "a deck cannot delete: what the lock knows is in a package of its own that tags old cards"
        yield Loss(pack.id, "retired", reason, entry.id)
