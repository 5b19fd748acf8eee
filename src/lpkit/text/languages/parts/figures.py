"""The part on figures in prose: how amounts are named, hedged and measured; made by `figure_words`."""

from collections.abc import Mapping
from re import Pattern
from typing import Literal, NamedTuple

from lpkit.pattern import pattern
from lpkit.text.languages.parts.answers import Evidence

FigureKind = Literal["percent", "points", "count", "duration", "money", "size", "multiple"]
"""Per cent (0 to 100), percentage points, how many of something, seconds, money, bytes, times as much."""

Hedge = Literal["", "roughly", "nearly", "above", "below", "minimum", "maximum"]
"""What a word before a figure makes of it."""


class Unit(NamedTuple):
    """What a unit measures, the name of what it is counted in, and how many of these it is."""

    kind: FigureKind
    name: str
    factor: float = 1.0


class FigureWords(NamedTuple):
    """How a language writes figures in prose. Patterns are matched with texts in lower case."""

    starts: frozenset[str]
    """The words with which figures in words begin, articles left out."""
    behind: frozenset[str]
    """Those of them that, right behind another one or a number, go on with its figure (two thirds, 45-minute)."""
    lengths: frozenset[str]
    """Those that begin a figure behind `ones` only (an hour)."""
    ones: frozenset[str]
    """Articles that count."""
    article: Pattern[str]
    """What may stand before one of these words and belongs to the figure."""
    figure: Pattern[str]
    """A figure: groups `digits` and `suffix` as `lpkit.text.counting` reads them, `money`, `words`, `share`, `vague`
    or `multiple`."""
    upper: Pattern[str]
    """The other end of a range, right behind a figure: groups `digits` or `words`."""
    scale: Pattern[str]
    """A word that multiplies a number, right behind it, in group `scale`."""
    both: Pattern[str]
    """The other end of a range behind `range_before`."""
    unit: Pattern[str]
    """A unit, right behind a figure, in group `unit`."""
    more: Pattern[str]
    """Half of the unit on top, right behind it."""
    no_hedge: Pattern[str]
    """What looks like a limit of the figure behind it and is none (add up to)."""
    numbered: Pattern[str]
    """What makes of a number the name of one of a series (week two), right before it."""
    no_figure_before: Pattern[str]
    """What makes a name or an idiom of the words of a figure, right before it."""
    no_figure_after: Pattern[str]
    """What does so right behind it."""
    range_before: Pattern[str]
    """What makes of two figures a range that "and" joins."""
    separate_before: Pattern[str]
    """What stands before the first of two figures that are no range (from 3 to 5)."""
    part_of: Pattern[str]
    """What stands between a number and what it is a part of (80 of the cameras)."""
    following: Pattern[str]
    """The words behind a figure that may name what is counted."""
    numerals: Mapping[str, float]
    scales: Mapping[str, float]
    shares: Mapping[str, float]
    """Per cent of a share's words."""
    vague: Mapping[str, tuple[float, float]]
    multiples: Mapping[str, float]
    units: Mapping[str, Unit]
    hedges: Mapping[str, Hedge]
    """What limits a figure, right before it: up to four words, or a sign."""
    hedge_ends: frozenset[str]
    """The last words of these."""
    articles: frozenset[str]
    """Words that may stand between that and the figure."""
    no_noun: frozenset[str]
    """Words behind a figure that end the name of what it counts."""
    plurals: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Endings of more than one, what stands there of one, and endings that only look like it."""
    no_number: frozenset[str]
    """Numerals that are mostly no number, but before a unit."""
    point: str
    """The mark before decimals; the other one groups thousands."""
    half: Pattern[str]
    """What adds a half to a number in words."""
    evidence: Evidence


def alternatives(words: Mapping[str, object] | frozenset[str]) -> str:
    """Give a piece of a pattern that matches one of some words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word))).replace(".", r"\.")


DIGITS = r"(?<![\w#@/.:])(?<!\w-)(?<!\w[.,])[$€£¥]?(?P<digits>\d+(?:[.,]\d+)*)(?P<suffix>[^\W\d_]{0,3})(?!\w)"
"""A number in digits that may measure something; what stands around it decides (`counting.is_measure`)."""

NUMBER_IN_DIGITS = pattern(DIGITS)
