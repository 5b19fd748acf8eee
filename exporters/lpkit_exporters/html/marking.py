"""Words of the interface inside content of another language: each says in which one it is, and keeps its direction."""

import re

from lpkit_exporters.bundle.direction import direction

_OPEN, _CLOSE = "\x02", "\x03"
"""What stands around such words until the page is there: no text of a page holds these characters."""

_TOKEN = re.compile(
    rf"""<title>.*?</title>|<option\b[^>]*>[^<]*</option>|<[a-z/!](?:[^>"']|"[^"]*"|'[^']*')*>|[{_OPEN}{_CLOSE}]""",
    re.DOTALL,
)
"""An element that holds no others, a tag with its attributes, or a mark."""


def marked(words: str) -> str:
    """Mark words of the interface."""
    return f"{_OPEN}{words}{_CLOSE}"


def with_elements(html: str, language: str) -> str:
    """Make elements of the marks of a page; an attribute or an option can hold none, and goes without."""
    signs = {_OPEN: f'<bdi lang="{language}" dir="{direction(language)}">', _CLOSE: "</bdi>"}

    def element(found: re.Match[str]) -> str:
        token = found[0]
        return signs.get(token) or token.replace(_OPEN, "").replace(_CLOSE, "")

    return _TOKEN.sub(element, html)
