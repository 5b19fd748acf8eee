"""From a file to its text, and from its text to its tree."""

import errno
import stat
from bisect import bisect_right
from functools import cached_property
from hashlib import sha256
from pathlib import Path as FilePath
from typing import Any

from lpkit.diagnostic import Path, Site, Span
from lpkit.errors import LpkitError
from lpkit.pattern import pattern
from lpkit.source.limits import MAX_BYTES
from lpkit.source.node import Node, find_node
from lpkit.source.tree import Flaw, Tree

_NOT_TEXT = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What section 5.1 of the YAML 1.2 specification calls not printable; surrogates never come out of UTF-8."""

_LINE_END = pattern(r"\r\n|\n|\r")

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

    # A check that knows what it made of a file needs no more of it than its digest, so it is parsed when first asked.
    @cached_property
    def _tree(self) -> Tree:
        return Tree("", self._flaw) if self._flaw else Tree(self.text)

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
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

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

    def extent(self, site: Site) -> tuple[int, int]:
        """Give the offsets of a site in this file; of the innermost existing value if it is not there."""
        if site.extent is not None:
            return site.extent
        node = find_node(self.root, site.at)
        if site.on_key and node.key is not None:
            return node.key
        return node.start, _trimmed(self.text, node.start, node.end)

    def span(self, site: Site) -> Span:
        """Give lines and columns of a site in this file."""
        start, end = self.extent(site)
        return Span(*self.position(start), *self.position(max(start, end)))

    def lines(self, first: int, last: int) -> tuple[str, ...]:
        """Give the text of some lines, counted from 1, without their line ends."""
        ends = (*self.line_starts[first : last + 1], len(self.text))
        return tuple(
            self.text[start:end].rstrip("\r\n")
            for start, end in zip(self.line_starts[first - 1 : last], ends, strict=False)
        )


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
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _unreadable(name, "this is a folder, not a file", "rename the folder")
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(name, "this is not a regular file")
        if status.st_size > MAX_BYTES:
            return _unreadable(
                name,
                f"the file has {status.st_size:,} bytes; {MAX_BYTES:,} are the most",
                "split it: a pack holds one pattern",
            )
        return decode(path.read_bytes(), name)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        return _unreadable(name, f"cannot read the file: {reason}")


def read_text(path: FilePath, name: str) -> Source:
    """Read a file that is text and no YAML; what cannot be decoded is replaced.

    Raises LpkitError where the system refuses.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError as error:
        raise LpkitError(f"cannot read {name}: {error.strerror}", "check its permissions") from error
    return Text(name, text)


def decode(content: bytes, name: str) -> Source:
    """Turn the bytes of a file into a source; bytes that are not YAML text become a flaw."""
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


def _unreadable(name: str, message: str, help: str | None = None) -> Source:
    return Source(name, "", Flaw("unreadable-file", message, (0, 0), (), help))
