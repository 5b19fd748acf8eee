"""The passage of a text that comes nearest to a quote, and the words in which the two part."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lpkit.text.passage import fold, missing_piece

_LONGEST = 60
"""Words of a quote that are compared: all passages of the text that are as long are held at once."""

_ALIKE = 60
"""Similarity, from 0 to 100, below which a passage is no help to an author who looks for the quoted words."""

_VERY_ALIKE = 80
"""Similarity from which a passage is what the quote was meant to be, but for a word."""


def parting(text: str, quote: str) -> str:
    """Say, for a message, which passage of a text comes nearest to a quote and where the words part.

    Of a quote with an ellipsis, the first piece that is not in the text counts. Empty where no passage of about
    the same length is alike (RapidFuzz's ratio below 60).
    """
    wanted = missing_piece(text, quote).split()[:_LONGEST]
    found = _nearest(text, wanted)
    return f'; it says "{found}"{_difference(wanted, found.split())}' if found else ""


def nearest(text: str, quote: str) -> str | None:
    """Give the passage of a text that comes nearest to a quote, with its typography made even.

    None for quotes that are long or leave words out, and where no passage is alike (RapidFuzz's ratio below 80).
    """
    wanted = fold(quote).split()
    if len(wanted) > _LONGEST or missing_piece(text, quote) != fold(quote):
        return None
    found = _nearest(text, wanted, _VERY_ALIKE) or ""
    # The sign behind the last word belongs to the answer, and not to what is quoted of it.
    return (found if not quote[-1:].isalnum() else found.rstrip(".,;:!?")) or None


def _nearest(text: str, wanted: list[str], least: int = _ALIKE) -> str | None:
    from rapidfuzz import fuzz, process

    windows = sorted(set(_windows(fold(text).split(), len(wanted))))
    found = process.extractOne(
        " ".join(wanted).lower(), windows, scorer=fuzz.ratio, processor=str.lower, score_cutoff=least
    )
    return str(found[0]) if found else None


def _windows(words: list[str], length: int) -> Iterator[str]:
    """Give all passages that are as long as the quote, or a word longer or shorter."""
    for size in (length, length + 1, max(length - 1, 1)):
        for start in range(max(len(words) - size, 0) + 1):
            yield " ".join(words[start : start + size])


def _difference(quote: list[str], passage: list[str]) -> str:
    """Name the first words in which a quote and a passage differ; empty where only case or typography does."""
    matcher = SequenceMatcher(None, [word.lower() for word in quote], [word.lower() for word in passage], False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        said, real = " ".join(quote[start:end]), " ".join(passage[other_start:other_end])
        if kind == "replace":
            return f' (the quote has "{said}" where the text has "{real}")'
        if kind == "delete":
            return f' (the text does not have "{said}")'
        if kind == "insert":
            return f' (the quote leaves out "{real}")'
    return ""


_FEW, _SOME, _MANY = 2, 4, 9
"""Words of a quote that is short, from how many on one long word in common tells, and the most that are compared."""
_LONG_WORD = 5
"""Letters of a word that two passages hardly share by chance."""
_LIKE_WORD = 55


def another_word(text: str, quote: str) -> bool:
    """Tell whether a text has a short quote of two to nine words but for one of them.

    The words in common must say something: a longer one of three or more; of two, the other must be alike.
    An ending alone makes no other word.
    """
    wanted = [_bare(word) for word in fold(quote).lower().split()]
    if not _FEW <= len(wanted) <= _MANY:
        return False
    words = [_bare(word) for word in fold(text).lower().split()]
    for start in range(len(words) - len(wanted) + 1):
        there = words[start : start + len(wanted)]
        other = [(one, two) for one, two in zip(wanted, there, strict=True) if one != two]
        if len(other) == 1 and _tells(wanted, *other[0]):
            return True
    return False


def _bare(word: str) -> str:
    return word.strip(".,;:!?()\"'")


def _tells(quote: list[str], said: str, real: str) -> bool:
    """Tell whether a quote with one word other than the text's is meant for what stands there."""
    from rapidfuzz import fuzz

    if said[:-2] == real[: len(said[:-2])] or real[:-2] == said[: len(real[:-2])]:
        return False
    shared = [word for word in quote if word != said]
    if len(quote) >= _SOME:
        return any(len(word) >= _LONG_WORD for word in shared)
    tells = any(len(word) >= _LONG_WORD for word in shared)
    return tells and (len(quote) > _FEW or fuzz.ratio(said, real) >= _LIKE_WORD)
