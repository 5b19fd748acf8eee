"""The texts of a file: every value that people read, with its path."""

from collections.abc import Iterable, Iterator
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from lpkit.diagnostic import Path
from lpkit.model import Library, Pack
from lpkit.model.types import READ, Entry


@cache
def _names() -> frozenset[str]:
    """Give the keys of the format whose values are names, one of a few words or figures, and no text.

    A key that holds a name in one form (the id of a rubric) and entries in the other counts as a name.
    """
    found: set[str] = set()
    for entry in {entry for root in (Pack, Library) for entry in _entries(root)}:
        for name, field in entry.model_fields.items():
            kinds = set(_kinds(field.annotation, field.metadata))
            if "name" in kinds or kinds == {"figure"}:
                found.add(field.alias or name)
    return frozenset(found)


def _entries(annotation: Any) -> Iterator[type[Entry]]:
    """Give the mappings of the format that a type holds, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    inner = getattr(annotation, "model_fields", {}).values()
    for part in (*get_args(annotation), *(field.annotation for field in inner)):
        yield from _entries(part)


def _kinds(annotation: Any, notes: Iterable[Any] = ()) -> Iterator[str]:
    """Give what the values of a key are: text, a name, a figure, a mapping of the format."""
    parts = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from _kinds(parts[0], parts[1:])
    elif get_origin(annotation) is Literal:
        yield "name"
    elif parts:
        values = parts[1:] if get_origin(annotation) is dict else parts
        yield from (kind for part in values if part is not NoneType for kind in _kinds(part))
    elif annotation is str:
        yield "text" if READ in notes else "name"
    else:
        yield "mapping" if issubclass(annotation, Entry) else "figure"


def texts(data: Any) -> list[tuple[Path, str]]:
    """Give the texts of a file's data in their order, however broken the file is."""
    found: list[tuple[Path, str]] = []
    _gather(data, (), found)
    return found


def _gather(data: Any, at: Path, found: list[tuple[Path, str]]) -> None:
    if isinstance(data, str):
        found.append((at, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _names():
                _gather(value, (*at, key), found)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            _gather(value, (*at, place), found)


def may_hold_text(at: Path) -> bool:
    """Tell whether people may read what stands at a path: whether none of its keys holds names or figures."""
    return bool(at) and all(not isinstance(step, str) or step not in _names() for step in at)
