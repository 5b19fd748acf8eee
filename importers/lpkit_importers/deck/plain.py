"""Notes in plain text, as Anki exports them: lines `#separator:tab` and the like, and then a note a line."""

import csv
import io
import re
from collections.abc import Sequence

from lpkit.importing import LpkitError
from lpkit_importers.deck.notes import Note, NoteType
from lpkit_importers.foreign.account import Account
from lpkit_importers.table.grid import check_size

_SIGNS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}
KEYS = ("separator", "html", "columns", "notetype", "deck", "tags")
"""What the lines at the beginning of a file may say."""
_COLUMN = re.compile(r"\s*\d{1,4}\s*")
"""The number of a column; longer ones are none."""
_SPECIAL = ("guid column", "notetype column", "deck column", "tags column")


def is_plain(content: bytes) -> bool:
    """Tell whether the first line is one of those that Anki writes."""
    head = content.removeprefix(b"\xef\xbb\xbf")[:40].lower()
    return any(head.startswith(f"#{key}:".encode()) for key in (*KEYS, *_SPECIAL))


def read_plain(text: str, account: Account) -> list[NoteType]:
    """Give the note types of a file; what is not held of its notes goes into the account.

    Raises LpkitError where the lines are no table.
    """
    lines = text.splitlines(keepends=True)
    count = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    said = dict(_said(line) for line in lines[:count])
    sign = said.get("separator", "\t").strip("\r\n")
    sign = _SIGNS.get(sign.strip().casefold(), sign) or "\t"
    if len(sign) != 1 or sign in '"\r\n':
        raise LpkitError(f'the separator "{sign}" is not one character', "write #separator:tab")
    special = {int(said[key]) - 1: key for key in _SPECIAL if _COLUMN.fullmatch(said.get(key, ""))}
    names = said["columns"].strip("\r\n").split(sign) if "columns" in said else []
    names = [name for at, name in enumerate(names) if at not in special]
    types: dict[str, NoteType] = {}
    for line, cells in _rows("".join(lines[count:]), sign, count):
        check_size(line, len(cells))
        if cells[0].startswith("#"):
            account.lose(line, "a comment")
            continue
        kind = said.get("notetype", "").strip()
        for at, key in special.items():
            kind = cells[at] if key == "notetype column" and at < len(cells) else kind
        tagged = any(key == "tags column" and at < len(cells) and cells[at].strip() for at, key in special.items())
        fields = tuple(cell for at, cell in enumerate(cells) if at not in special)
        types.setdefault(kind, NoteType(kind, names)).notes.append(Note(line, fields, tagged))
    return [*types.values()]


def _said(line: str) -> tuple[str, str]:
    key, _, value = line[1:].partition(":")
    return key.strip().casefold(), value


def _rows(text: str, sign: str, before: int) -> "Sequence[tuple[int, list[str]]]":
    """Give the rows that hold anything, each with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    rows: list[tuple[int, list[str]]] = []
    line = before + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, cells))
            line = before + reader.line_num + 1
    except csv.Error as error:
        raise LpkitError(f"line {before + reader.line_num}: {error}", "export the notes anew") from error
    return rows
