"""Which of some texts may say something: a few searches over all of them, before any is read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from lpkit.pattern import pattern
from lpkit.text.once import Once

_DIGIT = pattern("[0-9]")


def has_any(lower: str, words: Iterable[str]) -> bool:
    """Tell whether a text in lower case has one of some words; a loop, since a generator would take twice as long."""
    for word in words:  # noqa: SIM110
        if word in lower:
            return True
    return False


class Gate:
    """Finds in which of some texts a word or a pattern stands, without a look at each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = "\n".join(texts)
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        self._known: dict[str, list[int]] = {}

    def having(self, words: Iterable[str]) -> set[int]:
        """Give the numbers of the texts that have one of some words or signs, in lower case."""
        return {number for word in words for number in self._having(word)}

    def matching(self, said: re.Pattern[str]) -> set[int]:
        """Give the numbers of the texts in which a pattern is found."""
        found: set[int] = set()
        # One look at all of them: whoever begins anew behind each match looks at the whole again.
        matches, again = said.finditer(self._all), True
        while again:
            again = False
            for match in matches:
                number = bisect_right(self._starts, match.start()) - 1
                found.add(number)
                if match.end() > self._starts[number + 1]:
                    # It reaches into the next text, which may have one of its own there.
                    matches, again = said.finditer(self._all, self._starts[number + 1]), True
                    break
        return found

    def with_digit(self) -> set[int]:
        """Give the numbers of the texts that have a digit."""
        return self.matching(_DIGIT)

    @Once
    def _lower(self) -> tuple[str, list[int]]:
        """Give all texts in lower case, and where each begins there: a few letters become two."""
        lower = self._all.lower()
        if len(lower) == len(self._all):
            return lower, self._starts
        parts = [self._all[start : end - 1].lower() for start, end in zip(self._starts, self._starts[1:], strict=False)]
        return "\n".join(parts), [0, *accumulate(len(part) + 1 for part in parts)]

    @Once
    def _words(self) -> str:
        """Give each word once: what is none of them and no part of one is not looked for in all texts."""
        return " ".join(set(self._lower[0].split()))

    def _having(self, word: str) -> list[int]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = [] if self._is_absent(word) else self._search(word)
        return found

    def _is_absent(self, word: str) -> bool:
        return word not in self._words and word.split() == [word]

    def _search(self, word: str) -> list[int]:
        lower, starts = self._lower
        found, find = [], lower.find
        at = find(word)
        while at >= 0:
            behind = bisect_right(starts, at)
            found.append(behind - 1)
            at = find(word, starts[behind])
        return found
