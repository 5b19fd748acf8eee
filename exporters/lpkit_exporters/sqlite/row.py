"""A row of a table, and the ids of rows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

Value = str | int | None


class Row(NamedTuple):
    """The values of a row in the order of the table's columns."""

    table: str
    values: tuple[Value, ...]
    known: bool = False
    """Whether the row may be there already: it then stays what it is."""


def row(table: str, *values: Value) -> Row:
    """Make a row."""
    return Row(table, values)


def listed(table: str, owner: str, texts: Iterable[str]) -> Iterator[Row]:
    """Make the rows of a list of texts: whose they are, their place, the text."""
    for place, text in enumerate(texts):
        yield row(table, owner, place, text)


def search(kind: str, item: str, pack: str | None, title: str, *texts: str | None) -> Row:
    """Make the row by which full-text search finds an item."""
    return row("search", kind, item, pack, title, "\n".join(text for text in texts if text))
