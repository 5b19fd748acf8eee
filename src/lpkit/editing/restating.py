"""Edits that write a value in the form that the format has for it: a number for a text, one text for a list of one."""

from lpkit.diagnostic import Edit, Fix, Path, Site
from lpkit.source import Source
from lpkit.source.node import Node, find_node

_WIDTH = 100


def node_at(source: Source, at: Path) -> Node | None:
    """Give the node of just this path; None where nothing stands there."""
    node = find_node(source.root, at)
    return node if not at or node is not find_node(source.root, at[:-1]) else None


def stays_plain(text: str, start: str = "", end: str = "") -> bool:
    """Tell whether a text without quotation marks is read as the same, between what stands around it in a file."""
    return bool(Source("", f"{start or '- '}{text}{end}").data == [text])


def restated(source: Source, at: Path, text: str, certain: bool) -> Fix | None:
    """Replace the single value at a path by a text as it is to stand in the file.

    `certain` says that the new value is the old one in the form of the format; then the fix is safe at any place.
    """
    node = node_at(source, at)
    if node is None or node.children is not None:
        return None
    end = source.extent(Site(source.name, at))[1] if node.style in {"|", ">"} else node.end
    before = " " if node.start == node.end and source.text[node.start - 1 : node.start] in {":", "-", ","} else ""
    shown = text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
    return Fix(f"write {shown}", (Edit(node.start, end, before + text),), certain, restates=certain)
