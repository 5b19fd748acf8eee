"""Suppressions: comments that silence faults, and what is wrong with the comments themselves."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.source import Node, Source, comment_extents, text_extents

_COMMENT = pattern(r"#[ \t]*lpkit:[ \t]*([^\r\n]*)")
_FORM = pattern(r"(file-ignore|ignore)\[([^\]]*)\][ \t]*(.*)$")

FORM = "# lpkit: ignore[LP204] reason"
"""How a suppression is written."""


class Suppression(NamedTuple):
    """A comment that silences rules from one line to another, both included.

    `words` are the codes or names as written; `extent` is the comment's place (offsets in code points).
    """

    words: tuple[str, ...]
    reason: str
    extent: tuple[int, int]
    first_line: int
    last_line: int


class Mistake(NamedTuple):
    """A comment that looks like a suppression and is none, and what to do.

    `in_text` tells that it has the right form, but stands inside a text.
    """

    extent: tuple[int, int]
    message: str
    help: str
    in_text: bool = False


def read_suppressions(source: Source) -> tuple[list[Suppression], list[Mistake]]:
    """Give the suppressions of a file, and the comments that fail to be one.

    A comment behind a value silences what touches its line; one on a line of its own silences the whole value
    below it; `file-ignore` silences its rules in the whole file.
    """
    suppressions: list[Suppression] = []
    mistakes: list[Mistake] = []
    if "lpkit:" not in source.text or () in source.unknown:
        return suppressions, mistakes
    below = _Below(source.root)
    for start, end in comment_extents(source):
        for match in _COMMENT.finditer(source.text, start, end):
            read = _read(source, match, below)
            if isinstance(read, Suppression):
                suppressions.append(read)
            else:
                mistakes.append(read)
    for start, end in text_extents(source):
        for match in _COMMENT.finditer(source.text, start, end):
            mistakes += _inside_text(source, match, (start, end))
    return suppressions, mistakes


def _read(source: Source, match: re.Match[str], below: "_Below") -> Suppression | Mistake:
    form = _FORM.match(match.group(1).strip())
    words = tuple(word.strip() for word in form.group(2).split(",") if word.strip()) if form else ()
    if form is None or not words:
        return Mistake(match.span(), "this comment is not in the form of a suppression", f"write {FORM}")
    first, last = _lines(source, match.start(), form.group(1) == "file-ignore", below)
    return Suppression(words, form.group(3).strip(), match.span(), first, last)


def _inside_text(source: Source, match: re.Match[str], extent: tuple[int, int]) -> Iterator[Mistake]:
    if _FORM.match(match.group(1).strip()):
        line, _ = source.position(extent[0])
        yield Mistake(
            match.span(),
            "this suppression is part of a text, not a comment",
            f"put it at the end of line {line - 1 if source.text[extent[0] - 1] == chr(10) else line}, "
            "where the text begins, or on a line of its own above the key",
            in_text=True,
        )


def _lines(source: Source, start: int, whole_file: bool, below: "_Below") -> tuple[int, int]:
    """Give the first and the last line that a comment at an offset speaks of."""
    line, column = source.position(start)
    if whole_file:
        return 1, len(source.line_starts) + 1
    before = source.text[start - column + 1 : start]
    if before.strip():
        return line, line
    node = below.next(start)
    if node is None:
        return line, line
    return source.position(_begin(node))[0], source.position(max(_begin(node), node.end - 1))[0]


def _begin(node: Node) -> int:
    return node.key[0] if node.key else node.start


class _Below:
    """What stands below a comment: a list of the values inside each one is made once, however many comments ask."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._known: dict[Node, tuple[list[Node], list[int]]] = {}

    def next(self, offset: int) -> Node | None:
        """Give the outermost value that begins after an offset, before any other does."""
        node: Node | None = self._root
        found = None
        while node is not None:
            inner, begins = self._inner(node)
            place = bisect_left(begins, offset)
            found = inner[place] if place < len(inner) else found
            node = inner[place - 1] if place and offset < inner[place - 1].end else None
        return found

    def _inner(self, node: Node) -> tuple[list[Node], list[int]]:
        if node not in self._known:
            children = node.children
            inner = list(children.values()) if isinstance(children, dict) else children or []
            self._known[node] = (inner, [_begin(child) for child in inner])
        return self._known[node]
