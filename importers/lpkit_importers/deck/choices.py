"""Notes of the type AllInOne (kprim, mc, sc), whose field Answers marks each option by 0 or 1, to a table."""

import re
from collections.abc import Iterable, Sequence

from lpkit_importers.deck.notes import Note, NoteType
from lpkit_importers.foreign.account import Account
from lpkit_importers.table.headers import plain

_NUMBERED = re.compile(r"q (\d{1,2})")
_KINDS = {"0", "1", "2"}
"""What the field QType says: each option is right or wrong, several are right, one is."""
_EACH = "0"
_MARKS = re.compile(r"[01](?: [01])+")
_FIRST = ("Question", "Title", "QType")
"""The fields with which the type begins; options follow, then Answers and what explains."""


def is_all_in_one(kind: NoteType) -> bool:
    """Tell whether notes are of this type: by the names of the fields, or where those have none, by its own and all."""
    if not kind.fields:
        return kind.name.startswith("AllInOne") and _answers_at(kind) is not None
    names = [plain(name) for name in kind.fields]
    typed = any(name.replace(" ", "").startswith("qtype") for name in names)
    return typed and "answers" in names and sum(bool(_NUMBERED.fullmatch(name)) for name in names) > 1


def single_choices(kind: NoteType, account: Account) -> NoteType:
    """Give the notes in which one option is right, as a table with a mark beside each option."""
    fields = kind.fields or _names(kind)
    names = [plain(name) for name in fields]
    asked = next(at for at, name in enumerate(names) if name.replace(" ", "").startswith("qtype"))
    answers = names.index("answers")
    options = [at for at, name in enumerate(names) if _NUMBERED.fullmatch(name)]
    kept = [at for at in range(len(names)) if at not in {asked, answers, *options}]
    header = [*(fields[at] for at in kept), *_pairs(len(options))]
    made = NoteType(kind.name, header)
    for note in kind.notes:
        cells = [*note.fields, *[""] * (len(names) - len(note.fields))]
        marks = _marks(cells[answers], len(options))
        if cells[asked].strip() == _EACH or sum(mark == "1" for mark in marks) != 1:
            account.leave(note.place, "several-answers")
            continue
        pairs = [cell for at, mark in zip(options, marks, strict=True) for cell in (cells[at], mark)]
        made.notes.append(Note(note.place, (*(cells[at] for at in kept), *pairs), note.tagged))
    return made


def _answers_at(kind: NoteType) -> int | None:
    """Give the field that marks options, where all notes have it in one place and begin as the type does."""
    begin = len(_FIRST)
    places = {_of_marks(note.fields[begin:]) for note in kind.notes}
    typed = all(len(note.fields) > begin and note.fields[begin - 1].strip() in _KINDS for note in kind.notes)
    place = places.pop() if len(places) == 1 and typed else None
    return None if place is None else begin + place


def _of_marks(fields: Iterable[str]) -> int | None:
    """Give the one field that is a row of 0 and 1; None where there is none, or there are several."""
    found = [at for at, text in enumerate(fields) if _MARKS.fullmatch(text.strip())]
    return found[0] if len(found) == 1 and found[0] > 1 else None


def _names(kind: NoteType) -> Sequence[str]:
    """Give the names of the fields by their order."""
    at = _answers_at(kind) or 0
    most = max(len(note.fields) for note in kind.notes)
    options = [f"Q_{number}" for number in range(1, at - len(_FIRST) + 1)]
    return [*_FIRST, *options, "Answers", *[""] * (most - at - 1)]


def _pairs(number: int) -> Sequence[str]:
    return [name for at in range(1, number + 1) for name in (f"option {at}", f"correct {at}")]


def _marks(said: str, number: int) -> Sequence[str]:
    marks = said.split()
    return [marks[at] if at < len(marks) else "" for at in range(number)]
