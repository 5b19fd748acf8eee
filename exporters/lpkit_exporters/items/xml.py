"""XML: elements of texts that are always escaped, HTML within it as elements, and a document as bytes."""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from lpkit_exporters.bundle.printable import printable

Part = Element | str
_NONE: dict[str, str] = {}
_BEGINNING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_AS_IT_IS = "lpkit.markup"
"""The name of an element that stands for HTML which is written as it is."""
_INLINE = {_AS_IT_IS, "a", "b", "br", "code", "em", "i", "span", "strong"}
_READY = "lpkit.elements"
"""The same for whole elements, which may stand on lines of their own."""
_WRITTEN = {_AS_IT_IS, _READY}
_PLAIN = re.compile('[^&<>"\n\r\t]*')


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


def markup(html: str) -> Element:
    """Give HTML, such as `Text.html` makes, as a part that is written as it is, and so must be well-formed."""
    made = Element(_AS_IT_IS)
    made.text = html
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


def ready(xml: str) -> Element:
    """Make a part of whole elements, such as `Text.html` and `written` give, that is written as it is."""
    made = Element(_READY)
    made.text = xml
    return made


def written(parts: Iterable[Element], depth: int) -> str:
    """Give elements as they are written so many levels within a document: what many documents have is written once."""
    out: list[str] = []
    before = "\n" + "  " * depth
    for place, part in enumerate(parts):
        if place:
            out.append(before)
        _write(part, before, out)
    return "".join(out)


def document(root: Element) -> bytes:
    """Give the bytes of a document; what XML cannot hold becomes U+FFFD.

    Elements that hold nothing but elements are indented, texts stay as they are. ElementTree's own writer would look
    for namespaces in every name first, which are plain attributes here.
    """
    out = [_BEGINNING]
    _write(root, "\n", out)
    return printable("".join(out)).encode() + b"\n"


def long_document(tag: str, children: Iterable[Element]) -> bytes:
    """Give the bytes of a document with very many elements in its root, of which only one is kept at a time."""
    out = [_BEGINNING, f"<{tag}>"]
    for child in children:
        out.append("\n  ")
        _write(child, "\n  ", out)
    out.append(f"\n</{tag}>\n")
    return printable("".join(out)).encode()


def _write(element: Element, before: str, out: list[str]) -> None:
    """Write an element; `before` is the line break and the indentation of the line on which it begins."""
    if element.tag in _WRITTEN:
        out.append(element.text or "")
        return
    begin = f"<{element.tag}{_attributes(element)}"
    text = escape(element.text) if element.text else ""
    if not len(element):
        out.append(f"{begin}>{text}</{element.tag}>" if text else f"{begin}/>")
        return
    out.append(f"{begin}>{text}")
    apart = not text and not any(child.tail or child.tag in _INLINE for child in element)
    within = before + "  " if apart else before
    for child in element:
        if apart:
            out.append(within)
        _write(child, within, out)
        if child.tail:
            out.append(escape(child.tail))
    out.append(f"{before if apart else ''}</{element.tag}>")


def _attributes(element: Element) -> str:
    return "".join([f" {name}={_quoted(value)}" for name, value in element.items()]) if element.attrib else ""


def _quoted(value: str) -> str:
    return f'"{value}"' if _PLAIN.fullmatch(value) else quoteattr(value)
