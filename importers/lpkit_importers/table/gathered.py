"""Tables with an option in each row: the rows of a question, one after another, become one row with them all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lpkit.importing import Decision, LpkitError, Note
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import plain, role_of
from lpkit_importers.table.heading import Headed
from lpkit_importers.table.keys import is_bare
from lpkit_importers.table.settings import Settings
from lpkit_importers.table.stars import NO, YES
from lpkit_importers.table.unnamed import cell, raw_cell
from lpkit_importers.table.words import WORDS

_OFFERS = {"option", "options", "answers", "answer"}
_POINTS = {plain(word) for word in WORDS["points"].split()}
_MOST = 1.5
"""Rows of a question on average, above which they are options."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The columns of a table with an option in each row: what is asked, its options, and what says which is right."""

    stem: int
    text: int
    marks: int | None
    key: int | None
    whys: tuple[int, ...]
    numbers: tuple[int, ...]
    """Columns that number the questions, and so tell two apart that ask the same."""
    letters: tuple[int, ...]


def gathered(begun: Headed, settings: Settings) -> Headed:
    """Give a table with a row for each question, where each option has one; any other table as it is."""
    header, rows = begun.header, begun.rows
    parts = _parts(header, rows, settings)
    if parts is None:
        return begun
    groups = [*_groups(rows, parts)]
    if len(rows) < _MOST * len({_asked(group, parts) for group in groups}) or not _holds(groups, parts):
        return begun
    _check_order(groups, parts)
    most = max(map(len, groups))
    taken = {parts.text, parts.marks, *parts.whys, *parts.letters}
    rest = [column for column in range(len(header)) if column not in taken]
    alike = [column for column in rest if all(_alike(group, column) for group in groups)]
    names = [header[column] for column in alike] + [name for at in range(most) for name in _names(parts, at + 1)]
    made = [_row(group, alike, parts, most) for group in groups]
    lost = [Note(f'column "{header[at]}"', "not held: it says something of each option") for at in rest]
    lost = [note for at, note in zip(rest, lost, strict=True) if at not in alike and header[at].strip()]
    many = f"{len(rows)} rows are {len(groups)} questions, an option in each row"
    return replace(
        begun, header=names, rows=made, notes=(*begun.notes, *lost), said=(*begun.said, Decision("rows", many))
    )


def _parts(header: Sequence[str], rows: Sequence[Row], settings: Settings) -> _Parts | None:
    """Tell what the columns are; None where there is no column of options, or several."""
    named = {plain(wanted): field for field, wanted in settings.columns.items()}
    kinds = [_kind(name, named) for name in header]
    if not rows or any(kind == "numbered" for kind in kinds):
        return None
    cells = [[cell(row, column) for row in rows] for column in range(len(header))]
    stems = [column for column, kind in enumerate(kinds) if kind == "stem"]
    offers = [column for column, kind in enumerate(kinds) if kind in {*_OFFERS, "text"} and any(cells[column])]
    marks = [column for column, kind in enumerate(kinds) if kind in {"answer", "points"} and _are_marks(cells[column])]
    letters = [column for column in offers if column not in marks and all(map(is_bare, filter(None, cells[column])))]
    texts = [column for column in offers if column not in marks and all(cells[column])]
    texts = [column for column in texts if column not in letters] or texts
    keys = [column for column in offers if kinds[column] == "answer" and column not in {*marks, *texts}]
    if len(texts) > 1 and not marks:
        texts = [column for column in texts if kinds[column] != "answer"]
        keys = [column for column in offers if kinds[column] == "answer" and column not in texts]
    if len(stems) != 1 or len(texts) != 1 or len(marks) > 1 or len(keys) + len(marks) == 0:
        return None
    whys = tuple(column for column, kind in enumerate(kinds) if kind == "steps")
    numbers = tuple(column for column, kind in enumerate(kinds) if kind == "id" and _comes_again(cells[column]))
    called = tuple(column for column in letters if column not in {*texts, *keys})
    return _Parts(stems[0], texts[0], marks[0] if marks else None, None if marks else keys[0], whys, numbers, called)


def _kind(name: str, named: Mapping[str, str]) -> str:
    if plain(name) in named:
        field = named[plain(name)]
        return "numbered" if " " in field else field
    if plain(name) in {"text", *_POINTS}:
        return "text" if plain(name) == "text" else "points"
    role = role_of(name)
    return "" if role is None else "numbered" if role.labelled or role.kind == "wrong" else role.kind


def _are_marks(cells: Sequence[str]) -> bool:
    folded = [text.casefold() for text in cells]
    return any(text and YES.fullmatch(text) for text in folded) and all(
        YES.fullmatch(text) or NO.fullmatch(text) for text in folded
    )


def _comes_again(cells: Sequence[str]) -> bool:
    return len({*cells}) < len(cells)


def _groups(rows: Sequence[Row], parts: _Parts) -> Iterator[list[Row]]:
    """Part the rows into those of each question: one begins where the stem or a number is another one."""
    group: list[Row] = []
    for row in rows:
        columns = (parts.stem, *parts.numbers)
        if group and any(cell(row, at) not in {"", _first(group, at)} for at in columns):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _holds(groups: Sequence[Sequence[Row]], parts: _Parts) -> bool:
    """Tell whether each question has what is asked, and one key where none of its rows bears a mark."""
    asked = all(_first(group, parts.stem) for group in groups)
    return asked and (parts.key is None or all(_alike(group, parts.key) for group in groups))


def _asked(group: Sequence[Row], parts: _Parts) -> tuple[str, ...]:
    """Give what a question is told apart by."""
    return tuple(_first(group, column) for column in (parts.stem, *parts.numbers))


def _check_order(groups: Sequence[Sequence[Row]], parts: _Parts) -> None:
    """Refuse rows of a question that stand apart: which options it has, nobody knows then.

    Raises LpkitError with the first of them.
    """
    met: dict[tuple[str, ...], int] = {}
    for group in groups:
        asked = _asked(group, parts)
        if asked in met:
            said = f"rows {met[asked]} and {group[0].line} are of the same question, and stand apart"
            raise LpkitError(said, "sort the table by its questions, or tell them apart by a column with their ids")
        met[asked] = group[0].line


def _first(group: Sequence[Row], column: int) -> str:
    return next((text for row in group if (text := cell(row, column))), "")


def _alike(group: Sequence[Row], column: int) -> bool:
    return len({text for row in group if (text := cell(row, column))}) <= 1


def _row(group: Sequence[Row], alike: Sequence[int], parts: _Parts, most: int) -> Row:
    """Give the row of a question: what its rows have in common, and its options."""
    common = [_first(group, column) for column in alike]
    cells, raw = ((*common, *_offered(group, parts, most, of)) for of in (cell, raw_cell))
    return Row(group[0].line, cells, raw)


def _names(parts: _Parts, number: int) -> Iterator[str]:
    yield f"option {number}"
    if parts.marks is not None:
        yield f"correct {number}"
    if parts.whys:
        yield f"why {number}"


def _offered(group: Sequence[Row], parts: _Parts, most: int, of: Callable[[Row, int], str]) -> Iterator[str]:
    """Give the options of a question in the order of its rows, each with its mark and what is said of it.

    `of` gives a cell, trimmed or with its indentation.
    """
    for at in range(most):
        row = group[at] if at < len(group) else Row(0, ())
        letter = cell(row, parts.letters[0]) if parts.letters and parts.key is not None else ""
        yield f"{letter.strip('().:')}) {of(row, parts.text)}" if letter else of(row, parts.text)
        if parts.marks is not None:
            yield cell(row, parts.marks)
        if parts.whys:
            yield " ".join(text for column in parts.whys if (text := cell(row, column)))
