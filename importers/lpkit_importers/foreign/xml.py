"""XML to nodes, through defusedxml: entities are refused, nothing is fetched, and a file has limits.

Names of elements and attributes are those without their namespace: formats change theirs with every version.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from lpkit.importing import LpkitError

DEPTH_MOST = 200
"""Elements within each other that a file may have."""
NODES_MOST = 500_000
"""Elements that a file may have."""
_HEAD = 4096
_BROKEN = {
    3: "it ends before all its elements do",
    4: "a sign stands where none may",
    5: "it ends within a tag",
    7: "a tag closes another element than the one that is open",
    8: "an element has one attribute twice",
    9: "something stands behind its end",
    11: "an entity is named that XML does not have",
    27: "a prefix is used that is not declared",
}
"""What the numbers mean by which the parser says what is wrong."""


class UnreadableError(ValueError):
    """What is told of a file is none that can be read; says why in an author's words."""


@dataclass(slots=True)
class Node:
    """An element: its name, its attributes, the line on which it begins, and what it holds in order."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    parts: list["Node | str"] = field(default_factory=list)

    def children(self, *tags: str) -> Iterator["Node"]:
        """Give the elements directly within, those of some names where names are given."""
        return (part for part in self.parts if isinstance(part, Node) and (not tags or part.tag in tags))

    def first(self, *path: str) -> "Node | None":
        """Give the first element at a path of names; None where there is none."""
        found: Node | None = self
        for tag in path:
            found = next(found.children(tag), None) if found else None
        return found

    def within(self, *tags: str) -> Iterator["Node"]:
        """Give all elements of some names at any depth, in their order; not what is within those found."""
        for child in self.children():
            if child.tag in tags:
                yield child
            else:
                yield from child.within(*tags)

    def text(self) -> str:
        """Give all text within, without tags."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)

    def said(self, *path: str) -> str:
        """Give the text of the first element at a path, trimmed; an empty one where there is none."""
        found = self.first(*path)
        return found.text().strip() if found else ""

    def markup(self) -> str:
        """Give what is within as HTML again: texts escaped, elements as tags."""
        return "".join(escape(part, quote=False) if isinstance(part, str) else part.outer() for part in self.parts)

    def outer(self) -> str:
        """Give the element itself as HTML."""
        said = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes.items())
        return f"<{self.tag}{said}>{self.markup()}</{self.tag}>" if self.parts else f"<{self.tag}{said}/>"


class _Builder:
    """What the parser tells as it reads."""

    def __init__(self) -> None:
        self.parser: Any = None
        self.root: Node | None = None
        self.open: list[Node] = []
        self.count = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self.count += 1
        if len(self.open) >= DEPTH_MOST:
            raise LpkitError(f"the XML has more than {DEPTH_MOST} elements within each other", "export it anew")
        if self.count > NODES_MOST:
            raise LpkitError(f"the XML has more than {NODES_MOST:,} elements", "split the file")
        named = {local_name(name): value for name, value in attributes.items()}
        node = Node(local_name(tag), named, self.parser.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].parts.append(node)
        elif self.root is None:
            self.root = node
        self.open.append(node)

    def end(self, _: str) -> None:
        """End the element that was begun last."""
        self.open.pop()

    def data(self, text: str) -> None:
        """Take a piece of text."""
        if self.open:
            self.open[-1].parts.append(text)

    def close(self) -> Node | None:
        """Give the outermost element."""
        return self.root


def local_name(name: str) -> str:
    """Give the name of an element or attribute without its namespace, which the parser puts before it in braces."""
    return name.rpartition("}")[2]


def read_xml(content: bytes, what: str = "the file") -> Node:
    """Give the outermost element of a file; `what` is what messages call the file.

    Raises LpkitError where it is no XML, defines entities, or is beyond the limits.
    """
    from defusedxml.ElementTree import XMLParser

    builder = _Builder()
    builder.parser = XMLParser(target=builder)
    root = fed(builder.parser, content, what, "export it anew")
    assert isinstance(root, Node)
    return root


def fed(parser: Any, content: bytes, what: str, hint: str) -> Any:
    """Let a parser of defusedxml read a file, and give what its target makes of it.

    `what` is what messages call the file, `hint` what an author does.

    Raises LpkitError where it is no XML or defines entities, and where the target raises UnreadableError.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError

    try:
        parser.feed(content)
        return parser.close()
    except DefusedXmlException as error:
        raise LpkitError(f"{what} defines entities, which XML from elsewhere may not", "write them out") from error
    except ParseError as error:
        line, column = error.position
        reason = _BROKEN.get(error.code, "it is damaged there")
        raise LpkitError(f"{what} is not XML: {reason} (line {line}, column {column + 1})", hint) from error
    except UnreadableError as error:
        raise LpkitError(f"{what} cannot be read: {error}", hint) from error
    except (LookupError, ValueError) as error:
        raise LpkitError(f"{what} is in an encoding that cannot be read here", "save it in UTF-8") from error


def begins_with(content: bytes, tag: str) -> bool:
    """Tell by its beginning whether a file is XML with this element as one of the first."""
    head = content[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and f"<{tag}".encode() in head
