"""Which column holds what: by the headers, or as the user says."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from lpkit.importing import LpkitError, Note
from lpkit_importers.table.grid import Row
from lpkit_importers.table.headers import Role, plain, role_of
from lpkit_importers.table.series import latin_headers
from lpkit_importers.table.settings import Settings

_SHOWN = 10
"""Headers that a message names at the most."""


@dataclass(slots=True)
class Layout:
    """The columns of each part of a question, by their places from 0; options by number, in the order of the table."""

    header: Sequence[str]
    one: dict[str, int] = field(default_factory=dict)
    """Fields of which a row has one: stem, options, steps …"""
    options: dict[int, int] = field(default_factory=dict)
    wrong: dict[int, int] = field(default_factory=dict)
    marks: dict[int, int] = field(default_factory=dict)
    whys: dict[int, int] = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)
    """Columns that may hold the key."""
    apart: bool = False
    """Whether the user took the column of an option for the key: the others are then wrong."""
    explicit: set[str] = field(default_factory=set)
    listed: Collection[int] = ()
    """The rows whose columns of options are the entries of a list."""
    series: str = ""
    """What the signs in the headers of options are, where they are no Latin letters and no figures."""
    unit: str = "line"
    """What places of the table are called in messages on its keys."""
    notes: list[Note] = field(default_factory=list)

    def used(self) -> set[int]:
        """Give the columns that hold a part of a question."""
        numbered = (*self.options.values(), *self.marks.values(), *self.whys.values(), *self.wrong.values())
        return {*self.one.values(), *numbered, *self.answers}

    def drop(self, column: int, reason: str) -> None:
        """Note that a column is not read."""
        if self.header[column].strip():
            self.notes.append(Note(f'column "{self.header[column]}"', f"not held: {reason}"))


def is_too_wide(layout: Layout, row: Row) -> bool:
    """Tell whether a row has cells beyond the last column: which of its cells is what, nobody knows then."""
    return any(row.cells[len(layout.header) :])


def lay_out(header: Sequence[str], settings: Settings, empty: Collection[int] = ()) -> Layout:
    """Tell what the columns hold; an `empty` one, in which no row says anything, is no key beside another.

    Raises LpkitError where the user names a header that is not there.
    """
    layout = Layout(header)
    named = _named(header, settings)
    latin, layout.series = latin_headers(header)
    roles = [None if column in named else role_of(name) for column, name in enumerate(latin)]
    roles = _without_lone_letters(latin, roles)
    roles = [None if role and role.kind == "answer" and at in empty else role for at, role in enumerate(roles)]
    for column, name in named.items():
        _take_named(layout, column, name, role_of(header[column]))
    names = Counter(map(plain, header))
    for column, role in sorted(enumerate(roles), key=lambda one: _rank(header[one[0]], one[1])):
        if role is not None:
            _take(layout, column, role, names)
    _settle(layout)
    strange = [column for column in range(len(header)) if column not in layout.used() and roles[column] is None]
    for column in strange:
        if column not in named and column not in empty:
            layout.drop(column, "the format has no such field")
    # Of columns that are called the same, the first counts: read backwards, it has the last word.
    places = {f'column "{header[column]}"': column for column in reversed(range(len(header)))}
    layout.notes.sort(key=lambda note: places[note.place])
    return layout


def _rank(name: str, role: Role | None) -> tuple[bool, int]:
    """Tell which of several columns comes first: one that is called as the field is, then a question, the weak last."""
    known = [role.kind, "question"] if role else []
    return role is not None and role.weak, known.index(plain(name)) if plain(name) in known else len(known)


def _named(header: Sequence[str], settings: Settings) -> dict[int, str]:
    """Give the fields that the user names, by their columns.

    Raises LpkitError where a header is not there, or is named for two fields.
    """
    named: dict[int, str] = {}
    for field_, wanted in settings.columns.items():
        column = _found(header, wanted, field_)
        if column in named:
            raise LpkitError(f'the column "{wanted}" is named for two fields', "give each field a column of its own")
        named[column] = field_
    return named


def _found(header: Sequence[str], wanted: str, name: str) -> int:
    """Give the column that the user names by its header, or by its place as `#3`."""
    if wanted.startswith("#") and wanted[1:].isdecimal() and 0 < int(wanted[1:]) <= len(header):
        return int(wanted[1:]) - 1
    for same in (str.strip, str.casefold, plain):
        found = [column for column, there in enumerate(header) if same(there.strip()) == same(wanted.strip())]
        if len(found) == 1:
            return found[0]
    close = get_close_matches(wanted, header, 1)
    hint = f'did you mean "{close[0]}"?' if close else headers_hint(header)
    raise LpkitError(f'the table has no column "{wanted}" for {name}', hint)


def headers_hint(header: Sequence[str]) -> str:
    """Name the headers of a table, as many as a line holds."""
    shown = ", ".join(f'"{name.strip()}"' for name in header[:_SHOWN])
    return f"its columns: {shown}{', …' if len(header) > _SHOWN else ''}"


def _without_lone_letters(header: Sequence[str], roles: list[Role | None]) -> list[Role | None]:
    """Take a header of one letter or number for an option only where there are two and no options in words."""
    bare = [
        len(plain(name)) <= 2 and role is not None and role.kind == "option"
        for name, role in zip(header, roles, strict=True)
    ]
    worded = sum(
        role is not None and role.kind == "option" and not alone for role, alone in zip(roles, bare, strict=True)
    )
    lone = worded >= 2 or sum(bare) < 2
    return [None if alone and lone else role for role, alone in zip(roles, bare, strict=True)]


def _take_named(layout: Layout, column: int, name: str, role: Role | None) -> None:
    layout.explicit.add(name)
    kind, _, number = name.partition(" ")
    if number:
        _numbered(layout, kind)[int(number)] = column
    elif name == "answer":
        layout.answers.append(column)
        layout.apart = role is not None and role.kind == "option"
    elif name == "wrong":
        layout.wrong[len(layout.wrong) + 1] = column
    else:
        layout.one[name] = column


def _numbered(layout: Layout, kind: str) -> dict[int, int]:
    return {"option": layout.options, "wrong": layout.wrong, "why": layout.whys, "correct": layout.marks}[kind]


def _take(layout: Layout, column: int, role: Role, names: Mapping[str, int]) -> None:
    """Give a column its part, unless the user or an earlier column has it."""
    if role.kind in {"option", "why", "mark"}:
        numbered = _numbered(layout, "correct" if role.kind == "mark" else role.kind)
        said = f"{'correct' if role.kind == 'mark' else role.kind} {role.label}"
        _take_first(layout, numbered, role.label, column, said)
    elif role.kind == "wrong":
        layout.wrong[max(layout.wrong, default=0) + 1] = column
    elif role.kind == "answer":
        _take_answer(layout, column, role)
    elif role.kind in {"options", "answers"} and names[plain(layout.header[column])] > 1:
        layout.options[len(layout.options) + 1] = column
    else:
        _take_first(layout, layout.one, role.kind, column, role.kind)


def _take_first(layout: Layout, taken: dict, key: object, column: int, said: str) -> None:  # type: ignore[type-arg]
    if key in taken:
        layout.drop(column, f"{said} is read from another column")
    else:
        taken[key] = column


def _take_answer(layout: Layout, column: int, role: Role) -> None:
    if "answer" in layout.explicit or (role.weak and layout.answers):
        layout.drop(column, "answer is read from another column")
    else:
        layout.answers.append(column)


def _settle(layout: Layout) -> None:
    """Give the headers that may mean two things their meaning beside the others."""
    answers = layout.one.pop("answers", None)
    there = bool(layout.options or layout.wrong or "options" in layout.one)
    if answers is not None and not there:
        layout.one["options"] = answers
    elif answers is not None and not layout.answers:
        layout.answers.append(answers)
    elif answers is not None:
        layout.drop(answers, "options are read from another column" if there else "the format has no such field")
    solution = layout.one.pop("solution", None)
    if solution is not None:
        _settle_solution(layout, solution)


def _settle_solution(layout: Layout, column: int) -> None:
    """Take a solution for the key where no other column is one, else for the steps to it."""
    if not layout.answers and not layout.marks:
        layout.answers.append(column)
    elif "steps" in layout.one:
        layout.drop(column, "steps is read from another column")
    else:
        layout.one["steps"] = column
