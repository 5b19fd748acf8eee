"""Indentation that is not made of spaces."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_WIDTHS = (2, 4, 1, 8, 6, 3)
"""How many spaces a tab may have stood for, the usual first."""
_MANY = 2_000
"""Lines from which only the usual widths are tried."""
_NAMES = {"\t": "a tab", "\u00a0": "a no-break space", "\u3000": "a wide space", "\u200b": "a zero-width space"}
_ODD = pattern(r"[^\S ]|[\u200b\ufeff]")
_LEAD = pattern(r"[\s\u200b\ufeff]*(?:-[\s\u200b\ufeff]+)*")


def tabs(page: Page) -> Iterator[Repair]:
    """Propose spaces for tabs and other space in indentation: for all of them, or for those of one line."""
    found = [line for line in page.lines if not line.text.isspace() and _odd(line)]
    if not found:
        return
    every = [edit for line in found for edit in _edits(line, 2)]
    for width in _WIDTHS if len(found) < _MANY else _WIDTHS[:2]:
        edits = tuple(edit for line in found for edit in _edits(line, width))
        yield _repair(found[0], edits, 0 if len(every) else 1)
    for line in page.near:
        if line in found:
            lead = _lead(line)
            rest = lead.lstrip("\t \u00a0\u3000\u200b\ufeff")
            for depth in _depths(page, line):
                edit = Edit(line.start, line.start + len(lead), " " * depth + _ODD.sub(" ", rest))
                yield _repair(line, (edit,), 1)


def _lead(line: Line) -> str:
    match = _LEAD.match(line.text)
    return match.group() if match else ""


def _odd(line: Line) -> bool:
    return bool(_ODD.search(_lead(line)))


def _edits(line: Line, width: int) -> Iterator[Edit]:
    for match in _ODD.finditer(_lead(line)):
        wide = width if match.group() == "\t" and not line.text[: match.start()].strip() else 1
        start = line.start + match.start()
        yield Edit(start, start + 1, "" if match.group() in "\u200b\ufeff" else " " * wide)


def _depths(page: Page, line: Line) -> list[int]:
    """Give the columns at which the lines above begin, the nearest first."""
    above = [other for other in page.lines[: line.number] if not other.blank][-6:][::-1]
    return list(dict.fromkeys(depth for other in above for depth in (other.indent, other.content, other.indent + 2)))


def _repair(line: Line, edits: tuple[Edit, ...], cost: int) -> Repair:
    match = _ODD.search(_lead(line))
    start = line.start + (match.start() if match else 0)
    name = _NAMES.get(match.group() if match else "", "a character that is no space")
    message = f"{name} stands where YAML counts spaces"
    return Repair((start, start + 1), edits, message, "indent with spaces only", "indent with spaces", cost)
