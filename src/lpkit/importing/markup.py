"""Texts that were written for a page: HTML as the format's Markdown or as plain text, entities undone, losses named.

Every importer takes its texts through here, so that the same HTML gives the same text whatever file it came from. A
field of the format is either plain text (stems, excerpts, options, answers) or prose (reasons, steps, hints, mistakes),
in which emphasis, code, links and lists are Markdown: `held` gives either.
"""

import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lpkit.importing.prose import lined, literal, markdown_as_html, markdown_page, same_in_prose
from lpkit.importing.tags import KNOWN, has_tags, ready, shows_something
from lpkit.model.types import MAX_TEXT

__all__ = [
    "Held",
    "from_markdown",
    "has_entities",
    "held",
    "is_page",
    "lined",
    "literal",
    "markdown_page",
    "named",
    "without_entities",
]

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_OPENED = re.compile(r"<([a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_CLOSED = re.compile(r"</([a-z][a-z0-9]*)\s*>", re.IGNORECASE)
_ALONE = re.compile(r"<(?:br|hr|img)\b[^<>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\s*<(p|div|span)(?:\s[^<>]*)?>([^<]*)</\1>\s*", re.IGNORECASE)
_MOST_NAMED = 5


class Held(NamedTuple):
    """What a field can take of a text, and what of it has no place: `the image map.png`, `a table`; each once."""

    text: str
    losses: tuple[str, ...]


def held(markup: str, *, markdown: bool, breaks: bool = False) -> Held:
    """Give a text in HTML as a field takes it, and what is not held of it.

    `markdown` is True for prose, where emphasis, code, links and lists become Markdown and signs that Markdown would
    obey are escaped; False for plain text, in which marks are taken away and blocks become lines. Code keeps its lines
    and spaces in both. `breaks` says that a line break of the source is one for readers too, as in Moodle's own format.
    A tag that HTML does not have, as `<String>`, stays text. Never raises. What is longer than two texts of the format
    is only relieved of its entities, since no field can take it.
    """
    if paragraph := _PARAGRAPH.fullmatch(markup):
        markup = paragraph[2]
    if "<" not in markup or len(markup) > MAX_TEXT * 2 or not has_tags(markup):
        text = without_entities(markup)
        text = text.strip() if breaks else " ".join(text.split())
        return Held(literal(text) if markdown else text, ())
    return _converted(markup, markdown, breaks)


@lru_cache(maxsize=512)
def _converted(markup: str, markdown: bool, breaks: bool) -> Held:
    from lpkit.importing.conversion import convert

    text, losses = convert(ready(markup, breaks=breaks), markdown)
    return Held(text, tuple(dict.fromkeys(losses)))


def from_markdown(text: str, *, markdown: bool) -> Held:
    """Give a text in Markdown as a field takes it, as `held` does: as it is where prose knows all of its marks."""
    undone = without_entities(text)
    if markdown and same_in_prose(undone, text):
        return Held(undone, ())
    return held(markdown_as_html(text), markdown=markdown)


def named(losses: Iterable[str]) -> str:
    """Give losses as one phrase: each once, the first five by name, the others as a number."""
    each = [*dict.fromkeys(losses)]
    more = f" and {len(each) - _MOST_NAMED} more" if len(each) > _MOST_NAMED else ""
    return ", ".join(each[:_MOST_NAMED]) + more


def without_entities(text: str) -> str:
    """Undo the entities of a text, as &quot; and &eacute; are; one for a space that does not break gives a space."""
    return html.unescape(text).replace("\xa0", " ") if "&" in text and _ENTITY.search(text) else text


def has_entities(texts: Sequence[str]) -> bool:
    """Tell whether any text has an entity."""
    return any("&" in text and _ENTITY.search(text) for text in texts)


def is_page(texts: Sequence[str]) -> bool:
    """Tell whether texts that belong together were written for a page, so that tags in them are marks and no content.

    They were where one has a pair of tags, a break or an image, unless a text is nothing but tags: that one asks for
    HTML.
    """
    marked = [text for text in texts if "<" in text and (_paired(text) or _ALONE.search(text))]
    return bool(marked) and all(shows_something(text) for text in marked)


def _paired(text: str) -> bool:
    opened = {tag.lower() for tag in _OPENED.findall(text)}
    return bool(KNOWN & opened & {tag.lower() for tag in _CLOSED.findall(text)})
