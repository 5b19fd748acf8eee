"""Where a table begins and ends: its header, what stands above it, and other tables below it and beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from lpkit.importing import Decision, LpkitError, Note
from lpkit_importers.table.grid import Grid, Row
from lpkit_importers.table.headers import Role, plain, role_of
from lpkit_importers.table.settings import Settings
from lpkit_importers.table.unnamed import cell, header_by_evidence

_SEARCHED = 20
"""Rows among which the header is looked for: titles may stand above it."""
_NAME = 100
"""Characters of what may name a column."""
_TRUTH = {"true", "false"}
"""Words that name columns, and stand in them."""
_ALL_BUT = 0.75
"""Share of the cells of a header in the midst of a table that name columns."""
_OFFERED = {"answers", "option", "options", "wrong"}
_KEYS = {"answer", "solution", "mark"}


@dataclass(frozen=True, slots=True)
class Headed:
    """The names of the columns, the rows below them, and what is to be said of the rows that are neither."""

    header: Sequence[str]
    rows: Sequence[Row]
    notes: tuple[Note, ...] = ()
    said: tuple[Decision, ...] = ()


def headed(grid: Grid, settings: Settings) -> Headed:
    """Part the header from the rows: the first that names a question and options or key, or as all rows prove.

    Raises LpkitError where two tables stand side by side: which cells belong together, nobody knows then.
    """
    if grid.header:
        return Headed(grid.header, grid.rows)
    if settings.header:
        return Headed(settings.header, grid.rows, said=(Decision("header", "as you say"),))
    at = next((at for at, row in enumerate(grid.rows[:_SEARCHED]) if names_columns(row.cells)), 0)
    row = grid.rows[at]
    if at or names_columns(row.cells) or settings.columns:
        above = [Note(f"{grid.unit} {one.line}", "not held: it stands above the header") for one in grid.rows[:at]]
        rows, below = _up_to_the_next(grid, row, grid.rows[at + 1 :])
        _refuse_side_by_side(row.cells, rows, settings)
        names, rest, merged = _merged(row.cells, rows)
        where = f"{grid.unit} {row.line}{' and the one below' if merged else ''}"
        said = (Decision("header", where),) if at or merged else ()
        return Headed(names, rest, (*above, *below), said)
    counted = [*row.cells] == [str(number) for number in range(len(row.cells))]
    bare = grid.rows[1:] if counted else grid.rows
    found = header_by_evidence(bare)
    if found:
        proved = Decision("header", "none: the rows themselves show what the columns are")
        return Headed(found, bare, said=(proved,))
    names, rest, _ = _merged(row.cells, grid.rows[1:])
    return Headed(names, rest)


def names_columns(cells: Sequence[str]) -> bool:
    """Tell whether a row names columns: a question, and options or a key."""
    kinds = {role.kind for role in _roles(cells) if not role.weak}
    rest = kinds & (_OFFERED | _KEYS)
    return ("stem" in kinds and bool(rest)) or len(rest) >= 2


def _roles(cells: Sequence[str]) -> list[Role]:
    """Give what the cells of a row name, as far as they name columns and are no words of truth."""
    names = [name for name in cells if len(name) < _NAME and not _TRUTH & {*plain(name).split()}]
    return [role for name in names if (role := role_of(name))]


def _up_to_the_next(grid: Grid, header: Row, rows: Sequence[Row]) -> tuple[list[Row], list[Note]]:
    """Give the rows of a table, and notes on its header where that comes again and on another table below."""
    kept: list[Row] = []
    notes = []
    for at, row in enumerate(rows):
        if _alike(row, header):
            notes.append(Note(f"{grid.unit} {row.line}", "not held: it is the header again"))
        elif _begins_another(row):
            many = len(rows) - at - 1
            below = f", with {many} row{'' if many == 1 else 's'} below" if many else ""
            said = f"not held{below}: another table begins here; save it as a file of its own"
            return kept, [*notes, Note(f"{grid.unit} {row.line}", said)]
        else:
            kept.append(row)
    return kept, notes


def _alike(row: Row, other: Row) -> bool:
    names, others = ([plain(cell) for cell in one.cells] for one in (row, other))
    return row.cells == other.cells or (_filled(names) == _filled(others) and any(_filled(names)))


def _filled(names: Sequence[str]) -> list[tuple[int, str]]:
    return [(column, name) for column, name in enumerate(names) if name]


def _begins_another(row: Row) -> bool:
    """Tell whether a row below the header is one itself: nearly all of its cells name columns, also the key's."""
    roles = _roles(row.cells)
    kinds = {role.kind for role in roles if not role.weak}
    many = sum(map(bool, row.cells))
    return "stem" in kinds and bool(kinds & _OFFERED) and bool(kinds & _KEYS) and len(roles) >= _ALL_BUT * many


def _refuse_side_by_side(header: Sequence[str], rows: Sequence[Row], settings: Settings) -> None:
    named = {name.partition(" ")[0] for name in settings.columns}
    if {"stem", "answer", "option"} <= named:
        return
    filled = [column for column in range(len(header)) if header[column] and any(cell(row, column) for row in rows)]
    names = [plain(header[column]) for column in filled]
    twice = [header[column] for column, name in zip(filled, names, strict=True) if names.count(name) > 1]
    kinds = {role.kind for name in twice if (role := role_of(name)) and not role.weak}
    if "stem" in kinds and kinds & (_OFFERED | _KEYS):
        shown = ", ".join(f'"{name}"' for name in dict.fromkeys(twice))
        raise LpkitError(f"two tables stand side by side: {shown} come twice", "save each as a file of its own")


def _merged(header: Sequence[str], rows: Sequence[Row]) -> tuple[list[str], Sequence[Row], bool]:
    """Give columns without a header the one before them where that names options: one cell over several columns.

    A row below that labels just those columns is part of the header, and says which option is which.
    """
    names = [name.strip() for name in header]
    over: list[int] = []
    for column in range(1, len(names)):
        before = role_of(names[column - 1])
        offers = before is not None and before.kind in {"options", "answers"}
        if not names[column] and offers and any(cell(row, column) for row in rows):
            names[column] = names[column - 1]
            over += [column] if over else [column - 1, column]
    if not over or not rows or not _labels(rows[0], over):
        return names, rows, False
    for column in over:
        names[column] = f"option {cell(rows[0], column)}"
    return names, rows[1:], True


def _labels(row: Row, columns: Sequence[int]) -> bool:
    """Tell whether a row has labels of options in some columns, each another one, and nothing elsewhere."""
    roles = [role_of(cell(row, column)) for column in columns]
    labels = {role.label for role in roles if role is not None and role.kind == "option" and role.labelled}
    return len(labels) == len(columns) == sum(map(bool, row.cells))
