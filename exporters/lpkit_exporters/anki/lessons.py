"""Notes about what a pack teaches: a concept or a coach's note, where its author phrased the question it answers."""

from collections.abc import Iterator
from hashlib import sha256

from lpkit.model import advice_of
from lpkit_exporters.anki.fields import folded, plain
from lpkit_exporters.anki.note import Note, make_note
from lpkit_exporters.anki.notetypes import RECALL
from lpkit_exporters.anki.page import Page

MOST_WORDS = 60
"""Words of a text that a back shows at once; the rest of a longer one is folded."""


def concept_notes(page: Page) -> Iterator[Note]:
    """Yield a note for each concept that answers a question."""
    for entry in page.pack.concepts:
        if entry.ask:
            yield _lesson(page, ("concept", "concepts"), entry.id, entry.ask, entry.text, entry.title)


def coaching_notes(page: Page) -> Iterator[Note]:
    """Yield a note for each of the coach's notes that answers a question."""
    for entry in map(advice_of, page.pack.coaching):
        if entry.ask:
            yield _lesson(page, ("coaching-note", "coaching"), entry.id, entry.ask, entry.text)


def _lesson(page: Page, kinds: tuple[str, str], name: str | None, ask: str, text: str, title: str = "") -> Note:
    """Make a note. One without an id is known by its question, and as new as all the texts of its kind together."""
    own, whole = kinds
    words = page.words
    shown, rest = folded(text, MOST_WORDS)
    fields = {
        "Question": plain(ask),
        "Topic": page.said(words.gettext("Concept") if own == "concept" else words.gettext("Coaching")),
        "Title": plain(title),
        "Answer": shown,
        "More": rest,
    }
    if name:
        return make_note(page, RECALL, (own, name), fields)
    item = (own, f"ask-{sha256(ask.encode(errors='surrogatepass')).hexdigest()[:12]}")
    return make_note(page, RECALL, item, fields, line=(whole, page.pack.id))
