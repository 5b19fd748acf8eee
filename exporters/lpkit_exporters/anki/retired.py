"""Notes of what was retired: an import finds the learner's old card by its GUID, says so on it and tags it.

A deck cannot delete. These notes are in a package of their own, because Anki imports every card as new, suspended
or not: a learner who never had the old card would get a dead one.
"""

from collections.abc import Iterator

from lpkit.export import RetiredItem, Shelf
from lpkit_exporters.anki.decks import Deck, component
from lpkit_exporters.anki.fields import plain, prose
from lpkit_exporters.anki.identity import number
from lpkit_exporters.anki.note import Note
from lpkit_exporters.anki.notetypes import AUTO_FAIL, COACHING, FIX_IT, QUESTION, SCORE

TAG = "lpkit::retired"
_NOTE_TYPES = {
    "auto-fail": AUTO_FAIL,
    "candidate": SCORE,
    "coaching": COACHING,
    "concepts": COACHING,
    "fix-it": FIX_IT,
    "question": QUESTION,
}


def retired_notes(shelf: Shelf) -> list[Note]:
    """Give a note for each retired item that had one; packs and markers as such have none."""
    return [_note(shelf, item) for item in shelf.retired if item.kind in _NOTE_TYPES]


def retired_deck(shelf: Shelf) -> list[Deck]:
    """Give the decks for cards that a learner never had: the library's, and below it the one to throw away."""
    name = shelf.decks.get(f"library/{shelf.library.id}") or component(shelf.library.title)
    root = Deck((shelf.library.id,), number("deck", shelf.library.id), name, "")
    text = "Cards that are no longer part of the library. You can delete this deck."
    path = (shelf.library.id, "", "retired")
    return [root, Deck(path, number("deck", *path), f"{name}::Retired", text)]


def _note(shelf: Shelf, item: RetiredItem) -> Note:
    library, (pack, *ids) = shelf.library, item.path.split("/")
    note_type = _NOTE_TYPES[item.kind]
    path = (library.id, pack, item.kind, *ids)
    fields = {
        note_type.fields[0]: f"Retired: {plain(item.path)}",
        "Language": library.language,
        "Source": plain(library.title),
        "Id": "/".join(path),
        "Retired": "".join(_reasons(item)),
    }
    return Note(note_type, path, fields, (f"lpkit::pack::{pack}", TAG))


def _reasons(item: RetiredItem) -> Iterator[str]:
    yield prose(item.reason) if item.reason else "<p>It is no longer part of the library.</p>"
    if item.replaced_by:
        yield f"<p>Its place is taken by <b>{plain(item.replaced_by)}</b>.</p>"
