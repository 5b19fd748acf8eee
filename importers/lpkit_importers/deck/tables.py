"""Note types to tables: a type is one, its fields are columns, and lists within a field are options."""

import json
import re
from collections.abc import Mapping

from lpkit_importers.deck.choices import is_all_in_one, single_choices
from lpkit_importers.deck.lists import entries_of
from lpkit_importers.deck.notes import Note, NoteType
from lpkit_importers.foreign.account import Account
from lpkit_importers.table.grid import Grid, Row, check_size
from lpkit_importers.table.headers import plain, role_of
from lpkit_importers.table.stems import held_within

_SOUND = re.compile(r"\[sound:[^\[\]]*\]")
_LEAST = 4
"""Fields that a question fills at the least: a text, two options and a key."""


def asks(kind: NoteType, named: Mapping[str, str]) -> bool:
    """Tell whether the notes of a type have options: by the names of their fields, or as the user names them."""
    if named:
        return {plain(header) for header in named.values()} <= {plain(name) for name in kind.fields}
    kinds = [role.kind for name in kind.fields if (role := role_of(name))]
    offers = kinds.count("option") > 1 or bool({"options", "wrong"} & {*kinds})
    filled = max((sum(bool(cell.strip()) for cell in note.fields) for note in kind.notes), default=0)
    if is_all_in_one(kind) or _holds_options(kind):
        return True
    return ("stem" in kinds and offers) if kind.fields else filled >= _LEAST


def grid_of(kind: NoteType, account: Account) -> Grid:
    """Give the table of a note type; what is not held of its notes goes into the account.

    Raises LpkitError where there are too many notes or fields.
    """
    notes = single_choices(kind, account) if is_all_in_one(kind) else _unfolded(kind) if _holds_options(kind) else kind
    check_size(len(notes.notes), len(notes.fields))
    listed = [_is_listed(notes, place) for place in range(len(notes.fields))]
    rows = []
    for note in notes.notes:
        if note.tagged:
            account.lose(note.place, "the tags of a note")
        cells = [_quiet(cell, note, account) for cell in note.fields]
        cells = [_cell(cell) if at < len(listed) and listed[at] else cell for at, cell in enumerate(cells)]
        rows.append(Row(note.place, tuple(cells)))
    named = f'notes of Anki, type "{kind.name}"' if kind.name else "notes of Anki"
    return Grid(tuple(rows), account.unit, named, tuple(notes.fields))


def _holds_options(kind: NoteType) -> bool:
    """Tell whether a type has two sides, of which the first holds the options, with letters or as a list."""
    sides = [*kind.fields] or [""] * max((len(note.fields) for note in kind.notes), default=0)
    fronts = [note.fields[0] for note in kind.notes if note.fields]
    return len(sides) == 2 and bool(fronts) and (held_within(fronts) or all(_listed_stem(text) for text in fronts))


def _unfolded(kind: NoteType) -> NoteType:
    """Give notes of two sides as questions with a column for their options; letters are told apart by the table."""
    if held_within([note.fields[0] for note in kind.notes if note.fields]):
        return NoteType(kind.name, ("question", "answer"), notes=kind.notes)
    made = NoteType(kind.name, ("question", "options", "answer"))
    for note in kind.notes:
        stem, options = _listed_stem(note.fields[0]) or ("", [])
        back = note.fields[1] if len(note.fields) > 1 else ""
        made.notes.append(Note(note.place, (stem, json.dumps(options, ensure_ascii=False), back), note.tagged))
    return made


def _listed_stem(front: str) -> tuple[str, list[str]] | None:
    """Give what is asked and the entries of the list below it, of which there are two or more."""
    begin = re.search(r"<[ou]l\b", front, re.IGNORECASE)
    if begin is None or not front[: begin.start()].strip():
        return None
    entries = [html for _, html in entries_of(front[begin.start() :])]
    return (front[: begin.start()], entries) if len(entries) > 1 else None


def _quiet(cell: str, note: Note, account: Account) -> str:
    """Take recordings out of a field."""
    found = _SOUND.sub("", cell)
    if found != cell:
        account.lose(note.place, "a recording")
    return found.strip()


def _is_listed(kind: NoteType, place: int) -> bool:
    """Tell whether a field is a list in all notes in which it says anything."""
    cells = [note.fields[place] for note in kind.notes if place < len(note.fields) and note.fields[place].strip()]
    role = role_of(kind.fields[place])
    offers = role is not None and role.kind in {"options", "answers", "wrong"}
    return offers and bool(cells) and all(entries_of(cell) for cell in cells)


def _cell(cell: str) -> str:
    return json.dumps([html for _, html in entries_of(cell)], ensure_ascii=False) if cell else ""
