"""Questions of a spreadsheet, saved as CSV: one row each, columns understood by their headers and all their cells."""

from collections.abc import Mapping

from lpkit.importing import Imported, LpkitError, Options
from lpkit_importers.table import read_table
from lpkit_importers.table.dialect import read_text
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.grid import Grid
from lpkit_importers.table.headers import role_of
from lpkit_importers.table.settings import SETTINGS, one, settings_of
from lpkit_importers.table.workbook import is_workbook, read_workbook

_HEAD = 4096
"""Bytes at the beginning by which a table is recognised."""


class CsvImporter:
    """Reads a table: a stem, options, and a key in every row; see `lpkit_importers.table`.

    What was decided on the columns is given with the questions; what can be read in two ways is refused.
    """

    name = "csv"
    summary = "A spreadsheet saved as CSV or TSV: one question a row, columns understood from their headers and cells."
    settings: Mapping[str, str] = {
        **SETTINGS,
        "encoding": "NAME: the encoding of the file, as cp1252, where its bytes do not tell",
    }

    def recognises(self, name: str, content: bytes) -> bool:
        """Tell whether the name is that of a table, or the first row names a question and its key."""
        if name.lower().endswith((".csv", ".tsv")):
            return True
        try:
            text, _ = decode_table(content[:_HEAD].rpartition(b"\n")[0] or content[:_HEAD].partition(b"\r")[0], None)
            row = next(iter(read_text(text).rows), None)
        except LpkitError:
            return False
        kinds = {role.kind for cell in (row.cells if row else ()) if (role := role_of(cell)) and not role.weak}
        return {"stem", "answer"} <= kinds

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the rows.

        Raises LpkitError where the text, a column or the keys can be read in no way or in two, with what settles it.
        """
        settings = settings_of(options)
        if is_workbook(content):
            return read_table(read_workbook(content, "", "a workbook, though it is called CSV"), settings)
        text, encoding = decode_table(content, one(options, "encoding") or None)
        grid = read_text(text)
        return read_table(Grid(grid.rows, grid.unit, f"{encoding}, {grid.said}"), settings)


importer = CsvImporter()
