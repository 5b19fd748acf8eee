"""Questions in JSON in other shapes than one object each with its keys side by side: as one.

A list for each key, the options in an object within a question, options that are the keys of an object.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lpkit_importers.table.headers import role_of
from lpkit_importers.table.heading import names_columns
from lpkit_importers.table.values import verdicts

OFFERING = {"answers", "option", "options", "wrong"}
"""What keys are that hold options."""
_TEXTS = ("text", "content", "body", "stem")
"""Keys that hold the text of a question within an object."""
_NAMED = re.compile(r"[a-z_][a-z0-9_]*")
"""What names something of a program, and is no option."""
_NAME = 100
"""Characters of a key that may name a part of a question."""


def kind_of(name: str) -> str:
    """Give what a key names; an empty text where nothing that is known."""
    role = role_of(name) if len(name) < _NAME else None
    return role.kind if role else ""


def from_columns(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Give the questions of an object that has a list for each key, or an object by the same names; None for others.

    The first of each belong together, and so on; what is neither stays where it is.
    """
    columns = {name: _column(child) for name, child in value.items() if isinstance(child, list | dict)}
    stems = [column for name, column in columns.items() if kind_of(name) == "stem" and column]
    if len(stems) != 1 or not all(isinstance(text, str) for text in stems[0].values()):
        return None
    whole = {name: column for name, column in columns.items() if [*column] == [*stems[0]]}
    kinds = {kind_of(name) for name in whole}
    if not kinds & OFFERING or not all(name in whole for name in columns if kind_of(name) in OFFERING | {"answer"}):
        return None
    return [{name: column[key] for name, column in whole.items()} for key in stems[0]]


def from_rows(value: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Give the questions of an object that has the names of columns in one list, and the rows in another."""
    lists = [child for child in value.values() if isinstance(child, list)]
    named = [child for child in lists if all(isinstance(name, str) for name in child) and names_columns(child)]
    if len(named) != 1 or len({*named[0]}) < len(named[0]):
        return None
    wide = [child for child in lists if child and all(_is_row(row, len(named[0])) for row in child)]
    return [dict(zip(named[0], row, strict=True)) for row in wide[0]] if len(wide) == 1 else None


def _is_row(value: Any, width: int) -> bool:
    return isinstance(value, list) and len(value) == width


def _column(value: Sequence[Any] | Mapping[str, Any]) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {str(at): child for at, child in enumerate(value)}


def raised(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give an object with the keys of one within it that holds options, and with options that are keys as options."""
    holding = [name for name, value in entry.items() if isinstance(value, dict) and _holds_options(name, value)]
    made: dict[str, Any] = {}
    for name, value in entry.items():
        if [name] == holding:
            made |= dict(_raised(name, value, entry))
        else:
            made[name] = value
    if not any(kind_of(name) in OFFERING for name in made):
        named = [name for name, value in made.items() if verdicts(value) and not all(map(_NAMED.fullmatch, value))]
        if len(named) == 1:
            made["options"] = made.pop(named[0])
    return made


def _holds_options(name: str, value: Mapping[str, Any]) -> bool:
    offers = (kind_of(key) in OFFERING and isinstance(child, list) for key, child in value.items())
    return kind_of(name) not in OFFERING and any(offers)


def _raised(name: str, value: Mapping[str, Any], entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the keys of an object within a question: its text under the name of the whole, the others under their own.

    One that is called as another of the question keeps both names.
    """
    text = next((key for key in _TEXTS if kind_of(name) == "stem" and isinstance(value.get(key), str)), None)
    for key, child in value.items():
        yield name if key == text else f"{name} {key}" if key in entry else key, child
