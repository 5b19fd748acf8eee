"""What snippets are made of: stops, what a library gives to them, and one snippet as a value."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lpkit.model import Library
from lpkit.model.types import Entry


class Stop(NamedTuple):
    """A place that an author fills in: what stands there until then, and what else may."""

    text: str
    choices: tuple[str, ...] = ()


Body = Stop | Mapping[str | Stop, "Body"] | Sequence["Body"] | str
"""A part of a snippet; bare texts stay as they are."""


class Known(NamedTuple):
    """What a library gives to snippets: its ids, in its order; nothing where no library is known."""

    principles: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    weights: tuple[tuple[str, int], ...] = ()
    """Dimensions of the first rubric, each with its weight."""


NOTHING_KNOWN = Known()


class Snippet(NamedTuple):
    """A snippet: its name and what it is, the mapping of the format that it makes, and its text."""

    name: str
    description: str
    model: type[Entry]
    body: Callable[[Known], Body]


def known_of(library: Library) -> Known:
    """Give what snippets take from a library."""
    return Known(
        tuple(entry.id for entry in library.principles),
        tuple(entry.id for entry in library.levels),
        tuple(entry.id for entry in library.verdicts),
        tuple(entry.id for entry in library.markers),
        tuple(entry.id for entry in library.rubrics),
        tuple((entry.id, entry.weight) for entry in library.rubrics[0].dimensions),
    )


def one_of(ids: Sequence[str], otherwise: str, place: int = 0) -> Stop:
    """Give a stop for one of some ids, that at a place first; for another id where none is known."""
    return Stop(ids[place], tuple(dict.fromkeys((ids[place], *ids)))) if ids else Stop(otherwise)
