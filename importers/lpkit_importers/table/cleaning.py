"""Whether the texts of a table were written for a page, and how they become texts of the format: row by row."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lpkit.importing import Decision, LpkitError
from lpkit.importing.markup import has_entities, held, is_page, lined, literal, named, without_entities
from lpkit.importing.tags import has_tags, shows_something
from lpkit_importers.table.grid import Row
from lpkit_importers.table.layout import Layout
from lpkit_importers.table.options import Clean
from lpkit_importers.table.unnamed import cell

_ENTITIES = re.compile(r"(?:&#?\w{1,31};|\s)+")
_PARAGRAPH = re.compile(r"\s*<p\b.*</p>\s*", re.IGNORECASE | re.DOTALL)
_SETTLED = "say which it is: --set html={} (a mark of a page) or --set html=no (the text itself)"


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How texts of cells become texts of the format: plain ones, and those that may have emphasis and code."""

    plain: Clean
    prose: Clean


def cleaning_of(layout: Layout, rows: Sequence[Row], html: str) -> tuple[Cleaning, list[Decision]]:
    """Decide whether the texts of a table were written for a page, from all that learners are to read.

    `html` is what the user says of them. Raises LpkitError where tags or entities may be what a question is about.
    """
    if html == "no":
        return _as_it_is(), [Decision("HTML", "no: tags and entities are texts, as you say")]
    columns = [*layout.used()]
    texts = {row.line: [text for column in columns if (text := cell(row, column))] for row in rows}
    every = [text for each in texts.values() for text in each]
    if html == "yes" or (not html and is_page(every)):
        pages = {line for line, each in texts.items() if html == "yes" or any(map(has_tags, each))}
        lost = [loss for text in every for loss in held(text, markdown=False).losses]
        loss = f"; not held: {named(lost)}" if lost else ""
        said = f"read as text, with emphasis and code where the format has them{', as you say' if html else ''}{loss}"
        return _of_pages(pages), [Decision("HTML", said)]
    if not html:
        _check_tags(layout, rows, every)
        _check_entities(every)
    if not has_entities(every):
        return _as_it_is(), []
    undone: Clean = lambda text, _row: without_entities(text)  # noqa: E731
    return Cleaning(undone, undone), [Decision("entities", "undone, as &amp; is")]


def _as_it_is() -> Cleaning:
    return Cleaning(lambda text, _row: text, lambda text, _row: text)


def _of_pages(pages: Collection[int]) -> Cleaning:
    """Read rows with tags as HTML; in the others, lines and spaces are what they are."""

    def plain(text: str, row: Row) -> str:
        return held(text, markdown=False).text if row.line in pages else without_entities(text)

    def prose(text: str, row: Row) -> str:
        if row.line in pages:
            return held(text, markdown=True).text
        bare = without_entities(text)
        return lined(bare) if "\n" in bare else literal(bare)

    return Cleaning(plain, prose)


def _check_tags(layout: Layout, rows: Sequence[Row], every: Sequence[str]) -> None:
    """Refuse a table whose stems are paragraphs of a page while another text is nothing but tags."""
    stems = [text for row in rows if (text := cell(row, layout.one.get("stem", -1)))]
    paragraphs = sum(bool(_PARAGRAPH.fullmatch(text)) for text in stems)
    bare = next((text for text in every if has_tags(text) and not shows_something(text)), "")
    if bare and paragraphs and 2 * paragraphs >= len(stems):
        raise LpkitError(f'some texts are marked by tags, and "{bare[:40]}" is nothing else', _SETTLED.format("yes"))


def _check_entities(every: Sequence[str]) -> None:
    """Refuse a table in which entities stand alone and never within a text: they may be what is asked about."""
    some = [text for text in every if has_entities([text])]
    if some and all(_ENTITIES.fullmatch(text) for text in some):
        hint = _SETTLED.format("entities")
        raise LpkitError(f'"{some[0][:40]}" may be a sign of a page, or an entity that is asked about', hint)
