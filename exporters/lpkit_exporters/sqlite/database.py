"""From rows to the bytes of a database: in memory, in one order, without a trace of when and by what it was written."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from lpkit.export import Corpus, LpkitError
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.sqlite.libraries import library_rows
from lpkit_exporters.sqlite.packs import pack_rows
from lpkit_exporters.sqlite.row import Row

_PRAGMAS = "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA encoding = 'UTF-8'; PRAGMA foreign_keys = ON;"
_CHANGE_COUNTER, _VERSION_VALID_FOR, _SQLITE_VERSION = slice(24, 28), slice(92, 96), slice(96, 100)
"""Where a database keeps the number of its changes, the change at which the version was noted, and the version of
SQLite: https://www.sqlite.org/fileformat2.html#the_database_header."""


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
        connection.execute("VACUUM")
        return _without_traces(connection.serialize())
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


def _without_traces(content: bytes) -> bytes:
    """Replace what tells the version of SQLite and the number of its transactions."""
    patched = bytearray(content)
    patched[_CHANGE_COUNTER] = patched[_VERSION_VALID_FOR] = (1).to_bytes(4, "big")
    patched[_SQLITE_VERSION] = (3_040_001).to_bytes(4, "big")
    return bytes(patched)
