"""Which keys the format knows at a place of a file."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from lpkit.diagnostic import Path
from lpkit.model.types import Entry


def keys_of(entry: type[Entry]) -> dict[str, str]:
    """Give the keys of a mapping of the format in canonical order, each with its description."""
    return {field.alias or name: field.description or "" for name, field in entry.model_fields.items()}


def required_keys(entry: type[Entry]) -> set[str]:
    """Give the keys of a mapping of the format that must be there."""
    return {field.alias or name for name, field in entry.model_fields.items() if field.is_required()}


def nullable_keys(entry: type[Entry]) -> set[str]:
    """Give the keys of a mapping of the format that may have no value, which then count as absent."""
    fields = entry.model_fields.items()
    return {field.alias or name for name, field in fields if type(None) in _alternatives(field.annotation)}


def example_of(entry: type[Entry], key: str) -> str:
    """Show how a key is written, for a message: with its choices, or what its value is, and what it is for."""
    annotation, told = _field(entry, key), keys_of(entry).get(key, "")
    kinds = _alternatives(annotation)
    if key == "format":
        return "the line: format: 1"
    choices = [str(choice) for kind in kinds if get_origin(kind) is Literal for choice in get_args(kind)]
    if choices:
        return f"the line: {key}: {choices[0]} ({', '.join(choices[:-1])} or {choices[-1]}: {told})"
    listed = next((get_args(kind)[0] for kind in kinds if get_origin(kind) is list), None)
    below = next(
        (kind for kind in _alternatives(listed if listed is not None else annotation) if _is_entry(kind)), None
    )
    if listed is not None and below is not None:
        first = next(iter(keys_of(below)))
        return f"{key}: and below it an entry for each, that begins with - {first}: … ({told})"
    if listed is not None:
        return f"{key}: and below it each entry on a line of its own, behind a dash: - … ({told})"
    if below is not None:
        inner = ", ".join(f"{name}: …" for name in keys_of(below) if name in required_keys(below))
        return f"{key}: and below it, indented, {inner} ({told})"
    return f"the line: {key}: … ({told})"


def entry_at(entry: type[Entry], at: Path) -> type[Entry] | None:
    """Give the kind of mapping that belongs at a path below `entry`, or None where no mapping does."""
    found: Any = entry
    for step in at:
        if isinstance(step, int):
            found = next((get_args(kind)[0] for kind in _alternatives(found) if get_origin(kind) is list), None)
        else:
            found = next((_field(kind, step) for kind in _alternatives(found) if _is_entry(kind)), None)
    return next((kind for kind in _alternatives(found) if _is_entry(kind)), None)


def is_list(entry: type[Entry], key: str) -> bool:
    """Tell whether the value of a key is a list."""
    return any(get_origin(kind) is list for kind in _alternatives(_field(entry, key)))


def may_be_text(entry: type[Entry], at: Path) -> bool:
    """Tell whether a text alone may stand at a path below `entry`, where an entry of keys may."""
    found = _alternatives(_field(entry_at(entry, at[:-2]) or entry, str(at[-2])))
    listed = [part for kind in found if get_origin(kind) is list for part in _alternatives(get_args(kind)[0])]
    return str in listed


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
