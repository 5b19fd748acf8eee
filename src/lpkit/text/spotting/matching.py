"""Runs compiled patterns over a text: in linear time, as gaps are bounded and never cross a sentence."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.text.spotting.data import Pattern, Spotting
from lpkit.text.spotting.guarding import Guard
from lpkit.text.spotting.index import Index
from lpkit.text.spotting.splitting import Split, split
from lpkit.text.spotting.stepping import Steps, match

_STOPS = frozenset(".?")
_MARKS = frozenset(".?;,")


class Spot(NamedTuple):
    """Where a text shows a marker: the place from start to end, in code points, and which pattern says so."""

    start: int
    end: int
    pattern: Pattern
    way: int
    """The place of the way in which the pattern is said: of its phrase, for phrases."""
    certain: bool
    """Whether it is a plain phrase in a sentence in which nothing makes its meaning doubtful."""


class Spotter:
    """Finds what compiled patterns describe."""

    def __init__(self, data: Spotting) -> None:
        self._clitics = data.clitics
        steps = Steps(data)
        self._guard = Guard(data.guards, steps)
        self._index = Index(data, steps)
        self.spots = lru_cache(maxsize=512)(self._spots)
        """Give the spots of a text in order; of two that overlap and show one marker, the earlier and longer one."""

    def _spots(self, text: str) -> tuple[Spot, ...]:
        tokens = split(text, self._clitics)
        found = [spot for low, high in _sentences(tokens.words) for spot in self._in_sentence(tokens, low, high)]
        found.sort(key=lambda spot: (spot.start, -spot.end, not spot.certain, spot.pattern.frame, spot.way))
        return tuple(_apart(found))

    def _in_sentence(self, tokens: Split, low: int, high: int) -> Iterator[Spot]:
        words = tokens.words
        if high < len(words) and words[high] == "?":
            return
        for way, starts in self._index.possible(words[low:high]):
            for start in (low + i for i in starts):
                end = match(words, way.steps, 0, start, high)
                if end > start and not self._guard.takes_back(tokens, way.pattern.unless, (start, end), (low, high)):
                    doubtful = way.pattern.frame >= 0 or self._guard.doubts(words, (start, end), (low, high))
                    first = start + 1 if words[start] in _MARKS else start
                    yield Spot(
                        tokens.places[first][0], tokens.places[end - 1][1], way.pattern, way.number, not doubtful
                    )


def _sentences(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give where sentences begin, with what ended the one before, and where they end, without what ends them."""
    low = 0
    for i, word in enumerate(words[1:], start=1):
        if word in _STOPS:
            if i > low + 1:
                yield low, i
            low = i
    if low + 1 < len(words):
        yield low, len(words)


def _apart(spots: Sequence[Spot]) -> Iterator[Spot]:
    """Leave out spots that begin within another one of the same marker."""
    ends: dict[int, int] = {}
    for spot in spots:
        if spot.start >= ends.get(spot.pattern.marker, 0):
            ends[spot.pattern.marker] = spot.end
            yield spot
