"""Diagnostics with the lines that they speak of, carets under the words at fault, help and related places."""

from collections.abc import Iterator

from lpkit.diagnostic import Diagnostic, Report
from lpkit.printable import inert, printable
from lpkit.report._pieces import SEVERITY_STYLES, Piece, joined, linked, patch_pieces

_GUTTER = "blue"
_MAX_WIDTH = 160

LINKS = True
PATCHES = True


def render(report: Report, colour: bool) -> str:
    """Give a block of lines for each diagnostic; with ANSI colours where `colour` is set."""
    return inert("".join(joined(_block(entry, colour), colour) + "\n" for entry in report.diagnostics))


def _block(entry: Diagnostic, colour: bool) -> Iterator[Piece]:
    yield f"{printable(entry.path)}:{entry.span.line}:{entry.span.column}", "bold"
    yield ": ", ""
    code = linked(entry.code, entry.url, colour)
    yield f"{entry.severity.label} {code} {entry.name}", SEVERITY_STYLES[entry.severity]
    yield f": {printable(entry.message)}\n", ""
    width = len(str(entry.span.line + len(entry.excerpt)))
    yield from _frame(entry, width)
    for related in entry.related:
        place = f"{printable(related.path)}:{related.span.line}:{related.span.column}"
        yield f"{' ' * width} = ", _GUTTER
        yield f"{place}: {printable(related.message)}\n", ""
    if entry.help:
        yield f"{' ' * width} = ", _GUTTER
        yield "help", "bold"
        yield f": {printable(entry.help)}\n", ""
    yield from patch_pieces(entry, width + 3)


def _frame(entry: Diagnostic, width: int) -> Iterator[Piece]:
    """Give the lines of the span with carets under it; long lines are cut around the span."""
    span = entry.span
    for number, line in enumerate(entry.excerpt, start=span.line):
        start = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        end = span.end_column - 1 if number == span.end_line else len(line)
        before, marked, after = _cut(line, start, max(start, end))
        yield f"{number:>{width}} | ", _GUTTER
        yield f"{before}{marked}{after}\n", ""
        yield f"{' ' * width} | ", _GUTTER
        yield " " * _cells(before), ""
        yield "^" * max(1, _cells(marked)) + "\n", SEVERITY_STYLES[entry.severity]


def _cut(line: str, start: int, end: int) -> tuple[str, str, str]:
    """Split a line into what stands before, in and after a span, none too long for a screen."""
    # No more of a line than can be shown is made printable: a file may be one line of two million characters.
    room = _MAX_WIDTH + 1
    before, marked, after = (
        printable(part) for part in (line[max(0, start - room) : start], line[start:end][:room], line[end : end + room])
    )
    if len(before) > _MAX_WIDTH // 2:
        before = "…" + before[-_MAX_WIDTH // 2 :]
    room = _MAX_WIDTH - len(before)
    if len(marked) > room:
        return before, marked[:room] + "…", ""
    room -= len(marked)
    return before, marked, after if len(after) <= room else after[:room] + "…"


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)
