"""The ids that a file gives to its parts or refers to, each with its place."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lpkit.corpus.discover import LIBRARY_FILE
from lpkit.diagnostic import Path, Site
from lpkit.source import Source

EACH = "*"
"""A step of a pattern that stands for every entry of a list."""
KEYS = "**"
"""A step that stands for every key of a mapping: the key itself is the id."""

_CANDIDATES = ("evaluate", "candidates", EACH)

_IN_PACKS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("pack", ("id",), True),
    ("principle", ("principle",), False),
    ("level", ("level",), False),
    ("rubric", ("evaluate", "rubric"), False),
    ("dimension", ("evaluate", "rubric", EACH, "id"), True),
    ("dimension", ("evaluate", "score_first", EACH), False),
    ("dimension", (*_CANDIDATES, "scores", KEYS), False),
    ("dimension", (*_CANDIDATES, "reasons", KEYS), False),
    ("candidate", (*_CANDIDATES, "id"), True),
    ("verdict", (*_CANDIDATES, "verdict"), False),
    ("marker", (*_CANDIDATES, "auto_fails", EACH, "marker"), False),
    ("candidate", ("evaluate", "calibration", EACH, "candidate"), False),
    ("candidate", ("fix_its", EACH, "candidate"), False),
    ("candidate", ("model_answer", "candidate"), False),
    ("fix-it", ("fix_its", EACH, "id"), True),
    ("question", ("questions", EACH, "id"), True),
    ("question", ("retired", EACH, "replaced_by"), False),
    ("former pack", ("formerly", EACH), False),
    ("former question", ("questions", EACH, "formerly", EACH), False),
)
_IN_LIBRARIES: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("principle", ("principles", EACH, "id"), True),
    ("level", ("levels", EACH, "id"), True),
    ("verdict", ("verdicts", EACH, "id"), True),
    ("rubric", ("rubrics", EACH, "id"), True),
    ("dimension", ("rubrics", EACH, "dimensions", EACH, "id"), True),
    ("marker", ("markers", EACH, "id"), True),
    ("dimension", ("markers", EACH, "dimension"), False),
    ("verdict", ("markers", EACH, "verdict"), False),
)

OF_PACKS = frozenset(("candidate", "fix-it", "former pack", "former question", "pack", "question"))
"""Kinds of ids that have a meaning within one pack only."""


class Name(NamedTuple):
    """An id at a place: of what kind, and whether it is given there or referred to."""

    kind: str
    id: str
    at: Path
    on_key: bool
    gives: bool

    def extent(self, source: Source) -> tuple[int, int]:
        """Give the offsets at which it stands, with the quotation marks that it may have."""
        return source.extent(Site(source.name, self.at, self.on_key))


def is_library(source: Source) -> bool:
    """Tell whether a source is that of a library."""
    return source.name.rpartition("/")[2] == LIBRARY_FILE


def names_in(source: Source) -> Iterator[Name]:
    """Give every id of a file that can be read, in no order."""
    for kind, pattern, gives in _IN_LIBRARIES if is_library(source) else _IN_PACKS:
        for at, on_key, value in _matching(source.data, pattern):
            if isinstance(value, str):
                yield Name(kind, value, at, on_key, gives)


def name_at(source: Source, offset: int) -> Name | None:
    """Give the id at an offset."""
    for name in names_in(source):
        start, end = name.extent(source)
        if start <= offset <= end:
            return name
    return None


def _matching(data: Any, pattern: tuple[str, ...], at: Path = ()) -> Iterator[tuple[Path, bool, Any]]:
    if not pattern:
        yield at, False, data
        return
    step, rest = pattern[0], pattern[1:]
    if step == EACH:
        for number, entry in enumerate(data if isinstance(data, list) else []):
            yield from _matching(entry, rest, (*at, number))
    elif step == KEYS:
        for key in data if isinstance(data, dict) else ():
            yield (*at, key), True, key
    elif isinstance(data, dict) and step in data:
        yield from _matching(data[step], rest, (*at, step))
