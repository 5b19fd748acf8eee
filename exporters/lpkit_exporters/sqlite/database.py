"""From rows to the bytes of a database: in memory, in one order, without a trace of when and by what it was written."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lpkit.export import Corpus, LpkitError
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.bundle.sqlite_bytes import untraced
from lpkit_exporters.sqlite.libraries import library_rows
from lpkit_exporters.sqlite.packs import pack_rows
from lpkit_exporters.sqlite.row import Row

_PRAGMAS = "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = ON;"


def database(corpus: Corpus) -> bytes:
    """Write all libraries into one database.

    Raises LpkitError where Python's SQLite has no full-text search.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _create(connection)
        connection.execute("BEGIN")
        for row in _rows(corpus):
            connection.execute(_insertion(row.table, len(row.values), row.known), row.values)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        return untraced(connection)
    finally:
        connection.close()


def _create(connection: sqlite3.Connection) -> None:
    sql = files("lpkit_exporters.sqlite").joinpath("schema.sql").read_text(encoding="utf-8")
    try:
        connection.executescript(_PRAGMAS + sql)
    except sqlite3.OperationalError as error:
        hint = "use a Python whose SQLite has FTS5"
        raise LpkitError(f"the SQLite of this Python cannot do it: {error}", hint) from error


def _rows(corpus: Corpus) -> Iterator[Row]:
    content = bundle(corpus)
    for library in content.index.libraries:
        yield from library_rows(library)
        for place, entry in enumerate(library.packs):
            yield from pack_rows(content.packs[entry.path], place)


@cache
def _insertion(table: str, columns: int, known: bool) -> str:
    return f"INSERT {'OR IGNORE ' if known else ''}INTO {table} VALUES ({', '.join('?' * columns)})"
