"""What an option is called where an answer is kept: the id that its author gave it, else a hash of its text."""

from collections.abc import Collection
from hashlib import sha256
from typing import NamedTuple

from lpkit.model import Question

_DIGITS = 8
"""Hexadecimal digits of a hash: 32 bits, where the options of one question are to be told apart."""


class OptionName(NamedTuple):
    """The id of an option, unique in its question, and what it was before its author gave it one."""

    id: str
    formerly: str | None = None


def option_names(question: Question) -> list[OptionName]:
    """Name the options of a question, in the order of the source.

    An id of the author's outlives every change. An option without one, or with that of another one, is called `h-` and
    the hash of its text; equal texts are numbered. What was kept under such a name is found again under `formerly` once
    `lpkit fmt --ids` gave the option an id, as long as its text stays.
    """
    own = _own_ids(question)
    hashed = _unique([f"h-{_hash(option.text)}" for option in question.options], ())
    given = [name for name in own if name]
    free = iter(_unique([other for name, other in zip(own, hashed, strict=True) if not name], given))
    ids = [name or next(free) for name in own]
    return [
        OptionName(name, other if mine and other not in ids else None)
        for name, mine, other in zip(ids, own, hashed, strict=True)
    ]


def _own_ids(question: Question) -> list[str | None]:
    """Give the authors' ids; of two equal ones, which `lpkit check` reports, the first alone."""
    found: list[str | None] = []
    for option in question.options:
        found.append(None if option.id in found else option.id)
    return found


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_DIGITS]


def _unique(names: list[str], taken: Collection[str]) -> list[str]:
    """Put a number from 2 on behind each name that was there before."""
    found: list[str] = []
    for name in names:
        choices = (name, *(f"{name}-{number}" for number in range(2, len(names) + len(taken) + 2)))
        found.append(next(choice for choice in choices if choice not in found and choice not in taken))
    return found
