"""The published schema describes what the json exporter writes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lpkit.export import Corpus, load_exporter

EXPORTER = load_exporter("json")
SCHEMA = EXPORTER.schemas["export.schema.json"]


def written(corpus: Corpus) -> dict[str, Any]:
    files = {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, {})}
    return {path: json.loads(content) for path, content in files.items() if path.endswith(".json")}


def test_schema_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert "$id" not in SCHEMA


def test_every_file_fits(corpus: Corpus) -> None:
    files = written(corpus)
    assert [file["kind"] for file in files.values()] == ["index", "pack"]
    for file in files.values():
        Draft202012Validator(SCHEMA).validate(file)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.pop("kind"),
        lambda file: file.update(kind="other"),
        lambda file: file.update(format=2),
        lambda file: file.update(extra=1),
        lambda file: file.pop("hash", None) or file.pop("libraries"),
    ],
    ids=["no kind", "another kind", "another format", "an unknown key", "a missing key"],
)
def test_a_spoilt_file_is_refused(corpus: Corpus, spoil: Any) -> None:
    for file in written(corpus).values():
        spoil(file)
        assert not Draft202012Validator(SCHEMA).is_valid(file)


def test_every_field_is_described() -> None:
    for name, definition in SCHEMA["$defs"].items():
        for field, body in definition["properties"].items():
            assert body.get("description"), f"{name}.{field}"


def test_markdown_is_told_from_plain_text() -> None:
    question = SCHEMA["$defs"]["QuestionEntry"]["properties"]
    assert question["hint"]["format"] == "markdown"
    assert "format" not in question["stem"]


def test_examples_fit_their_definition() -> None:
    shown = [name for name, definition in SCHEMA["$defs"].items() if "examples" in definition]
    assert len(shown) >= 5
    for name in shown:
        validator = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})
        for example in SCHEMA["$defs"][name]["examples"]:
            validator.validate(example)


OLDER = sorted((Path(__file__).parent / "compatible").glob("*/*.json"))


@pytest.mark.parametrize("file", OLDER, ids=lambda file: "/".join(file.parts[-2:]))
def test_exports_of_earlier_versions_still_fit(file: Path) -> None:
    """Within format 1 a front end may hold files of any version: what was valid stays valid.

    Never change these files; add a folder with each release.
    """
    Draft202012Validator(SCHEMA).validate(json.loads(file.read_text(encoding="utf-8")))


def test_this_version_has_its_export_kept() -> None:
    from lpkit import __version__

    assert {file.parent.name for file in OLDER} >= {__version__}


def test_lines_hold_what_the_files_hold(corpus: Corpus) -> None:
    files = {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, {"jsonl": "true"})}
    packs = [json.loads(content) for path, content in files.items() if path.startswith("packs/")]
    assert [json.loads(line) for line in files["packs.jsonl"].splitlines()] == packs
    assert "packs.jsonl" not in {artifact.path for artifact in EXPORTER.render(corpus, {})}
