"""Ids that nobody has: a stem, with the first number behind it that makes it unique."""

from collections.abc import Iterable
from itertools import count


class FreeIds:
    """Gives ids that are not taken; thousands of one stem take no square of time, since what is taken stays so."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._from: dict[tuple[str, int], int] = {}
        """For a stem and where its numbers begin the first one that may be free."""

    def __contains__(self, name: str) -> bool:
        return name in self._taken

    def take(self, name: str) -> str:
        """Take an id, so that it is given to nobody else, and give it back."""
        self._taken.add(name)
        return name

    def like(self, stem: str) -> str:
        """Give a stem as an id, with the first number from 2 on behind it where that is needed."""
        return stem if stem not in self._taken else self._counted(stem, 2)

    def numbered(self, stem: str) -> str:
        """Give a stem with the first free number behind it."""
        return self._counted(stem, 1)

    def _counted(self, stem: str, first: int) -> str:
        begin = self._from.get((stem, first), first)
        number = next(number for number in count(begin) if f"{stem}-{number}" not in self._taken)
        self._from[stem, first] = number
        return f"{stem}-{number}"
