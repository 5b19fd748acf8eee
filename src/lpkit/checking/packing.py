"""Values of the house's own classes as JSON and back: what can be read by other programs, and holds no code."""

import sys
from collections import Counter
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any

from lpkit.checking.typed import tests_of

_HOUSE = "lpkit."
_IS, _OF = "is", "of"
"""Keys of an object: what it is, a word for one of the collections below or else the number of a class, and what is in
a collection. The other keys are the fields of a class; one that holds its default is left out."""
_COLLECTIONS: dict[Any, str] = {list: "list", frozenset: "set", dict: "map", Counter: "counter"}
_KINDS = {word: kind for kind, word in _COLLECTIONS.items()}
_SHORT = 100
"""Characters of a text that is worth being looked for among those that were met already."""


class ForeignError(ValueError):
    """A value that has no place in what is kept: it cannot be packed, or was not packed by this lpkit."""


class Packer:
    """Makes JSON of values; `classes` names those that were met, by the number that stands for each."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def classes(self) -> list[str]:
        """Give the classes, a module and a name each."""
        return list(self._numbers)

    def pack(self, value: Any) -> Any:
        """Give what `json` can write: a tuple becomes a list, all else that is no scalar an object.

        Raises ForeignError where a value is of a class that is not of the house, or is more than its fields.
        """
        kind: Any = type(value)
        if value is None or kind in {str, int, bool, float}:
            return value
        if kind is tuple:
            return [self.pack(part) for part in value]
        if kind in _COLLECTIONS:
            # The order of a set is no part of it, but it would be one of the file.
            parts = sorted(value, key=repr) if kind is frozenset else value
            parts = tuple(value.items()) if kind in (dict, Counter) else parts
            return {_IS: _COLLECTIONS[kind], _OF: [self.pack(part) for part in parts]}
        name = f"{kind.__module__}:{kind.__qualname__}"
        if not kind.__module__.startswith(_HOUSE):
            raise ForeignError(f"{name} is no class of the house")
        packed = {_IS: self._numbers.setdefault(name, len(self._numbers))}
        if isinstance(value, Enum):
            return {**packed, _OF: value.value}
        for field, default in _fields(kind):
            part = getattr(value, field)
            if type(part) is not type(default) or part != default:
                packed[field] = self.pack(part)
        return packed


class Unpacker:
    """Makes values of JSON by the classes that it names."""

    def __init__(self, classes: Any, texts: dict[str, str] | None = None) -> None:
        """Find the classes.

        `texts` are those that were met already, of which one stands for all that are equal. Raises what `unpacking`
        turns into a ForeignError.
        """
        self._classes = [_class(name) for name in classes]
        self._texts = {} if texts is None else texts

    def unpack(self, value: Any) -> Any:
        """Give the value; raises what `unpacking` turns into a ForeignError."""
        kind = type(value)
        if kind is str:
            return self._texts.setdefault(value, value) if len(value) < _SHORT else value
        if kind is list:
            return tuple([self.unpack(part) for part in value])
        if kind is not dict:
            return value
        what = value[_IS]
        if type(what) is str:
            parts = [self.unpack(part) for part in value[_OF]]
            made: Any = _KINDS[what]
            return Counter(dict(parts)) if made is Counter else made(parts)
        made = self._classes[what]
        if issubclass(made, Enum):
            return made(value[_OF])
        fields = {name: self.unpack(part) for name, part in value.items() if name != _IS}
        tests = tests_of(made)
        for name, part in fields.items():
            if not tests[name](part):
                raise ForeignError(f"{name} of {made.__qualname__} holds what it cannot")
        return made(**fields)


BROKEN = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading raises where a text was not packed by the classes of this lpkit."""


def _fields(kind: Any) -> list[tuple[str, Any]]:
    """Give the fields of a class by which it is made again, with their defaults."""
    if kind not in _KNOWN:
        _KNOWN[kind] = _found_fields(kind)
    return _KNOWN[kind]


_KNOWN: dict[Any, list[tuple[str, Any]]] = {}


def _found_fields(kind: Any) -> list[tuple[str, Any]]:
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return [(name, kind._field_defaults.get(name, MISSING)) for name in kind._fields]
    if is_dataclass(kind) and all(field.init for field in fields(kind)):
        return [(field.name, field.default) for field in fields(kind)]
    raise ForeignError(f"{kind.__qualname__} is neither a named tuple nor a dataclass")


def _class(name: str) -> type:
    """Give a class by its name, if it is one of the house that holds values and is imported already."""
    module, _, path = name.partition(":")
    found: Any = sys.modules[module] if module.startswith(_HOUSE) else None
    for step in path.split("."):
        found = getattr(found, step)
    known: type = found if isinstance(found, type) and found.__module__ == module else object
    if not issubclass(known, Enum):
        _fields(known)
    return known
