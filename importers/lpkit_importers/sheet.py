"""Questions of a workbook: xlsx, xlsm, xlsb, xls or ods, read as tables are."""

from collections.abc import Mapping

from lpkit.importing import Imported, LpkitError, Options
from lpkit_importers.table import read_table
from lpkit_importers.table.settings import SETTINGS, one, settings_of
from lpkit_importers.table.workbook import is_workbook, read_workbook


class SheetImporter:
    """Reads the sheet that holds questions; which one, where several do, is for the user to say."""

    name = "sheet"
    summary = "A workbook of Excel or LibreOffice (xlsx, ods, xls): one question a row."
    settings: Mapping[str, str] = {**SETTINGS, "sheet": "NAME: the sheet to read, where several hold questions"}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the content is a workbook, whatever its name."""
        return is_workbook(content)

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the rows of a sheet.

        Raises LpkitError where the file is no workbook, the reader of workbooks is not installed, or the table can be
        read in no way or in two.
        """
        settings = settings_of(options)
        if not is_workbook(content):
            raise LpkitError("the file is not a workbook", "save it as xlsx or ods, or read it with lpkit import csv")
        return read_table(read_workbook(content, one(options, "sheet"), "a workbook"), settings)


importer = SheetImporter()
