"""HTML to Markdown or plain text by markdownify: what the format's prose knows, and the names of what it does not.

Imported only where a text has tags, since the parser takes a tenth of a second to load.
"""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PageElement

from lpkit.export.markdown import render_markdown
from lpkit.importing.losses import DROPPED, loss_of
from lpkit.importing.parsing import parsed
from lpkit.importing.prose import literal
from lpkit.importing.writers import BREAK, UNHELD, PlainWriter, ProseWriter

_DEEPEST = 60
"""Tags within tags that are converted, which takes a few frames of the stack for each; pages have a dozen."""

_UNSHOWN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff{UNHELD}]")
"""Signs of control and code points that no text may hold, which numbers of entities name."""

_SIGNS = frozenset("*`[]\\")


def convert(markup: str, markdown: bool) -> tuple[str, list[str]]:
    """Give the text of HTML and what it cannot hold, in the order in which that stands."""
    soup = parsed(markup)
    for string in soup.find_all(string=_UNSHOWN):
        string.replace_with(_UNSHOWN.sub("", string))
    lost = [loss for tag in soup.find_all(True) if (loss := loss_of(tag, markdown))]
    for tag in soup.find_all([*DROPPED]):
        tag.extract()
    if any(depth > _DEEPEST for depth in _depths(soup)):
        text = " ".join(soup.get_text().split())
        return literal(text) if markdown else text, [*lost, f"marks within marks, over {_DEEPEST} deep"]
    if not markdown:
        return _plain(soup), lost
    prose = _prose(soup)
    return (
        (prose, lost)
        if prose is not None
        else (literal(_plain(soup)), [*lost, "emphasis that Markdown has no signs for"])
    )


def _depths(soup: Tag) -> Iterator[int]:
    """Give how deep each element stands, without recursion."""
    waiting: list[tuple[PageElement, int]] = [(soup, 0)]
    while waiting:
        element, depth = waiting.pop()
        yield depth
        if isinstance(element, Tag):
            waiting += ((child, depth + 1) for child in element.children)


def _plain(soup: Tag) -> str:
    writer = PlainWriter()
    return writer.with_code(_in_lines(writer.convert_soup(soup), "\n"))


def _prose(soup: Tag) -> str | None:
    """Give prose; None where its marks would not be read as marks, as in `**"so"**he`."""
    writer = ProseWriter()
    text = writer.with_code(_in_lines(writer.convert_soup(soup), "\\\n"))
    shown = parsed(render_markdown(text)).get_text()
    return text if _signs(shown) == _signs(soup.get_text()) else None


def _signs(text: str) -> list[str]:
    return [sign for sign in text if sign in _SIGNS]


def _in_lines(text: str, ending: str) -> str:
    """Write breaks, but for those where a line ends anyway; at most one line in a row is blank."""
    lines: list[str] = []
    for line in text.split("\n"):
        parts = [part.rstrip(" ") for part in line.split(BREAK)]
        first = parts[0]
        rest = [part.lstrip(" ") for part in parts[1:]]
        while rest and not rest[-1].strip():
            rest.pop()
        written = ending.join([first, *rest]) if first.strip() else ending.join(rest)
        if written.strip() or (lines and lines[-1]):
            lines.append(written.replace("\xa0", " ").rstrip())
    return "\n".join(lines).strip("\n")
