"""HTML with no more elements than every field of H5P keeps: paragraphs, line breaks, strong and emphasised words."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_KEPT = {"strong": "strong", "b": "strong", "em": "em", "i": "em"}
_SPACES = re.compile("^ +| {2,}")
"""Spaces of which a page would show one or none."""
_BLOCKS = {"p", "pre", "ul", "ol", "li", "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}


def simple(html: str) -> str:
    """Give HTML, such as `Text.html` makes, as paragraphs: lists with their signs, code with its lines and spaces."""
    return "".join(f"<p>{block}</p>" for block in _blocks(ElementTree.fromstring(f"<div>{html}</div>")))


def _blocks(root: Element) -> Iterator[str]:
    """Give what an element holds as blocks of inline HTML; what stands between blocks is one of its own."""
    loose = escape(root.text or "", quote=False)
    for child in root:
        if child.tag not in _BLOCKS:
            loose += _inline(child)
        else:
            yield from filter(str.strip, [loose])
            loose = ""
            yield from _block(child)
        loose += escape(child.tail or "", quote=False)
    yield from filter(str.strip, [loose])


def _block(element: Element) -> Iterator[str]:
    if element.tag == "pre":
        yield _code("".join(element.itertext()))
    elif element.tag in ("ul", "ol"):
        for number, entry in enumerate(element, start=int(element.get("start", "1"))):
            first, *more = [*_blocks(entry), ""]
            yield f"{number}. {first}" if element.tag == "ol" else f"• {first}"
            yield from filter(None, more)
    else:
        yield from _blocks(element)


def _code(text: str) -> str:
    lines = (escape(line, quote=False) for line in text.strip("\n").split("\n"))
    return "<br/>".join(
        _SPACES.sub(lambda run: "\N{NO-BREAK SPACE}" * len(run[0]), line.expandtabs(4)) for line in lines
    )


def _inline(element: Element) -> str:
    inner = escape(element.text or "", quote=False)
    inner += "".join(_inline(child) + escape(child.tail or "", quote=False) for child in element)
    if element.tag == "br":
        return "<br/>"
    if tag := _KEPT.get(element.tag):
        return f"<{tag}>{inner}</{tag}>"
    address = escape(element.get("href", ""), quote=False)
    return f"{inner} ({address})" if address and address != inner else inner
