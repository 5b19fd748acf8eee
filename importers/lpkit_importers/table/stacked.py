"""Tables in which what a part of a question is stands beside it, in a row or a cell of its own.

Brightspace (D2L) has such files (`NewQuestion,MC`, `QuestionText,…`, `Option,100,…`), Blackboard others (`MC`, a text,
and behind each option `correct` or `incorrect`), and people who write a quiz into two columns: `1.`, `A)`, `B)` and
`Answer` before the texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lpkit.importing import Decision
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.choice import share_of
from lpkit_importers.table.grid import Grid, Row
from lpkit_importers.table.headers import plain, role_of
from lpkit_importers.table.keys import is_bare, label_of

_NEW = "newquestion"
_FIELDS: Mapping[str, str] = {"questiontext": "question", "hint": "hint", "feedback": "explanation", "difficulty": ""}
_SILENT = {"id", "title", "points", "scoring", "image", ""}
_KINDS: Mapping[str, str] = {
    "MC": "",
    "MA": "several-answers",
    "TF": "true-or-false",
    "ESS": "essay",
    "ORD": "ordering",
    "MAT": "matching",
    "FIB": "short-answer",
    "FIB_PLUS": "short-answer",
    "FIL": "file",
    "NUM": "numerical",
    "SR": "essay",
    "OP": "opinion",
    "JUMBLED_SENTENCE": "jumbled-sentence",
    "QUIZ_BOWL": "quiz-bowl",
}
"""What rows of Blackboard begin with, and what those kinds of questions are called that are no choice."""
_RIGHT = {"correct": "1", "incorrect": "0"}
_LEAST = 3
"""Rows of a question at the least: its text, and two options."""


@dataclass(slots=True)
class _Asked:
    """A question while its rows are read: its line, its parts by header, and its options, each with its mark."""

    line: int
    parts: dict[str, str] = field(default_factory=dict)
    options: list[tuple[str, str]] = field(default_factory=list)


def unstacked(grid: Grid, account: Account) -> tuple[Grid, list[Decision]]:
    """Give a table with a row for each question, where each part has one; any other table as it is.

    Questions of other kinds go into the account.
    """
    if grid.header or not grid.rows:
        return grid, []
    begun = next((row for row in grid.rows if not _first(row).startswith("//")), grid.rows[0])
    if plain(_first(begun)).replace(" ", "") == _NEW:
        said = Decision("layout", "Brightspace's, a part of a question in each row")
        return _wide(grid, [*_of_brightspace(grid.rows, account)]), [said]
    if all(_first(row).upper() in _KINDS for row in grid.rows) and any(map(_is_of_blackboard, grid.rows)):
        said = Decision("layout", "Blackboard's, correct or incorrect behind each option")
        return _wide(grid, [*_of_blackboard(grid.rows, account)]), [said]
    found = [*_of_two_columns(grid.rows)]
    if not found:
        return grid, []
    return _wide(grid, found), [Decision("layout", "a part of a question in each row, called by numbers and letters")]


def _first(row: Row) -> str:
    return row.cells[0] if row.cells else ""


def _wide(grid: Grid, found: Sequence[_Asked]) -> Grid:
    most = max((len(one.options) for one in found), default=0)
    marked = any(mark for one in found for _, mark in one.options)
    names = [*dict.fromkeys(name for one in found for name in one.parts)]
    header = [*names, *(f"{kind} {at + 1}" for at in range(most) for kind in ("option", "correct")[: 1 + marked])]
    rows = []
    for one in found:
        filled = [*one.options, *[("", "0")] * (most - len(one.options))]
        cells = [text for pair in filled for text in pair[: 1 + marked]]
        rows.append(Row(one.line, (*(one.parts.get(name, "") for name in names), *cells)))
    return replace(grid, rows=tuple(rows), header=tuple(header))


def _of_brightspace(rows: Sequence[Row], account: Account) -> Iterator[_Asked]:
    asked: _Asked | None = None
    for row in rows:
        cells = [*row.cells, "", "", "", ""]
        name = plain(cells[0]).replace(" ", "")
        if name == _NEW:
            if asked:
                yield asked
            asked = _Asked(row.line) if cells[1].upper() == "MC" else None
            if asked is None:
                account.leave(row.line, cells[1].upper() or "nameless")
        elif cells[0].startswith("//"):
            account.lose(row.line, "a comment")
        elif asked is not None and name == "option":
            share = share_of(cells[1])
            asked.options.append((cells[2], "1" if share >= 100 else "0"))
            asked.parts[f"why {len(asked.options)}"] = cells[4] if cells[3].upper() in {"", "HTML"} else ""
            if 0 < share < 100:
                account.lose(row.line, f"the weight {share:g}% of an option")
        elif asked is not None and name in _FIELDS and _FIELDS[name]:
            asked.parts[_FIELDS[name]] = cells[1]
        elif asked is not None and name not in _SILENT and cells[1]:
            account.lose(row.line, f"the row {cells[0]}")
    if asked:
        yield asked


def _is_of_blackboard(row: Row) -> bool:
    return len(row.cells) > 3 and row.cells[3].casefold() in _RIGHT


def _of_blackboard(rows: Sequence[Row], account: Account) -> Iterator[_Asked]:
    for row in rows:
        if kind := _KINDS[_first(row).upper()]:
            account.leave(row.line, kind)
            continue
        asked = _Asked(row.line, {"question": row.cells[1] if len(row.cells) > 1 else ""})
        for text, said in zip(row.cells[2::2], [*row.cells[3::2], ""], strict=False):
            if text:  # What says neither marks nothing: then the question is left out by its marks.
                asked.options.append((text, _RIGHT.get(said.casefold(), said or "?")))
        yield asked


def _of_two_columns(rows: Sequence[Row]) -> Iterator[_Asked]:
    """Give the questions of a table whose rows are all called by a number, a letter in its turn, or what they are.

    None where a row is called otherwise, or a letter comes out of its turn.
    """
    found: list[_Asked] = []
    for row in rows:
        filled = [text for text in row.cells if text]
        if len(filled) != 2:
            return
        label = label_of(filled[0]) if is_bare(filled[0]) else None
        role = role_of(filled[0])
        if label and label.number is not None:
            found.append(_Asked(row.line, {"question": filled[1]}))
        elif label and found and label.letter == chr(ord("a") + len(found[-1].options)):
            found[-1].options.append((filled[1], ""))
        elif not label and role and role.kind in {"answer", "steps", "hint"} and found:
            found[-1].parts[{"steps": "explanation"}.get(role.kind, role.kind)] = filled[1]
        else:
            return
    if all(one.options and "answer" in one.parts for one in found) and len(rows) >= _LEAST * len(found):
        yield from found
