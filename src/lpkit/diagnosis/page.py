"""A file that does not parse, as lines: what stands on each, whatever the rest is."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lpkit.diagnosis.reading import Stop
from lpkit.diagnostic import Edit
from lpkit.files import LINE_END
from lpkit.pattern import pattern

_FORM = pattern(
    r"(?P<indent>\s*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>[A-Za-z_][\w-]*|\"[^\"]*\"|'[^']*')[ \t]*(?P<colon>:)(?=[ \t]|$))?"
    r"[ \t]*(?P<value>.*)$"
)
_BLOCK = pattern(r"[|>][-+1-9]{0,2}(?:[ \t]+#.*)?$")
_COMMENT = pattern(r"(?<=\s)#.*$")
_MOST = 400
"""Lines below one that are looked at together with it."""
_NEAR = 6
"""Lines above the one where the parser stopped that are looked at closely: most causes are there."""


class Line(NamedTuple):
    """One line: offsets count from the beginning of the file, `indent` and `content` from that of the line.

    `content` is the column at which the key or the text begins, behind the dashes of lists. `in_block` tells that the
    line seems to lie within the text of a block.
    """

    number: int
    start: int
    text: str
    indent: int
    content: int
    key: str
    colon: int
    value: str
    value_at: int
    in_block: bool

    @property
    def end(self) -> int:
        """Give the offset of the line's end, without its line break."""
        return self.start + len(self.text)

    @property
    def bare(self) -> str:
        """Give the value without the comment behind it."""
        return _COMMENT.sub("", self.value).rstrip()

    @property
    def blank(self) -> bool:
        """Tell whether nothing or only a comment stands on the line."""
        return not self.text.strip() or self.text.lstrip().startswith("#")


class Page:
    """The lines of a file that does not parse, where the parser stopped, and the keys that its format knows."""

    def __init__(self, text: str, stop: Stop, keys: frozenset[str]) -> None:
        self.text = text
        self.stop = stop
        self.keys = keys
        self.lines = list(_lines(text))
        self.stop_line = self.number(stop.at)
        self.context_line = self.number(stop.context) if stop.context is not None else None

    def matters(self, edits: tuple[Edit, ...]) -> bool:
        """Tell whether the parser gets to see an edit before it stops."""
        following = min(self.stop_line + 2, len(self.lines) - 1)
        return any(edit.start <= self.lines[following].end for edit in edits)

    def number(self, offset: int) -> int:
        """Give the number of the line, from 0, on which an offset lies."""
        return next((line.number for line in reversed(self.lines) if line.start <= offset), 0)

    @cached_property
    def near(self) -> list[Line]:
        """Give the lines on which most causes are: where the parser stopped, a few above, where it had begun."""
        above = [line for line in self.lines[: self.stop_line + 1] if not line.blank][-_NEAR - 1 :]
        below = [line for line in self.lines[self.stop_line + 1 :][:3] if not line.blank][:1]
        begun = [] if self.context_line is None else self.lines[max(self.context_line - 1, 0) : self.context_line + 1]
        found = {line.number: line for line in (*above[::-1], *below, *begun[::-1]) if not line.blank}
        return list(found.values())

    @cached_property
    def above(self) -> list[Line]:
        """Give the lines down to the one behind the stop, the nearest first, without texts of blocks."""
        return [line for line in self.lines[: self.stop_line + 2][::-1] if not (line.in_block or line.blank)]

    def after(self, line: Line) -> int:
        """Give the offset at which the next line begins."""
        following = line.number + 1
        return self.lines[following].start if following < len(self.lines) else len(self.text)

    def below(self, line: Line, least: int) -> list[Line]:
        """Give the lines that follow one and are indented at least so far; blank ones between them count."""
        found: list[Line] = []
        for other in self.lines[line.number + 1 : line.number + _MOST]:
            if other.text.strip() and other.indent < least:
                break
            found.append(other)
        while found and not found[-1].text.strip():
            found.pop()
        return found


def _lines(text: str) -> Iterator[Line]:
    block = -1
    starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        line = _line(number, start, text[start:end].rstrip("\r\n"), block)
        if line.text.strip():
            block = block if line.in_block else (line.indent if _BLOCK.match(line.value) else -1)
        yield line


def _line(number: int, start: int, text: str, block: int) -> Line:
    match: re.Match[str] | None = _FORM.match(text)
    if match is None:
        return Line(number, start, text, 0, 0, "", -1, text, start, False)
    indent = len(match["indent"])
    in_block = block >= 0 and (indent > block or not text.strip())
    colon = start + match.start("colon") if match["key"] else -1
    key = (match["key"] or "").strip("\"'")
    content = match.end("dashes")
    return Line(
        number,
        start,
        text,
        indent,
        content,
        key,
        colon,
        match["value"].rstrip(),
        start + match.start("value"),
        in_block,
    )
