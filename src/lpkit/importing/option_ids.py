"""Ids of options in what lpkit exported: which of them an author gave."""

import re

_HASHED = re.compile(r"h-[0-9a-f]{8}(-[0-9]+)?")


def own_id(name: str) -> str | None:
    """Give an id; None for one that the export made of the text: a permanent one is not to be made of it."""
    return None if _HASHED.fullmatch(name) else name
