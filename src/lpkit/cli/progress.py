"""A line on a terminal that says how far a slow command is."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

_AFTER = 1.0
"""Seconds before the line shows: what is over sooner needs none."""


def progress(doing: str, stream: TextIO | None = None, after: float = _AFTER) -> Callable[[int, int], None] | None:
    """Give what shows `doing 3 of 10` on a terminal (of standard error) once it takes longer than a second, or None.

    A total of 0 means that nobody knows it. The line goes away with the last one, or with a number below 0.
    """
    out = stream or sys.stderr
    if not out.isatty():
        return None
    begin, shown = time.monotonic(), False

    def show(done: int, total: int) -> None:
        nonlocal shown
        if done < 0 or time.monotonic() - begin <= after:
            out.write("\r\x1b[K" if shown else "")
        else:
            shown = True
            text = f"{doing} {done} of {total}" if total else f"{doing} {done}"
            end = "\r\x1b[K" if total and done >= total - 1 else ""
            out.write(f"\r\x1b[K{text}{end}")
        out.flush()

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
