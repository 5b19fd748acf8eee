"""Notes of what was retired: an import finds the learner's old card by its GUID, says so on it and tags it.

A deck cannot delete. These notes bring no card: Anki updates the note that a learner has, whose card and history
stay, and gives nobody else anything to study.
"""

from collections.abc import Iterator

from lpkit.export import RetiredItem, Shelf
from lpkit_exporters.anki.fields import plain, prose
from lpkit_exporters.anki.note import Note
from lpkit_exporters.anki.notetypes import AUTO_FAIL, FIX_IT, QUESTION, RECALL, SCORE, NoteType
from lpkit_exporters.anki.page import marked
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.catalogue.words import Words

TAG = "lpkit::retired"
_NOTE_TYPES: dict[str, tuple[NoteType, str]] = {
    "auto-fail": (AUTO_FAIL, "spot"),
    "candidate": (SCORE, "score"),
    "coaching-note": (RECALL, "coaching"),
    "concept": (RECALL, "concept"),
    "fix-it": (FIX_IT, "fix-it"),
    "question": (QUESTION, "question"),
}
"""The note type of an item with a card, and what settings call the kind; packs and markers as such have none."""


def retired_notes(shelf: Shelf, selection: Selection, words: Words) -> list[Note]:
    """Give a note for each retired item that had one, of the kinds and packs that are wanted."""
    return [_note(shelf, item, words) for item in shelf.retired if _is_wanted(item, selection)]


def _is_wanted(item: RetiredItem, selection: Selection) -> bool:
    known = _NOTE_TYPES.get(item.kind)
    return known is not None and known[1] in selection.kinds and selection.wants(item.path.split("/")[0])


def _note(shelf: Shelf, item: RetiredItem, words: Words) -> Note:
    library, (pack, *ids) = shelf.library, item.path.split("/")
    note_type, _ = _NOTE_TYPES[item.kind]
    path = (library.id, pack, item.kind, *ids)
    what, instead = plain(item.path), plain(item.replaced_by or "")
    seen = words.gettext("Retired: see %(instead)s (%(what)s)", instead=instead, what=what)
    title = seen if instead else words.gettext("Retired (%(what)s)", what=what)
    fields = {
        note_type.fields[0]: marked(title, words, library.language),
        "Language": library.language,
        "Source": plain(library.title),
        "Id": "/".join(path),
        "Retired": "".join(_reasons(item, words, library.language)),
    }
    return Note(note_type, path, fields, (f"lpkit::pack::{pack}", TAG), faces=())


def _reasons(item: RetiredItem, words: Words, language: str) -> Iterator[str]:
    gone = marked(words.gettext("It is no longer part of the library."), words, language)
    yield prose(item.reason) if item.reason else f"<p>{gone}</p>"
    if item.replaced_by:
        see = words.gettext("See <b>%(instead)s</b>, which takes its place.", instead=plain(item.replaced_by))
        yield f"<p>{marked(see, words, language)}</p>"
