"""What a deck cannot hold, and what it holds but cannot do."""

from collections.abc import Iterator

from lpkit.export import Loss, Shelf, unshown
from lpkit.model import Library, Pack, advice_of
from lpkit_exporters.anki.notetypes import MOST_DIMENSIONS
from lpkit_exporters.bundle.vocabulary import Vocabulary
from lpkit_exporters.catalogue.words import CATALOGUES

_SHOWN = frozenset(
    (
        *(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "probes", "reasons")),
        *("questions.hint", "questions.options.pinned", "concepts.ask", "coaching.ask"),
    )
)
"""Keys that cards show, of those by which the format grew."""


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library, pack by pack."""
    yield from _library_losses(shelf.library)
    for pack in shelf.packs:
        if not CATALOGUES.words(shelf.library.language).fits(shelf.library.language):
            yield Loss(pack.id, "library.language", "the headings on the cards are in English")
        yield from _lesson_losses(pack)
        yield from _exercise_losses(shelf.library, pack)
        yield from _question_losses(pack)
    yield from unshown(shelf, _SHOWN)


def _library_losses(library: Library) -> Iterator[Loss]:
    yield Loss(library.id, "library.test", "Anki draws no test and says no pattern is strong")
    yield Loss(library.id, "library.speaking", "a card does not tell how long an answer takes to say")
    for entry in library.retired:
        reason = "a deck cannot delete: of a retired pack an import says so on each old card, and tags it"
        yield Loss(library.id, "library.retired", reason, entry.id)


def _lesson_losses(pack: Pack) -> Iterator[Loss]:
    if not all(entry.ask for entry in pack.concepts):
        yield Loss(pack.id, "concepts", "a concept is a card where its author gave the question, `ask`")
    if not all(advice_of(note).ask for note in pack.coaching):
        yield Loss(pack.id, "coaching", "a coach's note is a card where its author gave the question, `ask`")
    yield Loss(pack.id, "model_answer", "guidance is long and answers no one question: it makes no card")


def _exercise_losses(library: Library, pack: Pack) -> Iterator[Loss]:
    names = [entry.id for entry in Vocabulary(library).dimensions(pack.evaluate.rubric)][MOST_DIMENSIONS:]
    for name in names:
        if name in pack.evaluate.score_first:
            reason = f"only the first {MOST_DIMENSIONS} dimensions of a rubric have a card to score them"
            yield Loss(pack.id, "evaluate.score_first", reason, name)
    yield Loss(pack.id, "evaluate.score_first", "the card asks for these scores, but nothing keeps the rubric shut")
    for entry in pack.evaluate.calibration:
        reason = "shown with its limit on every back; a card does not know the reader's own score"
        yield Loss(pack.id, "evaluate.calibration", reason, entry.candidate)


def _question_losses(pack: Pack) -> Iterator[Loss]:
    if any(question.pool == "test" for question in pack.questions):
        reason = "test questions are left out, so that a test stays one; --set pools=practice,test adds them"
        yield Loss(pack.id, "questions.pool", reason)
    for entry in pack.retired:
        reason = "a deck cannot delete: of what the lock knows an import says so on the old card, and tags it"
        yield Loss(pack.id, "retired", reason, entry.id)
