"""The texts of a file: every value that people read, with its path."""

from collections.abc import Iterator
from typing import Any

from lpkit.diagnostic import Path

_NAMES = frozenset(
    (
        *("format", "id", "principle", "level", "status", "rubric", "score_first", "candidate", "marker", "verdict"),
        *("dimension", "expects", "pool", "difficulty", "replaced_by", "language", "tags", "scores"),
    )
)
"""Keys whose values are names or one of a few words, and no text."""


def texts(data: Any, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give the texts of a file's data in their order, however broken the file is."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in _NAMES:
                yield from texts(value, (*at, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from texts(value, (*at, place))
