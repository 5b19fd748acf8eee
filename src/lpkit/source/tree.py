"""One pass over the YAML event stream: plain data, the node of every value, and the flaws on the way."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from _ruamel_yaml import (
    AliasEvent,
    CParser,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from lpkit.diagnostic import Path
from lpkit.source.limits import MAX_DEPTH, MAX_FLAWS
from lpkit.source.node import Node
from lpkit.source.refusal import AS_TEXT, syntax_error
from lpkit.source.scalar import resolve
from lpkit.source.second import further, second_events


class Flaw(NamedTuple):
    """Something in a file that is wrong before any schema looks at it.

    `kind` is one of unreadable-file, yaml-syntax, duplicate-key, yaml-feature-not-allowed, too-deep; `extent`
    gives offsets in code points.
    """

    kind: str
    message: str
    extent: tuple[int, int]
    at: Path = ()
    help: str | None = None
    related: tuple[int, int] | None = None


class _Frame:
    """A mapping or sequence that is still open."""

    __slots__ = ("data", "key", "key_extent", "node")

    def __init__(self, data: dict[str, Any] | list[Any], node: Node) -> None:
        self.data = data
        self.node = node
        self.key: str | None = None
        self.key_extent: tuple[int, int] | None = None


class Tree:
    """The data of one document with the node of every value, and the flaws met on the way.

    `unknown` lists the paths of values that a flaw left without content, so that nothing else is said of them.
    """

    def __init__(self, text: str, flaw: Flaw | None = None) -> None:
        """Read a text, unless a flaw says that it cannot be read at all."""
        self.data: Any = None
        self.root = Node(0, 0, None)
        self.flaws: list[Flaw] = [flaw] if flaw else []
        self.unknown: list[Path] = [()] if flaw else []
        self._stack: list[_Frame] = []
        if flaw:
            return
        try:
            self._read(iter(CParser(text).get_event, None))
        except MarkedYAMLError as error:
            self._read_again(text, error)
        except (ReaderError, UnicodeEncodeError):
            # Files are searched for these before; what escapes in a quoted text spell is tried here with them in it.
            self._stop("unreadable-file", "a character that no file may hold", (0, len(text)), "delete the character")

    def _read_again(self, text: str, refusal: MarkedYAMLError) -> None:
        """Read a text that libyaml refused with the other reader; what stops both is a flaw."""
        events = second_events(text, refusal)
        if events is None:
            self._stop("yaml-syntax", *syntax_error(refusal, text))
            return
        found, self.flaws, self.unknown, self._stack = self.flaws, [], [], []
        try:
            self._read(events)
        except MarkedYAMLError as error:
            self.flaws = found
            self._stop("yaml-syntax", *syntax_error(further(refusal, error), text))

    def _read(self, events: Iterator[Any]) -> None:
        documents = 0
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if self._too_deep(event) or self._odd_key(event):
                    return
                self._open(event, {} if kind is MappingStartEvent else [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                if self._odd_key(event):
                    return
                self._refuse(
                    event, f"*{event.anchor} stands for a value that is written elsewhere, which", AS_TEXT["*"]
                )
                self._add(None, Node(*_extent(event), None), known=False)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    help = "take the line with --- out, or put what follows into a file of its own"
                    self._refuse(event, "a second document, which begins behind ---,", help)
                    return
                if event.version or event.tags:
                    self._refuse(
                        event, "a line for YAML itself, which begins with %,", "remove the lines that begin with %"
                    )
            if kind is StreamEndEvent or len(self.flaws) > MAX_FLAWS:
                return

    def _too_deep(self, event: Any) -> bool:
        if len(self._stack) < MAX_DEPTH:
            return False
        message = f"values are nested more than {MAX_DEPTH} deep"
        self._stop("too-deep", message, _extent(event), "the format nests seven deep at the most")
        return True

    def _expects_key(self) -> bool:
        if not self._stack:
            return False
        frame = self._stack[-1]
        return frame.key is None and type(frame.data) is dict

    def _odd_key(self, event: Any) -> bool:
        """Refuse keys that are not words: no path can name what stands below them."""
        if not self._expects_key():
            return False
        message = "a key must be a word: no list, no keys in braces and no reference with *"
        self._stop("yaml-feature-not-allowed", message, _extent(event), "use a plain word as the key")
        return True

    def _stop(self, kind: str, message: str, extent: tuple[int, int], help: str | None) -> None:
        """Note a flaw after which nothing of the data can be trusted."""
        self.flaws.append(Flaw(kind, message, extent, (), help))
        self.data = None
        self.unknown = [()]

    def _refuse(self, event: Any, what: str, help: str) -> None:
        message = f"{what} is not allowed"
        self.flaws.append(Flaw("yaml-feature-not-allowed", message, _extent(event), self._path(), help))

    def _path(self) -> Path:
        """Give the path of the value that comes next."""
        return tuple(len(frame.data) if isinstance(frame.data, list) else frame.key or "" for frame in self._stack)

    def _marks(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, f"&{event.anchor} gives the value a name to refer to, which", AS_TEXT["&"])
        if event.tag and event.tag != "!":
            self._refuse(event, f"{event.tag} tells of what kind the value is, which", AS_TEXT["!"])

    def _scalar(self, event: Any) -> None:
        start, end, text, style = event.start_mark.index, event.end_mark.index, event.value, event.style
        if not self._expects_key():
            if event.anchor or event.tag:
                self._marks(event)
            self._add(text if style else resolve(text), Node(start, end, None, style or ""))
            return
        frame = self._stack[-1]
        frame.key, frame.key_extent = text, (start, end)
        if text == "<<" and not style:
            self._refuse(event, "merge key <<", "write the merged keys out")
            self.unknown.append(self._path())
        if event.anchor or event.tag:
            self._marks(event)

    def _open(self, event: Any, data: dict[str, Any] | list[Any]) -> None:
        self._marks(event)
        node = Node(*_extent(event), None)
        node.children = {} if isinstance(data, dict) else []
        self._stack.append(_Frame(data, node))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        node = frame.node
        flow = event.end_mark.index > event.start_mark.index
        node.end = event.end_mark.index if flow else _last_end(node)
        self._add(frame.data, node)

    def _add(self, value: Any, node: Node, known: bool = True) -> None:
        if not self._stack:
            self.data, self.root = value, node
            return
        if not known:
            self.unknown.append(self._path())
        frame = self._stack[-1]
        data, children = frame.data, frame.node.children
        if type(data) is list and type(children) is list:
            data.append(value)
            children.append(node)
            return
        key, extent = frame.key or "", frame.key_extent
        frame.key = None
        if type(children) is not dict or type(data) is not dict or extent is None:
            return
        if key in children:
            message = f'key "{key}" is given twice'
            at, first = (*self._path()[:-1], key), children[key].key
            self.flaws.append(Flaw("duplicate-key", message, extent, at, "keep one of the two", first))
            return
        node.key = extent
        data[key] = value
        children[key] = node


def _extent(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _last_end(node: Node) -> int:
    """Give where the last value of a block collection ends; libyaml's own mark lies at the next token."""
    children = node.children
    last = list(children.values()) if isinstance(children, dict) else children
    return last[-1].end if last else node.end
