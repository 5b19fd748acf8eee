"""A memory of what was worked out for texts, which is not filled by long ones.

Who checks all day, as an editor's server does, meets thousands of texts; those of an ordinary pack are short. Long ones
have 64 places of their own, since thousands of them with all their words would take a gigabyte.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

T = TypeVar("T")
P = ParamSpec("P")
OfText = Callable[Concatenate[str, P], T]

_SHORT = 1000
"""Characters of a text that is remembered with the others."""
_LONG = 64
"""Longer texts that are remembered."""


def remembered(most: int) -> Callable[[OfText[P, T]], OfText[P, T]]:
    """Remember what a function gave for so many texts."""

    def around(function: OfText[P, T]) -> OfText[P, T]:
        short: Callable[..., T] = lru_cache(maxsize=most)(function)
        long: Callable[..., T] = lru_cache(maxsize=_LONG)(function)

        @wraps(function)
        def recalled(text: str, /, *rest: P.args, **named: P.kwargs) -> T:
            return (short if len(text) <= _SHORT else long)(text, *rest, **named)

        recalled.memories = (short, long)  # type: ignore[attr-defined]
        return recalled

    return around
