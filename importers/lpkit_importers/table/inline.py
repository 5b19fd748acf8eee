"""Stems that hold their options: a question, and below it lines with letters, in one cell."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from lpkit.importing import Decision
from lpkit_importers.table.choices import lettered
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import role_of
from lpkit_importers.table.heading import Headed
from lpkit_importers.table.unnamed import cell

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div)>", re.IGNORECASE)
_FIRST = re.compile(r"(?:^|\n)[ \t]*(?:<(?:p|div)[^<>]*>)?[ \t]*(?=\(?[Aa]\s?[).:])")
"""Where a line begins with the first letter."""
_SHARE = 0.95
"""Share of the stems that must hold options; the others are left out by name."""
_LONGEST = 20_000
"""Characters of a cell in which options are looked for."""


def parted_stem(text: str) -> tuple[str, list[str]] | None:
    """Give what is asked and the options below it, with their letters; None where there are none."""
    if len(text) > _LONGEST:
        return None
    lines = _BREAK.sub("\n", text)
    for found in _FIRST.finditer(lines):
        parts = lettered(lines[found.end() :].strip())
        if parts and lines[: found.start()].strip():
            return lines[: found.start()].strip(), parts
    return None


def held_within(stems: Sequence[str]) -> bool:
    """Tell whether nearly all stems hold their options."""
    filled = [text for text in stems if text.strip()]
    return bool(filled) and sum(parted_stem(text) is not None for text in filled) >= _SHARE * len(filled)


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
    return Row(row.line, (*cells, json.dumps(parted[1], ensure_ascii=False), *row.cells[width:]))
