"""A key below the questions of a table: a row that says so, and then the number of each question with its letter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lpkit.importing import Decision
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import role_of
from lpkit_importers.table.heading import Headed
from lpkit_importers.table.unnamed import cell

_KEYS = {"answer", "answers", "solution"}


def with_keys(begun: Headed) -> Headed:
    """Give a table whose key stands below its questions with a column for it; any other table as it is.

    It is one where each number of a question comes once above and once below.
    """
    kinds = {role.kind for name in begun.header if (role := role_of(name))}
    if _KEYS & kinds or "mark" in kinds or "stem" not in kinds:
        return begun
    at = next((at for at, row in enumerate(begun.rows) if _says_so(row)), None)
    if at is None:
        return begun
    keys = _numbered(begun.rows[at + 1 :])
    rows = begun.rows[:at]
    for column in range(len(begun.header)):
        if keys and sorted(cell(row, column) for row in rows) == sorted(keys):
            width = len(begun.header)
            made = [_row(row, width, keys[cell(row, column)]) for row in rows]
            said = Decision("keys", f'below the questions, by the numbers in the column "{begun.header[column]}"')
            return replace(begun, header=[*begun.header, "answer"], rows=made, said=(*begun.said, said))
    return begun


def _row(row: Row, width: int, key: str) -> Row:
    def beside(cells: Sequence[str]) -> tuple[str, ...]:
        filled = [*cells, *[""] * (width - len(cells))]
        return (*filled[:width], key, *filled[width:])

    return Row(row.line, beside(row.cells), beside(row.raw) if row.raw else ())


def _says_so(row: Row) -> bool:
    """Tell whether the only cell of a row says that a key follows."""
    filled = [text for text in row.cells if text]
    role = role_of(filled[0]) if len(filled) == 1 else None
    return role is not None and role.kind in _KEYS


def _numbered(rows: Sequence[Row]) -> Mapping[str, str]:
    """Give the keys by number; none where a row is anything else, or a number comes twice."""
    filled = [[text for text in row.cells if text] for row in rows]
    keys = {cells[0]: cells[1] for cells in filled if len(cells) == 2}
    return keys if len(keys) == len(filled) and all(number.rstrip(".)").isdecimal() for number in keys) else {}
