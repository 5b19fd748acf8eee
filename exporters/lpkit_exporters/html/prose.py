"""Markdown to HTML: emphasis, code, links and lists; everything else stays text."""

import re
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

_REFUSED = ("image", "heading", "lheading", "hr", "blockquote", "reference", "html_block", "html_inline")
_PLAIN = re.compile(r"[^\W\d_](?:[^\\`*_\[\]<&\x00-\x1f\x7f-\xa0]*[^\\`*_\[\]<&\x00-\x20\x7f-\xa0])?")
"""A line in which no sign means anything to Markdown; most texts of a pack are such lines."""
_SCHEMES = frozenset(("", "http", "https", "mailto"))


class _Inline(MarkdownIt):
    """Markdown whose links lead to pages or letters, never to scripts or files."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Accept the schemes of pages and letters alone."""
        return _scheme(url) in _SCHEMES


def _scheme(url: str) -> str:
    try:
        return urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return "unreadable"


@cache
def _renderer() -> MarkdownIt:
    return _Inline("commonmark", {"html": False}).disable(_REFUSED)


def prose(text: str) -> Markup:
    """Render Markdown; a link that is refused and every tag come out as the characters they are."""
    if _PLAIN.fullmatch(text):
        return Markup(f"<p>{escapeHtml(text)}</p>")
    rendered: str = _renderer().render(text)
    return Markup(rendered.rstrip("\n"))
