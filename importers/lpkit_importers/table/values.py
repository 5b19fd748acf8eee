"""A value of JSON as the cell of a table."""

import json
from typing import Any

from lpkit.importing import LpkitError

PART = "\x1e"
"""What stands between the entries of a list that are parts of one field: a sign that no text may hold."""


class Figure(float):
    """A number with a point as the file has it: 3.10 is a version."""

    written: str = ""


def loaded(text: str) -> Any:
    """Give the value of a text in JSON, in which numbers with a point keep how they are written.

    Raises ValueError where it is none, or nests deeper than can be read; LpkitError where an object says two things
    under one key.
    """
    try:
        return json.loads(text, parse_float=_figure, object_pairs_hook=_object)
    except RecursionError as error:
        raise ValueError("its values are nested too deeply") from error


def _figure(written: str) -> Figure:
    found = Figure(written)
    found.written = written
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found and found[name] != value:
            shown = json.dumps(found[name], ensure_ascii=False)[:60], json.dumps(value, ensure_ascii=False)[:60]
            said = f"an object has the key {json.dumps(name[:60], ensure_ascii=False)} twice: {' and '.join(shown)}"
            raise LpkitError(said, "leave the one that is right")
        found[name] = value
    return found


def cell_of(value: Any, *, trim: bool = True) -> str:
    """Give a value as the cell of a table, as the file has it: a list as JSON.

    `trim` is False where the indentation of a text may count.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value.strip() if trim else value
    if isinstance(value, Figure):
        return value.written
    if isinstance(value, int | float):
        return str(value)
    return json.dumps(_as_written(value), ensure_ascii=False)


def _as_written(value: Any) -> Any:
    """Give a value in which numbers with a point are texts."""
    if isinstance(value, list):
        return [_as_written(one) for one in value]
    if isinstance(value, dict):
        return {name: _as_written(one) for name, one in value.items()}
    return cell_of(value) if isinstance(value, Figure) else value


def parts_of(value: Any) -> str:
    """Give a list of texts as one cell with its parts told apart; any other value as `cell_of` does."""
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return PART.join(filter(None, map(cell_of, value)))
    return cell_of(value)


def verdicts(value: Any) -> bool:
    """Tell whether an object is options by their texts, of which one is called right and the others wrong."""
    if not isinstance(value, dict) or len(value) < 2:
        return False
    said = [child for child in value.values() if isinstance(child, int) and 0 <= child <= 1]
    return len(said) == len(value) and sum(said) == 1
