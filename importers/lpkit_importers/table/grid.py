"""What every table is once it is read, whatever file it came from: rows of cells, and what was decided on the way."""

from dataclasses import dataclass

from lpkit.importing import LpkitError, Note

COLUMNS_MOST = 300
"""Columns that a table may have."""
ROWS_MOST = 200_000
"""Rows that a table may have."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds anything: the line or row of the file on which it begins, from 1, and its cells, trimmed."""

    line: int
    cells: tuple[str, ...]
    raw: tuple[str, ...] = ()
    """The cells as they stand in the file, where their indentation may count; none where nobody kept them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was read; `unit` is what its places are called, `said` how it was read."""

    rows: tuple[Row, ...]
    unit: str
    said: str
    header: tuple[str, ...] = ()
    """The names of the columns, where they are no row; else one of the first rows has them, or none has."""
    listed: frozenset[int] = frozenset()
    """The rows whose columns of options are the entries of a list."""
    notes: tuple[Note, ...] = ()
    """What of the cells could not be read as it is shown."""


def check_size(rows: int, columns: int) -> None:
    """Refuse what is no table of questions.

    Raises LpkitError for more rows or columns than a table may have.
    """
    for number, most, what in ((rows, ROWS_MOST, "rows"), (columns, COLUMNS_MOST, "columns")):
        if number > most:
            raise LpkitError(f"the table has more than {most:,} {what}", "split it, or take out what is no question")
