"""Permanent numbers and GUIDs, from permanent ids alone: an edited text never changes them."""

from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

FIRST_ID = 1_160_000_000_000
"""Anki reads the ids of notes, cards and decks as milliseconds of their creation: this one is in 2006."""

SPAN = 2**39
"""Ids reach into 2024. "Check database" renumbers ids that lie in the future; all stay below 2**53 too."""


def digest(parts: Iterable[str]) -> bytes:
    """Hash parts so that no two lists of parts run into one another."""
    return sha256("\0".join(parts).encode()).digest()


def guid(*parts: str) -> str:
    """Give the GUID by which an import recognises a note: 16 characters of the URL-safe alphabet."""
    return urlsafe_b64encode(digest(parts)[:12]).decode()


def number(*parts: str) -> int:
    """Give the integer id of a note, a card, a deck, a field or a template."""
    return FIRST_ID + int.from_bytes(digest(parts)[:8], "big") % SPAN


def distinct(numbers: Iterable[int]) -> Iterator[int]:
    """Move a number that was given before up to the next free one.

    Two of 10,000 ids meet once in 10,000 libraries, and a package with a double id would not open at all.
    """
    taken: set[int] = set()
    for wanted in numbers:
        while wanted in taken:
            wanted += 1
        taken.add(wanted)
        yield wanted
