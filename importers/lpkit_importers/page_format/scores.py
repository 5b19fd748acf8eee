"""Points: tables whichever way round, tables of which each cell is a line, and lists below a candidate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lpkit_importers.page_format.sections import candidate_named
from lpkit_importers.page_format.words import folded, label_of

Grid = Sequence[Sequence[str]]

_POINTS = re.compile(r"(\d{1,3})(?:\s*(?:/|of|out of)\s*(\d{1,3}))?\s*(?:points|pts\.?|p|%)?\s*(?!\d)(.*)", re.DOTALL)
_LIMIT = re.compile(r"(.*?)\s*[(\[,–—-]?\s*(?:weight|max\.?|of|/)?\s*(\d{1,3})\s*(?:%|points|pts\.?|p)?\s*[)\]]?\s*")
_LINE = re.compile(
    r"\W{0,3}([^:\d]{2,60}?)\s*(?:[:=–—-]|\s(?!.*[.!?]\W?\Z))\s*"
    r"(\d{1,3}(?:\s*(?:/|of|out of)\s*\d{1,3})?)\s*(?:points|pts\.?)?\W{0,2}"
)
MOST = 100
"""Points that the format holds at most."""
_LONGEST = 160
"""Characters of the longest cell that is read for its points."""
_LONE = re.compile(r"[A-H]")
_LABELS = ("weight", "total", "verdict")
_OF_NAMES = (
    "dimension dimensions criterion criteria aspect category candidate what is was are we look at scored score max "
    "points weight"
)
_OTHERS = frozenset(_OF_NAMES.split())


@dataclass(slots=True)
class Person:
    """What a table says of one candidate."""

    scores: dict[str, int] = field(default_factory=dict)
    total: int | None = None
    verdict: str = ""


@dataclass(slots=True)
class Scores:
    """What a table says: weights by dimension, and each candidate; `used` are the cells that it was read from."""

    weights: dict[str, int | None] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    """Cells that say nothing that a pack holds."""


def points_of(cell: str) -> tuple[int | None, int | None, str]:
    """Give the points of a cell, the most that there were, and what else it says, as in `25 No Hire`.

    None for points that are no whole number up to 100.
    """
    found = _POINTS.fullmatch(cell.strip()) if len(cell) <= _LONGEST else None
    if not found or re.match(r"[.,]\d", found[3]) or max(int(found[1]), int(found[2] or 0)) > MOST:
        return None, None, cell.strip()
    return int(found[1]), int(found[2]) if found[2] else None, found[3].strip(" -–—()|,:")


def person_of(cell: str) -> str:
    """Give the id of the candidate that a cell of a header names; empty where it names none."""
    whose, rest = candidate_named(cell)
    if whose and len(rest.split()) <= 3:
        return whose
    return cell.strip().lower() if _LONE.fullmatch(cell.strip()) else ""


def read_scores(grid: Grid) -> Scores | None:
    """Read a table; None where neither its columns nor its rows are candidates, or it has no points."""
    upright = _upright(grid)
    if upright is None:
        return None
    header, rows = upright[0], upright[1:]
    made = Scores(people={whose: Person() for cell in header if (whose := person_of(cell))})
    made.left += [cell for cell in header[:1] if not names_column(cell)]
    for row in rows:
        _row(header, _filled(header, row), made)
    return made if any(one.scores for one in made.people.values()) else None


def names_column(cell: str) -> bool:
    """Tell whether a cell only says that names stand below it, as `Dimension` does."""
    return _OTHERS.issuperset(folded(cell).split())


def _upright(grid: Grid) -> list[list[str]] | None:
    """Give a table with candidates as columns."""
    rows = [list(row) for row in grid if any(row)]
    if len(rows) < 2 or (person_of(rows[0][0]) and any(len(row) > len(rows[0]) for row in rows)):
        return None
    if sum(bool(person_of(cell)) for cell in rows[0]) >= 2:
        return rows
    width = max(map(len, rows))
    even = [[*row, *[""] * (width - len(row))] for row in rows]
    if sum(bool(person_of(row[0])) for row in even[1:]) >= 2:
        return [list(column) for column in zip(*even, strict=True)]
    return None


def _filled(header: Sequence[str], row: Sequence[str]) -> list[str]:
    """Give a row with as many cells as the header: where only the weight's is missing, it is that one."""
    if len(row) == len(header) - 1:
        at = next((place for place, cell in enumerate(header) if label_of(cell, ("weight",))), None)
        if at is not None and not all(person_of(cell) for cell in header[1:]):
            return [*row[:at], "", *row[at:]]
    return [*row, *[""] * (len(header) - len(row))]


def _row(header: Sequence[str], row: Sequence[str], made: Scores) -> None:
    name, weight = _dimension(row[0])
    label = label_of(name, _LABELS)
    if label == "weight":
        return
    by_person = [(person_of(head), cell) for head, cell in zip(header, row, strict=False)]
    found = [(whose, *points_of(cell)) for whose, cell in by_person if whose]
    if not label and any(points is not None for _, points, _, _ in found):
        weight = weight or next((most for _, _, most, _ in found if most), None) or _weight(header, row)
        made.weights[name] = weight
    for whose, points, _, rest in found:
        _cell(made.people[whose], label, name, points, rest, made)
    known = {place for place, head in enumerate(header) if person_of(head) or label_of(head, ("weight",))}
    made.left += [cell for place, cell in enumerate(row) if place and place not in known and cell]


def _cell(one: Person, label: str, name: str, points: int | None, rest: str, made: Scores) -> None:
    if label == "verdict":
        one.verdict = rest or one.verdict
    elif label == "total":
        one.total, one.verdict = points, rest or one.verdict
    elif points is not None:
        one.scores[name] = points
        made.left += [rest] if rest else []
    elif rest:
        made.left.append(rest)


def _dimension(cell: str) -> tuple[str, int | None]:
    """Give the name of a dimension, and the weight that stands behind it, as in `Ownership (30 %)`."""
    found = _LIMIT.fullmatch(cell.strip()) if len(cell) <= _LONGEST else None
    return (
        (found[1].strip(), int(found[2]))
        if found and found[1].strip() and int(found[2]) <= MOST
        else (cell.strip(), None)
    )


def _weight(header: Sequence[str], row: Sequence[str]) -> int | None:
    cells = [cell for head, cell in zip(header, row, strict=False) if label_of(head, ("weight",))]
    return points_of(cells[0])[0] if cells else None


def stacked(texts: Sequence[str]) -> list[list[str]]:
    """Give a table of which each cell is a text of its own, one after the other; empty where it is none.

    The header ends with the names of the candidates; a row begins with a name and goes on with points.
    """
    last = max((at for at, text in enumerate(texts[:12]) if person_of(text)), default=-1)
    if last < 2 or not person_of(texts[last - 1]):
        return []
    rows = [list(texts[: last + 1])]
    for text in texts[last + 1 :]:
        points = points_of(text)[0]
        if points is None and len(text.split()) > 6:
            break
        if points is None and (len(rows) == 1 or len(rows[-1]) > 1):
            rows.append([text])
        elif points is None or len(rows) == 1 or len(rows[-1]) >= len(rows[0]):
            break
        else:
            rows[-1].append(text)
    return rows if len(rows) > 1 else []


def lines_of_points(texts: Sequence[str]) -> Iterator[tuple[int, str, int, int | None]]:
    """Give the lines that say points, as `Ownership signal: 12/30`: place, name, points, weight."""
    for at, text in enumerate(texts):
        if found := _LINE.fullmatch(text) if len(text) <= _LONGEST else None:
            points, most, _ = points_of(found[2])
            if points is not None:
                yield at, found[1].strip(), points, most
