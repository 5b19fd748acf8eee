"""`lpkit schema --library`: what it writes, when it writes, which packs name it, and what check says of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from lpkit.model import Library
from lpkit.schema.of_library import SCHEMA_FILE, schema_of
from lpkit.schema.publish import published_schemas
from project import LIBRARY, PACK, SAMPLE, Run, check_folder, codes, write_sample
from test_schema import documents

SAMPLE_LIBRARY = Library.model_validate(YAML(typ="safe").load(SAMPLE / LIBRARY))
OWN = Draft202012Validator(schema_of(SAMPLE_LIBRARY))
GENERAL = Draft202012Validator(published_schemas()["pack.schema.json"])


@pytest.fixture
def folder(tmp_path: Path, lpkit: Run) -> Path:
    """Write the sample and the schema of its library; give the folder of the library."""
    write_sample(tmp_path)
    assert lpkit("schema", "--library", "packs").returncode == 0
    return tmp_path / "packs"


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_it_is_valid_and_the_sample_fits_it() -> None:
    Draft202012Validator.check_schema(schema_of(SAMPLE_LIBRARY))
    assert list(OWN.iter_errors(YAML(typ="safe").load(SAMPLE / PACK))) == []


@settings(max_examples=100)
@given(data=st.data())
def test_what_fits_it_fits_the_published_one(data: st.DataObject) -> None:
    document = data.draw(documents("pack.schema.json"))
    assert GENERAL.is_valid(document) or not OWN.is_valid(document)


@pytest.mark.parametrize(
    ("at", "value", "fits"),
    [
        (("principle",), "customer-obsession", True),
        (("principle",), "thrift", False),
        (("level",), "sde-9", False),
        (("evaluate", "rubric"), "none-such", False),
        (("evaluate", "score_first"), ["impact", "structure"], True),
        (("evaluate", "score_first"), ["impct"], False),
        (("evaluate", "candidates", 0, "verdict"), "maybe", False),
        (("evaluate", "candidates", 0, "scores", "structure"), 20, True),
        (("evaluate", "candidates", 0, "scores", "structure"), 21, False),
        (("evaluate", "candidates", 0, "scores"), {"other": 1}, False),
        (("evaluate", "candidates", 0, "reasons"), {"impact": "It shows."}, True),
        (("evaluate", "candidates", 0, "reasons"), {"other": "It shows."}, False),
        (("evaluate", "candidates", 0, "auto_fails", 0, "marker"), "nobody", False),
    ],
)
def test_ids_are_those_of_the_library(at: tuple[Any, ...], value: Any, fits: bool) -> None:
    pack = YAML(typ="safe").load(SAMPLE / PACK)
    here = pack
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = value
    assert OWN.is_valid(pack) == fits


def test_a_rubric_of_the_packs_own_has_its_own_dimensions() -> None:
    pack = YAML(typ="safe").load(SAMPLE / PACK)
    own = {"id": "calm", "title": "Calm", "weight": 100, "looks_for": "No haste."}
    pack["evaluate"] |= {"rubric": [own], "score_first": ["calm"]}
    for candidate in pack["evaluate"]["candidates"]:
        candidate["scores"] = {"calm": 80}
    assert list(OWN.iter_errors(pack)) == []


def test_a_library_without_markers_and_with_one_id_twice_has_one_too() -> None:
    data = YAML(typ="safe").load(SAMPLE / LIBRARY)
    data["markers"] = []
    data["levels"].append(data["levels"][0])
    schema = schema_of(Library.model_validate(data))
    Draft202012Validator.check_schema(schema)
    assert [entry["const"] for entry in schema["properties"]["level"]["anyOf"]] == ["sde-1", "sde-2"]
    assert "anyOf" not in schema["$defs"]["AutoFail"]["properties"]["marker"]


def test_packs_that_named_the_general_schema_name_it(lpkit: Run, folder: Path) -> None:
    first, rest = (folder / PACK).read_text(encoding="utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=../pack.schema.json"
    assert rest == (SAMPLE / PACK).read_text(encoding="utf-8").split("\n", 1)[1]
    _edit(folder / PACK, "../pack.schema.json", "https://example.org/ours.json")
    assert "up to date" in lpkit("schema", "--library", "packs").stderr
    assert "https://example.org/ours.json" in (folder / PACK).read_text(encoding="utf-8")
    lpkit("new", "pack", "another-alarm")
    made = folder / "ownership/another-alarm.yaml"
    assert made.read_text(encoding="utf-8").startswith(f"{first}\n")
    made.write_text(made.read_text(encoding="utf-8").split("\n", 1)[1], encoding="utf-8")
    assert lpkit("fmt", str(made)).returncode == 0
    assert made.read_text(encoding="utf-8").startswith(f"{first}\n")


def test_packs_with_line_ends_of_windows_name_it_too(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_bytes(pack.read_bytes().replace(b"\n", b"\r\n"))
    lpkit("schema", "--library", ".", cwd=tmp_path)
    assert pack.read_bytes().startswith(b"# yaml-language-server: $schema=../pack.schema.json\r\nformat: 1\r\n")


def test_check_says_once_it_is_out_of_step(lpkit: Run, folder: Path) -> None:
    assert codes(check_folder(folder)) == []
    _edit(folder / LIBRARY, "title: Hire,", "title: Take,")
    (fault,) = check_folder(folder).diagnostics
    assert (fault.code, fault.path.rpartition("/")[2]) == ("LP024", SCHEMA_FILE)
    assert "is written" in lpkit("schema", "--library", "--existing", "packs").stderr
    assert codes(check_folder(folder)) == []
    assert '"Take"' in (folder / SCHEMA_FILE).read_text(encoding="utf-8")


def test_another_layout_of_it_is_in_step(folder: Path) -> None:
    file = folder / SCHEMA_FILE
    file.write_text(json.dumps(json.loads(file.read_text(encoding="utf-8"))), encoding="utf-8")
    assert codes(check_folder(folder)) == []


@pytest.mark.parametrize("broken", ["", "}", "\n<<<<<<< ours\n", "[" * 100_000])
def test_a_damaged_one_is_out_of_step_and_written_anew(lpkit: Run, folder: Path, broken: str) -> None:
    file = folder / SCHEMA_FILE
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: len(text) // 2] + broken, encoding="utf-8")
    assert codes(check_folder(folder)) == ["LP024"]
    assert lpkit("schema", "--library", "packs").returncode == 0
    assert file.read_text(encoding="utf-8") == text


def test_nothing_is_said_where_nobody_wrote_one(lpkit: Run, tmp_path: Path) -> None:
    folder = write_sample(tmp_path).parents[1]
    file = folder / SCHEMA_FILE
    assert lpkit("schema", "--library", "--existing", "packs").returncode == 0
    assert not file.exists()
    file.write_text('{"type": "object"}', encoding="utf-8")
    assert codes(check_folder(tmp_path)) == []
    run = lpkit("schema", "--library", "packs")
    assert (run.returncode, "lpkit did not write it" in run.stderr) == (2, True)
    assert file.read_text(encoding="utf-8") == '{"type": "object"}'
    file.unlink()
    file.mkdir()
    assert codes(check_folder(tmp_path)) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--library", "packs/nowhere"], "no such file or folder"),
        (["--library", "--write"], "leave --write"),
        (["--existing"], "--existing goes with --write or --library"),
        (["--library", "packs"], "is not well-formed"),
    ],
)
def test_what_cannot_be_is_refused(lpkit: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    folder = write_sample(tmp_path).parents[1]
    _edit(folder / LIBRARY, "verdicts:", "verdict:")
    run = lpkit("schema", *arguments)
    assert (run.returncode, said in run.stderr) == (2, True), run.stderr
    assert not (folder / SCHEMA_FILE).exists()


def test_a_fix_is_not_refused_for_what_follows_from_it(lpkit: Run, folder: Path) -> None:
    _edit(folder / LIBRARY, "title: Sample Principles", "titel: Sample Principles")
    assert lpkit("fix", "packs").returncode == 0
    assert "title: Sample Principles" in (folder / LIBRARY).read_text(encoding="utf-8")


def test_a_new_repository_has_it(lpkit: Run, tmp_path: Path) -> None:
    assert lpkit("init", "new", "--no-git", "--yes").returncode == 0
    written = (tmp_path / "new/packs/new" / SCHEMA_FILE).read_bytes()
    run = lpkit("schema", "--library", cwd=tmp_path / "new")
    assert "up to date" in run.stderr
    assert "named another" not in run.stderr
    assert (tmp_path / "new/packs/new" / SCHEMA_FILE).read_bytes() == written
    assert lpkit("check", "--fail-on", "info", cwd=tmp_path / "new").returncode == 0


def test_an_update_writes_the_schemas_that_are_there(lpkit: Run, tmp_path: Path) -> None:
    """As README of `lpkit init` says: what was written at the beginning, and no file more."""
    assert lpkit("init", "--id", "night-shift", "--ci", "none").returncode == 0
    before = {file.name: file.read_bytes() for file in (tmp_path / "schema").iterdir()}
    (tmp_path / "schema/pack.schema.json").write_text("{}", encoding="utf-8")
    result = lpkit("schema", "--write", "--existing")
    assert (result.returncode, result.stderr) == (0, "2 schemas in schema\n")
    assert {file.name: file.read_bytes() for file in (tmp_path / "schema").iterdir()} == before
