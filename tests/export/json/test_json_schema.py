"""The published schemas describe what the json exporter writes, and what every version of its format keeps to."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from added import KINDS, cut, kinds_of, with_keys
from jsonschema import Draft202012Validator

from lpkit.export import Corpus, LpkitError, load_exporter

EXPORTER = load_exporter("json")
EVERYTHING = {"jsonl": "true", "rows": "true", "html": "true"}
WRITER, READER = (
    {kind: EXPORTER.schemas[f"export-{kind}{suffix}.schema.json"] for kind in KINDS} for suffix in ("", "-reader")
)
ALL = [*WRITER.values(), *READER.values()]
OF_PROGRAMS = {"Spotting", "SpottingPattern", "SpottingGuards"}
"""Definitions of what is compiled, which no example would explain."""
KNOWN = {
    *("$schema", "$id", "$comment", "$defs", "$ref", "allOf", "anyOf", "type", "properties", "required", "items"),
    *("additionalProperties", "enum", "const", "title", "description", "examples", "default", "contentMediaType"),
    *("pattern", "minimum", "maximum", "minItems", "maxItems"),
}
"""Words that validators and generators of types know; `format` is none of them."""


def written(corpus: Corpus) -> dict[str, Any]:
    files = {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, {})}
    return {path: json.loads(content) for path, content in files.items() if path.endswith(".json")}


def shapes(schema: Any) -> Iterator[dict[str, Any]]:
    """Give every schema in a schema."""
    if isinstance(schema, list):
        for entry in schema:
            yield from shapes(entry)
    elif isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            inner = value.values() if key in {"properties", "$defs"} else [value]
            for entry in inner if key != "examples" else ():
                yield from shapes(entry)


def definitions(schema: Any) -> dict[str, Any]:
    return {schema["title"]: schema, **schema["$defs"]}


@pytest.mark.parametrize("schema", ALL, ids=lambda schema: schema["$id"])
def test_schemas_say_it_in_words_that_tools_know(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object", "a kind of file, not a choice of several"
    assert {key for shape in shapes(schema) for key in shape} <= KNOWN
    assert all(shape.keys() == {"$ref"} for shape in shapes(schema) if "$ref" in shape)
    assert [name for name, shape in schema["$defs"].items() if shape["title"] != name] == []


def test_each_schema_has_an_address_of_its_own() -> None:
    assert len({schema["$id"] for schema in ALL}) == len(ALL) == len(EXPORTER.schemas)


@pytest.mark.parametrize("options", [{}, EVERYTHING], ids=["plain", "everything"])
def test_every_file_fits(corpus: Corpus, options: dict[str, str]) -> None:
    found = [(kind, data) for artifact in EXPORTER.render(cut(corpus), options) for kind, data in kinds_of(artifact)]
    assert {kind for kind, _ in found} == ({*KINDS} if options else {"index", "pack", "changes"})
    for kind, data in found:
        Draft202012Validator(WRITER[kind]).validate(data)
        Draft202012Validator(READER[kind]).validate(data)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.pop("kind"),
        lambda file: file.update(kind="other"),
        lambda file: file.update(format=2),
        lambda file: file.pop("hash", None) or file.pop("libraries"),
    ],
    ids=["no kind", "another kind", "another format", "a missing key"],
)
def test_a_spoilt_file_is_refused(corpus: Corpus, spoil: Any) -> None:
    for file in written(corpus).values():
        kind = file["kind"]
        spoil(file)
        assert not Draft202012Validator(WRITER[kind]).is_valid(file)
        assert not Draft202012Validator(READER[kind]).is_valid(file)


def test_only_the_writer_refuses_what_it_does_not_know(corpus: Corpus) -> None:
    for file in written(corpus).values():
        grown = with_keys(file, WRITER[file["kind"]])
        assert not Draft202012Validator(WRITER[file["kind"]]).is_valid(grown)
        Draft202012Validator(READER[file["kind"]]).validate(grown)


def test_every_field_is_described() -> None:
    for schema in ALL:
        for name, definition in definitions(schema).items():
            for field, body in definition["properties"].items():
                assert body.get("description"), f"{name}.{field}"


def test_why_something_is_gone_is_told_in_html_too(corpus: Corpus) -> None:
    files = {artifact.path: artifact.content for artifact in EXPORTER.render(cut(corpus), {"html": "true"})}
    gone = json.loads(files["changes.json"])["libraries"][0]["gone"]
    assert [entry["reason_html"] for entry in gone] == ["<p>It asked for <em>taste</em>.</p>", None]


def test_markdown_is_told_from_plain_text() -> None:
    question = WRITER["pack"]["$defs"]["QuestionEntry"]["properties"]
    assert question["hint"]["contentMediaType"] == "text/markdown"
    assert question["hint_html"]["contentMediaType"] == "text/html"
    assert "contentMediaType" not in question["stem"]
    assert "stem_html" not in question


def test_every_definition_has_an_example_that_fits() -> None:
    for schema in ALL:
        without = {name for name, definition in definitions(schema).items() if not definition["examples"]}
        assert without <= OF_PROGRAMS
        for name, definition in definitions(schema).items():
            for example in definition["examples"]:
                reference = {"$ref": f"#/$defs/{name}"} if name in schema["$defs"] else schema
                Draft202012Validator({**reference, "$defs": schema["$defs"]}).validate(example)


COMPATIBLE = Path(__file__).parent / "compatible"
FILES, SCHEMAS = (
    sorted(file for file in COMPATIBLE.glob("*/*.json") if file.name.endswith(".schema.json") is schema)
    for schema in (False, True)
)
"""Exports and readers' schemas of earlier versions.

Within format 1 a front end may hold files of any version, and have been made for any: what fitted, fits. Never change
these files; add a folder with each release.
"""


def name_of(file: Path) -> str:
    return "/".join(file.parts[-2:])


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_exports_of_earlier_versions_still_fit(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    Draft202012Validator(WRITER[data["kind"]]).validate(data)


@pytest.mark.parametrize("file", SCHEMAS, ids=name_of)
def test_earlier_readers_take_what_this_version_writes_and_what_a_later_one_adds(corpus: Corpus, file: Path) -> None:
    frozen = json.loads(file.read_text(encoding="utf-8"))
    kind = frozen["$id"].split(":")[4]
    found = [(of, data) for artifact in EXPORTER.render(cut(corpus), EVERYTHING) for of, data in kinds_of(artifact)]
    assert kind in {of for of, _ in found}
    for of, data in found:
        if of == kind:
            Draft202012Validator(frozen).validate(with_keys(data, WRITER[kind]))


@pytest.mark.parametrize("file", SCHEMAS, ids=name_of)
def test_format_1_only_grows(file: Path) -> None:
    """What a reader was promised stays: keys that are always there, their types, and no key more that must be there."""
    frozen = json.loads(file.read_text(encoding="utf-8"))
    today = definitions(READER[frozen["$id"].split(":")[4]])
    for name, definition in definitions(frozen).items():
        assert today[name].get("required") == definition.get("required"), name
        for field, shape in definition["properties"].items():
            assert promised(today[name]["properties"][field]) == promised(shape), f"{name}.{field}"


def promised(shape: Any) -> Any:
    """Leave out what explains."""
    if isinstance(shape, dict):
        return {key: promised(value) for key, value in shape.items() if key not in {"description", "examples"}}
    return [promised(entry) for entry in shape] if isinstance(shape, list) else shape


def test_this_version_has_its_export_and_its_schemas_kept() -> None:
    from lpkit import __version__

    assert {file.name for file in SCHEMAS if file.parent.name == __version__} == {
        f"export-{kind}-reader.schema.json" for kind in KINDS
    }
    assert __version__ in {file.parent.name for file in FILES}


def test_lines_hold_what_the_files_hold(corpus: Corpus) -> None:
    files = {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, {"jsonl": "true"})}
    packs = [json.loads(content) for path, content in files.items() if path.startswith("packs/")]
    assert [json.loads(line) for line in files["packs.jsonl"].splitlines()] == packs
    assert not {"packs.jsonl", "questions.jsonl"} & {artifact.path for artifact in EXPORTER.render(corpus, {})}


@pytest.mark.parametrize("name", EXPORTER.settings)
def test_a_setting_is_true_or_false(corpus: Corpus, name: str) -> None:
    with pytest.raises(LpkitError, match=f"{name} is ture") as refused:
        EXPORTER.render(corpus, {name: "ture"})
    assert refused.value.hint == "did you mean true?"
