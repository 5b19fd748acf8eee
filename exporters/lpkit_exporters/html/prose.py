"""Markdown to HTML: emphasis, code, links and lists; everything else stays text."""

from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markupsafe import Markup

_REFUSED = ("image", "heading", "lheading", "hr", "blockquote", "reference", "html_block", "html_inline")
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
    rendered: str = _renderer().render(text)
    return Markup(rendered.rstrip("\n"))
