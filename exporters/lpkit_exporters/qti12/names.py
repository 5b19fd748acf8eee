"""Names within QTI 1.2: identifiers that programs keep as they are, and numbers for options."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from lpkit_exporters.items import Choice
from lpkit_exporters.items.naming import cut, folded

SIGNS = "A-Za-z0-9_-"
"""A dot or a colon would become another sign on the way into Canvas, and two names perhaps one."""
MOST_IDENTIFIER, MOST_TITLE = 100, 255
_FIRST, _NUMBERS = 10_000, 90_000


def identifiers(names: Iterable[str]) -> Mapping[str, str]:
    """Give each name an identifier that begins with a letter and has at most 100 characters, no two the same."""
    return folded(names, SIGNS, MOST_IDENTIFIER, letter_first=True)


def answer_numbers(item: Choice, prefix: str = "") -> dict[str, str]:
    """Give each option a number of five digits by its id, always the same: Canvas keeps answers by numbers.

    `prefix` comes before them, where an identifier has to begin with a letter.
    """
    numbers: dict[str, str] = {}
    for option in item.options:
        place = int.from_bytes(sha256(f"{item.id}/{option.id}".encode()).digest()[:8], "big") % _NUMBERS
        while (number := f"{prefix}{_FIRST + place}") in numbers.values():
            place = (place + 1) % _NUMBERS
        numbers[option.id] = number
    return numbers


def title(text: str) -> str:
    """Give a title on one line."""
    return cut(" ".join(text.split()), MOST_TITLE)
