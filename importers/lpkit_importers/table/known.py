"""Sheets of programs whose layout is known: Kahoot and Wayground (Quizizz), both of which count keys from 1.

Templates of both have instructions above or below the header, and Wayground's has a column with the kind of question.
Sheets of Blackboard, Brightspace and others that give each part of a question a row or a cell are read by `stacked`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lpkit.importing import Decision, Note
from lpkit_importers.foreign.account import Account
from lpkit_importers.table.grid import Grid, Row
from lpkit_importers.table.headers import plain
from lpkit_importers.table.readings import Reading
from lpkit_importers.table.settings import Settings
from lpkit_importers.table.stacked import unstacked

_SEARCHED = 20
"""Rows among which the header is looked for."""
_KAHOOT = ("question max", "answer 1 max", "answer 2 max", "correct answer")
"""How headers of Kahoot begin, without signs."""
_WAYGROUND = ("question text", "question type", "option 1", "option 2", "correct answer", "time in seconds")
_TYPE = "question type"
_INSTRUCTION = "text of the question"
"""How the row of instructions below the header of Wayground begins."""
_KINDS = {
    "fill in the blank": "short-answer",
    "open ended": "essay",
    "draw": "drawing",
}
"""What kinds of question are called that have another name in Wayground."""
_CHOICE = {"", "multiple choice", "checkbox"}
"""Kinds that have options; a checkbox with several keys is left out by its key."""


@dataclass(frozen=True, slots=True)
class Known:
    """A table without what its program has around it, the settings that follow, and what is to be said of both."""

    grid: Grid
    settings: Settings
    notes: tuple[Note, ...] = ()
    said: tuple[Decision, ...] = ()


def adapted(grid: Grid, settings: Settings) -> Known:
    """Give the table of a program whose layout is known; any other, and what the user explains, as it is."""
    if settings.columns or settings.header or grid.header:
        return Known(grid, settings)
    account = Account(grid.unit)
    wide, decided = unstacked(grid, account)
    if decided:
        return Known(wide, settings, account.notes(), tuple(decided))
    for at, row in enumerate(grid.rows[:_SEARCHED]):
        names = [plain(name) for name in row.cells]
        for program, wanted in (("Kahoot", _KAHOOT), ("Wayground", _WAYGROUND)):
            if all(any(name.startswith(begin) for name in names) for begin in wanted):
                return _known(grid, settings, at, program, names)
    return Known(grid, settings)


def _known(grid: Grid, settings: Settings, at: int, program: str, names: Sequence[str]) -> Known:
    named = [column for column, name in enumerate(names) if name and name != _TYPE]
    account = Account(grid.unit)
    rows = [row for row in grid.rows[at + 1 :] if any(cell.strip() for cell in _cells(row, named))]
    rows = [row for row in rows if not plain("".join(_cells(row, named[:1]))).startswith(_INSTRUCTION)]
    asked = [row for row in rows if _is_choice(row, names, account)]
    kept = tuple(Row(row.line, tuple(_cells(row, named))) for row in asked)
    header = tuple(_cells(grid.rows[at], named))
    if not settings.reading:
        settings = replace(settings, reading=Reading.FROM_1, why=f"as {program} has them")
    said = Decision("layout", f"{program}'s, whose keys count from 1; its instructions are not held")
    return Known(replace(grid, rows=kept, header=header), settings, account.notes(), (said,))


def _cells(row: Row, columns: Sequence[int]) -> list[str]:
    return [row.cells[column] if column < len(row.cells) else "" for column in columns]


def _is_choice(row: Row, names: Sequence[str], account: Account) -> bool:
    """Tell whether a row is a choice of one option; other kinds go into the account."""
    if _TYPE not in names:
        return True
    kind = plain(_cells(row, [names.index(_TYPE)])[0])
    if kind not in _CHOICE:
        account.leave(row.line, _KINDS.get(kind, kind))
    return kind in _CHOICE
