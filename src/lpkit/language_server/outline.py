"""What an editor shows of a file as a whole: its symbols and what can be folded."""

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import DocumentSymbol, FoldingRange, Range, SymbolKind

from lpkit.diagnostic import Path, Site
from lpkit.language_server.positions import Ruler
from lpkit.source import Node, Source

_CALLED = ("id", "marker", "title", "candidate", "ask")
"""The keys by which an entry of a list is known, the best first."""


def symbols(source: Source, ruler: Ruler) -> list[DocumentSymbol]:
    """Give the keys of a file that hold more than a value, and the entries of its lists."""
    return list(_symbols(source, ruler, source.root, source.data, ()))


def folds(source: Source) -> list[FoldingRange]:
    """Give what runs over several lines and can be folded into its first one."""
    return list(_folds(source, source.root))


def _symbols(source: Source, ruler: Ruler, node: Node, data: Any, at: Path) -> Iterator[DocumentSymbol]:
    children = node.children
    if isinstance(children, dict) and isinstance(data, dict):
        for key, child in children.items():
            if child.children is not None or not at:
                yield _symbol(source, ruler, child, data.get(key), (*at, key), key)
    elif isinstance(children, list) and isinstance(data, list):
        for number, child in enumerate(children):
            if isinstance(child.children, dict) and number < len(data):
                yield _symbol(source, ruler, child, data[number], (*at, number), _called(data[number], number))


def _symbol(source: Source, ruler: Ruler, node: Node, data: Any, at: Path, name: str) -> DocumentSymbol:
    start, end = source.extent(Site(source.name, at))
    first = node.key[0] if node.key else start
    whole = Range(ruler.position(first), ruler.position(max(start, end)))
    chosen = ruler.range(*node.key) if node.key else Range(whole.start, whole.start)
    kind = SymbolKind.Object if node.key is None else SymbolKind.Key if node.children is None else SymbolKind.Module
    detail = None
    if isinstance(data, dict) and isinstance(data.get("title"), str) and data["title"] != name:
        detail = data["title"]
    children = list(_symbols(source, ruler, node, data, at))
    return DocumentSymbol(name or " ", kind, whole, chosen, detail=detail, children=children or None)


def _called(entry: Any, number: int) -> str:
    for key in _CALLED if isinstance(entry, dict) else ():
        if isinstance(entry.get(key), str) and entry[key].strip():
            return str(entry[key])
    return str(number + 1)


def _folds(source: Source, node: Node) -> Iterator[FoldingRange]:
    for child in node.children.values() if isinstance(node.children, dict) else node.children or ():
        end = child.end
        while end > child.start and source.text[end - 1] in " \r\n":
            end -= 1
        first = source.position(child.key[0] if child.key else child.start)[0]
        last = source.position(end)[0]
        if last > first:
            yield FoldingRange(first - 1, last - 1)
        yield from _folds(source, child)
