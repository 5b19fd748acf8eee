"""The bytes of a database without a trace of what wrote it, and how often."""

import sqlite3

_CHANGE_COUNTER, _VERSION_VALID_FOR, _SQLITE_VERSION = slice(24, 28), slice(92, 96), slice(96, 100)
"""Where a database keeps the number of its changes, the change at which the version was noted, and the version of
SQLite: https://www.sqlite.org/fileformat2.html#the_database_header."""


def untraced(connection: sqlite3.Connection) -> bytes:
    """Pack a database and give its bytes; what tells the version of SQLite and its transactions is replaced."""
    connection.execute("VACUUM")
    patched = bytearray(connection.serialize())
    patched[_CHANGE_COUNTER] = patched[_VERSION_VALID_FOR] = (1).to_bytes(4, "big")
    patched[_SQLITE_VERSION] = (3_040_001).to_bytes(4, "big")
    return bytes(patched)
