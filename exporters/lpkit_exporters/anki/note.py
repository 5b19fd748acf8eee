"""A note before it is stored: what it says, who it is and what it was made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lpkit.model import Library
from lpkit_exporters.anki.fields import plain
from lpkit_exporters.anki.identity import guid, number
from lpkit_exporters.anki.notetypes import NoteType
from lpkit_exporters.anki.page import Page
from lpkit_exporters.anki.times import EPOCH, Times


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a pack, and which cards it makes."""

    note_type: NoteType
    path: tuple[str, ...]
    """Library, pack, kind and item: the permanent ids that say which note this is."""
    fields: Mapping[str, str]
    """HTML by the name of the field; a field that is not named is empty."""
    tags: tuple[str, ...]
    faces: tuple[int, ...] = (0,)
    """Which cards of its note type it makes, by their places; none where an import shall update a note that a
    learner has, and give nobody a card."""
    line: tuple[str, str] | None = None
    """The line of the lock that tells when it changed, where that is not the note's own."""
    passages: tuple[str, ...] = ()
    """What it shows of a candidate's answer: the ids of the candidates. Its cards keep away from others' that do."""
    origin: tuple[str, ...] = ()
    """The path under which it was published first, where it has moved since: learners know it by that."""

    @property
    def identity(self) -> tuple[str, ...]:
        """Give the ids that all its numbers are made of."""
        return self.origin or self.path

    @property
    def guid(self) -> str:
        """Give the GUID by which an import recognises the note."""
        return guid("note", *self.identity)

    @property
    def number(self) -> int:
        """Give the id that the note has in the package."""
        return number("note", *self.identity)

    def card_number(self, face: int) -> int:
        """Give the id that one of the note's cards has in the package."""
        return number("card", *self.identity, *([str(face)] if face else []))

    def texts(self) -> list[str]:
        """Give the fields in the order of the note type."""
        unknown = self.fields.keys() - set(self.note_type.fields)
        assert not unknown, unknown
        return [self.fields.get(name, "") for name in self.note_type.fields]

    def time(self, times: Times) -> int:
        """Give the seconds since 1970 at which something on it last changed."""
        _, pack, kind, *ids = self.path
        return times.get(self.line or (kind, "/".join((pack, *ids))), EPOCH)


def identified(note: Note, origins: Mapping[tuple[str, str], str]) -> Note:
    """Give a note the identity under which it was published first, where it moved since."""
    library, pack, kind, *ids = note.path
    first = origins.get((kind, "/".join((pack, *ids))))
    if first is None:
        return note
    pack, *ids = first.split("/")
    return replace(note, origin=(library, pack, kind, *ids))


def make_note(
    page: Page,
    note_type: NoteType,
    item: tuple[str, ...],
    fields: Mapping[str, str],
    tags: Iterable[str] = (),
    **rest: Any,
) -> Note:
    """Add to a note what all notes of a pack share; `item` is its kind and the ids within the pack."""
    path = (page.names.library.id, page.pack.id, *item)
    return Note(
        note_type,
        path,
        {**_common(page, path), **fields},
        tuple(sorted({*_tags(page), *(f"lpkit::{tag}" for tag in tags)})),
        **rest,
    )


def _common(page: Page, path: tuple[str, ...]) -> dict[str, str]:
    library: Library = page.names.library
    return {
        "Pattern": plain(page.pack.title),
        "Principle": plain(page.names.principle(page.pack.principle).title),
        "Level": plain(page.names.level(page.pack.level).title),
        "Language": library.language,
        "Source": plain(library.title),
        "Id": "/".join(path),
    }


def _tags(page: Page) -> list[str]:
    pack = page.pack
    own = [f"lpkit::tag::{tag}" for tag in pack.tags]
    return [f"lpkit::principle::{pack.principle}", f"lpkit::level::{pack.level}", f"lpkit::pack::{pack.id}", *own]
