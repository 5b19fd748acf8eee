"""Plain text as prose: what Markdown would obey is escaped, where it would show another text."""

import html
import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from lpkit.export.markdown import render_markdown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_OBEYED = re.compile(
    r"[\\`*\[\]]|<(?=[a-zA-Z][\w+.-]{1,31}:|[^\s<>@]{1,64}@)|&(?=[#a-zA-Z])"
    r"|(?<![^\W_])_|_(?![^\W_])|^[ \t]*[-+](?=\s|$)|^[ \t]*~(?=~~)",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^([ \t]*\d{1,9})([.)])(?=\s|$)", re.MULTILINE)

_BEFORE_LABEL = re.compile(
    r"(\S)[ \t]*\n(?=[ \t]{0,3}(?:\(?[A-H][.)][ \t]|[*_]{0,2}[A-Za-z][A-Za-z' -]{1,30}(?::|[*_]{2}:)))"
)
"""What stands before a line that a reader takes for one of its own, as an option or `Answer:`."""
_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[\w -]{1,40}:.*\n)+)(?:---|\.\.\.)[ \t]*\n")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_INDENTED = re.compile(r"^(?:  |\t)[ \t]*\S", re.MULTILINE)
_TICKS = re.compile("`+")


def literal(text: str) -> str:
    """Give plain text as prose: as it is where Markdown shows it so, else with its signs escaped."""
    return text if _shown(text) == " ".join(text.split()) else escaped(text)


def lined(text: str) -> str:
    """Give plain text whose line breaks are meant as prose: with breaks, and as code what has indented lines."""
    blocks = _BLANK.split(text.strip("\n"))
    told = groupby(blocks, lambda block: bool(_INDENTED.search(block)))
    return "\n\n".join(
        fenced("\n\n".join(group)) if code else "\n\n".join(_broken(block) for block in group) for code, group in told
    )


def _broken(block: str) -> str:
    return "\\\n".join(literal(line.strip()) for line in block.split("\n"))


def fenced(code: str) -> str:
    """Give lines of code as a block, between more backticks than it has in a row."""
    fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(code)), default=0))
    return f"{fence}\n{code}\n{fence}"


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


def markdown_page(text: str) -> str:
    """Give the HTML of a page in Markdown, tables included; a line that begins with a label or a letter is its own.

    The fields of front matter are paragraphs.
    """
    if front := _FRONT_MATTER.match(text):
        text = f"{front[1].replace(chr(10), chr(10) * 2)}\n\n{text[front.end() :]}"
    rendered: str = _page_parser().render(_BEFORE_LABEL.sub(r"\1  \n", text))
    return rendered


def same_in_prose(text: str, markdown: str) -> bool:
    """Tell whether a text is shown as prose as Markdown of any kind is shown elsewhere."""
    return render_markdown(text) == markdown_as_html(markdown).rstrip("\n")


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark")


@cache
def _page_parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")
