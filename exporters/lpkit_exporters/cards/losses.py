"""What short cards leave out."""

from collections.abc import Iterator
from typing import Any

from lpkit.export import Loss, Shelf, has_code, unshown
from lpkit.model import Pack, Question

_LONG = "a card asks for one thing: long answers, their scores and teaching texts are in other exports"
_AROUND = "a card stands alone: files are called by ids, and the app's deck as whoever imports it likes"
_NO_ID = "what these apps import has no ids: the next import makes new cards beside the old ones"
_OF_PACK = {
    **dict.fromkeys(("title", "principle", "level", "prompt"), _AROUND),
    **dict.fromkeys(("concepts", "coaching", "model_answer", "evaluate", "tags"), _LONG),
    **dict.fromkeys(("id", "fix_its.id", "questions.id"), _NO_ID),
    "fix_its.candidate": "a card does not tell whose words it quotes",
    "questions.difficulty": "a card does not tell how hard it is",
}
_NAMED = frozenset(
    (
        *(f"evaluate.candidates.{key}" for key in ("delivery", "notes", "probes", "reasons")),
        *("questions.hint", "questions.options.pinned"),
    )
)
"""Keys by which the format grew and that are named here."""
_OF_LIBRARY = {
    **dict.fromkeys(("title", "principles", "levels"), _AROUND),
    **dict.fromkeys(("verdicts", "rubrics"), _LONG),
    "id": _NO_ID,
    "language": "a card does not tell its language, and what it asks beside the questions is in English",
    "markers": "a card tells which marker a passage shows and why there; what a marker costs is in other exports",
    "test": "no app of these draws a test or says that a pattern is strong",
    "speaking": "a card does not tell how long an answer takes to say",
    "retired": "cards that were imported stay until they are deleted",
}


def losses(shelf: Shelf) -> Iterator[Loss]:
    """List the losses of a library, pack by pack."""
    library = shelf.library
    for field, reason in _OF_LIBRARY.items():
        yield Loss(library.id, f"library.{field}", reason)
    for pack in shelf.packs:
        yield from (Loss(pack.id, field, reason) for field, reason in _OF_PACK.items() if getattr(pack, field, True))
        yield from _question_losses(pack)
        for entry in pack.retired:
            yield Loss(pack.id, "retired", "cards that were imported stay until they are deleted", entry.id)
    yield from unshown(shelf, _NAMED)


def _question_losses(pack: Pack) -> Iterator[Loss]:
    if any(question.pool == "test" for question in pack.questions):
        reason = (
            "questions of the test pool are left out, so that a test stays one; --set pools=practice,test takes them"
        )
        yield Loss(pack.id, "questions.pool", reason)
    for question in pack.questions:
        for field in ("hint", "mistakes"):
            if getattr(question, field):
                yield Loss(pack.id, f"questions.{field}", _LONG, question.id)
        if any(option.why for option in question.options):
            yield Loss(pack.id, "questions.options.why", _LONG, question.id)
        if any(option.pinned for option in question.options):
            yield Loss(
                pack.id, "questions.options.pinned", "options stand in one order: nothing shuffles them", question.id
            )
        if any(map(has_code, _plain(question))):
            reason = "tab-separated text has no line breaks, which code needs; mochi and obsidian keep them"
            yield Loss(pack.id, "questions.stem", reason, question.id)


def _plain(question: Question) -> list[Any]:
    return [text for text in (question.stem, question.excerpt, *(option.text for option in question.options)) if text]
