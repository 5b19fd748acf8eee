"""Note types to tables: a type is one, its fields are columns, and lists within a field are options."""

import json
import re
from collections.abc import Mapping, Sequence

from lpkit_importers.deck.lists import entries_of
from lpkit_importers.deck.notes import Note, NoteType
from lpkit_importers.foreign.account import Account
from lpkit_importers.table.grid import Grid, Row, check_size
from lpkit_importers.table.headers import plain, role_of

_SOUND = re.compile(r"\[sound:[^\[\]]*\]")
_NUMBERED = re.compile(r"q (\d{1,2})")
_LEAST = 4
"""Fields that a question fills at the least: a text, two options and a key."""
_SINGLE = "2"
"""What the field QType says of a single choice in the note type AllInOne (0 and 1 are several choices)."""


def asks(kind: NoteType, named: Mapping[str, str]) -> bool:
    """Tell whether the notes of a type have options: by the names of their fields, or as the user names them."""
    if named:
        return {plain(header) for header in named.values()} <= {plain(name) for name in kind.fields}
    kinds = [role.kind for name in kind.fields if (role := role_of(name))]
    offers = kinds.count("option") > 1 or bool({"options", "wrong"} & {*kinds})
    filled = max((sum(bool(cell.strip()) for cell in note.fields) for note in kind.notes), default=0)
    if not kind.fields:
        return filled >= _LEAST
    return ("stem" in kinds and offers) or _is_all_in_one(kind)


def grid_of(kind: NoteType, account: Account) -> Grid:
    """Give the table of a note type; what is not held of its notes goes into the account.

    Raises LpkitError where there are too many notes or fields.
    """
    notes = _all_in_one(kind, account) if _is_all_in_one(kind) else kind
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


def _is_all_in_one(kind: NoteType) -> bool:
    names = [plain(name) for name in kind.fields]
    typed = any(name.replace(" ", "").startswith("qtype") for name in names)
    return typed and "answers" in names and sum(bool(_NUMBERED.fullmatch(name)) for name in names) > 1


def _all_in_one(kind: NoteType, account: Account) -> NoteType:
    """Give the single choices of the note type AllInOne, whose field Answers marks each option by 0 or 1."""
    names = [plain(name) for name in kind.fields]
    asked = next(at for at, name in enumerate(names) if name.replace(" ", "").startswith("qtype"))
    answers = names.index("answers")
    options = [at for at, name in enumerate(names) if _NUMBERED.fullmatch(name)]
    kept = [at for at in range(len(names)) if at not in {asked, answers, *options}]
    header = [*(kind.fields[at] for at in kept), *_pairs(len(options))]
    made = NoteType(kind.name, header)
    for note in kind.notes:
        fields = [*note.fields, *[""] * (len(names) - len(note.fields))]
        if fields[asked].strip() != _SINGLE:
            account.leave(note.place, "several-answers")
            continue
        marks = _marks(fields[answers], len(options))
        pairs = [cell for at, mark in zip(options, marks, strict=True) for cell in (fields[at], mark)]
        made.notes.append(Note(note.place, (*(fields[at] for at in kept), *pairs), note.tagged))
    return made


def _pairs(number: int) -> Sequence[str]:
    return [name for at in range(1, number + 1) for name in (f"option {at}", f"correct {at}")]


def _marks(said: str, number: int) -> Sequence[str]:
    marks = said.split()
    return [marks[at] if at < len(marks) else "" for at in range(number)]
