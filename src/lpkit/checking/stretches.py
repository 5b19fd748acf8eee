"""Stretches of lines, and whether another one touches any of them: thousands are asked thousands of times."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from lpkit.diagnostic import Span


class Stretches:
    """Stretches of lines, each from a first line to a last one, both included."""

    def __init__(self, lines: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(lines)
        self._firsts = [first for first, _ in ordered]
        self._reached = list(accumulate((last for _, last in ordered), max))
        """How far the stretches reach that begin no later than each one."""

    def touches(self, span: Span) -> bool:
        """Tell whether any of the stretches has a line in common with a span."""
        begun = bisect_right(self._firsts, span.end_line)
        return begun > 0 and self._reached[begun - 1] >= span.line
