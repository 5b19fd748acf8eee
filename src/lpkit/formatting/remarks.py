"""Comments and blank lines of a file, each with the value that it speaks of."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lpkit.source import Node, Source, comment_extents


@dataclass(slots=True)
class Remarks:
    """What is written around one value: lines above it, behind it, and below its last entry; "" is a blank line."""

    lead: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lead or self.trail or self.tail)


def is_flow(source: Source, node: Node) -> bool:
    """Tell whether a collection is written in brackets."""
    return node.children is not None and source.text[node.start : node.start + 1] in ("[", "{")


def entries(node: Node) -> list[Node]:
    """Give the nodes inside a collection, in the order of the file."""
    children = node.children
    return list(children.values()) if isinstance(children, dict) else children or []


def begin(node: Node) -> int:
    """Give where a node begins: at its key, where it has one."""
    return node.key[0] if node.key else node.start


def comments(source: Source) -> list[tuple[int, str]]:
    """Give every comment with its offset."""
    return [(start, source.text[start:end].rstrip()) for start, end in comment_extents(source)]


def read_remarks(source: Source) -> dict[Node, Remarks]:
    """Give the comments and blank lines around each value."""
    return _Reader(source).remarks


class _Reader:
    """Pairs the comments of one file with its nodes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.remarks: dict[Node, Remarks] = {}
        self.on_line: defaultdict[int, list[Node]] = defaultdict(list)
        for node in _all(source.root):
            for line in {source.position(at)[0] for at in (begin(node), node.start, max(node.start, node.end - 1))}:
                self.on_line[line].append(node)
            if node is not source.root and self._blank_above(begin(node)):
                self._of(node).lead.append("")
        for offset, text in comments(source):
            line, column = source.position(offset)
            before = source.text[offset - column + 1 : offset]
            if before.strip() in {"", "---"} or not self._behind(offset, line, text):
                self._above(offset, column, text)

    def _of(self, node: Node) -> Remarks:
        return self.remarks.setdefault(node, Remarks())

    def _blank_above(self, offset: int) -> bool:
        """Tell whether the line above the one of an offset is blank; the dash of a list may stand before it."""
        line, column = self.source.position(offset)
        own = self.source.text[offset - column + 1 : offset].strip(" ")
        return line > 1 and own in {"", "-"} and not self.source.lines(line - 1, line - 1)[0].strip()

    def _behind(self, offset: int, line: int, text: str) -> bool:
        """Put a comment behind the value or the key that ends last before it on its line."""
        here = self.on_line[line]
        ended = [
            node
            for node in here
            if node.end <= offset
            and (node.children is None or is_flow(self.source, node))
            and node.end > node.start
            and node.style not in {"|", ">"}
            and self.source.position(node.end - 1)[0] == line
        ]
        opened = [
            node
            for node in here
            if (node.start <= offset < node.end and (node.style in {"|", ">"} or is_flow(self.source, node)))
            or (node.key and node.key[1] <= offset <= node.start and self.source.position(node.key[1])[0] == line)
        ]
        opened = [node for node in opened if line in {self.source.position(o)[0] for o in (node.start, begin(node))}]
        found = max(ended, key=lambda node: node.end) if ended else opened[-1] if opened else None
        if found is not None:
            self._of(found).trail.append(text)
        return found is not None

    def _above(self, offset: int, column: int, text: str) -> None:
        node, lines = self._place(offset, column)
        fresh = ["", text] if self._blank_above(offset) else [text]
        if lines == "tail":
            self._of(node).tail += fresh
            return
        lead = self._of(node).lead
        # The blank line between the last comment and the value was noted first; it stays last.
        gap = lead[-1:] == [""] and not (len(lead) > 1 and lead[-2] == "") and self._blank_above(begin(node))
        lead[len(lead) - gap :] = [*fresh, *([""] if gap else [])]

    def _place(self, offset: int, column: int) -> tuple[Node, str]:
        """Give the node that a comment on a line of its own speaks of, and whether it stands above or at the end."""
        parent = self.source.root
        while True:
            inner = entries(parent)
            around = next((node for node in inner if begin(node) < offset < node.end), None)
            if around is None:
                break
            if around.children is None:
                return around, "lead"
            parent = around
        following = next((node for node in inner if begin(node) >= offset), None)
        if is_flow(self.source, parent):
            return (following, "lead") if following else (parent, "tail")
        last = [node for node in inner if begin(node) < offset][-1:]
        best = parent
        while last and last[0].children is not None and not is_flow(self.source, last[0]):
            if self.source.position(last[0].start)[1] <= column:
                best = last[0]
            last = entries(last[0])[-1:]
        if following is not None and (best is parent or self._column(best) <= self._column(parent)):
            return following, "lead"
        return best, "tail"

    def _column(self, node: Node) -> int:
        return self.source.position(node.start)[1]


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in entries(node):
        yield from _all(child)
