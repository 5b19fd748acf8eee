"""The dash before an entry of a list."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_JOINED = pattern(r"\s*(?P<sign>-)(?![-\s])(?=\S)")
_BULLET = pattern(r"\s*(?P<sign>[*•‣·–—−‐+])(?P<space>[ \t\u00a0]*)(?=\S)")


def without_space(page: Page) -> Iterator[Repair]:
    """Propose a space behind a dash, and a dash for another bullet: on one line, or on all like it."""
    for form in (_JOINED, _BULLET):
        every = [line for line in page.lines if form.match(line.text) and not line.in_block]
        for line in page.near:
            if line not in every:
                continue
            alike = [other for other in every if other.indent == line.indent]
            for lines in ([line], alike) if len(alike) > 1 else ([line],):
                yield _repair(form is _BULLET, lines, tuple(edit for other in lines for edit in _edits(other)))


def _edits(line: Line) -> Iterator[Edit]:
    at = line.start + line.indent
    bullet = _BULLET.match(line.text)
    length = 1 + (len(bullet["space"]) if bullet else 0)
    yield Edit(at, at + length, "- ")


def _repair(bullet: bool, lines: list[Line], edits: tuple[Edit, ...]) -> Repair:
    line = lines[0]
    at = line.start + line.indent
    sign = line.text[line.indent]
    if bullet:
        message, help = f"{sign} does not begin an entry of a list", "begin each entry with a dash and a space"
        return Repair((at, at + 1), edits, message, help, "write a dash", 1)
    message, help = "a space is missing behind the dash", "write a dash, a space, and the entry"
    return Repair(
        (at, at + 1), edits, message, help, "write a space", 2 if line.text[at - line.start + 1].isdigit() else 1
    )
