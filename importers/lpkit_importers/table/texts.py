"""Texts of cells that were written for a page: entities undone, HTML as Markdown or as plain text."""

import html
import re
from collections.abc import Sequence
from html.parser import HTMLParser

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_OPENED = re.compile(r"<([a-z]+)\b[^<>]*>", re.IGNORECASE)
_CLOSED = re.compile(r"</([a-z]+)\s*>", re.IGNORECASE)
_LONGEST = 20_000
"""Characters of a text that may be HTML."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "pre": "`"}
_BLOCKS = {"p", "div", "br", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
_UNSHOWN = {"script", "style"}
_HELD = {*_SIGNS, *_BLOCKS, *_UNSHOWN, "li", "span", "u", "sub", "sup", "font", "a"}
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}


class _Reader(HTMLParser):
    """Writes what a reader of the page would see."""

    def __init__(self, markdown: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.markdown = markdown
        self.parts: list[str] = []
        self.lost: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a mark, a raised text; remember what has no place."""
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _SIGNS and self.markdown:
            self.parts.append(_SIGNS[tag])
        elif tag == "img":
            self.parts.append(f" {dict(attrs).get('alt') or ''} ")
        if tag not in _HELD:
            self.lost.append(tag)
        if tag in _UNSHOWN or tag in _SCRIPTS:
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what a tag has begun."""
        if tag in self._within:
            self._within.remove(tag)
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _SIGNS and self.markdown:
            self.parts.append(_SIGNS[tag])

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if _UNSHOWN & {*self._within}:
            return
        script = next((tag for tag in self._within if tag in _SCRIPTS), "")
        self.parts.append(_scripted(data, script) if script else data)


def _scripted(text: str, tag: str) -> str:
    """Write a raised or lowered text with the signs that there are for it, else with a mark before it."""
    raised = text.translate(_SCRIPTS[tag])
    return (
        raised if not any(sign in text and sign in raised for sign in text) else f"{'^' if tag == 'sup' else '_'}{text}"
    )


def is_page(cells: Sequence[str]) -> bool:
    """Tell whether the texts of a table were written for a page, so that tags in them are marks and no content.

    They were where one has a pair of tags or a break, unless a cell is nothing but tags: that one asks for HTML.
    """
    marked = [cell for cell in cells if "<" in cell and (_paired(cell) or _BREAK.search(cell))]
    return bool(marked) and all(plain_text(cell)[0] for cell in marked)


def _paired(text: str) -> bool:
    """Tell whether a tag that texts have is opened and closed."""
    opened = {tag.lower() for tag in _OPENED.findall(text)}
    return bool(_HELD & opened & {tag.lower() for tag in _CLOSED.findall(text)})


def has_entities(cells: Sequence[str]) -> bool:
    """Tell whether any text has an entity, as &quot; and &eacute; are."""
    return any("&" in cell and _ENTITY.search(cell) for cell in cells)


def without_entities(text: str) -> str:
    """Undo the entities of a text."""
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text


def plain_text(text: str) -> tuple[str, list[str]]:
    """Give the plain text of HTML, and the tags of which it holds nothing."""
    return _read(text, markdown=False)


def markdown_text(text: str) -> tuple[str, list[str]]:
    """Give HTML as Markdown, and the tags of which it holds nothing."""
    return _read(text, markdown=True)


def _read(text: str, markdown: bool) -> tuple[str, list[str]]:
    if "<" not in text or len(text) > _LONGEST:
        return without_entities(text), []
    reader = _Reader(markdown)
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line).strip(), reader.lost
