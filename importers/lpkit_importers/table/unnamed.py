"""Columns whose headers say nothing, or that have none: what they hold where all rows prove it."""

from collections.abc import Sequence
from statistics import mean

from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import role_of
from lpkit_importers.table.keys import folded, is_bare, label_of
from lpkit_importers.table.layout import Layout
from lpkit_importers.table.stems import held_within

_ENOUGH = 3
"""Rows that prove anything."""
_ASKS = ("?", ":", "…", "...", "？", "_")
_LONGER = 1.3
"""How much longer a stem is than the options where it bears no sign of asking."""
_WORDS = 3
"""Words that a stem has on average."""


def cell(row: Row, column: int) -> str:
    """Give the cell of a column; an empty text where the row ends before it."""
    return row.cells[column] if column < len(row.cells) else ""


def raw_cell(row: Row, column: int) -> str:
    """Give the cell of a column with its indentation, and without blank lines and spaces behind it."""
    return row.raw[column].strip("\r\n").rstrip() if column < len(row.raw) else cell(row, column)


def header_by_evidence(rows: Sequence[Row]) -> list[str] | None:
    """Give headers for a table without any: a stem, options, and a key that names one of them in every row.

    None where the rows do not prove that.
    """
    width = max((len(row.cells) for row in rows), default=0)
    if width == 2 and held_within([cell(row, 0) for row in rows]) and all(label_of(cell(row, 1)) for row in rows):
        return ["question", "answer"]
    if len(rows) < _ENOUGH or width < 4 or any(len(row.cells) != width for row in rows):
        return None
    first = 1 if all(text == str(number) for text, number in _first_cells(rows)) else 0
    keys = [key for key in range(first + 3, width) if _names_options(rows, key, range(first + 1, key))]
    if len(keys) != 1 or not _is_stem(rows, first, range(first + 1, keys[0])):
        return None
    many = keys[0] - first - 1
    return (
        ["", "question"][1 - first :]
        + [f"option {number + 1}" for number in range(many)]
        + ["answer"]
        + [""] * (width - keys[0] - 1)
    )


def _first_cells(rows: Sequence[Row]) -> list[tuple[str, int]]:
    start = int(rows[0].cells[0]) if rows[0].cells[0].isdecimal() and len(rows[0].cells[0]) < 9 else -1
    return [(row.cells[0], start + at) for at, row in enumerate(rows)]


def _is_stem(rows: Sequence[Row], column: int, others: Sequence[int]) -> bool:
    """Tell whether a column asks: by its signs in half of the rows, or by texts that are longer than all others."""
    texts = [cell(row, column) for row in rows]
    if not all(texts) or len({*texts}) * 10 < len(texts) * 9:
        return False
    asking = sum(text.endswith(_ASKS) for text in texts)
    longest = max(mean(len(cell(row, other)) for row in rows) for other in others)
    return 2 * asking >= len(texts) or mean(map(len, texts)) > _LONGER * longest


def _names_options(rows: Sequence[Row], column: int, options: Sequence[int]) -> bool:
    """Tell whether every cell is the letter of one of the columns, or the text of just one of them."""
    keys = [cell(row, column) for row in rows]
    letters = [label_of(key) for key in keys]
    if all(is_bare(key) and label and label.letter for key, label in zip(keys, letters, strict=True)):
        highest = max(ord(label.letter) - ord("a") + 1 for label in letters if label)
        return len({*keys}) > 1 and highest == len(options)
    if not all(keys) or 2 * sum(map(is_bare, keys)) > len(keys):
        return False
    return all(
        sum(folded(cell(row, option)) == folded(key) for option in options) == 1
        for key, row in zip(keys, rows, strict=True)
    )


def complete(layout: Layout, rows: Sequence[Row]) -> dict[str, str]:
    """Find the key and the stem among the columns whose headers say nothing; give the evidence for each."""
    said: dict[str, str] = {}
    free = [column for column in range(len(layout.header)) if column not in layout.used()]
    options = [*layout.options.values()]
    if not layout.answers and not layout.marks and not layout.wrong and len(options) >= 2 and len(rows) >= _ENOUGH:
        keys = [column for column in free if _names_options(rows, column, options)]
        if len(keys) == 1:
            layout.answers.append(keys[0])
            free.remove(keys[0])
            said["answer"] = "which names an option in every row"
    if "stem" not in layout.one and len(rows) >= _ENOUGH and (options or "options" in layout.one):
        stems = [column for column in free if _asks(rows, column)]
        if len(stems) == 1:
            layout.one["stem"] = stems[0]
            said["stem"] = "the only one that asks"
    if (better := _better_stem(layout, rows, free)) is not None:
        layout.drop(layout.one["stem"], "stem is read from another column")
        layout.one["stem"] = better
        said["stem"] = "which asks"
    found = {*layout.answers, layout.one.get("stem", -1)}
    places = {f'column "{layout.header[column]}"' for column in found if column >= 0}
    layout.notes[:] = [note for note in layout.notes if note.place not in places]
    return said


def _better_stem(layout: Layout, rows: Sequence[Row], free: Sequence[int]) -> int | None:
    """Give the column that asks, where a title and a name may both be the stem, and the one that is taken does not."""
    taken = layout.one.get("stem", -1)
    if taken < 0 or "stem" in layout.explicit or not _may_be_stem(layout.header[taken]):
        return None
    others = [column for column in free if _may_be_stem(layout.header[column])]
    ranked = sorted([taken, *others], key=lambda column: _asking(rows, column), reverse=True)
    return ranked[0] if _asking(rows, ranked[0]) > _asking(rows, taken) else None


def _may_be_stem(header: str) -> bool:
    role = role_of(header)
    return role is not None and role.kind == "stem" and role.weak


def _asking(rows: Sequence[Row], column: int) -> tuple[int, bool]:
    """Give how many cells end as questions do, and whether most are of several words."""
    texts = [cell(row, column) for row in rows]
    return sum(text.endswith(_ASKS) for text in texts), 2 * sum(" " in text for text in texts) > len(texts)


def _asks(rows: Sequence[Row], column: int) -> bool:
    """Tell whether a column can be the stems: different texts of some words, most of which end as questions do."""
    texts = [cell(row, column) for row in rows]
    asking = sum(text.endswith(_ASKS) for text in texts)
    return (
        all(texts)
        and len({*texts}) == len(texts)
        and 2 * asking >= len(texts)
        and mean(len(text.split()) for text in texts) >= _WORDS
    )
