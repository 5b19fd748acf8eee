"""Stems that hold their options: a question, and below it lines with letters, in one cell."""

import json
from dataclasses import replace

from lpkit.importing import Decision
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import role_of
from lpkit_importers.table.heading import Headed
from lpkit_importers.table.stems import held_within, parted_stem
from lpkit_importers.table.unnamed import cell


def with_options(begun: Headed) -> Headed:
    """Give a table in which stems hold their options with a column for those; any other table as it is."""
    roles = [role_of(name) for name in begun.header]
    kinds = [role.kind if role else "" for role in roles]
    stems = [column for column, kind in enumerate(kinds) if kind == "stem"]
    if len(stems) != 1 or "answer" not in kinds or {"option", "options", "answers", "wrong"} & {*kinds}:
        return begun
    if not held_within([cell(row, stems[0]) for row in begun.rows]):
        return begun
    rows = [_row(row, stems[0], len(begun.header)) for row in begun.rows]
    said = Decision("options", f'below each question, in the column "{begun.header[stems[0]]}"')
    return replace(begun, header=[*begun.header, "options"], rows=rows, said=(*begun.said, said))


def _row(row: Row, column: int, width: int) -> Row:
    parted = parted_stem(cell(row, column))
    if parted is None:
        return row
    cells = [*row.cells, *[""] * (width - len(row.cells))][:width]
    cells[column] = parted[0]
    cells += [json.dumps(parted[1], ensure_ascii=False), *row.cells[width:]]
    return Row(row.line, (*cells,))
