"""A memory of what was worked out for texts, which is not filled by long ones.

Who checks all day, as an editor's server does, meets thousands of texts; those of an ordinary pack are short. Long ones
have 64 places of their own, since thousands of them with all their words would take a gigabyte.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_SHORT = 1000
"""Characters of a text that is remembered with the others."""
_LONG = 64
"""Longer texts that are remembered."""


def remembered(most: int) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Remember what a function gave for so many texts."""

    def around(function: Callable[[str], T]) -> Callable[[str], T]:
        short, long = lru_cache(maxsize=most)(function), lru_cache(maxsize=_LONG)(function)

        @wraps(function)
        def recalled(text: str) -> T:
            return short(text) if len(text) <= _SHORT else long(text)

        recalled.memories = (short, long)  # type: ignore[attr-defined]
        return recalled

    return around
