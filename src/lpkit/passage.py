"""Finding quoted passages in answers: what counts as verbatim."""

import re
from collections.abc import Iterable
from functools import lru_cache

_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " "})
_DASHES = re.compile(r"\s*[‐‑‒–—―−]\s*|\s+-+\s+")
_SPACE = re.compile(r"\s+")
_ELISION = re.compile(r"\s*(?:\[\s*(?:\.{2,}|…)\s*\]|\.{3,}|…)\s*")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Give a text with its typography made even: quotation marks, dashes and white space."""
    return _SPACE.sub(" ", _DASHES.sub("-", text.translate(_SAME))).strip()


def contains(answer: str, quote: str) -> bool:
    """Tell whether a quote is in an answer, word for word.

    Typography may differ, the first letter may differ in case (a quote may begin in mid-sentence), and the quote
    may leave words out where it says so with an ellipsis (`…`, `...` or `[..]`). It begins and ends at word
    borders.
    """
    passage = fold(answer)
    pieces = [piece for piece in _ELISION.split(fold(quote)) if piece]
    start = 0
    for piece in pieces:
        start = _find(passage, piece, start)
        if start < 0:
            return False
    return bool(pieces)


def _find(passage: str, piece: str, start: int) -> int:
    """Give where a piece ends in a passage, searching from an offset; -1 where it is not there."""
    ends = {piece, piece[0].swapcase() + piece[1:]}
    pattern = "|".join(re.escape(end) for end in sorted(ends))
    left = r"\b" if piece[0].isalnum() else ""
    right = r"\b" if piece[-1].isalnum() else ""
    match = re.compile(f"{left}(?:{pattern}){right}").search(passage, start)
    return match.end() if match else -1


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Give a text with its typography and its case made even."""
    return fold(text).casefold()


def says(text: str, phrase: str) -> bool:
    """Tell whether a phrase is in a text at word borders, whatever the typography and the case."""
    within, wanted = plain(text), plain(phrase)
    start = within.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        joined_left = wanted[0].isalnum() and within[:start][-1:].isalnum()
        if not joined_left and not (wanted[-1].isalnum() and within[end : end + 1].isalnum()):
            return True
        start = within.find(wanted, start + 1)
    return False


def first_said(text: str, phrases: Iterable[str]) -> str | None:
    """Give the first of some phrases that is in a text; None where none is."""
    return next((phrase for phrase in phrases if says(text, phrase)), None)


def parting(answer: str, quote: str) -> str:
    """Say, for a message, which passage of the answer comes nearest to a quote and where the words part.

    Empty where no passage is alike (similarity below 60 of 100 by RapidFuzz's partial ratio).
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    passage, wanted = fold(answer), fold(quote)
    found = partial_ratio_alignment(wanted.lower(), passage.lower(), score_cutoff=_ALIKE)
    if found is None:
        return ""
    words = _whole_words(passage, found.dest_start, found.dest_end)
    left, right = _first_difference(wanted, words)
    where = f' (the quote has "{left}" where the answer has "{right}")' if left and right else ""
    return f'; it says "{words}"{where}'


_ALIKE = 60


def _whole_words(passage: str, start: int, end: int) -> str:
    start = passage.rfind(" ", 0, start + 1) + 1
    space = passage.find(" ", max(end - 1, start))
    return passage[start : space if space >= 0 else len(passage)]


def _first_difference(quote: str, words: str) -> tuple[str, str]:
    """Give the first word in which two passages differ, as each of them has it; empty where one just ends."""
    for left, right in zip(quote.split(), words.split(), strict=False):
        if left.lower() != right.lower():
            return left, right
    return "", ""
