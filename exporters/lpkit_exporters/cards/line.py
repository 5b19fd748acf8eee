"""Texts as one line, for formats in which a tab ends a field and a line break a card."""

import re

from lpkit_exporters.bundle.tree import block_words, tree
from lpkit_exporters.cards.card import Piece

_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def line(piece: Piece) -> str:
    """Give a text on one line: breaks become ` / `, tabs spaces, and of Markdown the words stay."""
    text = "\n".join(block_words(tree(piece.text))) if piece.prose else piece.text
    flat = _CONTROL.sub(" ", _BREAK.sub(" / ", text.strip()))
    return f"“{flat}”" if piece.quoted else flat
