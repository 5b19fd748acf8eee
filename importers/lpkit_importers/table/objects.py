"""JSON to a table: a list of objects is one, its keys are headers, and options within an object are columns.

Each option is a column of its own, so that its place counts also where another one is empty.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from lpkit.importing import Decision, LpkitError, Note
from lpkit_importers.table.choices import LETTERS
from lpkit_importers.table.grid import Grid, Row, check_size
from lpkit_importers.table.headers import Role, plain, role_of

_DEEPEST = 8
"""Objects and lists within each other in which lists of questions are looked for."""
_IDS = ("id", "key", "letter", "label", "value", "name", "index")
"""Keys by which an option may have a name of its own, the likeliest first."""
_TEXTS = ("text", "option", "answer", "choice", "content", "title", "label", "value", "body", "description", "name")
"""Keys that may hold the text of an option, the likeliest first."""

_OFFERING = {"answers", "option", "options", "wrong"}
_NAME = 100
"""Characters of a key that may name a part of a question."""

Entry = Mapping[str, Any]


def find_questions(document: Any) -> tuple[list[Entry], list[Note]]:
    """Give all objects of a document that are questions by their keys, in order, and notes on what is beside them.

    Raises LpkitError where there are none.
    """
    beside: dict[str, None] = {}
    found = [*_found(document, 0, beside, _asks)]
    if not found:
        beside = {}
        found = [*_found(document, 0, beside, _may_ask)]
    if not found:
        raise LpkitError(
            "the file is not a pack of the JSON export, and holds no list of questions",
            "a list of objects with keys as question, options and answer is read",
        )
    lost = ", ".join(f'"{name}"' for name in beside)
    return found, [Note("beside the questions", f"not held: {lost}")] if lost else []


def _found(value: Any, depth: int, beside: dict[str, None], asks: Callable[[Entry], bool]) -> Iterator[Entry]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict) and asks(value):
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
    roles = [role for name in entry if len(name) < _NAME and (role := role_of(name))]
    kinds = {role.kind for role in roles}
    asks = any(role.kind == "stem" and not role.weak for role in roles)
    return bool("stem" in kinds and kinds & _OFFERING) or (asks and bool(kinds & {"answer", "solution", "mark"}))


def _may_ask(entry: Entry) -> bool:
    """Tell whether an object may be a question whatever its keys are called: texts, and one list or several texts."""
    texts = [one for one in entry.values() if isinstance(one, str)]
    offered = [one for one in entry.values() if isinstance(one, list) and len(one) > 1]
    return (bool(texts) and len(offered) == 1) or len(texts) > 3


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
    rows = tuple(Row(number, tuple(cells.get(name, "") for name in kept)) for number, cells in flat)
    return Grid(rows, "question", said, tuple(kept)), [Decision("marks", apart)] if spare else []


def _is(name: str, kind: str) -> bool:
    role = role_of(name)
    return role is not None and role.kind == kind


def _flat(entry: Entry) -> dict[str, str]:
    """Give the cells of an object; what stands within another object has both names."""
    cells: dict[str, str] = {}
    names: dict[str, str] = {}
    for name, value in entry.items():
        role = role_of(name)
        offers = role is not None and role.kind in {"options", "answers", "wrong", "option"}
        if role and offers and isinstance(value, dict | list) and value:
            cells |= _offered(role, value, names)
        elif isinstance(value, dict):
            cells |= _within(name, value)
        else:
            cells[name] = _cell(value)
    return {name: names.get(cell, cell) if _is(name, "answer") else cell for name, cell in cells.items()}


def _within(name: str, value: Entry) -> dict[str, str]:
    """Give what an object within a question holds: the text of the question, or columns with their own names."""
    whole = next((key for key in ("text", "content", "body") if isinstance(value.get(key), str)), None)
    cells = {name: _cell(value[whole])} if whole else {}
    for key, child in value.items():
        if key != whole:
            role = role_of(key)
            cells[key if role and role.labelled else f"{name} {key}"] = _cell(child)
    return cells


def _offered(role: Role, value: Any, names: dict[str, str]) -> dict[str, str]:
    """Give the columns of options; what names an option by an id that is no place goes into `names`."""
    kind = "wrong" if role.kind == "wrong" else "option"
    if isinstance(value, dict):
        return _by_names({str(name): child for name, child in value.items()}, kind)
    if not any(isinstance(one, dict) for one in value):
        return {f"{kind} {at}": _cell(one) for at, one in enumerate(value, start=1)}
    offers = [one if isinstance(one, dict) else {"text": one} for one in value]
    texts = [_text_key(one) for one in offers]
    ids = [_id_of(one, key) for one, key in zip(offers, texts, strict=True)]
    counted, many = _are_places(ids), Counter(ids)
    cells: dict[str, str] = {}
    for at, (one, key, name) in enumerate(zip(offers, texts, ids, strict=True), start=1):
        place = name if counted else str(at)
        cells[f"{kind} {place}"] = _cell(one.get(key, ""))
        cells |= _beside(one, key, place)
        if name and not counted and many[name] == 1:
            names[name] = cells[f"{kind} {place}"]
    return cells


def _by_names(value: Mapping[str, Any], kind: str) -> dict[str, str]:
    """Give the options of an object: by letters and numbers, by names of columns, or else in their order."""
    if _are_places([*value]):
        return {f"{kind} {name}": _cell(child) for name, child in value.items()}
    if all((role := role_of(name)) and role.labelled for name in value):
        return {name: _cell(child) for name, child in value.items()}
    return {f"{kind} {at}": _cell(child) for at, child in enumerate(value.values(), start=1)}


def _are_places(names: list[str]) -> bool:
    """Tell whether names are letters from a, or numbers from 0 or 1, in their order."""
    folded = [name.casefold() for name in names]
    many = len(folded)
    runs = ([*LETTERS[:many]], [str(at) for at in range(many)], [str(at + 1) for at in range(many)])
    return 0 < many <= len(LETTERS) and folded in runs


def _text_key(offer: Entry) -> str:
    return next((key for wanted in _TEXTS for key in offer if wanted in plain(key).split()), "")


def _id_of(offer: Entry, text: str) -> str:
    name = next((key for key in _IDS if key in offer and key != text), None)
    return _cell(offer[name]) if name else ""


def _beside(offer: Entry, text: str, place: str) -> dict[str, str]:
    """Give what an option says of itself: whether it is right, and why."""
    cells = {}
    for key, value in offer.items():
        role = role_of(key)
        if key != text and isinstance(value, bool) and role and role.kind in {"answer", "mark"}:
            cells[f"correct {place}"] = _cell(value)
        elif key != text and role and role.kind == "steps":
            cells[f"why {place}"] = _cell(value)
        elif key != text and key not in _IDS and _cell(value):
            cells[f"{key} of options"] = _cell(value)
    return cells


def _cell(value: Any) -> str:
    """Give a value as the cell of a table; a list of values as its lines, anything else as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float):
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    import json

    return json.dumps(value, ensure_ascii=False)
