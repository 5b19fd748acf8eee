"""Letters and numbers with which options themselves begin, as `B) Cork`: what they say, whether they are taken off."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lpkit_importers.table.choices import LETTERS, Choices

_OWN = re.compile(r"\(?([A-Ja-j]|\d{1,2})(\s?(?:[).\]]\s+|\)|[:]\s+|\.(?=[^\W\d])|[、．）])\s*)(?=\S)")


def without_letters(choices: Sequence[Choices]) -> tuple[list[Choices], int]:
    """Take off the letters with which options begin, where half of the rows and more have them; tell how many do.

    Numbers with a full stop may be those of days, and stay where another row has some that do not count its options.
    Where nothing is taken off, the marks are kept in mind: a key must not go against them.
    """
    found = [_marks(row) for row in choices]
    rows = [marks for marks, row in zip(found, choices, strict=True) if row.texts]
    whole = any(_is_complete(marks) for marks in rows)
    taken = [_without(row, marks, whole) for row, marks in zip(choices, found, strict=True)]
    many = sum(row is not None for row in taken)
    dated = any(all(marks) and _is_dated(marks) and not _is_complete(marks) for marks in rows)
    if not rows or 2 * many < len(rows):
        return [_kept(row, marks) for row, marks in zip(choices, found, strict=True)], 0
    kept = [
        _kept(old, marks) if new is None or (dated and _is_dated(marks)) else new
        for new, old, marks in zip(taken, choices, found, strict=True)
    ]
    return kept, sum(row.own for row in kept)


def _marks(row: Choices) -> list[re.Match[str] | None]:
    return [_OWN.match(text) for text in row.texts]


def _said(marks: Sequence[re.Match[str] | None]) -> list[str]:
    return [mark.group(1).casefold() for mark in marks if mark]


def _is_complete(marks: Sequence[re.Match[str] | None]) -> bool:
    """Tell whether all options have a letter, each another, without a gap; or a number, in order."""
    said = _said(marks)
    letters, numbers = [*LETTERS[: len(marks)]], [str(number + 1) for number in range(len(marks))]
    return len(marks) >= 2 and (sorted(said) == letters or said == numbers)


def _is_plain(marks: Sequence[re.Match[str] | None], said: Sequence[str]) -> bool:
    """Tell whether marks with a gap are marks and no initials or days: they rise, and each has a bracket behind it."""
    return len(said) == len(marks) and _rise(said) and all(mark and set(mark.group(2)) & set(")]") for mark in marks)


def _rise(said: Sequence[str]) -> bool:
    figures = [mark.isdecimal() for mark in said]
    values = [int(mark) if mark.isdecimal() else ord(mark) for mark in said]
    return len(values) >= 2 and len({*figures}) == 1 and values == sorted({*values})


def _is_dated(marks: Sequence[re.Match[str] | None]) -> bool:
    """Tell whether an option begins with a number and a full stop, as days do."""
    return any(mark and mark.group(1).isdecimal() and "." in mark.group(2) for mark in marks)


def _without(row: Choices, marks: Sequence[re.Match[str] | None], whole: bool) -> Choices | None:
    """Take off the marks of a row; None where they are none, or where texts would be lost or become equal.

    `whole` says that another row has all letters: then a gap in this one is one, with whatever sign.
    """
    said = _said(marks)
    gapped = len(said) == len(marks) and _rise(said) and whole and not _is_dated(marks)
    if not (_is_complete(marks) or _is_plain(marks, said) or gapped):
        return None
    texts = tuple(text[mark.end() :].strip() for text, mark in zip(row.texts, marks, strict=True) if mark)
    distinct = len({*texts}) == len(texts) or len({*row.texts}) < len(row.texts)
    return replace(row, texts=texts, letters=tuple(said), own=True) if all(texts) and distinct else None


def _kept(row: Choices, marks: Sequence[re.Match[str] | None]) -> Choices:
    """Keep the marks in mind: letters of any options, since keys are letters; numbers where all have one and rise."""
    spaced = [mark if mark and mark.group(2) != "." else None for mark in marks]
    said = _said(spaced)
    numbered = len(said) == len(marks) and _rise(said) and said[0].isdecimal()
    letters = tuple(mark.group(1).casefold() if mark else "" for mark in spaced)
    kept = letters if numbered else tuple(mark if mark in LETTERS else "" for mark in letters)
    return replace(row, letters=kept) if any(kept) else row
