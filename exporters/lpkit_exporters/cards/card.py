"""Cards of one retrieval each, before any dialect: what is asked, what is to be known, and why."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lpkit_exporters.bundle.pack_model import PackFile, QuestionEntry

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Piece(NamedTuple):
    """A text of a card: Markdown, or plain text, perhaps words of an answer."""

    text: str
    prose: bool = False
    quoted: bool = False


class Card(NamedTuple):
    """A card: its kind and id within the pack, what it is of, its front, the answer, and the explanation below it."""

    kind: str
    id: str
    of: tuple[str, str]
    """Kind and path of the item that it shows, as in library.lock."""
    front: tuple[Piece, ...]
    answer: tuple[Piece, ...]
    explanation: tuple[Piece, ...]


def cards(file: PackFile, kinds: Sequence[str], pools: Sequence[str]) -> Iterator[Card]:
    """Give the cards of a pack: what is weak and which marker shows before the questions, as the text itself goes."""
    if "marker" in kinds:
        yield from _marker_cards(file)
    if "fix-it" in kinds:
        for fix_it in file.fix_its:
            front = (Piece("What is weak here? Say it better."), Piece(fix_it.before, quoted=True))
            answer = (Piece(fix_it.after, quoted=True),)
            explanation = (Piece(fix_it.title), Piece(fix_it.why, prose=True))
            yield Card("fix-it", fix_it.id, ("fix-it", f"{file.id}/{fix_it.id}"), front, answer, explanation)
    if "question" in kinds:
        yield from (_question_card(file.id, question) for question in file.questions if question.pool in pools)


def _marker_cards(file: PackFile) -> Iterator[Card]:
    for candidate in file.evaluate.candidates:
        for place, found in enumerate(candidate.auto_fails):
            front = (Piece("Which marker do these words show?"), Piece(found.quote, quoted=True))
            answer, why = Piece(found.marker.title), Piece(found.why, prose=True)
            of = ("auto-fail", f"{file.id}/{candidate.id}/{found.marker.id}")
            yield Card("marker", f"{candidate.id}-{place + 1}", of, front, (answer,), (why,))


def _question_card(pack: str, question: QuestionEntry) -> Card:
    excerpt = (Piece(question.excerpt, quoted=True),) if question.excerpt else ()
    shown = question.shown()
    options = [Piece(f"{_letter(place)}) {option.text}") for place, option in enumerate(shown)]
    right = next((place for place, option in enumerate(shown) if option.correct), 0)
    steps = tuple(Piece(step, prose=True) for step in question.steps)
    front = (*excerpt, Piece(question.stem), *options)
    return Card("question", question.id, ("question", f"{pack}/{question.id}"), front, (options[right],), steps)


def _letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)
