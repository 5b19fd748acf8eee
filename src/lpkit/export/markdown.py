"""The Markdown that the prose of a pack may use, the same in every front end: emphasis, code, links and lists."""

from functools import cache
from typing import TYPE_CHECKING

from lpkit.pattern import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_USED = ("emphasis", "backticks", "link", "autolink", "list", "escape", "entity", "newline", "fence", "code")
_SIGNS = r"\\`*_\[\]<&\x00-\x1f\x7f-\xa0"
_PLAIN = pattern(rf"(?!\d+[.)])[^\s+~{_SIGNS}-](?:[^{_SIGNS}]*[^ {_SIGNS}])?")
"""A line in which no sign means anything to Markdown; most texts of a pack are such lines."""
_NUMBERED = pattern(r"(?:[ \t]*\n)* {0,3}(?P<number>\d{1,9})[.)](?:[ \t]+(?P<rest>\S)|(?=\s|$))")
_NUMBERED_TOO = pattern(r"(?m)^ {0,3}\d{1,9}[.)](?:\s|$)")
# A relative link would need a page to start from: a card, a single file or another front end has none.
_LINK = pattern(r"(?i:https?://|mailto:)")


def render_markdown(text: str) -> str:
    """Give the HTML of a text; HTML in it, other Markdown, and links to anything but pages and letters stay text."""
    if _PLAIN.fullmatch(text):
        escaped = text.replace(">", "&gt;").replace('"', "&quot;")
        return f"<p>{escaped}</p>"
    return parsed_markdown(text)


def parsed_markdown(text: str) -> str:
    """Give the same by the parser, whatever the text is."""
    rendered: str = _parser().render(_with_numbers(text))
    return rendered.rstrip("\n")


def _with_numbers(text: str) -> str:
    """Keep a number before a full stop that is no list: it begins the text, and is the only one, and not 1 of more.

    "131." would be an empty list, and "131. The rest was fine." one that formats without such numbers begin at 1.
    """
    found = _NUMBERED.match(text)
    if not found or (found["number"] == "1" and found["rest"]) or _NUMBERED_TOO.search(text, found.end()):
        return text
    at = found.end("number")
    return f"{text[:at]}\\{text[at:]}"


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False}).enable(list(_USED))
    parser.validateLink = lambda url: bool(_LINK.match(url))  # type: ignore[method-assign]
    return parser
