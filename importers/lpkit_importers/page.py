"""A saved page that shows a pattern of interview question, as HTML, Markdown or its plain text: a whole pack."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lpkit.importing import Decision, Imported, LpkitError, Options
from lpkit_importers.page_format.page import read_page
from lpkit_importers.page_format.reading import Reading
from lpkit_importers.page_format.sections import Section, parted
from lpkit_importers.page_format.source import source_blocks
from lpkit_importers.table.encoding import decode_table
from lpkit_importers.table.settings import one

_HEAD = 400_000
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
        _, blocks = source_blocks(text)
        return len(_TELLING & {section.key for section in parted(blocks)}) >= _ENOUGH

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the page.

        Raises LpkitError where the bytes are no text, or nothing in it is a part of a pattern.
        """
        text, encoding = decode_table(content, one(options, "encoding") or None)
        form, blocks = source_blocks(text)
        reading = Reading(blocks)
        pack, questions, sections = read_page(blocks, reading)
        if not (pack.candidates or pack.fix_its or pack.coaching or pack.guidance or questions):
            raise LpkitError(
                "the page has no part of a pattern: no candidate, rewrite, advice or question",
                "give the page itself, saved as HTML or as text",
            )
        decisions = (Decision("page", f"{form}, {encoding}, {len(blocks)} blocks"), *_told(sections))
        return Imported(tuple(questions), tuple(reading.remarks()), decisions, pack)


def _told(sections: Sequence[Section]) -> list[Decision]:
    """Say which headings were read as what."""
    found: dict[str, list[str]] = {}
    for section in sections:
        if section.head is not None and section.key:
            found.setdefault(section.key, []).append(section.head.text)
    return [Decision(key, ", ".join(f'"{text}"' for text in Counter(texts))) for key, texts in found.items()]


importer = PageImporter()
