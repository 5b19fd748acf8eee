"""The key of every row by a mark: in a column of its own beside each option, or at the option itself, as a star."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpkit.importing import Decision, LpkitError
from lpkit_importers.table.choices import LETTERS, Choices
from lpkit_importers.table.grid import Row
from lpkit_importers.table.keys import by_text, is_bare, label_of
from lpkit_importers.table.layout import Layout
from lpkit_importers.table.options import Offered
from lpkit_importers.table.unnamed import cell

YES = re.compile(
    r"1(\.0)?|100(\.0+)? ?%?|[xyt*✓✔]|yes|true|correct|right|richtig|wahr|ja|vrai|oui|verdadero|s[iíì]|vero"
)
NO = re.compile(r"(0(\.0+)? ?%?|[nf✗✘-]|no|false|wrong|incorrect|falsch|nein|faux|non|falso)?")
_SAID = (" (correct)", " (richtig)", " (right)", " ✓", " ✔")
_OPEN = re.compile(r"\[ ?\]\s*")


@dataclass(frozen=True, slots=True)
class Answered:
    """A row's options, the place of its key among them, or why it cannot be taken."""

    row: Choices
    key: int | None
    reason: str = ""


def keys_by_marks(
    layout: Layout, rows: Sequence[Row], offered: Offered, wanted: bool
) -> tuple[list[Answered], list[Decision]] | None:
    """Find the keys by marks beside the options or within them; None where there are none.

    `wanted` says that the user asks for them. Raises LpkitError where stars may belong to the texts, or another column
    may name the keys.
    """
    if layout.marks and {*layout.marks} == {*layout.options}:
        labels = sorted(layout.options)
        cells = [[cell(row, layout.marks[label]).casefold() for label in labels] for row in rows]
        if all(YES.fullmatch(mark) or NO.fullmatch(mark) for marks in cells for mark in marks):
            return _by_marks(offered, cells)
    found = [[_star(text) for text in row.texts] for row in offered.choices]
    if not _has_one_each(found, wanted):
        return None
    if not wanted:
        _check(layout, rows, offered, found)
    return _starred(offered, found)


def _by_marks(offered: Offered, cells: Sequence[Sequence[str]]) -> tuple[list[Answered], list[Decision]]:
    answered = []
    for row, marks in zip(offered.choices, cells, strict=True):
        places = [place for place, mark in enumerate(marks, start=1) if YES.fullmatch(mark)]
        one = len(places) == 1 and places[0] in row.places and len(row.texts) >= 2
        reason = row.reason or ("" if one else f"it has {len(places)} options that are marked as right")
        answered.append(Answered(row, None if reason else row.places.index(places[0]), reason))
    right = sum(one.key is not None for one in answered)
    return answered, [Decision("answer", f"a mark beside one option: {right} of {len(answered)} rows")]


def _star(text: str) -> str | None:
    """Give the text of an option that bears a mark; None where it bears none."""
    if text[:3].lower() == "[x]":
        return text[3:].strip() or None
    for said in _SAID:
        if text.lower().endswith(said):
            return text[: -len(said)].strip() or None
    bare = text.strip("*").strip()
    return bare if bare and "*" in {text[0], text[-1]} else None


def _has_one_each(found: Sequence[Sequence[str | None]], wanted: bool) -> bool:
    """Tell whether every row that has options has just one that is marked, or any row where the user asks for marks."""
    filled = [stars for stars in found if len(stars) >= 2]
    one = [sum(star is not None for star in stars) == 1 for stars in filled]
    return bool(filled) and (any(one) if wanted else all(one))


def _check(layout: Layout, rows: Sequence[Row], offered: Offered, found: Sequence[Sequence[str | None]]) -> None:
    """Refuse stars that may be part of the texts, and marks beside a column that may hold the keys.

    A star is plainly a mark where it stands at the same end in two rows or more, and the others do not differ from what
    is left of the option by signs alone, as `*args` and `&args` do.
    """
    settled = "say that marks are: --keys-from marks; or name the column of the keys: --column answer=HEADER"
    for column in range(len(layout.header)):
        if column not in layout.used() and _may_be_keys(rows, column, offered.choices):
            name = layout.header[column] or f"#{column + 1}"
            raise LpkitError(f'options have marks, but the column "{name}" may name the keys as well', settled)
    marked = [
        (row, at, star)
        for row, stars in zip(offered.choices, found, strict=True)
        for at, star in enumerate(stars)
        if star is not None and len(stars) >= 2
    ]
    starred = [(row, at, star) for row, at, star in marked if "*" in {row.texts[at][0], row.texts[at][-1]}]
    ends = {(row.texts[at][0] == "*", row.texts[at][-1] == "*") for row, at, _ in starred}
    belongs = next((row.texts[at] for row, at, star in marked if _belongs(row, at, star)), "")
    if belongs or (starred and (len(ends) > 1 or len(starred) < 2)):
        shown = belongs or starred[0][0].texts[starred[0][1]]
        raise LpkitError(f'the mark of the option "{shown}" may be part of it, and no column names the keys', settled)


def _belongs(row: Choices, at: int, star: str) -> bool:
    """Tell whether another option differs from one by signs at its ends alone."""
    others = [text for place, text in enumerate(row.texts) if place != at]
    bare = {star, _without_signs(star)} - {""}
    aside = row.texts[at].endswith(")") and any(text.startswith(f"{star} (") for text in others)
    return aside or any(text in bare or _without_signs(text) in bare for text in others)


def _without_signs(text: str) -> str:
    """Take off what is no letter or number at either end."""
    inner = [place for place, sign in enumerate(text) if sign.isalnum() or sign == "_"]
    return text[inner[0] : inner[-1] + 1] if inner else ""


def _may_be_keys(rows: Sequence[Row], column: int, choices: Sequence[Choices]) -> bool:
    """Tell whether a column that is not read may hold keys: a letter, number or text of an option in all its cells."""
    filled = [(text, row) for line, row in zip(rows, choices, strict=True) if (text := cell(line, column))]
    return 2 * len(filled) > len(rows) and all(_may_be_key(text, row) for text, row in filled)


def _may_be_key(text: str, row: Choices) -> bool:
    label = label_of(text)
    if by_text(text, label, row) is not None:
        return True
    if label is None or (label.rest and not is_bare(text)):
        return False
    most = max(row.places, default=0)
    return LETTERS.index(label.letter) < most if label.letter else 0 <= (label.number or 0) <= most


def _starred(offered: Offered, found: Sequence[Sequence[str | None]]) -> tuple[list[Answered], list[Decision]]:
    """Give the options without their marks; a row in which not just one has any is left out."""
    answered = []
    for row, stars in zip(offered.choices, found, strict=True):
        places = [place for place, star in enumerate(stars) if star is not None]
        one = len(places) == 1 and len(stars) >= 2
        few = f"it has {len(places)} options that are marked as right" if len(stars) >= 2 else "it has no options"
        reason = row.reason or ("" if one else few)
        texts = tuple(
            star if star else _OPEN.sub("", text, count=1) for text, star in zip(row.texts, stars, strict=True)
        )
        answered.append(Answered(replace(row, texts=texts), None if reason else places[0], reason))
    right = sum(one.key is not None for one in answered)
    return answered, [Decision("answer", f"the option with a mark of its own: {right} of {len(answered)} rows")]
