"""Collections of learners, kept by Anki's own backend, and the notes that packages bring."""

import json
import sqlite3
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

Notes = dict[str, tuple[str, str]]
"""Fields and tags by GUID."""


def notes_of(package: bytes) -> Notes:
    """Give the notes of a package."""
    with tempfile.TemporaryDirectory() as name:
        with ZipFile(BytesIO(package)) as file:
            file.extract("collection.anki2", name)
        return held_in(Path(name) / "collection.anki2")


def decks_of(packages: Iterable[bytes]) -> set[str]:
    """Give the names of the decks that packages bring, without Anki's own."""
    found: set[str] = set()
    for package in packages:
        with tempfile.TemporaryDirectory() as name:
            with ZipFile(BytesIO(package)) as file:
                file.extract("collection.anki2", name)
            connection = sqlite3.connect(Path(name) / "collection.anki2")
            (text,) = connection.execute("select decks from col").fetchone()
            connection.close()
        found |= {deck["name"] for deck in json.loads(text).values() if deck["id"] != 1}
    return found


def held_in(file: Path) -> Notes:
    """Give the notes of a collection."""
    connection = sqlite3.connect(file)
    rows = connection.execute("select guid, flds, tags from notes").fetchall()
    connection.close()
    return {guid: (fields, " ".join(sorted(tags.split()))) for guid, fields, tags in rows}


def import_into(file: Path, packages: Iterable[bytes]) -> None:
    """Import packages into a collection, one after the other; it is made where there is none."""
    with warnings.catch_warnings():
        # The generated protobuf modules of the anki package warn on newer versions of Python.
        warnings.simplefilter("ignore", DeprecationWarning)
        from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
    collection: Any = Collection(str(file))
    path = file.with_suffix(".apkg")
    for package in packages:
        path.write_bytes(package)
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        collection.import_anki_package(request)
    collection.close()


def expect_released(file: Path, packages: Sequence[bytes]) -> None:
    """Ask of a collection that it holds exactly the texts and tags of these packages; raises AssertionError."""
    held = held_in(file)
    for package in packages:
        for guid, note in notes_of(package).items():
            assert held[guid] == note, f"a learner keeps {held[guid]}, which was released as {note}"
