"""The database within a package of Anki to note types, in memory and with SQLite kept to reading its tables.

Packages hold `collection.anki2` (until 2.1), `collection.anki21` or, compressed with Zstandard, `collection.anki21b`;
the newest one counts, since older ones beside it only ask for a newer Anki.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.importing import LpkitError, extra_advice
from lpkit_importers.deck.notes import Note, NoteType
from lpkit_importers.foreign.archive import UNPACKED_MOST, Archive
from lpkit_importers.table.grid import COLUMNS_MOST, check_size

MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The members that may hold the database, the newest first."""
_READ = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION}
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
    connection = sqlite3.connect(":memory:")
    try:
        # A database that was written ahead of a log cannot be opened in memory; its log is not in the package.
        connection.deserialize(content[:18] + b"\1\1" + content[20:] if content[18:20] == b"\2\2" else content)
        connection.execute("PRAGMA trusted_schema = OFF")
        _keep_to_reading(connection)
        tables = _tables(connection)
        types = _types(connection, tables)
        rows = connection.execute("SELECT mid, tags, flds FROM notes ORDER BY rowid")
        for count, (mid, tags, said) in enumerate(rows, start=1):
            check_size(count, 1)
            if mid in types:
                fields = tuple(str(said).split("\x1f", COLUMNS_MOST))
                types[mid].notes.append(Note(count, fields, bool(str(tags).strip())))
        return [one for one in types.values() if one.notes]
    finally:
        connection.close()


def _keep_to_reading(connection: sqlite3.Connection) -> None:
    """Let SQLite read columns and do nothing else, not for ever, whatever the database asks for."""
    looks = iter(range(_LOOKS_MOST))

    def allowed(action: int, *_: object) -> int:
        return sqlite3.SQLITE_OK if action in _READ else sqlite3.SQLITE_DENY

    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    connection.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
    connection.set_authorizer(allowed)


def _tables(connection: sqlite3.Connection) -> set[str]:
    """Give the names of the plain tables.

    Raises ValueError where there is no table of notes.
    """
    rows = connection.execute("SELECT name, sql FROM sqlite_master")
    tables = {str(name) for name, sql in rows if str(sql).lstrip().upper().startswith("CREATE TABLE")}
    if "notes" not in tables:
        raise ValueError("it has no table of notes")
    return tables


def _types(connection: sqlite3.Connection, tables: set[str]) -> dict[int, NoteType]:
    if {"notetypes", "fields"} <= tables:
        types = {
            int(number): NoteType(str(name), [], bytes(config or b"").startswith(_CLOZE))
            for number, name, config in connection.execute("SELECT id, name, config FROM notetypes")
        }
        for number, name in sorted(_fields(connection)):
            if number[0] in types:
                types[number[0]].fields = [*types[number[0]].fields, name]
        return types
    if "col" not in tables:
        raise ValueError("it has no note types")
    (models,) = next(connection.execute("SELECT models FROM col"), ("{}",))
    return {int(number): _type(model) for number, model in json.loads(models).items()}


def _fields(connection: sqlite3.Connection) -> Iterator[tuple[tuple[int, int], str]]:
    for number, place, name in connection.execute("SELECT ntid, ord, name FROM fields"):
        yield (int(number), int(place)), str(name)


def _type(model: Mapping[str, Any]) -> NoteType:
    return NoteType(str(model["name"]), [str(one["name"]) for one in model["flds"]], model.get("type") == 1)
