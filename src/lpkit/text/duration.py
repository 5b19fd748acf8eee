"""Claims about speaking time in notes, as stretches of seconds."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.text.languages.parts import Durations

_MARGIN_SECONDS, _MARGIN_SHARE = 5, 0.25
"""How far a claim may lie from what the words give: people estimate, and nobody speaks like a metronome."""

_CLAUSE_END = pattern(r"[.;:!?](?=\s|$)|\n")


class Stretch(NamedTuple):
    """From how many seconds to how many."""

    low: float
    high: float

    def meets(self, other: "Stretch") -> bool:
        """Tell whether two stretches have a second in common."""
        return self.low <= other.high and other.low <= self.high

    def __str__(self) -> str:
        low, high = round(self.low), round(self.high)
        return f"{low} seconds" if low == high else f"{low} to {high} seconds"


class Claim(NamedTuple):
    """A claim: its words, the seconds that it allows, and longer (1), shorter (-1) or as such (0).

    `other` is the id of the candidate compared with, or whose time it is; empty where the claim names none.
    """

    text: str
    seconds: Stretch
    sign: int
    other: str = ""


def claims(note: str, known: Durations) -> Iterator[Claim]:
    """Find the claims of a note that give a figure: longer or shorter by some time, or a time of their own."""
    lower = note.lower()
    compares, lasts = (any(word in lower for word in words) for words in (known.compares, known.lasts))
    is_supposed = lru_cache(lambda clause: known.supposed.search(note, *clause) is not None)
    ends = [end.end() for end in _CLAUSE_END.finditer(note)] if compares else []
    for match in known.longer.finditer(note) if compares else ():
        if is_supposed(_clause(note, match, ends)):
            continue  # What could be longer is not.
        text = note[match.start("low") : match.end("way")]
        sign = 1 if match["way"].lower() == known.longer_way else -1
        yield Claim(text, _stretch(match, known), sign, (match["other"] or "").lower())
    for match in known.runs.finditer(note) if lasts else ():
        yield Claim(
            note[match.start("low") : match.end("unit")],
            _stretch(match, known),
            0,
            (match["who"] or match["letter"] or "").lower(),
        )


def _clause(note: str, match: re.Match[str], ends: Sequence[int]) -> tuple[int, int]:
    """Give where the clause of a note in which a claim stands begins and ends; `ends` are those of all clauses."""
    before, behind = bisect_right(ends, match.start()), bisect_left(ends, match.end())
    return ends[before - 1] if before else 0, ends[behind] if behind < len(ends) else len(note)


def _stretch(match: re.Match[str], known: Durations) -> Stretch:
    scale = 60 if match["unit"].lower().startswith(known.minute) else 1
    low = (_amount(match["low"], known) + (0.5 if match["half"] or match["more"] else 0)) * scale
    high = _amount(match["high"], known) * scale if match["high"] else low
    bound = (match["bound"] or "").lower()
    least = 0.0 if bound in known.at_most else low - _margin(low)
    most = float("inf") if bound in known.at_least else high + _margin(high)
    return Stretch(least, most)


def _margin(seconds: float) -> float:
    return max(_MARGIN_SECONDS, seconds * _MARGIN_SHARE)


def _amount(word: str, known: Durations) -> float:
    name = word.lower()
    return known.numerals[name] if name in known.numerals else float(name.replace(",", "."))
