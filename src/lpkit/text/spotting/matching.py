"""Runs compiled patterns over a text: in linear time, as gaps are bounded and never cross a sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.text.spotting.data import Pattern, Spotting
from lpkit.text.spotting.guarding import Guard, Range
from lpkit.text.spotting.index import Index, Way
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
        found = sorted(self._found(tokens), key=_order) if len(tokens.words) > 1 else []
        return tuple(_apart(found))

    def _found(self, tokens: Split) -> Iterator[Spot]:
        words, sentences = tokens.words, list(_sentences(tokens.words))
        for way, bits in self._index.possible(words):
            for start in _numbers(bits):
                place = bisect_right(sentences, (start, len(words) + 1)) - 1
                if place < 0:
                    continue  # What stands before the first sentence only ends one.
                low, high = sentences[place]
                asked = high < len(words) and words[high] == "?"
                end = match(words, way.steps, 0, start, high) if start < high and not asked else -1
                if end > start and not self._guard.takes_back(tokens, way.pattern.unless, (start, end), (low, high)):
                    yield self._spot(tokens, way, (start, end), (low, high))

    def _spot(self, tokens: Split, way: Way, found: Range, sentence: Range) -> Spot:
        words, (start, end) = tokens.words, found
        doubtful = way.pattern.frame >= 0 or self._guard.doubts(words, found, sentence)
        first = start + 1 if words[start] in _MARKS else start
        return Spot(tokens.places[first][0], tokens.places[end - 1][1], way.pattern, way.number, not doubtful)


def _order(spot: Spot) -> tuple[int, int, int, bool, int, int]:
    return spot.start, -spot.end, spot.pattern.marker, not spot.certain, spot.pattern.frame, spot.way


def _numbers(bits: int) -> Iterator[int]:
    """Give the places of the bits of a number, in order."""
    while bits:
        last = bits & -bits
        yield last.bit_length() - 1
        bits ^= last


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
