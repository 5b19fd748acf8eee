"""A saved page that shows a pattern of interview question, as HTML, Markdown or its plain text: a whole pack."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from lpkit.importing import Block, Decision, Imported, LpkitError, Options, lines_of
from lpkit.importing.markup import markdown_page
from lpkit.importing.tags import has_tags
from lpkit_importers.page_format.page import read_page
from lpkit_importers.page_format.plain import plain_blocks
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.sections import Section, parted
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.settings import one

_HTML = re.compile(r"<(?:!doctype|html|body|h[1-6]|div|p|section|article|table|ul|ol|dl)\b[^<>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\ufeff\ufdd0-\ufdef\ufffe\uffff]")
_HEAD = 400_000
PAGE_MOST = 2_000_000
"""Characters of a page that are read; saved ones have a few hundred thousand."""
_TELLING = frozenset({"candidate", "scores", "markers", "fixes", "coaching", "model"})
_ENOUGH = 3
"""Sections of a pattern by which a page is known."""


class PageImporter:
    """Reads a page by its headings and shapes into a pack; what finds no place is noted."""

    name = "page"
    summary = "A saved page on a pattern of interview question, as HTML or text: a whole pack as a draft."
    settings: Mapping[str, str] = {"encoding": "NAME: the encoding of the file, as cp1252, where its bytes do not tell"}
    gives_packs = True

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the beginning of the content has the headings of such a page."""
        text = content[:_HEAD].decode("utf-8", "replace")
        _, blocks = _blocks(text)
        return len(_TELLING & {section.key for section in parted(blocks)}) >= _ENOUGH

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the page.

        Raises LpkitError where the bytes are no text, or nothing in it is a part of a pattern.
        """
        text, encoding = decode_table(content, one(options, "encoding") or None)
        form, blocks = _blocks(text)
        reading = Reading(blocks)
        pack, questions, sections = read_page(blocks, reading)
        if not (pack.candidates or pack.fix_its or pack.coaching or pack.guidance or questions):
            raise LpkitError(
                "the page has no part of a pattern: no candidate, rewrite, advice or question",
                "give the page itself, saved as HTML or as text",
            )
        decisions = (Decision("page", f"{form}, {encoding}, {len(blocks)} blocks"), *_told(sections))
        return Imported(tuple(questions), tuple(reading.remarks()), decisions, pack)


def _blocks(text: str) -> tuple[str, Sequence[Block]]:
    """Give the blocks of a page, and what it is written in.

    Raises LpkitError where it is longer than any page.
    """
    from lpkit.importing.page_blocks import page_blocks

    if len(text) > PAGE_MOST:
        raise LpkitError(f"the page has more than {PAGE_MOST:,} characters", "save it without its scripts and images")
    text = _UNSHOWN.sub("", text)
    if _HTML.search(text) and has_tags(text):
        return "HTML", page_blocks(text)
    if _MARKDOWN.search(text):
        return "Markdown", page_blocks(markdown_page(text))
    return "plain text", plain_blocks(lines_of(text))


def _told(sections: Sequence[Section]) -> list[Decision]:
    """Say which headings were read as what."""
    found: dict[str, list[str]] = {}
    for section in sections:
        if section.head is not None and section.key:
            found.setdefault(section.key, []).append(section.head.text)
    return [Decision(key, ", ".join(f'"{text}"' for text in Counter(texts))) for key, texts in found.items()]


importer = PageImporter()
