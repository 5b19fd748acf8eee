"""The entries of a file: what lies between blank lines, its comments apart, with the category that holds there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import dedent

from lpkit_importers.gift_format.escapes import hidden

_CATEGORY = "$CATEGORY:"
_BRACE = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the line on which it begins, its text with escaped signs hidden, its comments, its category."""

    line: int
    text: str
    comments: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """A line that says to which category all that follows belongs."""

    line: int
    path: str


def entries_of(lines: Sequence[str]) -> Iterator[Entry | Category]:
    """Give the entries and categories of a file.

    A blank line ends an entry, unless it stands within braces that are closed before any others are opened: Moodle
    takes no such question, but what is meant is plain. A comment is a line that begins with two slashes, and parts
    nothing; a category ends an entry, but for one whose braces are open.
    """
    concealed = [hidden(line) for line in lines]
    closing = _closing_after(concealed)
    gathering = _Gathering()
    for number, line in enumerate(concealed):
        if line.lstrip().startswith("//"):
            gathering.comments.append(lines[number].strip())
        elif line.lstrip().startswith(_CATEGORY) and not gathering.is_open:
            yield from gathering.end()
            gathering.category = line.lstrip().removeprefix(_CATEGORY).strip()
            yield Category(number + 1, gathering.category)
        elif line.strip() or (gathering.is_open and closing[number]):
            gathering.add(number + 1, line)
        else:
            yield from gathering.end()
    yield from gathering.end()


class _Gathering:
    """The entry that is being read."""

    def __init__(self) -> None:
        self.category = ""
        self.comments: list[str] = []
        self.text: list[str] = []
        self.is_open = False
        self._line = 0
        self._closed = False

    def add(self, line: int, text: str) -> None:
        """Take a line; the first opening brace of an entry is closed by the first closing one."""
        self._line = self._line if self.text else line
        self.text.append(text.rstrip())
        self._closed = self._closed or "}" in text
        self.is_open = not self._closed and (self.is_open or "{" in text)

    def end(self) -> Iterator[Entry]:
        """Give the entry, if there is any, and begin another one."""
        if self.text:
            text = dedent("\n".join(self.text)).strip()
            yield Entry(self._line, text, "\n".join(self.comments), self.category)
        self.text, self.comments = [], []
        self.is_open = self._closed = False


def _closing_after(lines: Sequence[str]) -> list[bool]:
    """Tell for each line whether the next brace after it closes, before a title or a category begins something else."""
    closing, found = False, []
    for line in reversed(lines):
        found.append(closing)
        if brace := _BRACE.search(line):
            closing = brace.group() == "}"
        if line.lstrip().startswith(("::", _CATEGORY)):
            closing = False
    return found[::-1]
