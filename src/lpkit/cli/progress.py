"""A line on a terminal that says how far a slow command is."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

from lpkit.cli.printer import show_progress, talks_on_terminal

T = TypeVar("T")

_AFTER = 1.0
"""Seconds before the line shows: what is over sooner needs none."""


def progress(doing: str, stream: TextIO | None = None, after: float = _AFTER) -> Callable[[int, int], None] | None:
    """Give what shows `doing 3 of 10` on a terminal (of standard error) once it takes longer than a second, or None.

    A total of 0 means that nobody knows it. The line goes away with the last one, or with a number below 0.
    """
    if not talks_on_terminal(stream):
        return None
    begin, shown = time.monotonic(), False

    def show(done: int, total: int) -> None:
        nonlocal shown
        if done < 0 or time.monotonic() - begin <= after:
            if shown:
                show_progress("", stream)
            return
        shown = True
        show_progress(f"{doing} {done} of {total}" if total else f"{doing} {done}", stream)
        if total and done >= total - 1:
            show_progress("", stream)

    return show


def counted(doing: str, things: Iterable[T], stream: TextIO | None = None, after: float = _AFTER) -> Iterator[T]:
    """Give things on, and say how many there were so far while they come slowly."""
    show = progress(doing, stream, after)
    if show is None:
        yield from things
        return
    try:
        for number, thing in enumerate(things, start=1):
            show(number, 0)
            yield thing
    finally:
        show(-1, 0)
