"""From a file to its text, and from its text to its tree."""

import errno
from bisect import bisect_right
from functools import cached_property
from hashlib import sha256
from itertools import accumulate
from pathlib import Path as FilePath
from typing import Any

from lpkit.diagnostic import Path, Site, Span
from lpkit.files import IRREGULAR, LINE_END, RECORD_MOST, UnreadableError, read_file
from lpkit.pattern import pattern
from lpkit.source.limits import MAX_BYTES
from lpkit.source.node import Node, find_node
from lpkit.source.tree import Flaw, Tree

_NOT_TEXT = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What section 5.1 of the YAML 1.2 specification calls not printable; surrogates never come out of UTF-8."""

_REASONS = {
    errno.ENOENT: "the file does not exist, or is a link to nothing",
    errno.EACCES: "permission denied",
    errno.ELOOP: "the link leads back to itself",
}


class Source:
    """One file: its text, its data, where every value stands, and what is wrong with it as a file.

    `name` is the path as reports show it. `data` is None where a flaw stopped the reading.
    """

    def __init__(self, name: str, text: str, flaw: Flaw | None = None) -> None:
        self.name = name
        self.text = text
        self._flaw = flaw
        self._ends: dict[Node, int] = {}
        self._lines: dict[int, str] = {}

    # A check that knows what it made of a file needs no more of it than its digest, so it is parsed when first asked.
    @cached_property
    def _tree(self) -> Tree:
        return Tree("", self._flaw) if self._flaw else Tree(self.text)

    @property
    def parsed(self) -> bool:
        """Tell whether the tree, which takes many times the room of the text, is there."""
        return "_tree" in self.__dict__

    def unparsed(self) -> "Source":
        """Give the same source without its tree, which is made again when it is asked for."""
        fresh = type(self)(self.name, self.text, self._flaw)
        fresh.__dict__["digest"] = self.digest
        return fresh

    @cached_property
    def data(self) -> Any:
        """Give the value of the document: mappings, lists and scalars."""
        return self._tree.data

    @cached_property
    def root(self) -> Node:
        """Give the node of the document, which leads to those of all values."""
        return self._tree.root

    @cached_property
    def flaws(self) -> list[Flaw]:
        """Give what is wrong with the file before any schema looks at it."""
        return self._tree.flaws

    @cached_property
    def unknown(self) -> list[Path]:
        """Give the paths of values that a flaw made unknowable."""
        return self._tree.unknown

    @cached_property
    def digest(self) -> str:
        """Give what is equal for sources that are the same to every rule: 64 hexadecimal digits."""
        parts = (self.name, self.text, repr(self._flaw))
        return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()

    @cached_property
    def line_starts(self) -> list[int]:
        """Give the offset at which each line begins."""
        if "\r" in self.text:
            return [0, *(match.end() for match in LINE_END.finditer(self.text))]
        # The same without a step of Python a line: a lock has thousands of them.
        return [0, *accumulate(map((1).__add__, map(len, self.text.split("\n")[:-1])))]

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column of an offset, both from 1, in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def value(self, at: Path) -> Any:
        """Give the value at a path; None where there is none."""
        here = self.data
        for step in at:
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                return None
        return here

    def written(self, at: Path) -> str | None:
        """Give how the plain scalar at a path stands in the file; None where none does."""
        node = find_node(self.root, at)
        plain = node.children is None and not node.style and (not at or node is not find_node(self.root, at[:-1]))
        return self.text[node.start : node.end] or None if plain else None

    def extent(self, site: Site) -> tuple[int, int]:
        """Give the offsets of a site in this file; of the innermost existing value if it is not there."""
        if site.extent is not None:
            return site.extent
        node = find_node(self.root, site.at)
        if site.on_key and node.key is not None:
            return node.key
        # Many findings stand in one text, and behind it there may be line ends by the million.
        if node not in self._ends:
            self._ends[node] = _trimmed(self.text, node.start, node.end)
        return node.start, self._ends[node]

    def span(self, site: Site) -> Span:
        """Give lines and columns of a site in this file."""
        start, end = self.extent(site)
        return Span(*self.position(start), *self.position(max(start, end)))

    def lines(self, first: int, last: int) -> tuple[str, ...]:
        """Give the text of some lines, counted from 1, without their line ends."""
        return tuple(self._shared(number) for number in range(first, min(last, len(self.line_starts)) + 1))

    def _shared(self, number: int) -> str:
        # Findings on one line share its text: it may be the whole file.
        if number not in self._lines:
            start, end = (*self.line_starts[number - 1 : number + 1], len(self.text))[:2]
            self._lines[number] = self.text[start:end].rstrip("\r\n")
        return self._lines[number]


class Text(Source):
    """A file that is no YAML: places in it are named by offsets alone."""

    @cached_property
    def _tree(self) -> Tree:
        return Tree("")


def _trimmed(text: str, start: int, end: int) -> int:
    """Leave out the line ends that libyaml counts to a block scalar."""
    while end > start and text[end - 1] in " \r\n":
        end -= 1
    return end


def read_source(path: FilePath, name: str) -> Source:
    """Read a file; whatever is wrong with it is a flaw of the source, never an exception."""
    try:
        return decode(read_file(path, MAX_BYTES), name)
    except UnreadableError as error:
        if error.number == errno.EISDIR:
            return _unreadable(name, "this is a folder, not a file", "rename the folder")
        if error.reason == IRREGULAR:
            return _unreadable(name, "this is not a regular file")
        if error.number == errno.EFBIG:
            return _too_large(name, max(path.stat().st_size, MAX_BYTES + 1))
        return _unreadable(name, f"cannot read the file: {_REASONS.get(error.number, error.reason)}")


def read_text(path: FilePath, name: str) -> Source:
    """Read a file that is text and no YAML; what cannot be decoded is replaced.

    Raises LpkitError where it is no regular file, or the system refuses.
    """
    return Text(name, read_file(path, RECORD_MOST).decode("utf-8-sig", errors="replace"))


def decode(content: bytes, name: str) -> Source:
    """Turn the bytes of a file into a source; too many, or bytes that are not YAML text, become a flaw."""
    if len(content) > MAX_BYTES:
        return _too_large(name, len(content))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="ignore")
        rest = content[error.start :].decode("utf-8", errors="replace")
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        flaw = Flaw("unreadable-file", message, (len(before), len(before) + 1), (), "save the file as UTF-8")
        return Source(name, before + rest, flaw)
    if match := _NOT_TEXT.search(text):
        message = f"character U+{ord(match.group()):04X} is not allowed in YAML"
        return Source(name, text, Flaw("unreadable-file", message, match.span(), (), "delete the character"))
    return Source(name, text)


def _too_large(name: str, size: int) -> Source:
    message = f"the file has {size:,} bytes; {MAX_BYTES:,} are the most"
    return _unreadable(name, message, "split it: a pack holds one pattern")


def _unreadable(name: str, message: str, help: str | None = None) -> Source:
    return Source(name, "", Flaw("unreadable-file", message, (0, 0), (), help))
