"""Tables of questions: columns are understood whole, from all rows, and then the rows are read.

grid (rows of cells) → headers, layout, unnamed (which column is what) → choices, options (what is offered)
→ parts, marks (places and letters of options) → cleaning (HTML) → keys, decision, stars, answers (which option is the
key) → rows (drafts).
"""

from collections.abc import Mapping, Sequence

from lpkit.importing import Decision, Imported, LpkitError, Note
from lpkit_importers.table.answers import answers_of
from lpkit_importers.table.cleaning import cleaning_of
from lpkit_importers.table.decision import Reading
from lpkit_importers.table.grid import Grid, Row
from lpkit_importers.table.headers import role_of
from lpkit_importers.table.known import adapted
from lpkit_importers.table.layout import Layout, headers_hint, lay_out
from lpkit_importers.table.options import options_of
from lpkit_importers.table.rows import drafts_of
from lpkit_importers.table.settings import Settings
from lpkit_importers.table.unnamed import cell, complete, header_by_evidence

_SEARCHED = 20
"""Rows among which the header is looked for: titles may stand above it."""


def read_table(grid: Grid, settings: Settings) -> Imported:
    """Read the questions of a table.

    Raises LpkitError where there is no column for the stem, the options or the key, where something can be read in two
    ways, and where a setting names a header that is not there.
    """
    if not grid.rows:
        raise LpkitError("the table is empty", "its first line names the columns, as stem, options and answer")
    known = adapted(grid, settings)
    grid, settings = known.grid, known.settings
    header, rows, notes, said = _headed(grid, settings)
    if not rows:
        return Imported(
            (),
            (
                *known.notes,
                Note(grid.unit, "there are no rows below the header"),
            ),
        )
    layout = lay_out(_named_on(header, rows), settings)
    layout.unit = grid.unit if grid.header else layout.unit
    layout.listed = grid.listed
    proved = complete(layout, rows)
    _require_columns(layout, bool(grid.header))
    cleaning, cleaned = cleaning_of(layout, rows, settings.html)
    apart = layout.apart or settings.reading == Reading.APART
    offered = options_of(layout, rows, cleaning.plain, settings.split, apart)
    answered, keys = answers_of(layout, rows, offered, cleaning.plain, settings.reading, settings.why)
    drafts, lost = drafts_of(layout, rows, answered, cleaning, grid.unit)
    decided = [
        Decision("text", grid.said),
        *known.said,
        *said,
        *_columns(layout, proved),
        *offered.said,
        *keys,
        *cleaned,
    ]
    return Imported(tuple(drafts), (*grid.notes, *known.notes, *notes, *layout.notes, *lost), tuple(decided))


def _headed(grid: Grid, settings: Settings) -> tuple[Sequence[str], Sequence[Row], list[Note], list[Decision]]:
    """Part the header from the rows: the first that names a question and options or key, or as all rows prove."""
    if grid.header:
        return grid.header, grid.rows, [], []
    if settings.header:
        return settings.header, grid.rows, [], [Decision("header", "as you say")]
    at = next((at for at, row in enumerate(grid.rows[:_SEARCHED]) if _heads(row.cells)), 0)
    row = grid.rows[at]
    if at or _heads(row.cells) or settings.columns:
        notes = [Note(f"{grid.unit} {one.line}", "not held: it stands above the header") for one in grid.rows[:at]]
        again = [one for one in grid.rows[at + 1 :] if one.cells == row.cells]
        notes += [Note(f"{grid.unit} {one.line}", "not held: it is the header again") for one in again]
        rows = [one for one in grid.rows[at + 1 :] if one.cells != row.cells]
        return row.cells, rows, notes, [Decision("header", f"{grid.unit} {row.line}")] if at else []
    counted = [*row.cells] == [str(number) for number in range(len(row.cells))]
    bare = grid.rows[1:] if counted else grid.rows
    found = header_by_evidence(bare)
    if found:
        return found, bare, [], [Decision("header", "none: the rows themselves show what the columns are")]
    return row.cells, grid.rows[1:], [], []


def _heads(cells: Sequence[str]) -> bool:
    """Tell whether a row names columns: a question, and options or a key."""
    roles = [role for name in cells if len(name) < 100 and (role := role_of(name))]
    kinds = {role.kind for role in roles if not role.weak}
    rest = kinds & {"answer", "answers", "option", "options", "wrong", "solution", "mark"}
    return ("stem" in kinds and bool(rest)) or len(rest) >= 2


def _named_on(header: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Give columns without a header the one before them where that names options: one cell over several columns."""
    names = [name.strip() for name in header]
    for column in range(1, len(names)):
        before = role_of(names[column - 1])
        if (
            not names[column]
            and before
            and before.kind in {"options", "answers"}
            and any(cell(row, column) for row in rows)
        ):
            names[column] = names[column - 1]
    return names


def _require_columns(layout: Layout, named: bool) -> None:
    known = named or layout.explicit or _heads(layout.header)
    bare = "" if known else '; if it has no header: --set "header=stem,a,b,answer"'
    has_options = bool(layout.options or layout.wrong or "options" in layout.one)
    for there, what in (("stem" in layout.one, "stem"), (has_options, "options")):
        if not there:
            raise LpkitError(
                f"the table has no column for the {what}",
                f"name it: --column {what}=HEADER; {headers_hint(layout.header)}{bare}",
            )
    if layout.wrong and (layout.options or "options" in layout.one):
        for column in layout.wrong.values():
            layout.drop(column, "options are read from other columns")


def _columns(layout: Layout, proved: Mapping[str, str]) -> list[Decision]:
    """Say where the fields are read from, the stem first; the options and the key have lines of their own."""
    fields = sorted(layout.one.items(), key=lambda entry: entry[0] != "stem")
    return [
        Decision(field, f'column "{layout.header[column]}"{f", {proved[field]}" if field in proved else ""}')
        for field, column in fields
        if field != "options"
    ]
