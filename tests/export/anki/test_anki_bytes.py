"""The same library gives the same file, and what is frozen stays as it is."""

import json
import os
import sqlite3
import subprocess
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from lpkit_exporters.anki import exporter
from lpkit_exporters.anki.identity import distinct, guid, number
from lpkit_exporters.anki.notetypes import LABELS_CHANGED, NOTE_TYPES, TEMPLATES_CHANGED, note_type_json
from lpkit_exporters.catalogue.words import CATALOGUES

ROOT = Path(__file__).parents[3]
FROZEN = Path(__file__).with_name("frozen.json")
BUILD = """
import sys
from hashlib import sha256
from pathlib import Path
from lpkit.export import Shelf
from lpkit.model import Library, Pack
from lpkit.source import read_source
from lpkit_exporters.anki.package import package
folder = Path(sys.argv[1])
packs = tuple(Pack.model_validate(read_source(file, "").data) for file in sorted(folder.glob("*/*.yaml")))
library = Library.model_validate(read_source(folder / "library.yaml", "").data)
print(sha256(package(Shelf(library, packs))).hexdigest())
"""


@pytest.mark.parametrize("folder", ["tests/export/sample", "packs/amazon-lp"])
def test_same_bytes_in_every_process(folder, tmp_path):
    digests = {
        subprocess.run(
            [sys.executable, "-c", BUILD, str(ROOT / folder)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("4242", "America/Lima"))
    }
    assert len(digests) == 1


def test_the_archive_tells_nothing_of_the_machine(corpus):
    (artifact,) = exporter.render(corpus, {})
    assert artifact.path == "sample.apkg"
    with ZipFile(BytesIO(artifact.content)) as file:
        assert file.namelist() == ["collection.anki2", "media"]
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in file.infolist()} == {3}
        database = file.read("collection.anki2")
    assert database[96:100] == (3_040_001).to_bytes(4, "big")
    assert database[24:28] == database[92:96]


def test_sqlite_finds_the_database_whole_and_writable(corpus, tmp_path):
    (artifact,) = exporter.render(corpus, {})
    with ZipFile(BytesIO(artifact.content)) as file:
        file.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.execute("UPDATE notes SET mod = mod + 1")
    connection.commit()
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_note_types_are_frozen():
    """A field list that changes makes a second note type in every learner's collection.

    A changed template or style arrives only with a later TEMPLATES_CHANGED, and a changed label of another language
    with a later LABELS_CHANGED: raise it, then write the digest that this test shows into frozen.json. Never change
    the rest of that file.
    """
    models = note_type_json()
    labelled = note_type_json(CATALOGUES.translations())
    now = {
        "fields": {
            kind.name: [[field["name"], field["id"]] for field in models[str(kind.id)]["flds"]] for kind in NOTE_TYPES
        },
        "ids": {
            kind.name: [kind.id, [[face["name"], face["id"]] for face in models[str(kind.id)]["tmpls"]]]
            for kind in NOTE_TYPES
        },
        "labels": [LABELS_CHANGED, digest(labelled)],
        "templates": [TEMPLATES_CHANGED, digest(models)],
    }
    assert now == json.loads(FROZEN.read_text())
    assert LABELS_CHANGED > TEMPLATES_CHANGED


def digest(models):
    texts = json.dumps([[model["css"], model["tmpls"]] for model in models.values()])
    return sha256(texts.encode()).hexdigest()


def test_labels_of_other_languages_change_nothing_else():
    """Ids and fields are the same, and without other languages so is every byte."""
    plain, labelled = note_type_json(), note_type_json(CATALOGUES.translations())
    varied = {"mod", "css", "tmpls"}
    for name, model in plain.items():
        assert {key: model[key] for key in model.keys() - varied} == {
            key: labelled[name][key] for key in model.keys() - varied
        }
        for face, other in zip(model["tmpls"], labelled[name]["tmpls"], strict=True):
            assert {**other, "qfmt": "", "afmt": ""} == {**face, "qfmt": "", "afmt": ""}


def test_ids_are_frozen_and_never_meet():
    assert guid("note", "library", "pack", "question", "one") == "3r8kC5_4ern3BfUW"
    assert number("note", "library", "pack", "question", "one") == 1209928501945
    assert number("a", "bc") != number("ab", "c")
    assert list(distinct([5, 5, 6, 5])) == [5, 6, 7, 8]
