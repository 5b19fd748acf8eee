"""The database within a package of Anki to note types, in memory and with SQLite kept to reading its tables.

Packages hold `collection.anki2` (until 2.1), `collection.anki21` or, compressed with Zstandard, `collection.anki21b`;
the newest one counts, since older ones beside it only ask for a newer Anki.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.importing import LpkitError, extra_advice, read_json
from lpkit_importers.deck.notes import Note, NoteType
from lpkit_importers.foreign.archive import UNPACKED_MOST, Archive
from lpkit_importers.table.grid import COLUMNS_MOST, check_size

MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The members that may hold the database, the newest first."""
_MAGIC = b"SQLite format 3\0"
_READ = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION}
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 20_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: COLUMNS_MOST,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 10_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}
"""Limits of SQLite, wide for what Anki writes: bytes of a value and of a statement, columns, depth, instructions."""
_SCHEMA = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
_PLAIN = re.compile(r"\s*CREATE\s+(?:TABLE|(?:UNIQUE\s+)?INDEX)\s", re.IGNORECASE)
"""What may stand in a schema; indexes that SQLite makes itself have no text."""
_TABLES = ("notes", "notetypes", "fields", "col")
_STEPS = 1_000_000
"""Steps of SQLite between two looks at whether it has done enough."""
_LOOKS_MOST = 2_000
_CLOZE = b"\x08\x01"
"""How the settings of a note type begin where it is one of gaps: the first field of the message is 1."""


def read_collection(archive: Archive) -> list[NoteType]:
    """Give the note types of a package that have notes, each note with its number from 1.

    Raises LpkitError where there is no database, it is damaged, or what unpacks it is not installed.
    """
    member = next((name for name in MEMBERS if name in archive.names), None)
    if member is None:
        raise LpkitError("the archive is no package of Anki", "export a deck as .apkg")
    content = archive.read(member)
    content = _unpacked(content) if member.endswith("b") else content
    try:
        return _read(content)
    except (sqlite3.Error, ValueError, OverflowError, TypeError, AttributeError, KeyError) as error:
        raise LpkitError(f"the database of the package cannot be read: {error}", "export the deck anew") from error


def _unpacked(content: bytes) -> bytes:
    zstd = _zstd()
    try:
        data: bytes = zstd.ZstdDecompressor().decompress(content, UNPACKED_MOST + 1)
    except (zstd.ZstdError, EOFError) as error:
        raise LpkitError(f"the database of the package cannot be unpacked: {error}", "export the deck anew") from error
    if len(data) > UNPACKED_MOST:
        raise LpkitError("the package is too large once it is unpacked", "export less at once")
    return data


def _zstd() -> Any:
    """Give the module that unpacks: a part of Python from 3.14 on, or what was made of it for older ones."""
    try:
        from compression import zstd
    except ImportError:
        try:
            from backports import zstd
        except ImportError as error:
            raise LpkitError(
                "the package is one of Anki 2.1.50 or later, and what unpacks it is not installed",
                f'export it with "Support older Anki versions", or {extra_advice("decks")}',
            ) from error
    return zstd


def _read(content: bytes) -> list[NoteType]:
    if not content.startswith(_MAGIC):
        # Of an empty one SQLite says that there is no memory.
        raise ValueError("it is no database of SQLite")
    connection = sqlite3.connect(":memory:")
    try:
        _limit(connection)
        # A database that was written ahead of a log cannot be opened in memory; its log is not in the package.
        connection.deserialize(content[:18] + b"\1\1" + content[20:] if content[18:20] == b"\2\2" else content)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        _keep_to_reading(connection)
        types = _types(connection, _tables(connection))
        rows = _rows(connection, "SELECT mid, tags, flds FROM notes ORDER BY rowid")
        for count, (mid, tags, said) in enumerate(rows, start=1):
            if mid in types:
                fields = tuple(_text(said).split("\x1f", COLUMNS_MOST))
                types[mid].notes.append(Note(count, fields, bool(_text(tags).strip())))
        return [one for one in types.values() if one.notes]
    finally:
        connection.close()


def _limit(connection: sqlite3.Connection) -> None:
    for category, most in _LIMITS.items():
        connection.setlimit(category, most)


def _keep_to_reading(connection: sqlite3.Connection) -> None:
    """Let SQLite read columns and do nothing else, not for ever, whatever the database asks for."""
    looks = iter(range(_LOOKS_MOST))

    def allowed(action: int, what: object, *_: object) -> int:
        asks = action == sqlite3.SQLITE_PRAGMA and what == "table_xinfo"
        return sqlite3.SQLITE_OK if asks or action in _READ else sqlite3.SQLITE_DENY

    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    connection.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
    connection.set_authorizer(allowed)


def _rows(connection: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """Give what a query finds; few bytes of a file can be many rows, or long ones.

    Raises LpkitError for more rows than a table may have, and for more bytes than a package may.
    """
    held = 0
    for count, row in enumerate(connection.execute(query), start=1):
        check_size(count, 1)
        held += sum(len(value) for value in row if isinstance(value, str | bytes))
        if held > UNPACKED_MOST:
            raise LpkitError("the package is too large once it is unpacked", "export less at once")
        yield row


def _tables(connection: sqlite3.Connection) -> set[str]:
    """Give the names of the tables.

    Raises ValueError where there is no table of notes, and where the schema has anything that computes: views,
    triggers, tables of modules, generated columns. Anki has none, and SQLite would follow them without an end.
    """
    found = [(str(name), str(sql)) for name, sql in _rows(connection, _SCHEMA)]
    if not all(_PLAIN.match(sql) for _, sql in found):
        raise ValueError("it has more than tables and indexes")
    tables = {name for name, sql in found if sql.lstrip().upper().startswith("CREATE TABLE")}
    if "notes" not in tables:
        raise ValueError("it has no table of notes")
    for name in _TABLES:
        if any(row[-1] for row in _rows(connection, f"PRAGMA table_xinfo({name})")):
            raise ValueError(f"its table {name} has columns that are computed")
    return tables


def _types(connection: sqlite3.Connection, tables: set[str]) -> dict[int, NoteType]:
    if {"notetypes", "fields"} <= tables:
        types = {
            _number(number): NoteType(_text(name), [], _bytes(config).startswith(_CLOZE))
            for number, name, config in _rows(connection, "SELECT id, name, config FROM notetypes")
        }
        for number, name in sorted(_fields(connection)):
            if number[0] in types:
                types[number[0]].fields = [*types[number[0]].fields, name]
                check_size(1, len(types[number[0]].fields))
        return types
    if "col" not in tables:
        raise ValueError("it has no note types")
    (models,) = next(_rows(connection, "SELECT models FROM col"), ("{}",))
    return {int(number): _type(model) for number, model in read_json(_text(models)).items()}


def _fields(connection: sqlite3.Connection) -> Iterator[tuple[tuple[int, int], str]]:
    for number, place, name in _rows(connection, "SELECT ntid, ord, name FROM fields"):
        yield (_number(number), _number(place)), _text(name)


def _type(model: Mapping[str, Any]) -> NoteType:
    return NoteType(_text(model["name"]), [_text(one["name"]) for one in model["flds"]], model.get("type") == 1)


def _text(value: Any) -> str:
    """Give a text as one; columns of SQLite hold values of any type, whatever they are declared as.

    Raises ValueError for bytes, and for what JSON has beside texts and numbers.
    """
    if isinstance(value, str | int | float):
        return str(value)
    if value is None:
        return ""
    raise ValueError("it has something else in place of a text")


def _number(value: Any) -> int:
    if isinstance(value, int):
        return value
    raise ValueError("it has something else in place of a number")


def _bytes(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    raise ValueError("the settings of a note type are no bytes")
