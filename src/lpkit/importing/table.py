"""Questions of a spreadsheet, saved as CSV: one row each, columns found by their headers."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.errors import LpkitError
from lpkit.importing.draft import Draft, Note

_NAMES = {
    "id": "id",
    "pool": "pool",
    "difficulty": "difficulty",
    "level": "difficulty",
    "stem": "stem",
    "question": "stem",
    "excerpt": "excerpt",
    "options": "options",
    "answer": "answer",
    "key": "answer",
    "correct": "answer",
    "correct answer": "answer",
    "steps": "steps",
    "explanation": "steps",
    "solution": "steps",
    "hint": "hint",
    "mistakes": "mistakes",
}
_LISTS = {"options", "steps", "mistakes"}
_OPTION = re.compile(r"(?:option|choice)?[ _-]*([a-j]|\d{1,2})")
_WHY = re.compile(r"why[ _-]*([a-j]|\d{1,2})")
_LETTERS = "abcdefghij"


def read_table(text: str, columns: Mapping[str, str], notes: list[Note]) -> Iterator[Draft]:
    """Read a table; `columns` gives the header of a field where it is not one of the known names.

    Headers: id, pool, difficulty, stem (or question), excerpt, option 1 … (or a, b, …; or options, parted by `|`),
    why 1 …, answer (the text, letter or number of an option), steps and mistakes (parted by `|`), hint. Columns with
    other headers are noted.

    Raises LpkitError where there is no column for the stem, the options or the answer.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        header = next(rows, [])
        fields = [_field(name, columns) for name in header]
        _require_columns(fields)
        for name, column in zip(header, fields, strict=True):
            if not column and name.strip():
                notes.append(Note(f'column "{name}"', "not held: the format has no such field"))
        for row in rows:
            if any(cell.strip() for cell in row):
                if len(row) > len(fields):
                    notes.append(Note(f"line {rows.line_num}", "not held: cells beyond the last column"))
                yield _draft(f"line {rows.line_num}", fields, row)
    except csv.Error as error:
        raise LpkitError(f"line {rows.line_num} is not CSV: {error}", "save the table as CSV anew") from error


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _field(name: str, columns: Mapping[str, str]) -> str:
    plain = " ".join(name.strip().casefold().split())
    for field, header in columns.items():
        if header.casefold() == name.strip().casefold():
            return field
    if plain in _NAMES:
        return _NAMES[plain]
    for pattern, field in ((_WHY, "why"), (_OPTION, "option")):
        if found := pattern.fullmatch(plain):
            return f"{field} {_place(found.group(1))}"
    return ""


def _place(word: str) -> int:
    return int(word) if word.isdigit() else _LETTERS.index(word) + 1


def _require_columns(fields: list[str]) -> None:
    has_options = "options" in fields or any(field.startswith("option ") for field in fields)
    for there, what in (("stem" in fields, "stem"), (has_options, "options"), ("answer" in fields, "answer")):
        if not there:
            raise LpkitError(f"the table has no column for the {what}", f"name it: --column {what}=HEADER")


def _draft(place: str, fields: list[str], row: list[str]) -> Draft:
    cells = {field: cell.strip() for field, cell in zip(fields, row, strict=False) if field}
    found: dict[str, Any] = {key: _split(key, cells.get(key, "")) for key in _NAMES.values()}
    places = sorted(int(key.partition(" ")[2]) for key in cells if key.startswith("option ") and cells[key])
    texts = [cells[f"option {number}"] for number in places] or found["options"]
    numbers = places or [*range(1, len(texts) + 1)]
    found["answer"] = _answer(found["answer"], dict(zip(numbers, texts, strict=True)))
    whys = [cells.get(f"why {number}", "") for number in numbers]
    found["options"] = [{"text": text, "why": why} if why else text for text, why in zip(texts, whys, strict=True)]
    return Draft(place, {**found, "pool": found["pool"].lower(), "difficulty": found["difficulty"].lower()})


def _split(key: str, cell: str) -> Any:
    if key not in _LISTS:
        return cell
    return [part.strip() for part in cell.split("|") if part.strip()]


def _answer(cell: str, options: Mapping[int, str]) -> str:
    """Give the text of the option that a cell names: by its text first, then by letter or number."""
    if cell in options.values():
        return cell
    word = cell.casefold().rstrip(".)")
    number = int(word) if word.isdecimal() else _LETTERS.find(word) + 1 if len(word) == 1 else 0
    return options.get(number, cell)
