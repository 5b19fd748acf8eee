"""The key of every row: from columns that name it, from marks beside or within options, or as one more option."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lpkit.importing import Decision, LpkitError
from lpkit_importers.table.choices import Choices
from lpkit_importers.table.decision import Asked, Decided, Reading, asked_for, decide
from lpkit_importers.table.grid import Row
from lpkit_importers.table.keys import cleaned_key, folded, is_bare, says_several
from lpkit_importers.table.layout import Layout, headers_hint, is_too_wide
from lpkit_importers.table.options import Offered
from lpkit_importers.table.unnamed import cell

_YES = re.compile(r"1(\.0)?|[xyt*✓✔]|yes|true|correct|right|richtig|wahr|ja|vrai|oui|verdadero|s[iíì]|vero")
_NO = re.compile(r"(0(\.0)?|[nf✗✘-]|no|false|wrong|incorrect|falsch|nein|faux|non|falso)?")
_SAID = (" (correct)", " (richtig)", " (right)", " ✓", " ✔")
_OPEN = re.compile(r"\[ ?\]\s*")
_DIFFERENT = 0.1
"""Share of the rows in which two columns may name different keys; those rows are left out."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A row's options, the place of its key among them, or why it cannot be taken."""

    row: Choices
    key: int | None
    reason: str = ""


def answers_of(
    layout: Layout, rows: Sequence[Row], offered: Offered, clean: Callable[[str], str], wanted: Reading | None, why: str
) -> tuple[list[Answered], list[Decision]]:
    """Give the key of each row, and how it was found.

    Raises LpkitError where nothing tells the keys, or their column can be read in two ways.
    """
    marked = _marked(layout, rows, offered) if not layout.answers else None
    if marked:
        return marked
    if not layout.answers:
        hint = f"name it: --column answer=HEADER; {headers_hint(layout.header)}"
        raise LpkitError("the table has no column for the answer", hint)
    if offered.apart:
        return _apart(layout, rows, offered, clean)
    return _named(layout, rows, offered, clean, wanted, why)


def _named(
    layout: Layout, rows: Sequence[Row], offered: Offered, clean: Callable[[str], str], wanted: Reading | None, why: str
) -> tuple[list[Answered], list[Decision]]:
    decided: list[tuple[int, dict[int, int | None], Decided]] = []
    undecided: list[tuple[int, LpkitError]] = []
    for column in layout.answers:
        asked = _asked(layout, rows, column, offered, clean)
        if not asked:
            continue
        try:
            found = decide([one for _, one in asked], layout.header[column], wanted, why)
        except LpkitError as error:
            undecided.append((column, error))
        else:
            decided.append((column, {at: place for (at, _), place in zip(asked, found.places, strict=True)}, found))
    if not decided and undecided:
        raise undecided[0][1]
    if not wanted and (wrong := next((column for column, _ in undecided if _are_verdicts(rows, column)), None)):
        raise LpkitError(
            f'column "{layout.header[wrong]}" says of some rows that their answer is wrong',
            "take those rows out, or name the column of the keys: --column answer=HEADER",
        )
    for column, reason in undecided:
        layout.drop(column, f"another column names the keys; {reason.message}")
    said = [Decision("answer", f'column "{layout.header[column]}": {found.said}') for column, _, found in decided]
    columns = [column for column, _, _ in decided] or layout.answers[:1]
    keys = [[clean(cleaned_key(cell(row, column))) for column in columns] for row in rows]
    places = [[found.get(at) for _, found, _ in decided] for at in range(len(rows))]
    answered = [_answered(row, key, place) for row, key, place in zip(offered.choices, keys, places, strict=True)]
    different = sum(one.reason == _TWO for one in answered)
    if different > _DIFFERENT * len(rows):
        names = " and ".join(f'"{layout.header[column]}"' for column in columns)
        raise LpkitError(f"the columns {names} name different keys", "say which is right: --column answer=HEADER")
    return answered, said


def _are_verdicts(rows: Sequence[Row], column: int) -> bool:
    """Tell whether a column judges answers that somebody gave: all its cells say yes or no, and some say no."""
    cells = [text for row in rows if (text := cell(row, column).casefold())]
    wrong = [text for text in cells if _NO.fullmatch(text)]
    return (
        bool(wrong)
        and all(_YES.fullmatch(text) or _NO.fullmatch(text) for text in cells)
        and not any(text.isdigit() for text in cells)
    )


_TWO = "two columns name different keys"


def _asked(
    layout: Layout, rows: Sequence[Row], column: int, offered: Offered, clean: Callable[[str], str]
) -> list[tuple[int, Asked]]:
    """Give the rows that have options and a key, with their places among all rows."""
    return [
        (at, asked_for(f"{layout.unit} {row.line}", key, choices))
        for at, (row, choices) in enumerate(zip(rows, offered.choices, strict=True))
        if len(choices.texts) >= 2
        and not is_too_wide(layout, row)
        and (key := clean(cleaned_key(cell(row, column))))
        and not says_several(key)
    ]


def _answered(row: Choices, keys: Sequence[str], places: Sequence[int | None]) -> Answered:
    if len(row.texts) < 2:
        return Answered(row, None, "it has one option" if row.texts else "it has no options")
    found = {place for place in places if place is not None}
    if len(found) > 1:
        return Answered(row, None, _TWO)
    if found:
        return Answered(row, found.pop())
    key = next((key for key in keys if key), "")
    several = says_several(key)
    reason = f'it has several keys: "{key}"' if several else f'the answer "{key}" is none of its options'
    return Answered(row, None, reason if key else "it has no key")


def _apart(
    layout: Layout, rows: Sequence[Row], offered: Offered, clean: Callable[[str], str]
) -> tuple[list[Answered], list[Decision]]:
    """Put the key before the wrong options of each row."""
    column = layout.answers[0]
    keys = [clean(cell(row, column)) for row in rows]
    wrong = [text for row in offered.choices for text in row.texts]
    if all(is_bare(key) for key in keys if key) and 2 * sum(map(is_bare, wrong)) < len(wrong):
        hint = "name the column with the text of the key: --column answer=HEADER"
        raise LpkitError(f'the keys of column "{layout.header[column]}" are letters or numbers of no option', hint)
    for other in layout.answers[1:]:
        layout.drop(other, "answer is read from another column")
    answered = [_beside(key, row) for key, row in zip(keys, offered.choices, strict=True)]
    taken = sum(one.key is not None for one in answered)
    said = f'column "{layout.header[column]}": the key stands apart from the wrong options: {taken} of {len(rows)} rows'
    return answered, [Decision("answer", said)]


def _beside(key: str, row: Choices) -> Answered:
    whole = Choices((key, *row.texts), tuple(range(1, len(row.texts) + 2)), ("",) * (len(row.texts) + 1))
    if not key or not row.texts:
        return Answered(row, None, "it has no key" if row.texts else "it has no wrong options")
    if folded(key) in map(folded, row.texts):
        return Answered(row, None, f'the answer "{key}" stands among its wrong options')
    return Answered(whole, 0)


def _marked(layout: Layout, rows: Sequence[Row], offered: Offered) -> tuple[list[Answered], list[Decision]] | None:
    """Find the keys by marks beside the options or within them; None where there are none."""
    if layout.marks and {*layout.marks} == {*layout.options}:
        labels = sorted(layout.options)
        cells = [[cell(row, layout.marks[label]).casefold() for label in labels] for row in rows]
        if all(_YES.fullmatch(mark) or _NO.fullmatch(mark) for marks in cells for mark in marks):
            return _by_marks(offered, cells)
    return _starred(offered)


def _by_marks(offered: Offered, cells: Sequence[Sequence[str]]) -> tuple[list[Answered], list[Decision]]:
    answered = []
    for row, marks in zip(offered.choices, cells, strict=True):
        places = [place for place, mark in enumerate(marks, start=1) if _YES.fullmatch(mark)]
        one = len(places) == 1 and places[0] in row.places and len(row.texts) >= 2
        reason = "" if one else f"it has {len(places)} options that are marked as right"
        answered.append(Answered(row, row.places.index(places[0]) if one else None, reason))
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


def _starred(offered: Offered) -> tuple[list[Answered], list[Decision]] | None:
    """Read stars at options as marks where every row that has options has just one."""
    found = [[_star(text) for text in row.texts] for row in offered.choices]
    filled = [stars for stars in found if len(stars) >= 2]
    if not filled or any(sum(star is not None for star in stars) != 1 for stars in filled):
        return None
    answered = []
    for row, stars in zip(offered.choices, found, strict=True):
        texts = tuple(
            star if star else _OPEN.sub("", text, count=1) for text, star in zip(row.texts, stars, strict=True)
        )
        key = next((place for place, star in enumerate(stars) if star), None) if len(stars) >= 2 else None
        answered.append(Answered(replace(row, texts=texts), key, "" if key is not None else "it has no options"))
    return answered, [Decision("answer", f"the option with a mark of its own: {len(filled)} of {len(answered)} rows")]
