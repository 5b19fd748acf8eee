"""Whether values that somebody else may have written are of the types that fields of a class say."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Test = Callable[[Any], bool]
"""Tells whether a value is of a type."""

_EXACT = (str, bool, int, bytes, tuple, list, frozenset)
"""Types of which no other counts: a bool is an int to Python, and a named tuple is a tuple."""


@cache
def tests_of(kind: Any) -> Mapping[str, Test]:
    """Give what tells for each field of a named tuple or a dataclass whether a value is of its type.

    Raises TypeError where a field says something that is not known here.
    """
    return {name: test_of(hint) for name, hint in get_type_hints(kind).items()}


def require_types(made: Any) -> None:
    """Raise TypeError where a field of a named tuple or a dataclass holds what it cannot."""
    kind: Any = type(made)
    for name, fits in tests_of(kind).items():
        if not fits(getattr(made, name)):
            raise TypeError(f"{name} of {kind.__qualname__} holds what it cannot")


@cache
def test_of(hint: Any) -> Test:
    """Give what tells whether a value is of a type; raises TypeError for one that is not known here."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint is Any:
        return lambda _: True
    if origin in (Union, UnionType):
        return _any(tuple(map(test_of, parts)))
    if origin is Literal:
        return lambda value: any(type(value) is type(part) and value == part for part in parts)
    if origin is tuple and parts[-1:] != (...,):
        return _fixed(tuple(map(test_of, parts)))
    if origin is Counter:
        return _mapping(test_of(parts[0]), test_of(int), Counter)
    if origin in (dict, Mapping):
        return _mapping(test_of(parts[0]), test_of(parts[1]), dict)
    if origin in (tuple, list, frozenset):
        return _each(test_of(parts[0]), origin)
    if origin in (Sequence, Collection):
        return _any((_each(test_of(parts[0]), tuple), _each(test_of(parts[0]), list)))
    return _plain(NoneType if hint is None else hint)


def _plain(kind: Any) -> Test:
    if not isinstance(kind, type):
        raise TypeError(f"{kind} is no type that can be told")
    if kind is float:
        return lambda value: type(value) in (float, int)
    if kind in _EXACT:
        return lambda value: type(value) is kind
    return lambda value: isinstance(value, kind)


def _any(tests: tuple[Test, ...]) -> Test:
    return lambda value: any(test(value) for test in tests)


def _fixed(tests: tuple[Test, ...]) -> Test:
    return lambda value: (
        type(value) is tuple
        and len(value) == len(tests)
        and all(test(part) for test, part in zip(tests, value, strict=True))
    )


def _each(test: Test, kind: Any) -> Test:
    return lambda value: type(value) is kind and all(test(part) for part in value)


def _mapping(of_key: Test, of_value: Test, kind: Any) -> Test:
    return lambda value: isinstance(value, kind) and all(of_key(key) and of_value(part) for key, part in value.items())
