"""Texts as one line, for formats in which a tab ends a field and a line break a card."""

import re

from lpkit_exporters.cards.card import Piece
from lpkit_exporters.cards.tree import Element, grouped, tree

_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def line(piece: Piece) -> str:
    """Give a text on one line: breaks become ` / `, tabs spaces, and of Markdown the words stay."""
    text = "\n".join(_blocks(tree(piece.text))) if piece.prose else piece.text
    flat = _CONTROL.sub(" ", _BREAK.sub(" / ", text.strip()))
    return f"“{flat}”" if piece.quoted else flat


def _blocks(element: Element) -> list[str]:
    """Give the blocks of a text, each as the words that it shows."""
    found: list[str] = []
    for block in grouped(element):
        if block.tag in {"ul", "ol"}:
            items = (part for part in block.parts if isinstance(part, Element))
            found += [f"• {' '.join(_blocks(item))}" for item in items]
        else:
            text = _words(block)
            found.append(text if block.tag == "pre" else " ".join(text.split()))
    return found


def _words(element: Element) -> str:
    """Give the words of an element, and the address of a link where that is not what it says."""
    words = "".join(part if isinstance(part, str) else _words(part) for part in element.parts)
    return f"{words} ({element.value})" if element.tag == "a" and element.value != words else words
