"""JSON to a table: a list of objects is one, its keys are headers, and options within an object are columns.

Each option is a column of its own, so that its place counts also where another one is empty.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lpkit.importing import Decision, LpkitError, Note
from lpkit_importers.table.grid import Grid, Row, check_size
from lpkit_importers.table.headers import Role, role_of
from lpkit_importers.table.offers import offered
from lpkit_importers.table.shapes import OFFERING, from_columns, from_rows, kind_of, raised
from lpkit_importers.table.values import PART, cell_of, parts_of

_DEEPEST = 8
"""Objects and lists within each other in which lists of questions are looked for."""
_SPACES = " \t\r\n\f\v\xa0\u2028\u2029\ufeff"
"""What is no part of a cell at its ends; what parts the entries of a list is."""
_WHYS = "whys"
"""The key of the reasons of all options, in their order, as our own rows have them."""
_NAME = 100
"""Characters of a key that may name a part of a question."""

Entry = Mapping[str, Any]


def find_questions(document: Any, stem: str = "") -> tuple[list[Entry], list[Note]]:
    """Give all objects of a document that are questions by their keys, in order, and notes on what is beside them.

    `stem` is the key of what is asked, where the user names one.

    Raises LpkitError where there are none.
    """
    beside: dict[str, None] = {}
    found = [*_found(document, 0, beside, (lambda entry: stem in entry) if stem else _asks)]
    if not found:
        beside = {}
        found = [*_found(document, 0, beside, _may_ask)]
    if not found:
        raise LpkitError(
            "the file is not a pack of the JSON export, and holds no list of questions",
            "a list of objects with keys as question, options and answer is read; where those have other names, "
            'name what asks: --column "stem=KEY"',
        )
    lost = ", ".join(f'"{name}"' for name in beside)
    return found, [Note("beside the questions", f"not held: {lost}")] if lost else []


def _found(value: Any, depth: int, beside: dict[str, None], asks: Callable[[Entry], bool]) -> Iterator[Entry]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        value = raised(value)
    if isinstance(value, dict) and (rows := from_columns(value) or from_rows(value)):
        yield from rows
    elif isinstance(value, dict) and asks(value):
        yield value
    elif isinstance(value, dict):
        for name, child in value.items():
            if isinstance(child, dict | list):
                yield from _found(child, depth + 1, beside, asks)
            elif isinstance(child, str) and child.strip():
                beside[name] = None
    elif isinstance(value, list):
        for child in value:
            yield from _found(child, depth + 1, beside, asks)


def _asks(entry: Entry) -> bool:
    """Tell by the names of its keys whether an object is a question."""
    named = [name for name, value in entry.items() if len(name) < _NAME and not _holds_objects(name, value)]
    roles = [role for name in named if (role := role_of(name))]
    kinds = {role.kind for role in roles}
    asks = any(role.kind == "stem" and not role.weak for role in roles)
    return bool("stem" in kinds and kinds & OFFERING) or (asks and bool(kinds & {"answer", "solution", "mark"}))


def _holds_objects(name: str, value: Any) -> bool:
    """Tell whether what is called a question is a list of objects, which is no text: they may be questions."""
    objects = isinstance(value, list) and any(isinstance(one, dict) for one in value)
    return objects and _is(name, "stem")


def _may_ask(entry: Entry) -> bool:
    """Tell whether an object may be a question whatever its keys are called: texts, and one list or several texts."""
    texts = [one for one in entry.values() if isinstance(one, str)]
    offered = [one for one in entry.values() if isinstance(one, list) and len(one) > 1]
    return (bool(texts) and len(offered) == 1) or len(texts) > 3


def stems_of(entries: Sequence[Entry]) -> list[str]:
    """Give the keys that hold the text of a question."""
    names = dict.fromkeys(name for entry in entries for name in entry if len(name) < _NAME)
    return [name for name in names if (role := role_of(name)) and role.kind == "stem"]


def grid_of(entries: Sequence[tuple[int, Entry]], said: str) -> tuple[Grid, list[Decision]]:
    """Give the table of objects, each with its number, and their keys as headers.

    Raises LpkitError where there are too many, or too many keys.
    """
    flat = [(number, _flat(entry)) for number, entry in entries]
    header = [*dict.fromkeys(name for _, cells in flat for name in cells)]
    check_size(len(flat), len(header))
    marked = any(_is(name, "mark") for name in header)
    spare = [name for name in header if marked and _is(name, "answer")]
    apart = f"options say themselves which is right; {', '.join(spare)} is not read"
    kept = [name for name in header if name not in spare]
    rows = tuple(_row(number, [cells.get(name, "") for name in kept]) for number, cells in flat)
    listed = frozenset(number for number, entry in entries if _lists_options(entry))
    return Grid(rows, "question", said, tuple(kept), listed), [Decision("marks", apart)] if spare else []


def _lists_options(entry: Entry) -> bool:
    """Tell whether a question has its options in a list."""
    lists = (name for name, value in entry.items() if isinstance(value, list))
    return any((role := role_of(name)) and role.kind in {"options", "answers", "option"} for name in lists)


def _row(number: int, cells: Sequence[str]) -> Row:
    return Row(number, tuple(cell.strip(_SPACES) for cell in cells), tuple(cells))


def _is(name: str, kind: str) -> bool:
    role = role_of(name)
    return role is not None and role.kind == kind


def _flat(entry: Entry) -> dict[str, str]:
    """Give the cells of an object; what stands within another object has both names."""
    cells: dict[str, str] = {}
    names: dict[str, str] = {}
    apart = any(
        kind_of(name) in {"options", "option"} for name, value in entry.items() if isinstance(value, list | dict)
    )
    for name, value in entry.items():
        role = role_of(name)
        # Answers beside options are which of them are right.
        offers = role is not None and role.kind in OFFERING and not (role.kind == "answers" and apart)
        if role and offers and isinstance(value, dict | list) and value:
            cells |= offered(role, value, names)
        elif name == _WHYS and isinstance(value, list):
            cells |= {f"why {number}": cell_of(why) for number, why in enumerate(value, start=1)}
        elif isinstance(value, dict):
            cells |= _within(name, value)
        else:
            cells[name] = _of_field(role, value)
    return {name: names.get(cell.strip(), cell) if _is(name, "answer") else cell for name, cell in cells.items()}


def _of_field(role: Role | None, value: Any) -> str:
    """Give the cell of a field: a list of texts is the parts of steps and mistakes, and lines of any other text."""
    kind = role.kind if role else ""
    if kind in {"steps", "mistakes", "solution"}:
        return parts_of(value)
    if kind in {"stem", "hint", "excerpt"}:
        return parts_of(value).replace(PART, "\n")
    return cell_of(value, trim=kind != "answer")


def _within(name: str, value: Entry) -> dict[str, str]:
    """Give what an object within a question holds: the text of the question, or columns with their own names."""
    whole = next((key for key in ("text", "content", "body") if isinstance(value.get(key), str)), None)
    cells = {name: cell_of(value[whole])} if whole else {}
    for key, child in value.items():
        if key != whole:
            role = role_of(key)
            cells[key if role and role.labelled else f"{name} {key}"] = cell_of(child)
    return cells
