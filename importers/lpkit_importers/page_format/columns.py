"""Rows of a table in plain text: cells parted by bars, tabs or gaps, each in the column in which it is seen."""

import re
from collections.abc import Sequence
from itertools import pairwise

_GAP = re.compile(r"\t|(?<=\S) {2,}(?=\S)")
_CELL = re.compile(r"\S+(?: \S+)*")
_TAB = 8

Cell = tuple[int, int, str]
"""Where a cell begins and ends in its line, and its text."""


def is_barred(line: str) -> bool:
    """Tell whether bars part the cells of a line."""
    return line.strip().startswith("|") or line.count("|") > 1


def cells_of(line: str) -> list[str]:
    """Give the cells of a line alone."""
    if is_barred(line):
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    return [cell.strip() for cell in _GAP.split(line.strip())]


def rows_of(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Give the rows of a table, with empty cells where a line has none in a column.

    Where columns cannot be told from how the lines stand below each other, each row is one cell: its line.
    """
    if any(map(is_barred, lines)):
        return [tuple(cells_of(line)) for line in lines]
    return _tabbed(lines) or _aligned([line.expandtabs(_TAB) for line in lines])


def _tabbed(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Give the rows of lines that each have as many tabs; none where they do not."""
    rows = [tuple(cell.strip() for cell in line.split("\t")) for line in lines]
    if len(rows[0]) < 2 or len({len(row) for row in rows}) > 1:
        return []
    filled = [place for place in range(len(rows[0])) if any(row[place] for row in rows)]
    return [tuple(row[place] for place in filled) for row in rows]


def _aligned(lines: Sequence[str]) -> list[tuple[str, ...]]:
    found = [[(one.start(), one.end(), one[0]) for one in _CELL.finditer(line)] for line in lines]
    margin = min(cells[0][0] for cells in found)
    most = max(map(len, found))
    if all(len(cells) == most and cells[0][0] - margin < 2 for cells in found):
        return [tuple(text for _, _, text in cells) for cells in found]
    columns = _columns([cells for cells in found if len(cells) == most])
    rows = [_placed(cells, columns) for cells in found] if columns else [None]
    told = [row for row in rows if row is not None]
    return told if len(told) == len(found) else [(line.strip(),) for line in lines]


def _columns(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]]:
    """Give where each column begins and ends; none where two of them overlap."""
    found = [
        (min(start for start, _, _ in cells), max(end for _, end, _ in cells)) for cells in zip(*rows, strict=True)
    ]
    apart = all(one[1] < other[0] for one, other in pairwise(found))
    return found if apart else []


def _placed(cells: Sequence[Cell], columns: Sequence[tuple[int, int]]) -> tuple[str, ...] | None:
    """Give a row with each cell in the one column above or below which it stands; None where one has none."""
    row = [""] * len(columns)
    for start, end, text in cells:
        places = [place for place, column in enumerate(columns) if start < column[1] and column[0] < end]
        if len(places) != 1 or row[places[0]]:
            return None
        row[places[0]] = text
    return tuple(row)
