"""Texts as Markdown for apps that read more of it than packs may use: what means nothing in a pack means nothing there.

Beside CommonMark these apps read tags, tables, comments, formulas, highlights, clozes and links between notes. Code is
a fenced block, or one line of HTML where a card may have no blank line and no sign of the app's own.
"""

import re
from collections.abc import Callable, Iterable
from html import escape

from lpkit.export import has_code, parts
from lpkit_exporters.bundle.tree import Element, grouped, tree
from lpkit_exporters.cards.card import Piece

Block = Callable[[str], str]
"""What makes a block of code."""

_SIGNS = re.compile(r"[\\`*_\[\]<>{}#|~$=^%&]|:{2,}")
_SEPARATOR = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What parts lines for some readers, and for Markdown does not."""
_OPENING = re.compile(r"^[-+?!]")
_NUMBER = re.compile(r"^(\d{1,9})([.)])")
_INERT = frozenset(":=*{}%`\n?[]#$\\_~|^!-")
_SIMPLE_CODE = re.compile(r"(?!-+$)[\w.,;()'\" /@+-]*\w[\w.,;()'\" /@+-]*")
_DOUBLED = re.compile(r"::|==|%%|\{\{|[(){}<>\s]")
_EMPHASIS = {"em": "*", "strong": "**"}


def fenced(code: str) -> str:
    """Give a block of code between marks that are longer than any in it."""
    marks = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", code))])
    return f"{marks}\n{code}\n{marks}"


def one_line(code: str) -> str:
    """Give a block of code as one line of HTML, in which no sign is one of the app's."""
    return f"<pre><code>{_entities(code)}</code></pre>"


def markdown(piece: Piece, block: Block) -> str:
    """Give a text as Markdown that reads as the text does in every export."""
    if piece.prose:
        return _blocks(tree(piece.text), block)
    quoted = piece.quoted and not has_code(piece.text)
    text = f"“{piece.text.strip()}”" if quoted else piece.text
    return "\n\n".join(block(part.text) if part.code else _lines(part.text) for part in parts(text))


def _lines(text: str) -> str:
    """Give plain text with its line breaks, in which no sign means anything."""
    rows = [_row(_SIGNS.sub(_escaped, row)) for row in text.strip().splitlines()]
    return "\n".join(f"{row}\\" if row and after else row for row, after in zip(rows, [*rows[1:], ""], strict=True))


def _row(row: str) -> str:
    """Escape what would begin a list, an image or the back of a card."""
    return _NUMBER.sub(r"\1\\\2", _OPENING.sub(r"\\\g<0>", row.strip()))


def _blocks(element: Element, block: Block) -> str:
    return "\n\n".join(_block(entry, block) for entry in grouped(element))


def _block(element: Element, block: Block) -> str:
    if element.tag == "pre":
        return block("\n".join(element.text().splitlines()))
    if element.tag == "p":
        return "\n".join(row for row in map(_row, _inline(element.parts).split("\n")) if row)
    first = int(element.value or "1")
    items = [_blocks(part, block) for part in element.parts if isinstance(part, Element)]
    return "\n".join(
        _item(f"{place}. " if element.tag == "ol" else "- ", text)
        for place, text in enumerate(filter(None, items), start=first)
    )


def _item(mark: str, text: str) -> str:
    rows = (f"{' ' * len(mark)}{row}" if row else row for row in text.split("\n"))
    return mark + "\n".join(rows).lstrip()


def _inline(found: Iterable[Element | str]) -> str:
    """Give texts and elements in a line; emphasis is HTML where its marks would run together."""
    parts = list(found)
    marked = "".join(map(_part, parts))
    return marked if "***" not in marked else "".join(_part(part, as_html=True) for part in parts)


def _part(part: Element | str, as_html: bool = False) -> str:
    if isinstance(part, str):
        return _SIGNS.sub(_escaped, _SEPARATOR.sub(" ", part))
    if part.tag == "br":
        return "\\\n"
    if part.tag == "code":
        code = part.text()
        return f"`{code}`" if _SIMPLE_CODE.fullmatch(code) else f"<code>{_entities(code)}</code>"
    inner = _inline(part.parts)
    if part.tag == "a":
        return f"[{inner}]({_DOUBLED.sub(_encoded, part.value)})"
    mark = _EMPHASIS[part.tag]
    simple = inner.replace(" ", "").isalnum() and inner == inner.strip()
    return f"{mark}{inner}{mark}" if simple and not as_html else f"<{part.tag}>{inner}</{part.tag}>"


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{ord(sign):02X}" for sign in found[0])


def _escaped(found: re.Match[str]) -> str:
    """Escape signs; a tag or a comment is not to begin for those who look for it without reading Markdown either."""
    return "".join("&lt;" if sign == "<" else f"\\{sign}" for sign in found[0])


def _entities(code: str) -> str:
    """Escape code; the signs of entities themselves stay, so each sign is looked at once."""
    return "".join(f"&#{ord(sign)};" if sign in _INERT else escape(sign) for sign in code)
