"""When the content of an item last changed, which decides whether an import updates a learner's note."""

from collections.abc import Mapping
from typing import Final

Times = Mapping[tuple[str, str], int]
"""Seconds since 1970 by kind and ids, as in library.lock: `("question", "pack/question")`."""

EPOCH = 1_767_225_600
"""2026-01-01T00:00:00Z: the time of an item for which no other is known."""

_SHARED: Final = frozenset(("Pattern", "Principle", "Level", "Language", "Source", "Id"))
_WITH_PROMPT: Final = frozenset(("concepts", "fix-it", "auto-fail"))
"""Kinds of notes beside which a pack's title or its interview question stands only to say where they belong."""


def own_fields(kind: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Give the fields that are a note's own: a change of the others alone never makes it newer.

    An update replaces all fields, and with them what a learner wrote there.
    """
    repeated = _SHARED | ({"Prompt"} if kind in _WITH_PROMPT else set())
    return {name: text for name, text in fields.items() if name not in repeated}
