"""A row to a draft: its fields as the format has them, and what it cannot hold."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from lpkit.importing import Draft, Note
from lpkit_importers.table.cleaning import Cleaning
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import plain
from lpkit_importers.table.layout import Layout, is_too_wide
from lpkit_importers.table.stars import Answered
from lpkit_importers.table.unnamed import cell
from lpkit_importers.table.values import PART
from lpkit_importers.table.words import DIFFICULTIES

_BAR = re.compile(r"(?<!\|)\|(?!\|)")
_ID = re.compile(r"(?=.*[a-z])[a-z0-9]+(?:[-_][a-z0-9]+)*")
_POOLS = {"practice", "test"}


def drafts_of(
    layout: Layout, rows: Sequence[Row], answered: Sequence[Answered], cleaning: Cleaning, unit: str
) -> tuple[list[Draft], list[Note]]:
    """Give a draft for each row, and notes on values that the format does not have."""
    ids = _ids_hold(layout, rows)
    notes = _lost_values(layout, rows)
    if "id" in layout.one and not ids:
        layout.drop(layout.one.pop("id"), "not all are ids, which have letters; ids are made of stems")
    drafts = []
    for row, answer in zip(rows, answered, strict=True):
        fields = _fields(layout, row, answer, cleaning)
        drafts.append(Draft(f"{unit} {row.line}", fields, _unfit(layout, row, fields, answer)))
    return drafts, notes


def _unfit(layout: Layout, row: Row, fields: dict[str, Any], answer: Answered) -> str:
    """Say why a row cannot be taken; an empty text where it can."""
    if is_too_wide(layout, row):
        return f"it has {len(row.cells)} cells, and the table {len(layout.header)} columns"
    return answer.reason if fields["stem"] else "it has no question"


def _ids_hold(layout: Layout, rows: Sequence[Row]) -> bool:
    """Tell whether a column holds ids that last: numbers do only where the user names the column."""
    if "id" not in layout.one:
        return False
    ids = [name for row in rows if (name := cell(row, layout.one["id"]))]
    return "id" in layout.explicit or (all(map(_ID.fullmatch, ids)) and len({*ids}) == len(ids))


def _lost_values(layout: Layout, rows: Sequence[Row]) -> list[Note]:
    notes = []
    for field, known in (("difficulty", _difficulty), ("pool", _pool)):
        column = layout.one.get(field, -1)
        lost = Counter(
            cell(row, column) for row in rows if column >= 0 and cell(row, column) and not known(cell(row, column))
        )
        if lost:
            shown = ", ".join(f'"{value}"' for value in [*lost][:3])
            place = f'column "{layout.header[column]}"'
            notes.append(Note(place, f"not held in {lost.total()} rows: {shown} is no {field}"))
    return notes


def _difficulty(text: str) -> str:
    return DIFFICULTIES.get(plain(text), "")


def _pool(text: str) -> str:
    return text.lower() if text.lower() in _POOLS else ""


def _fields(layout: Layout, row: Row, answer: Answered, cleaning: Cleaning) -> dict[str, Any]:
    def of(field: str) -> str:
        return cell(row, layout.one[field]) if field in layout.one else ""

    texts = answer.row.texts
    whys = [cleaning.prose(why, row) for why in _whys(layout, row, answer)]
    return {
        "id": of("id"),
        "pool": _pool(of("pool")),
        "difficulty": _difficulty(of("difficulty")),
        "stem": cleaning.plain(of("stem"), row),
        "excerpt": cleaning.plain(of("excerpt"), row),
        "options": [{"text": text, "why": why} if why else text for text, why in zip(texts, whys, strict=True)],
        "answer": texts[answer.key] if answer.key is not None else "",
        "steps": [part for text in _parts(of("steps")) if (part := cleaning.prose(text, row))],
        "hint": cleaning.prose(of("hint"), row),
        "mistakes": [part for text in _parts(of("mistakes")) if (part := cleaning.prose(text, row))],
    }


def _parts(text: str) -> list[str]:
    """Part a cell at its bars; a list of JSON has its own parts."""
    return [part.strip() for part in (text.split(PART) if PART in text else _BAR.split(text))]


def _whys(layout: Layout, row: Row, answer: Answered) -> list[str]:
    """Give the reason of each option; an empty text where there is none."""
    start = 0 if 0 in layout.options else 1
    columns = (layout.whys.get(place + start - 1) for place in answer.row.places)
    return ["" if column is None else cell(row, column) for column in columns]
