"""Texts of several lines behind | or >."""

from collections.abc import Iterator

from lpkit.diagnosis.cause import Repair
from lpkit.diagnosis.page import Line, Page
from lpkit.diagnostic import Edit
from lpkit.pattern import pattern

_HEADER = pattern(r"(?P<header>[|>][-+1-9]{0,2})(?P<rest>[ \t]*[^\s#].*)$")
_OPENS = pattern(r"[|>][-+1-9]{0,2}(?:[ \t]+#.*)?$")


def headers(page: Page) -> Iterator[Repair]:
    """Propose a line of its own for the text that stands behind the sign of a block."""
    for line in page.above:
        match = _HEADER.match(line.value)
        if match is None:
            continue
        start = line.value_at + match.end("header")
        text = match["rest"].strip()
        below = next((other for other in page.lines[line.number + 1 :] if other.text.strip()), None)
        depth = below.indent if below and below.indent > line.indent else line.content + 2
        edit = Edit(start, line.value_at + len(line.value), f"\n{' ' * depth}{text}")
        message = f"text follows {match['header']} on its line"
        help = "begin the text on the next line, indented further than its key"
        yield Repair((start, line.end), (edit,), message, help, "put the text on a line of its own", 1)


def bodies(page: Page) -> Iterator[Repair]:
    """Propose a deeper indentation for lines of a block that are indented no further than its key."""
    for line in page.lines[: page.stop_line + 1][::-1]:
        if not _OPENS.match(line.value) or not (line.key or line.text[: line.content].strip()):
            continue
        found = list(_lost(page, line))
        inside = [other for other in page.lines[line.number + 1 :] if other.in_block and other.text.strip()]
        depth = inside[0].indent if inside and inside[0].number == line.number + 1 else line.content + 2
        for count in dict.fromkeys((len(found), 1, 2)):
            if 0 < count <= len(found):
                yield _repair(found[:count], depth)
        if len(found) or line.number < page.stop_line - _FAR:
            return


_FAR = 40
_LONGEST = 60


def _lost(page: Page, header: Line) -> Iterator[Line]:
    """Give the lines below a block that are no keys of the format, from the first that left the block."""
    begun = False
    for line in page.lines[header.number + 1 :][:_LONGEST]:
        if not line.text.strip():
            continue
        if line.indent > header.indent and not begun:
            continue
        if line.key in page.keys or (line.text.lstrip().startswith("- ") and line.indent <= header.indent):
            return
        begun = True
        yield line


def _repair(lines: list[Line], depth: int) -> Repair:
    shift = depth - min(line.indent for line in lines)
    edits = tuple(Edit(line.start, line.start, " " * shift) for line in lines)
    at = (lines[0].start + lines[0].indent, lines[0].end)
    message = "this line belongs to the text above, but is indented no further than its key"
    help = "indent every line of the text further than its key"
    return Repair(at, edits, message, help, "indent the text", 1)
