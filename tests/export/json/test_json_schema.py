"""The published schema describes what the json exporter writes."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lpkit.export import Corpus, load_exporter

EXPORTER = load_exporter("json")
SCHEMA = EXPORTER.schemas["export.schema.json"]


def written(corpus: Corpus) -> dict[str, Any]:
    return {artifact.path: json.loads(artifact.content) for artifact in EXPORTER.render(corpus, {})}


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
