"""The key of every row: from columns that name it, from marks beside or within options, or as one more option."""

from collections.abc import Sequence

from lpkit.importing import Decision, LpkitError
from lpkit_importers.table.choices import Choices
from lpkit_importers.table.decision import Decided, decide, read_beside
from lpkit_importers.table.grid import Row
from lpkit_importers.table.keys import by_text, cleaned_key, contradiction, folded, is_bare, label_of, says_several
from lpkit_importers.table.layout import Layout, headers_hint, is_too_wide
from lpkit_importers.table.options import Clean, Offered
from lpkit_importers.table.readings import Asked, Reading, asked_for
from lpkit_importers.table.series import latin_key, series_of
from lpkit_importers.table.stars import NO, YES, Answered, keys_by_marks
from lpkit_importers.table.unnamed import cell, raw_cell

_DIFFERENT = 0.1
"""Share of the rows in which two columns may name different keys; those rows are left out."""


def answers_of(
    layout: Layout, rows: Sequence[Row], offered: Offered, clean: Clean, wanted: Reading | None, why: str
) -> tuple[list[Answered], list[Decision]]:
    """Give the key of each row, and how it was found.

    Raises LpkitError where nothing tells the keys, or their column can be read in two ways.
    """
    if wanted == Reading.MARKS or not layout.answers:
        found = keys_by_marks(layout, rows, offered, wanted == Reading.MARKS)
        if found:
            return found
    if wanted == Reading.MARKS:
        raise LpkitError("there is no row with just one option that is marked", "leave out --keys-from marks")
    if not layout.answers:
        hint = f"name it: --column answer=HEADER; {headers_hint(layout.header)}"
        raise LpkitError("the table has no column for the answer", hint)
    if offered.apart:
        return _apart(layout, rows, offered, clean)
    return _named(layout, rows, offered, clean, wanted, why)


def _named(
    layout: Layout, rows: Sequence[Row], offered: Offered, clean: Clean, wanted: Reading | None, why: str
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
        asked = _asked(layout, rows, column, offered, clean)
        beside = read_beside([one for _, one in asked], [decided[0][1].get(at) for at, _ in asked]) if decided else None
        if beside:
            decided.append((column, {at: place for (at, _), place in zip(asked, beside.places, strict=True)}, beside))
        else:
            layout.drop(column, f"another column names the keys; {reason.message}")
    said = [Decision("answer", f'column "{layout.header[column]}": {found.said}') for column, _, found in decided]
    columns = [column for column, _, _ in decided] or layout.answers[:1]
    read = zip(rows, offered.choices, strict=True)
    keys = [[_key(row, column, choices, clean) for column in columns] for row, choices in read]
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
    wrong = [text for text in cells if NO.fullmatch(text)]
    return (
        bool(wrong)
        and all(YES.fullmatch(text) or NO.fullmatch(text) for text in cells)
        and not any(text.isdigit() for text in cells)
    )


_TWO = "two columns name different keys"


def _asked(layout: Layout, rows: Sequence[Row], column: int, offered: Offered, clean: Clean) -> list[tuple[int, Asked]]:
    """Give the rows that have options and a key, with their places among all rows."""
    series = layout.series or series_of(cell(row, column) for row in rows)
    return [
        (at, asked_for(f"{layout.unit} {row.line}", key, choices, series))
        for at, (row, choices) in enumerate(zip(rows, offered.choices, strict=True))
        if len(choices.texts) >= 2
        and not is_too_wide(layout, row)
        and (key := _key(row, column, choices, clean))
        and not (says_several(latin_key(key, series)) and by_text(key, None, choices) is None)
    ]


def _key(row: Row, column: int, choices: Choices, clean: Clean) -> str:
    """Give the key of a row: as it stands where that is an option to the letter, else without what is around it."""
    whole = clean(raw_cell(row, column) if choices.indented else cell(row, column), row)
    if whole in choices.texts or (choices.indented and not is_bare(whole.strip())):
        return whole
    return clean(cleaned_key(cell(row, column)), row)


def _answered(row: Choices, keys: Sequence[str], places: Sequence[int | None]) -> Answered:
    if row.reason or len(row.texts) < 2:
        return Answered(row, None, row.reason or ("it has one option" if row.texts else "it has no options"))
    found = {place for place in places if place is not None}
    if len(found) > 1:
        return Answered(row, None, _TWO)
    if found:
        return Answered(row, found.pop())
    key = next((key for key in keys if key), "")
    several = says_several(key)
    reason = f'it has several keys: "{key}"' if several else f'the answer "{key}" is none of its options'
    reason = contradiction(label_of(key), row) or reason
    return Answered(row, None, reason if key else "it has no key")


def _apart(
    layout: Layout, rows: Sequence[Row], offered: Offered, clean: Clean
) -> tuple[list[Answered], list[Decision]]:
    """Put the key before the wrong options of each row."""
    column = layout.answers[0]
    keys = [clean(cell(row, column), row) for row in rows]
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
    if row.reason or not key or not row.texts:
        return Answered(row, None, row.reason or ("it has no key" if row.texts else "it has no wrong options"))
    if folded(key) in map(folded, row.texts):
        return Answered(row, None, f'the answer "{key}" stands among its wrong options')
    return Answered(whole, 0)
