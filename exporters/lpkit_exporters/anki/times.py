"""When the content of an item last changed, which decides whether an import updates a learner's note."""

from collections.abc import Mapping

Times = Mapping[tuple[str, str, str, str], int]
"""Seconds since 1970 by library, pack, kind and item; the pack of a library's own item is empty."""

EPOCH = 1_767_225_600
"""2026-01-01T00:00:00Z: the time of an item for which no other is known."""

NO_TIMES: Times = {}


def content_time(library: str, pack: str, kind: str, item: str, times: Times = NO_TIMES) -> int:
    """Give the seconds since 1970 at which an item's content last changed.

    `kind` is a word of library.lock: pack, question, fix-it, candidate or marker.
    """
    return times.get((library, pack, kind, item), EPOCH)
