"""Prose as a tree: what its Markdown means in every export, taken from the HTML that is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from lpkit.export import render_markdown


@dataclass(slots=True)
class Element:
    """An element of HTML, its texts and elements in order; `value` is a link's address, or where a list begins."""

    tag: str
    value: str = ""
    parts: "list[Element | str]" = field(default_factory=list)

    def text(self) -> str:
        """Give all text in it."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)


def tree(prose: str) -> Element:
    """Give the elements of a text in the Markdown of packs; texts are as they are shown."""
    builder = _Builder()
    builder.feed(render_markdown(prose))
    builder.close()
    return builder.open[0]


def grouped(element: Element) -> Iterator[Element]:
    """Give the blocks of an element; what stands among them without a paragraph gets one."""
    loose: list[Element | str] = []
    for part in element.parts:
        if isinstance(part, Element) and part.tag in {"p", "pre", "ul", "ol"}:
            yield from _paragraph(loose)
            loose = []
            yield part
        else:
            loose.append(part)
    yield from _paragraph(loose)


def block_words(element: Element) -> list[str]:
    """Give the blocks of a text as the words that they show, an item of a list as a block with a bullet."""
    found: list[str] = []
    for block in grouped(element):
        if block.tag in {"ul", "ol"}:
            items = (part for part in block.parts if isinstance(part, Element))
            found += [f"• {' '.join(block_words(item))}" for item in items]
        else:
            text = _words(block)
            found.append(text if block.tag == "pre" else " ".join(text.split()))
    return found


def _words(element: Element) -> str:
    """Give the words of an element, and the address of a link where that is not what it says."""
    words = "".join(part if isinstance(part, str) else _words(part) for part in element.parts)
    return f"{words} ({element.value})" if element.tag == "a" and element.value != words else words


def _paragraph(parts: "list[Element | str]") -> Iterator[Element]:
    whole = Element("p", parts=parts)
    if whole.text().strip():
        yield whole


class _Builder(HTMLParser):
    """Builds the tree; what `render_markdown` gives is well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element, with the one attribute that is told of it."""
        value = next((value for name, value in attrs if name in {"href", "start"} and value), "")
        element = Element(tag, value)
        self.open[-1].parts.append(element)
        if tag != "br":
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Take an element that ends itself."""
        self.open[-1].parts.append(Element(tag))

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """End the element."""
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self.open[-1].parts.append(data)
