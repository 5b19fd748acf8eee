"""A value of JSON as the cell of a table."""

import json
from typing import Any

PART = "\x1e"
"""What stands between the entries of a list that are parts of one field: a sign that no text may hold."""


def cell_of(value: Any, *, trim: bool = True) -> str:
    """Give a value as the cell of a table: a list as JSON has it, truth in capitals, whole numbers without a point.

    `trim` is False where the indentation of a text may count.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value.strip() if trim else value
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return json.dumps(value, ensure_ascii=False)


def parts_of(value: Any) -> str:
    """Give a list of texts as one cell with its parts told apart; any other value as `cell_of` does."""
    if isinstance(value, list) and value and all(isinstance(one, str | int | float) for one in value):
        return PART.join(filter(None, map(cell_of, value)))
    return cell_of(value)
