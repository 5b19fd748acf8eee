"""Where the quotes of auto-fails stand in an answer."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from lpkit.export import locate


class Cut(NamedTuple):
    """A run of an answer, and the places of the quotes that cover it."""

    text: str
    quotes: list[int]


def cut(answer: str, quotes: Sequence[str]) -> list[Cut]:
    """Cut an answer where quotes begin and end; a quote that does not occur cuts nothing."""
    spans = [locate(answer, quote) for quote in quotes]
    edges = sorted({0, len(answer)}.union(*(span for span in spans if span)))
    return [
        Cut(answer[start:end], [n for n, span in enumerate(spans) if span and span[0] <= start < span[1]])
        for start, end in pairwise(edges)
    ]
