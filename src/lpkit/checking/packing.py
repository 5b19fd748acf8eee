"""What the pack stage gave as JSON and back: values that hold no code, of the house's own classes alone."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from lpkit.checking.pack import Examined

_HOUSE = "lpkit."
_TUPLE, _LIST, _SET, _DICT, _COUNTER, _ENUM, _ENTRY = range(7)


class ForeignError(ValueError):
    """A value that has no place in a store: it cannot be packed, or was not packed by this lpkit."""


def packed(examined: Examined) -> str:
    """Give what was found in a file, without the pack itself, as JSON in ASCII.

    Raises ForeignError where a rule collects a value of a kind that cannot be packed.
    """
    names: dict[str, int] = {}
    body = _pack(tuple(examined._replace(pack=None)), names)
    return json.dumps([list(names), body], separators=(",", ":"))


def unpacked(text: str) -> Examined:
    """Give back what was packed.

    Raises ForeignError where the text was not packed by the classes of this lpkit.
    """
    try:
        names, body = json.loads(text)
        return Examined(*_unpack(body, [_class(name) for name in names]))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ForeignError(str(error)) from error


def _pack(value: Any, names: dict[str, int]) -> Any:
    kind: Any = type(value)
    if value is None or kind in {str, int, bool, float}:
        return value
    if kind in _PLAIN:
        # The order of a set is no part of it, but it would be one of the file.
        parts = sorted(value, key=repr) if kind is frozenset else value
        return [_PLAIN[kind], *(_pack(part, names) for part in parts)]
    if kind in _MAPPINGS:
        return [_MAPPINGS[kind], *([_pack(key, names), _pack(part, names)] for key, part in value.items())]
    name = f"{kind.__module__}:{kind.__qualname__}"
    if not kind.__module__.startswith(_HOUSE):
        raise ForeignError(f"{name} is no class of the house")
    number = names.setdefault(name, len(names))
    if isinstance(value, Enum):
        return [_ENUM, number, value.value]
    return [_ENTRY, number, *(_pack(part, names) for part in _parts(kind)(value))]


_PLAIN: dict[Any, int] = {tuple: _TUPLE, list: _LIST, frozenset: _SET}
_MAPPINGS: dict[Any, int] = {dict: _DICT, Counter: _COUNTER}


def _parts(kind: Any) -> Callable[[Any], Any]:
    """Give what takes a value of a class apart, as its class takes it together again."""
    if kind not in _KNOWN:
        _KNOWN[kind] = _way(kind)
    return _KNOWN[kind]


_KNOWN: dict[Any, Callable[[Any], Any]] = {}


def _way(kind: Any) -> Callable[[Any], Any]:
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return tuple
    if is_dataclass(kind) and all(field.init for field in fields(kind)):
        keys = [field.name for field in fields(kind)]
        return lambda value: [getattr(value, key) for key in keys]
    raise ForeignError(f"{kind.__qualname__} is neither a named tuple nor a dataclass")


def _unpack(value: Any, classes: list[type]) -> Any:
    if type(value) is not list:
        return value
    kind, *parts = value
    if kind == _TUPLE:
        return tuple(_unpack(part, classes) for part in parts)
    if kind == _ENTRY:
        number, *rest = parts
        return classes[number](*(_unpack(part, classes) for part in rest))
    if kind == _ENUM:
        return classes[parts[0]](parts[1])
    if kind in {_DICT, _COUNTER}:
        known = {_unpack(key, classes): _unpack(part, classes) for key, part in parts}
        return known if kind == _DICT else Counter(known)
    found = [_unpack(part, classes) for part in parts]
    return found if kind == _LIST else frozenset(found)


def _class(name: str) -> type:
    """Give a class by its name, if it is one of the house that holds values and is imported already."""
    module, _, path = name.partition(":")
    found: Any = sys.modules[module] if module.startswith(_HOUSE) else None
    for step in path.split("."):
        found = getattr(found, step)
    known: type = found if isinstance(found, type) and found.__module__ == module else object
    if not issubclass(known, Enum):
        _parts(known)
    return known
