"""Packages of Anki made from YAML: note types with their fields, and notes as lists; read by the cases of `formats`."""

import io
import json
import sqlite3
import zipfile
from typing import Any

from lpkit.source import decode

_OLD = """
CREATE TABLE col (id integer primary key, models text not null);
CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
"""
_NEW = """
CREATE TABLE col (id integer primary key, models text not null);
CREATE TABLE notes (id integer primary key, guid text, mid integer, tags text, flds text);
CREATE TABLE notetypes (id integer primary key, name text not null collate unicase, config blob not null);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE fields (
    ntid integer, ord integer, name text collate unicase, config blob, primary key (ntid, ord)
) without rowid;
"""


def package(content: bytes) -> bytes:
    """Give the bytes of a package; `schema: new` has tables of note types and is packed with Zstandard."""
    said = decode(content, "package.yaml").data
    new = said.get("schema") == "new"
    database = _database(said["types"], new)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        if new:
            from backports import zstd

            archive.writestr("collection.anki21b", zstd.compress(database))
            database = _database(
                [{"name": "Basic", "fields": ["Front"], "notes": [["Please update to Anki 2.1.50"]]}], False
            )
        archive.writestr("collection.anki2", database)
        archive.writestr("media", "{}")
    return made.getvalue()


def _database(types: Any, new: bool) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    connection.executescript(_NEW if new else _OLD)
    models = {}
    number = 0
    for mid, kind in enumerate(types, start=1_700_000_000_000):
        fields = [{"name": name, "ord": place} for place, name in enumerate(kind["fields"])]
        models[str(mid)] = {"id": mid, "name": kind["name"], "type": int(kind.get("cloze", False)), "flds": fields}
        if new:
            config = b"\x08\x01" if kind.get("cloze") else b"\x1a\x00"
            connection.execute("INSERT INTO notetypes VALUES (?, ?, ?)", (mid, kind["name"], config))
            rows = [(mid, place, name, b"") for place, name in enumerate(kind["fields"])]
            connection.executemany("INSERT INTO fields VALUES (?, ?, ?, ?)", rows)
        for note in kind["notes"]:
            number += 1
            row = (number, f"g{number}", mid, kind.get("tags", ""), "\x1f".join(note))
            connection.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO col VALUES (1, ?)", ("{}" if new else json.dumps(models),))
    connection.commit()
    content = connection.serialize()
    connection.close()
    return content
