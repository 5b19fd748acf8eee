"""Tables of questions: columns are understood whole, from all rows, and then the rows are read.

grid (rows of cells) → heading (where the table begins and ends) → below, inline, gathered (keys below the questions,
options within stems, options in rows of their own) → headers, layout, unnamed (which column is what)
→ choices, options (what is offered) → parts, marks (places and letters of options) → cleaning (HTML) → keys, decision,
stars, answers (which option is the key) → rows (drafts).
"""

from collections.abc import Mapping

from lpkit.importing import Decision, Imported, LpkitError, Note
from lpkit_importers.table.answers import answers_of
from lpkit_importers.table.below import with_keys
from lpkit_importers.table.cleaning import cleaning_of
from lpkit_importers.table.gathered import gathered
from lpkit_importers.table.grid import Grid
from lpkit_importers.table.heading import headed, names_columns
from lpkit_importers.table.inline import with_options
from lpkit_importers.table.known import adapted
from lpkit_importers.table.layout import Layout, headers_hint, lay_out
from lpkit_importers.table.options import options_of
from lpkit_importers.table.readings import Reading
from lpkit_importers.table.rows import drafts_of
from lpkit_importers.table.settings import Settings
from lpkit_importers.table.unnamed import cell, complete


def read_table(grid: Grid, settings: Settings) -> Imported:
    """Read the questions of a table.

    Raises LpkitError where there is no column for the stem, the options or the key, where something can be read in two
    ways, and where a setting names a header that is not there.
    """
    if not grid.rows:
        raise LpkitError("the table is empty", "its first line names the columns, as stem, options and answer")
    known = adapted(grid, settings)
    grid, settings = known.grid, known.settings
    begun = gathered(with_options(with_keys(headed(grid, settings))), settings)
    rows = begun.rows
    if not rows:
        return Imported((), (*known.notes, *begun.notes, Note(grid.unit, "there are no rows below the header")))
    empty = {column for column in range(len(begun.header)) if not any(cell(row, column) for row in rows)}
    layout = lay_out(begun.header, settings, empty)
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
        *begun.said,
        *_columns(layout, proved),
        *offered.said,
        *keys,
        *cleaned,
    ]
    return Imported(tuple(drafts), (*grid.notes, *known.notes, *begun.notes, *layout.notes, *lost), tuple(decided))


def _require_columns(layout: Layout, named: bool) -> None:
    known = named or layout.explicit or names_columns(layout.header)
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
    fields = sorted(layout.one.items(), key=lambda entry: (entry[0] != "stem", entry[1]))
    return [
        Decision(field, f'column "{layout.header[column]}"{f", {proved[field]}" if field in proved else ""}')
        for field, column in fields
        if field != "options"
    ]
