"""Which keys the format knows at a place of a file."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from lpkit.diagnostic import Path
from lpkit.model.types import Entry


def keys_of(entry: type[Entry]) -> dict[str, str]:
    """Give the keys of a mapping of the format in canonical order, each with its description."""
    return {field.alias or name: field.description or "" for name, field in entry.model_fields.items()}


def entry_at(entry: type[Entry], at: Path) -> type[Entry] | None:
    """Give the kind of mapping that belongs at a path below `entry`, or None where no mapping does."""
    found: Any = entry
    for step in at:
        if isinstance(step, int):
            found = next((get_args(kind)[0] for kind in _alternatives(found) if get_origin(kind) is list), None)
        else:
            found = next((_field(kind, step) for kind in _alternatives(found) if _is_entry(kind)), None)
    return next((kind for kind in _alternatives(found) if _is_entry(kind)), None)


def keys_below(entry: type[Entry]) -> set[str]:
    """Give the keys of a mapping of the format and of all mappings below it."""
    found = set(keys_of(entry))
    for field in entry.model_fields.values():
        for kind in _entries_in(field.annotation):
            found |= keys_below(kind)
    return found


def _entries_in(annotation: Any) -> Iterator[type[Entry]]:
    if _is_entry(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from _entries_in(part)


def _field(entry: type[Entry], key: str) -> Any:
    fields = {field.alias or name: field.annotation for name, field in entry.model_fields.items()}
    return fields.get(key)


def _is_entry(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Entry)


def _alternatives(annotation: Any) -> list[Any]:
    """Give the types that an annotation allows, without the notes that pydantic reads."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _alternatives(get_args(annotation)[0])
    if origin is Union or origin is UnionType:
        return [kind for part in get_args(annotation) for kind in _alternatives(part)]
    return [annotation]
