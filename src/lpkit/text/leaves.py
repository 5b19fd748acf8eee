"""The texts of a file: every value that people read, with its path."""

from typing import Any

from lpkit.diagnostic import Path

_NAMES = frozenset(
    (
        *("format", "id", "principle", "level", "status", "rubric", "score_first", "candidate", "marker", "verdict"),
        *("dimension", "expects", "pool", "difficulty", "replaced_by", "language", "tags", "scores"),
    )
)
"""Keys whose values are names or one of a few words, and no text."""


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
            if key not in _NAMES:
                _gather(value, (*at, key), found)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            _gather(value, (*at, place), found)
