"""Which texts of a pack may claim something: a few searches over all of them, before any is read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

_DIGITS = "0123456789"


class Gate:
    """Finds in which of some texts a word stands, without a look at each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        lower = [text.lower() for text in texts]
        self._all = "\n".join(lower)
        self._starts = [0, *accumulate(len(text) + 1 for text in lower)]
        self._known: dict[str, tuple[int, ...]] = {}

    def having(self, words: Iterable[str]) -> set[int]:
        """Give the numbers of the texts that have one of some words or signs, in lower case."""
        return {number for word in words for number in self._having(word)}

    def with_digit(self) -> set[int]:
        """Give the numbers of the texts that have a digit."""
        return self.having(_DIGITS)

    def _having(self, word: str) -> tuple[int, ...]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = tuple(self._search(word))
        return found

    def _search(self, word: str) -> Iterator[int]:
        at = self._all.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._all.find(word, self._starts[number + 1])
