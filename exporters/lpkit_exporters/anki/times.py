"""When the content of an item last changed, which decides whether an import updates a learner's note."""

from collections.abc import Mapping

Times = Mapping[tuple[str, str], int]
"""Seconds since 1970 by kind and ids, as in library.lock: `("question", "pack/question")`."""

EPOCH = 1_767_225_600
"""2026-01-01T00:00:00Z: the time of an item for which no other is known."""
