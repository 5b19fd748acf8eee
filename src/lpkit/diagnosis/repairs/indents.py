"""Lines that do not stand under their neighbours."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit

_NEAR = 10
"""Lines above from which columns are taken."""

_LINES = 3
"""What moving several lines costs more than moving one, at most."""


def shifted(page: Page) -> Iterator[Repair]:
    """Propose the columns of other lines for a line near the stop, alone or with the lines below it."""
    for line in page.near:
        group = [line, *page.below(line, line.indent + 1)]
        rest = [line, *page.below(line, line.indent)]
        for depth in _columns(page, line):
            for lines in ([line], group, rest):
                if lines is not group or len(group) > 1:
                    yield _repair(line, lines, depth, line.number == page.stop_line)


def _columns(page: Page, line: Line) -> list[int]:
    """Give the columns at which neighbours begin, the nearest to that of the line first."""
    above = [other for other in page.lines[: line.number] if not other.blank][-_NEAR:]
    below = [other for other in page.lines[line.number + 1 :][:4] if not other.blank]
    found = {depth for other in (*above, *below) for depth in (other.indent, other.content)}
    found |= {above[-1].content + 2} if above else {0}
    found.discard(line.indent)
    return sorted(found, key=lambda depth: abs(depth - line.indent))[:6]


def _repair(line: Line, lines: list[Line], depth: int, stopped: bool) -> Repair:
    shift = depth - line.indent
    edits = tuple(
        Edit(other.start, other.start - min(shift, 0), " " * max(shift, 0)) for other in lines if other.text.strip()
    )
    side = "too far" if shift < 0 else "not far enough"
    what = f'"{line.key}"' if line.key else "this line"
    message = f"{what} is indented {side}: it does not stand under the lines that it belongs to"
    help = f"indent it by {depth} spaces" if depth else "begin it at the start of the line"
    at = (line.start + line.indent, line.start + max(line.content, line.indent + 1))
    end = line.colon if line.key else line.end
    cost = (2 if abs(shift) <= 2 else 3) + min(len(lines) - 1, _LINES) + (not stopped)
    return Repair((at[0], max(end, at[0] + 1)), edits, message, help, "indent it as its neighbours", cost)
