"""The blocks of a file, whatever it is written in: HTML, Markdown or plain text."""

import re
from collections.abc import Sequence

from lpkit.importing import Block, LpkitError, lines_of
from lpkit.importing.markup import markdown_page
from lpkit.importing.tags import has_tags
from lpkit_importers.page_format.plain import plain_blocks

_HTML = re.compile(r"<(?:!doctype|html|body|h[1-6]|div|p|section|article|table|ul|ol|dl)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\ufeff\ufdd0-\ufdef\ufffe\uffff]")
PAGE_MOST = 2_000_000
"""Characters of a page that are read; saved ones have a few hundred thousand."""


def source_blocks(text: str, form: str = "") -> tuple[str, Sequence[Block]]:
    """Give the blocks of a page, and what it is written in: `form`, or what the text itself shows.

    Where the form is said, lines of plain text keep their indentation, as those of code do.

    Raises LpkitError where it is longer than any page.
    """
    from lpkit.importing.page_blocks import page_blocks

    if len(text) > PAGE_MOST:
        raise LpkitError(f"the page has more than {PAGE_MOST:,} characters", "save it without its scripts and images")
    text = _UNSHOWN.sub("", text)
    found = form or _form_of(text)
    if found == "HTML":
        return found, page_blocks(text)
    if found == "Markdown":
        return found, page_blocks(markdown_page(text))
    return found, plain_blocks(lines_of(text), code=bool(form))


def _form_of(text: str) -> str:
    if _HTML.search(text) and has_tags(text):
        return "HTML"
    return "Markdown" if _MARKDOWN.search(text) else "plain text"
