"""Questions of a spreadsheet, saved as CSV: one row each, columns found by their headers."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lpkit.importing import Draft, Imported, LpkitError, Note, Options, decoded, lines_of

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
FIELDS = tuple(dict.fromkeys(_NAMES.values()))
"""What a column may be read as, besides single options and their reasons."""

_LISTS = {"options", "steps", "mistakes"}
_OPTION = re.compile(r"(?:option|choice)?[ _-]*([a-j]|\d{1,2})")
_WHY = re.compile(r"why[ _-]*([a-j]|\d{1,2})")
_LETTERS = "abcdefghij"
_QUOTED = re.compile(r'"[^"]*"')
_SHOWN = 10
"""Headers that a message names at the most."""


class CsvImporter:
    """Reads a table.

    Headers: id, pool, difficulty, stem (or question), excerpt, option 1 … (or a, b, …; or options, parted by `|`),
    why 1 …, answer (the text, letter or number of an option), steps and mistakes (parted by `|`), hint. Columns with
    other headers are noted.
    """

    name = "csv"
    summary = "A spreadsheet saved as CSV: one question a row, columns found by their headers."
    settings: Mapping[str, str] = {"column": "FIELD=HEADER: the column of a field that is called otherwise; repeatable"}

    def recognises(self, name: str, content: bytes) -> bool:
        """Tell whether the first line names the columns that a question needs."""
        if name.lower().endswith((".csv", ".tsv")):
            return True
        first = lines_of(content.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].decode("utf-8", "replace"))[0]
        try:
            fields = _fields(next(csv.reader([first], delimiter=_delimiter(first)), []), {}, [])
        except csv.Error:
            return False
        return "stem" in fields and "answer" in fields

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the rows; the setting `column` gives the header of a field where it is not one of the known names.

        Raises LpkitError where there is no column for the stem, the options or the answer, and where a setting
        names no field or a header that is not there.
        """
        notes: list[Note] = []
        columns = _columns(options.get("column", ()))
        return Imported(tuple(_read_table(decoded(content), columns, notes)), tuple(notes))


def _columns(words: Iterable[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for word in words:
        name, _, header = word.partition("=")
        if name not in FIELDS or not header:
            raise LpkitError(f'"{word}" names no column', f"write FIELD=HEADER; fields: {', '.join(FIELDS)}")
        columns[name] = header
    return columns


def _read_table(text: str, columns: Mapping[str, str], notes: list[Note]) -> Iterator[Draft]:
    rows = _rows(text)
    _, header = next(rows, (0, []))
    fields = _fields(header, columns, notes)
    _require_columns(fields, header)
    for line, row in rows:
        place = f"line {line}"
        if len(row) > len(fields):
            notes.append(Note(place, "not held: cells beyond the last column"))
        yield _draft(place, fields, row)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything, with the line on which each begins."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    begin = 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield begin, row
            begin = rows.line_num + 1
    except csv.Error as error:
        hint = "close its quotes, or save the table as CSV anew"
        raise LpkitError(f"line {begin} is not CSV: {error}", hint) from error


def _delimiter(text: str) -> str:
    head = _QUOTED.sub("", text.lstrip()).partition("\n")[0]
    return max(",;\t", key=head.count)


def _fields(header: list[str], columns: Mapping[str, str], notes: list[Note]) -> list[str]:
    """Give the field of each column, or nothing where it is not read; the first of two for one field is read."""
    there = {name.strip().casefold() for name in header}
    for field, wanted in columns.items():
        if wanted.strip().casefold() not in there:
            raise LpkitError(f'the table has no column "{wanted}" for {field}', _headers(header))
    fields: list[str] = []
    found: set[str] = set()
    for name in header:
        field = _field(name, columns)
        taken = _field(name, {}) if not field else field if field in found else ""
        fields.append("" if taken else field)
        found.add(field)
        if name.strip() and not fields[-1]:
            reason = f"{taken} is read from another column" if taken else "the format has no such field"
            notes.append(Note(f'column "{name}"', f"not held: {reason}"))
    return fields


def _headers(header: list[str]) -> str:
    shown = ", ".join(f'"{name.strip()}"' for name in header[:_SHOWN])
    return f"its columns: {shown}{', …' if len(header) > _SHOWN else ''}"


def _field(name: str, columns: Mapping[str, str]) -> str:
    plain = " ".join(name.strip().casefold().split())
    for field, header in columns.items():
        if header.strip().casefold() == name.strip().casefold():
            return field
    if plain in _NAMES:
        return "" if _NAMES[plain] in columns else _NAMES[plain]
    for pattern, field in ((_WHY, "why"), (_OPTION, "option")):
        if found := pattern.fullmatch(plain):
            return f"{field} {_place(found.group(1))}"
    return ""


def _place(word: str) -> int:
    return int(word) if word.isdigit() else _LETTERS.index(word) + 1


def _require_columns(fields: list[str], header: list[str]) -> None:
    if not header:
        raise LpkitError("the table is empty", "its first line names the columns, as stem, options and answer")
    has_options = "options" in fields or any(field.startswith("option ") for field in fields)
    for there, what in (("stem" in fields, "stem"), (has_options, "options"), ("answer" in fields, "answer")):
        if not there:
            raise LpkitError(
                f"the table has no column for the {what}", f"name it: --column {what}=HEADER; {_headers(header)}"
            )


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
    if word.isdecimal() and len(word) <= 2:
        return options.get(int(word), cell)
    return options.get(_LETTERS.index(word) + 1, cell) if len(word) == 1 and word in _LETTERS else cell


importer = CsvImporter()
