"""Plain text as prose: what Markdown would obey is escaped, where it would show another text."""

import html
import re
from functools import cache
from typing import TYPE_CHECKING

from lpkit.export.markdown import render_markdown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_OBEYED = re.compile(
    r"[\\`*\[\]]|<(?=[a-zA-Z][\w+.-]{1,31}:|[^\s<>@]{1,64}@)|&(?=[#a-zA-Z])"
    r"|(?<![^\W_])_|_(?![^\W_])|^[ \t]*[-+](?=\s|$)",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)


def literal(text: str) -> str:
    """Give plain text as prose: as it is where Markdown shows it so, else with its signs escaped."""
    return text if _shown(text) == " ".join(text.split()) else escaped(text)


def escaped(text: str) -> str:
    """Escape each sign that Markdown might obey."""
    return _NUMBERED.sub(r"\1\\\2", _OBEYED.sub(_behind_a_backslash, text))


def _behind_a_backslash(match: re.Match[str]) -> str:
    sign = match.group()
    return f"{sign[:-1]}\\{sign[-1]}"


def _shown(text: str) -> str:
    """Give what a page shows of prose, as one line; nothing where it has a mark in it."""
    rendered = render_markdown(text).replace("</p>\n<p>", " ").removeprefix("<p>").removesuffix("</p>")
    return "" if "<" in rendered else " ".join(html.unescape(rendered).split())


def markdown_as_html(text: str) -> str:
    """Give the HTML of Markdown of any kind, HTML in it included."""
    rendered: str = _parser().render(text)
    return rendered


def same_in_prose(text: str, markdown: str) -> bool:
    """Tell whether a text is shown as prose as Markdown of any kind is shown elsewhere."""
    return render_markdown(text) == markdown_as_html(markdown).rstrip("\n")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")
