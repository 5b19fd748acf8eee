"""XML: elements of texts that are always escaped, HTML within it as elements, and a document as bytes."""

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from lpkit_exporters.bundle.printable import printable

Part = Element | str
_NONE: dict[str, str] = {}
_INLINE = {"a", "b", "br", "code", "em", "i", "span", "strong"}


def element(tag: str, attributes: dict[str, str] = _NONE, *parts: Part) -> Element:
    """Make an element; a namespace is the attribute `xmlns`."""
    made = Element(tag, attributes)
    last: Element | None = None
    for part in parts:
        if not isinstance(part, str):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + part
        else:
            last.tail = (last.tail or "") + part
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
    """Give the bytes of a document; what XML cannot hold becomes U+FFFD.

    Elements that hold nothing but elements are indented, texts stay as they are. ElementTree's own writer would look
    for namespaces in every name first, which are plain attributes here.
    """
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    _write(root, "\n", out)
    return printable("".join(out)).encode() + b"\n"


def _write(element: Element, before: str, out: list[str]) -> None:
    """Write an element; `before` is the line break and the indentation of the line on which it begins."""
    said = "".join(
        f' {name}="{value}"' if value.isalnum() else f" {name}={quoteattr(value)}" for name, value in element.items()
    )
    if not len(element):
        out.append(
            f"<{element.tag}{said}>{escape(element.text)}</{element.tag}>"
            if element.text
            else f"<{element.tag}{said}/>"
        )
        return
    out.append(f"<{element.tag}{said}>")
    apart = not element.text and not any(child.tail or child.tag in _INLINE for child in element)
    within = before + "  " if apart else before
    if element.text:
        out.append(escape(element.text))
    for child in element:
        if apart:
            out.append(within)
        _write(child, within, out)
        if child.tail:
            out.append(escape(child.tail))
    out.append(f"{before if apart else ''}</{element.tag}>")
