"""XML: elements of texts that are always escaped, HTML within it as elements, and a document as bytes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lpkit_exporters.bundle.printable import printable

Part = Element | str
_NONE: Mapping[str, str] = MappingProxyType({})
_INLINE = {"a", "b", "br", "code", "em", "i", "span", "strong"}


def element(tag: str, attributes: Mapping[str, str] = _NONE, *parts: Part) -> Element:
    """Make an element; a namespace is the attribute `xmlns`. What XML cannot hold becomes U+FFFD."""
    made = Element(tag, {name: printable(value) for name, value in attributes.items()})
    last: Element | None = None
    for part in parts:
        if isinstance(part, Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + printable(part)
        else:
            last.tail = (last.tail or "") + printable(part)
    return made


def fragment(html: str) -> Iterator[Part]:
    """Give HTML, such as `Text.html` makes, as texts and elements to put into an element."""
    root = ElementTree.fromstring(f"<div>{html}</div>")
    if root.text:
        yield root.text
    for child in root:
        tail, child.tail = child.tail, None
        yield child
        if tail:
            yield tail


def document(root: Element) -> bytes:
    """Give the bytes of a document; elements that hold nothing but elements are indented, texts stay as they are."""
    _indent(root, "\n")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def _indent(element: Element, before: str) -> None:
    children = list(element)
    if not children or element.text or any(child.tail or child.tag in _INLINE for child in children):
        return
    element.text = before + "  "
    for child in children:
        _indent(child, before + "  ")
        child.tail = before + "  "
    children[-1].tail = before
