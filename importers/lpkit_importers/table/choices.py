"""The options of a question: several columns, or one cell that holds them all, with or without letters of their own."""

import ast
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lpkit.importing import LpkitError

LETTERS = "abcdefghij"
_NESTED = 200
"""Brackets that a list may have: a parser of Python would crash on many within each other."""
_LONGEST = 20_000
"""Characters of a cell that may hold a list."""
_ENOUGH = 0.95
"""Share of the cells that must come apart for a separator to be the column's; the others are left out by name."""
_HALF = 0.5
_SAME = 5
"""Rows with the same number of parts that make the comma, which stands within texts too, a separator."""
_SEPARATORS = {"|": "|", "\n": "line breaks", ";": ";", ",": "commas"}
_WITHIN_TEXTS = (",", "/")
_PIECE = re.compile(r"""\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s,'"\[\](){}]+))\s*,?""", re.DOTALL)
_TEXTS = re.compile(r"""['"]text['"]\s*:\s*(?:array\()?(\[[^\]]*\])""")
_MARK = r"(?:^|(?<=[\s,;|/]))\(?(?:{0}|{1})\s?(?:[)、．）]|[.:](?!\d))\s*(?=\S)"


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of a row in their order; of each its text, its place among all columns from 1, and its own letter."""

    texts: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    """Headers of the columns, plain; empty texts where one cell holds all."""
    letters: tuple[str, ...] = ()
    """Letters or numbers with which the texts begin; empty texts for those without, no entry at all where all are."""
    own: bool = False
    """Whether those are plainly the options' own: they are then taken off."""
    listed: bool = False
    """Whether columns are the entries of a list, whose order says nothing against their own letters."""
    indented: bool = False
    """Whether options differ only by what they are indented by, which is then kept."""
    reason: str = ""
    """Why the row cannot be taken, as where an option is an image; an empty text where it can."""


def whole_list(cell: str) -> list[str] | None:
    """Give the parts of a cell that is written as a list, as JSON, Python or an array has it; None where it is none."""
    if len(cell) > _LONGEST or cell[:1] not in {"[", "{", "("} or cell.count("[") + cell.count("(") > _NESTED:
        return None
    found = _loaded(cell)
    if isinstance(found, dict) and isinstance(found.get("text"), list):
        found = found["text"]
    if isinstance(found, dict):
        found = _in_order(found)
    if isinstance(found, list | tuple):
        texts = [part.get("text", part) if isinstance(part, dict) else part for part in found]
        if not all(part is None or isinstance(part, str | int | float) for part in texts):
            return None
        return ["" if part is None else str(part) for part in texts]
    if array := _TEXTS.search(cell):
        return _pieces(array.group(1))
    return _pieces(cell) if cell.startswith("[") and cell.endswith("]") else None


def _in_order(found: dict[str, object]) -> list[object]:
    """Give the options of a mapping in the order of their letters or numbers; none where those have a gap."""
    names = sorted(str(name).casefold() for name in found)
    if not all(name in LETTERS or name.isdecimal() for name in names):
        return [*found.values()]
    many = len(names)
    runs = ([*LETTERS[:many]], [str(at) for at in range(many)], [str(at + 1) for at in range(many)])
    return [found[name] for name in sorted(found)] if names in runs and many <= len(LETTERS) else []


def _loaded(cell: str) -> object:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        pass
    if "\n" in cell or re.search(r"""['"]\s+['"]""", cell):
        return None  # An array: Python would join its texts.
    try:
        return ast.literal_eval(cell)
    except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
        return None


def _pieces(cell: str) -> list[str] | None:
    body, at = cell[1:-1], 0
    parts: list[str] = []
    while body[at:].strip():
        found = _PIECE.match(body, at)
        if found is None:
            return None
        parts.append(next(group for group in found.groups() if group is not None).replace("\\'", "'").strip())
        at = found.end()
    return parts


def lettered(cell: str) -> list[str] | None:
    """Give the parts of a cell that marks them by letters or numbers in their order; None where it does not."""
    for marks in (LETTERS, "123456789"):
        starts: list[re.Match[str]] = []
        for mark in marks:
            found = re.compile(_MARK.format(mark, mark.upper())).search(cell, starts[-1].end() if starts else 0)
            if found is None:
                break
            starts.append(found)
        if len(starts) >= 2 and not cell[: starts[0].start()].strip() and not _goes_on(cell, starts[-1].end(), marks):
            ends = [*(start.start() for start in starts[1:]), len(cell)]
            return [cell[start.start() : end].strip(" \t\n,;|/") for start, end in zip(starts, ends, strict=True)]
    return None


def _goes_on(cell: str, end: int, marks: str) -> bool:
    """Tell whether there is a mark further on, behind a gap: the parts are then not those of the marks."""
    return bool(re.search(rf"(?<=[\s,;|/])\(?[{marks}{marks.upper()}]\)\s*(?=\S)", cell[end:]))


def splitter(
    cells: Sequence[str], keys: Sequence[str], wanted: str | None, least: int = 2
) -> tuple[Callable[[str], list[str] | None], str, str]:
    """Decide how the cells of a column come apart, from all of them; give the way, what it is called, and the sign.

    `least` is how many parts a cell has at the least: 1 for wrong options, of which there may be one.

    Raises LpkitError where no separator parts the cells, or only the comma does and nothing proves it.
    """
    if wanted:
        return _by(wanted), f"parted by {_SEPARATORS.get(wanted, wanted)}", wanted
    filled = [(cell, key) for cell, key in zip(cells, keys, strict=True) if cell]
    ways: list[tuple[Callable[[str], list[str] | None], str, str]] = [(whole_list, "a list in each cell", "")]
    ways += [(lettered, "parted by their letters or numbers", "")]
    ways += [(_by(sign), f"parted by {said}", sign) for sign, said in _SEPARATORS.items() if sign != ","]
    for way, said, sign in ways:
        if _parts_all(way, [cell for cell, _ in filled], least):
            return way, said, sign
    for sign in _WITHIN_TEXTS:
        if _is_proved(sign, filled):
            return _by(sign), f"parted by {_SEPARATORS.get(sign, sign)}", sign
    raise LpkitError(
        "the cells of the column of options do not come apart in one way", 'name the separator: --set "split=;"'
    )


def _by(sign: str) -> Callable[[str], list[str] | None]:
    return lambda cell: [part.strip() for part in cell.split(sign) if part.strip()]


def _parts_all(way: Callable[[str], list[str] | None], cells: Sequence[str], least: int) -> bool:
    """Tell whether a way parts the cells: nearly all of them, or half of them where one part may be enough."""
    if way is whole_list:  # An empty list is a list as well: a question of another kind.
        lists = [found for cell in cells if (found := whole_list(cell)) is not None]
        return len(lists) >= _ENOUGH * len(cells) and any(len(found) >= least for found in lists)
    parted = sum(1 for cell in cells if len(way(cell) or ()) >= 2)
    return bool(cells) and parted >= (_ENOUGH if least == 2 else _HALF) * len(cells)


def _is_proved(sign: str, filled: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a sign that texts have too parts the cells.

    It does where each key is one of the parts, or where all of many cells have as many parts and some key is the last.
    """
    way = _by(sign)
    parts = [(way(cell) or [], key) for cell, key in filled]
    if all(len(found) >= 2 and found.count(key) == 1 for found, key in parts):
        return bool(parts)
    counts = {len(found) for found, _ in parts}
    last = {LETTERS[: max(counts)][-1:], str(max(counts))} if counts else set()
    return (
        len(parts) >= _SAME
        and len(counts) == 1
        and max(counts) >= 3
        and any(key.casefold() in last for _, key in parts)
    )
