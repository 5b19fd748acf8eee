"""What takes words back that were found: quotation, denial, supposition, other tellers, and what follows."""

import sys
from bisect import bisect_right
from collections.abc import Sequence

from lpkit.text.spotting.data import Guards
from lpkit.text.spotting.splitting import Split
from lpkit.text.spotting.stepping import NONE, Steps, Terms, match

_CLAUSE = 12
"""How many tokens before a match may take it back."""
_NEAR = 7
"""How closely a verb of telling stands before what is told."""
_AFTERWARDS = 14
"""How many tokens after a match may take it back."""
_AROUND = 60
"""How many tokens of a long sentence are looked at on either side of a match."""
_STOPS = frozenset(".?")
_MARKS = frozenset(".?;,")

Range = tuple[int, int]
"""Tokens from the first up to the second, exclusive."""


class Guard:
    """Tells whether words mean what they say."""

    def __init__(self, guards: Guards, steps: Steps) -> None:
        self._steps = steps
        self._known = bool(guards.lists)
        lists = [steps.terms(number) for number in guards.lists] or [NONE] * 11
        self._breaks, self._denials, self._fronted, self._suppositions, self._supposed = lists[:5]
        self._tellers, self._firsts, self._others, self._helping, self._doubts, self._speakers = lists[5:]
        self._after = [steps.read(text) for text in guards.after]
        self._at_once = [steps.read(text) for text in guards.at_once]

    def takes_back(self, tokens: Split, unless: int, found: Range, sentence: Range) -> bool:
        """Tell whether what was found in a sentence does not count; `unless` is a list of the pattern's own, or -1."""
        words, (start, end), (low, high) = tokens.words, found, _near(found, sentence)
        if tokens.quoted and _quoted(tokens.quoted, tokens.places[start][0], tokens.places[end - 1][1]):
            return True
        if unless >= 0 and _has(words, self._steps.terms(unless), low, high):
            return True
        if not self._known:
            return False
        clause = self._clause(words, start, low)
        # Where a match itself begins with a denial, its auxiliary stands before it: did not.
        before = start - 1 if self._denials[words[start]] else start
        return (
            _has(words, self._denials, clause, before)
            or _has(words, self._fronted, low, start)
            or (_has(words, self._suppositions, clause, start) and not _has(words, self._supposed, start, end))
            or self._told(words, start, low)
            or self._of_another(words, start, low)
            or any(match(words, way, 0, end, sentence[1]) >= 0 for way in self._at_once)
            or self._declined(words, end, sentence[1])
        )

    def doubts(self, words: Sequence[str], found: Range, sentence: Range) -> bool:
        """Tell whether something else in the sentence makes it doubtful what was meant, or of whom."""
        (start, end), (low, high) = found, _near(found, sentence)
        clause = self._clause(words, start, low)
        if self._known and clause < start and not _has(words, self._speakers, clause, end):
            return True
        return _has(words, self._doubts, low, found[0]) or _has(words, self._doubts, found[1], high)

    def _clause(self, words: Sequence[str], start: int, low: int) -> int:
        """Give where the clause begins in which a match stands."""
        first = max(low, start - _CLAUSE)
        return next((i + 1 for i in range(start - 1, first - 1, -1) if self._breaks[words[i]]), first)

    def _told(self, words: Sequence[str], start: int, low: int) -> bool:
        """Tell whether somebody else than the speaker says what follows."""
        for i in range(start - 1, max(low, start - _NEAR) - 1, -1):
            if words[i] in _MARKS:
                return False
            if self._tellers[words[i]]:
                return not any(self._firsts[word] for word in words[max(low, i - 2) : i])
        return False

    def _of_another(self, words: Sequence[str], start: int, low: int) -> bool:
        """Tell whether somebody else than the speaker is the subject of what follows."""
        i = start - 1
        while i > low and self._helping[words[i]]:
            i -= 1
        return i >= low and bool(self._others[words[i]])

    def _declined(self, words: Sequence[str], end: int, high: int) -> bool:
        """Tell whether what follows, up to the end of the next sentence, takes a match back."""
        last = min(len(words), end + _AFTERWARDS)
        beyond = next((i for i in range(high + 1, last) if words[i] in _STOPS), last)
        return any(match(words, steps, 0, i, beyond) >= 0 for i in range(end, beyond) for steps in self._after)


def _near(found: Range, sentence: Range) -> Range:
    return max(sentence[0], found[0] - _AROUND), min(sentence[1], found[1] + _AROUND)


def _quoted(places: Sequence[Range], begin: int, end: int) -> bool:
    """Tell whether a match begins or ends within one of some stretches, which are apart and in order."""
    before = (bisect_right(places, (point, sys.maxsize)) - 1 for point in (begin, end - 1))
    return any(place >= 0 and places[place][1] > point for place, point in zip(before, (begin, end - 1), strict=True))


def _has(words: Sequence[str], terms: Terms, low: int, high: int) -> bool:
    """Tell whether a term is among some tokens."""
    for i in range(low, high):
        if terms.numbers and words[i][0].isdigit():
            return True
        for rest in terms[words[i]]:
            if i + len(rest) < high and tuple(words[i + 1 : i + 1 + len(rest)]) == rest:
                return True
    return False
