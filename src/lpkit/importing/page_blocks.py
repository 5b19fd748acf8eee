"""HTML to the blocks of a page (`outline`), in the order of reading; scripts, styles and heads are left out."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from lpkit.importing.losses import loss_of
from lpkit.importing.markup import held
from lpkit.importing.outline import TERM, Block
from lpkit.importing.parsing import parsed

_DEEPEST = 60
"""Tags within tags that are looked at; what lies deeper is one text."""

_SKIPPED = "script style head meta link base title template noscript svg iframe object audio video"
_UNREAD = frozenset(_SKIPPED.split())
_NAMING = "dt summary legend caption figcaption"
_TERMS = frozenset(_NAMING.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PARTING = (
    "address article aside blockquote body button center dd details div dl fieldset figure footer form header hr html "
    "label li main nav ol option p pre section select table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_PARTING.split()) | _TERMS | frozenset(_HEADINGS)
_LAYING_OUT = frozenset({*_HEADINGS, "table", "ul", "ol", "dl"})
"""What stands in a table that only lays a page out."""
_BOLD = frozenset({"b", "strong"})
_LONGEST_TERM = 80
"""Characters of the longest paragraph in bold that is a heading."""
_BOX = re.compile(r"\\?\[([ xX])\\?\]\s+(?=\S)")
_LETTERED = {"a", "A"}


def page_blocks(markup: str) -> list[Block]:
    """Give the blocks of a page in HTML."""
    soup = parsed(markup)
    for tag in soup.find_all([*_UNREAD]):
        tag.extract()
    found = _Walk(_with_blocks(soup)).inside(soup, 0)
    return [replace(block, place=f"block {number}") for number, block in enumerate(found, start=1)]


def _with_blocks(soup: Tag) -> set[int]:
    """Give the elements that are blocks or have some within, by their identity; each is looked at once."""
    found: set[int] = set()
    for tag in soup.descendants:
        if isinstance(tag, Tag) and (tag.name in _BLOCKS or tag.name == "br"):
            here: Tag | None = tag
            while here is not None and id(here) not in found:
                found.add(id(here))
                here = here.parent
    return found


@dataclass(slots=True)
class _Walk:
    """Goes through the elements of a page; it knows which have blocks within, and counts entries of lists."""

    blocky: set[int]
    entries: Counter[int] = field(default_factory=Counter)

    def inside(self, tag: Tag, depth: int, kind: str = "text") -> Iterator[Block]:
        """Give the blocks within an element; texts between them are paragraphs of the kind given."""
        run: list[str] = []
        for child in tag.children:
            if isinstance(child, Tag) and child.name == "br":
                yield from _text(run, kind)
                run = []
            elif isinstance(child, Tag) and self._has_blocks(child, depth):
                yield from _text(run, kind)
                run = []
                yield from self._block(child, depth + 1, kind)
            else:
                run.append(_markup(child))
        yield from _text(run, kind)

    def _has_blocks(self, tag: Tag, depth: int) -> bool:
        if depth >= _DEEPEST:
            return False
        return id(tag) in self.blocky

    def _block(self, tag: Tag, depth: int, kind: str) -> Iterator[Block]:
        name = tag.name
        if name in _HEADINGS or name in _TERMS:
            yield from _heading(tag)
        elif name == "table":
            yield from self._table(tag, depth)
        elif name == "li":
            yield from self._entry(tag, depth)
        elif name == "label":
            yield from self._choice(tag, depth)
        elif name == "pre":
            yield from _text([str(tag)], kind)
        elif name == "p" and _is_bold(tag):
            yield from _heading(tag)
        else:
            yield from self.inside(tag, depth, "quote" if name == "blockquote" else kind)

    def _entry(self, tag: Tag, depth: int) -> Iterator[Block]:
        """Give an entry of a list: its first paragraph has the mark, all others are paragraphs of their own."""
        self.entries[id(tag.parent)] += 1
        marker = _marker(tag, self.entries[id(tag.parent)] - 1)
        for number, block in enumerate(self.inside(tag, depth)):
            first = number == 0 and block.kind in {"text", "heading"}
            yield _item(block, marker) if first else block

    def _choice(self, tag: Tag, depth: int) -> Iterator[Block]:
        """Give what a field to choose is labelled with, and its box as the mark."""
        marker = _box(tag)
        for number, block in enumerate(self.inside(tag, depth)):
            yield _item(block, marker) if marker and number == 0 else block

    def _table(self, tag: Tag, depth: int) -> Iterator[Block]:
        """Give a table; one that only lays the page out, as it has headings or lists in it, is blocks."""
        caption = tag.find("caption", recursive=False)
        if isinstance(caption, Tag):
            yield from _heading(caption.extract())
        if any(isinstance(inner, Tag) and inner.name in _LAYING_OUT for inner in tag.descendants):
            yield from self.inside(tag, depth)
            return
        rows = [
            tuple(held(cell.decode_contents(), markdown=False).text for cell in row.find_all(["td", "th"]))
            for row in tag.find_all("tr")
        ]
        rows = [row for row in rows if any(row)]
        said = "\n".join("; ".join(filter(None, row)) for row in rows)
        if said:
            yield Block("table", said, "", rows=tuple(rows))


def _markup(element: PageElement) -> str:
    """Give what stands in a line as HTML; comments and the like are not shown."""
    if isinstance(element, PreformattedString):
        return ""
    return escape(str(element), quote=False) if isinstance(element, NavigableString) else str(element)


def _text(run: list[str], kind: str) -> Iterator[Block]:
    markup = "".join(run)
    if not markup.strip():
        return
    plain = held(markup, markdown=False)
    prose = held(markup, markdown=True)
    if plain.text.strip():
        yield Block("quote" if kind == "quote" else "text", plain.text, "", prose.text, losses=prose.losses)


def _heading(tag: Tag) -> Iterator[Block]:
    plain = " ".join(held(tag.decode_contents(), markdown=False).text.split())
    if plain:
        losses = tuple(loss for inner in tag.find_all(True) if (loss := loss_of(inner, True)))
        yield Block("heading", plain, "", level=_HEADINGS.get(tag.name, TERM), losses=losses)


def _item(block: Block, marker: str) -> Block:
    """Make a paragraph an entry of a list; a box that is written in signs is its mark."""
    box = _BOX.match(block.text)
    if not box:
        return replace(block, kind="item", marker=marker)
    prose = _BOX.sub("", block.prose, count=1)
    marker = "[ ]" if box[1] == " " else "[x]"
    return replace(block, kind="item", marker=marker, text=block.text[box.end() :], markdown=prose)


def _is_bold(tag: Tag) -> bool:
    """Tell whether all that a paragraph shows is in bold, and short enough for a heading."""
    parts = [child for child in tag.children if not (isinstance(child, NavigableString) and not child.strip())]
    bold = len(parts) == 1 and isinstance(parts[0], Tag) and parts[0].name in _BOLD
    return bold and len(tag.get_text()) <= _LONGEST_TERM and tag.find("br") is None


def _box(tag: Tag) -> str:
    """Give the mark of the box that stands in an element, and take the box away; empty where there is none."""
    box = tag.find("input", recursive=False)
    if not isinstance(box, Tag) or box.get("type") not in {"checkbox", "radio"}:
        return ""
    box.extract()
    return "[x]" if box.has_attr("checked") else "[ ]"


def _marker(tag: Tag, before: int) -> str:
    """Give what an entry of a list is marked with, as a reader sees it."""
    if box := _box(tag):
        return box
    parent = tag.parent
    if parent is None or parent.name != "ol":
        return "-"
    if str(parent.get("type")) in _LETTERED:
        return chr(ord("A") + before) if before < 26 else "-"
    start = str(parent.get("start") or "")
    return str(before + (int(start) if start.isdecimal() and len(start) < 9 else 1))
