"""HTML as elements, whatever stands in it."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_SECTION = re.compile(r"<!\[(?!(?:temp|cdata|ignore|include|rcdata|if|else|endif)(?![-_.a-z0-9]))", re.IGNORECASE)
"""What begins like a marked section and is none; Python's parser knows these kinds (`_markupbase`), ends at others."""


def parsed(markup: str) -> "BeautifulSoup":
    """Give the elements of HTML, within one of their own: the parser warns of a text that looks like an address."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(f"<div>{parsable(markup)}</div>", "html.parser")


def parsable(markup: str) -> str:
    """Give HTML that Python's parser reads to its end: what only begins like a marked section is text."""
    return _SECTION.sub("&lt;![", markup)
