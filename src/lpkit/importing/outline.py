"""A page as a row of blocks: headings, paragraphs, entries of lists, quotes and tables, in the order of reading."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["heading", "text", "item", "quote", "table"]

TERM = 7
"""The level of what is a heading by its use alone: terms, summaries, captions, a paragraph in bold."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page that stands on its own; `text` is plain."""

    kind: Kind
    text: str
    place: str
    """Where it stands, as in `line 12` or `block 7`."""
    markdown: str | None = None
    """The same in the format's Markdown, where its marks are known."""
    level: int = 0
    """Of a heading: 1 to 6, or TERM."""
    marker: str = ""
    """What an entry of a list begins with: `1`, `A`, `-`, `[x]` or `[ ]`."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table, as plain text."""
    losses: tuple[str, ...] = ()
    """What the texts cannot hold."""

    @property
    def prose(self) -> str:
        """Give the text as the format's Markdown: with its marks, or with what Markdown would obey escaped."""
        from lpkit.importing.prose import literal

        return literal(self.text) if self.markdown is None else self.markdown
