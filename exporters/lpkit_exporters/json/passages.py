"""Where the quotes of auto-fails stand in an answer."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

# The same freedom that the checks give to authors: kinds of quote and dash, white space, declared elisions.
_FOLDED = (
    (re.compile(r"[\"“”„«»]"), r"[\"“”„«»]"),
    (re.compile(r"['‘’‚]"), r"['‘’‚]"),
    (re.compile(r"[-‐‑–—]"), r"[-‐‑–—]"),
)
_TOKEN = re.compile(r"\s*(?:\[?…\]?|\[\.\.\.?\]|\.\.\.)\s*|\s+|.", re.DOTALL)
_BLANK = re.compile(r"\s+")


class Cut(NamedTuple):
    """A run of an answer, and the places of the quotes that cover it."""

    text: str
    quotes: list[int]


def cut(answer: str, quotes: Sequence[str]) -> list[Cut]:
    """Cut an answer where quotes begin and end; a quote that does not occur cuts nothing."""
    spans = [_find(answer, quote) for quote in quotes]
    edges = sorted({0, len(answer)}.union(*(span for span in spans if span)))
    return [
        Cut(answer[start:end], [n for n, span in enumerate(spans) if span and span[0] <= start < span[1]])
        for start, end in pairwise(edges)
    ]


def _find(answer: str, quote: str) -> tuple[int, int] | None:
    pattern = "".join(_pattern(token[0]) for token in _TOKEN.finditer(quote.strip()))
    found = re.search(pattern, answer, re.IGNORECASE | re.DOTALL)
    return found.span() if found and found[0] else None


def _pattern(token: str) -> str:
    if _BLANK.fullmatch(token):
        return r"\s+"
    if len(token) > 1 or token == "…":
        return ".*?"
    return next((folded for kind, folded in _FOLDED if kind.fullmatch(token)), re.escape(token))
