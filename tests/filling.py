"""Values for every optional field of the format, made of the fields' types alone."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from lpkit.model import Library, Pack
from lpkit.model.roles import Role, role_of
from lpkit.model.types import Entry

Steps = tuple[str | int, ...]
ROOTS: dict[str, type[Entry]] = {"library": Library, "pack": Pack}
KNOWN = {"candidate": "a", "marker": "manager-directed", "dimension": "impact", "verdict": "hire"}
"""Ids of the samples, for keys that refer to something."""
NAME = "filled-at-last"
WORDS = ("Filled at *last*.", NAME, "en", f"old-pack/{NAME}", 3)
"""What a scalar may be: the first that fits its type is taken."""


def optional_fields(entry: type[Entry], at: Steps = ()) -> Iterator[tuple[Steps, FieldInfo]]:
    """Give every optional field below a model, at the first entry of each list that it stands in."""
    for name, field in entry.model_fields.items():
        here = (*at, field.alias or name)
        if not field.is_required():
            yield here, field
        for inner, listed in entries_in(field.annotation):
            yield from optional_fields(inner, (*here, 0) if listed else here)


def keyed_fields(entry: type[Entry]) -> Iterator[str]:
    """Give the names of fields, at any depth, that map ids to values."""
    for name, field in entry.model_fields.items():
        if get_origin(field.annotation) is dict:
            yield name
        for inner, _ in entries_in(field.annotation):
            yield from keyed_fields(inner)


def entries_in(annotation: Any, listed: bool = False) -> Iterator[tuple[type[Entry], bool]]:
    """Give the models that a value may hold, and whether in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation, listed
    for part in get_args(annotation):
        yield from entries_in(part, listed or get_origin(annotation) is list)


def value_of(annotation: Any, key: str = "") -> Any:
    """Make a value of a type; mappings hold every key, so that nothing of a nested one is missed."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return {field.alias or name: filled(field, name) for name, field in annotation.model_fields.items()}
    if origin is Literal:
        return parts[0]
    if origin is list:
        return [value_of(parts[0], key)]
    if origin is dict:
        return {KNOWN["dimension"]: value_of(parts[1], key)}
    if annotation is bool:
        return True
    if origin is Annotated and get_origin(parts[0]) is list:
        return value_of(parts[0], key)
    if parts and origin is not Annotated:
        return value_of(parts[0], key)
    return _scalar(annotation, key)


def filled(field: FieldInfo, name: str) -> Any:
    """Make a value of a field, not its default."""
    notes = tuple(note for note in field.metadata if not isinstance(note, Role))
    if get_args(field.annotation) or field.annotation is bool or entries_in_type(field.annotation):
        return value_of(field.annotation, name)
    return _scalar(Annotated[field.annotation, *notes] if notes else field.annotation, name)


def entries_in_type(annotation: Any) -> bool:
    """Tell whether a type is a mapping of the format itself."""
    return isinstance(annotation, type) and issubclass(annotation, Entry)


def _scalar(annotation: Any, key: str) -> Any:
    for word in (KNOWN.get(key), *WORDS):
        try:
            TypeAdapter(annotation, config={"strict": True, "regex_engine": "python-re"}).validate_python(word)
        except ValidationError:
            continue
        return word
    raise AssertionError(f"no word fits {key}: {annotation}")


def bare(data: Any, entry: type[Entry]) -> dict[str, Any]:
    """Give a mapping of the format without anything optional, at any depth."""
    kept = {}
    for name, field in entry.model_fields.items():
        key = field.alias or name
        if field.is_required() and key in data:
            kept[key] = _bare(data[key], field.annotation)
    return kept


def _bare(value: Any, annotation: Any) -> Any:
    inner = next((kind for kind, _ in entries_in(annotation)), None)
    if isinstance(value, list) and inner:
        return [bare(part, inner) if isinstance(part, dict) else part for part in value]
    return bare(value, inner) if isinstance(value, dict) and inner else deepcopy(value)


def complete(data: dict[str, Any], entry: type[Entry]) -> dict[str, Any]:
    """Give data with a value for each optional field that no entry of its list holds."""
    whole = deepcopy(data)
    for at, field in optional_fields(entry):
        holders = list(_holders(whole, at[:-1]))
        key = str(at[-1])
        if holders and not any(holder.get(key) not in (None, [], {}, False) for holder in holders):
            holders[0][key] = filled(field, key)
    return whole


def _holders(data: Any, at: Steps) -> Iterator[dict[str, Any]]:
    """Give the mappings at a path, in all entries of each list; a bare text becomes the mapping that it stands for."""
    if not at:
        yield from (data,) if isinstance(data, dict) else ()
    elif at[0] == 0 and isinstance(data, list):
        for number, part in enumerate(data):
            data[number] = {"text": part} if isinstance(part, str) and at == (0,) else part
            yield from _holders(data[number], at[1:])
    elif isinstance(data, dict) and at[0] in data:
        yield from _holders(data[at[0]], at[1:])


def is_unseen(field: FieldInfo) -> bool:
    """Tell whether readers never see a field: what its item is or was called, and by which words it is found."""
    return role_of(field) in (Role.IDENTITY, Role.RECOGNITION)
