"""Where a fault against a schema of the house's own is shown: its pointer, its lines, and the key or the value."""

import json
from pathlib import Path
from typing import Any

import pytest

from project import Run, write_sample

CASES: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    # A schema, then the pointers of its faults with the text of the file at their place.
    "a value": ({"properties": {"title": {"maxLength": 3}}}, [("/title", "Quiet a Noisy Alarm")]),
    "a value deep inside": (
        {"properties": {"questions": {"items": {"properties": {"pool": {"enum": ["test"]}}}}}},
        [("/questions/0/pool", "practice")],
    ),
    "an entry of a list": (
        {"properties": {"questions": {"items": {"properties": {"mistakes": {"items": {"maxLength": 3}}}}}}},
        [("/questions/2/mistakes/0", "Reading caution into a measurement.")],
    ),
    "a missing key": (
        {"properties": {"evaluate": {"required": ["panel"]}}},
        [("/evaluate", "evaluate")],
    ),
    "a missing key of an entry, which has no key of its own": (
        {"properties": {"fix_its": {"items": {"required": ["tags"]}}}},
        [("/fix_its/0", None)],
    ),
    "a key too many": (
        {"properties": {"evaluate": {"maxProperties": 4}}},
        [("/evaluate", "evaluate")],
    ),
    "a key that needs another": (
        {"properties": {"model_answer": {"dependentRequired": {"requires": ["panel"]}}}},
        [("/model_answer", "model_answer")],
    ),
    "a key that is not in the schema": (
        {
            "properties": {
                "model_answer": {"properties": {"candidate": {}, "requires": {}}, "additionalProperties": False}
            }
        },
        [("/model_answer/guidance", "guidance")],
    ),
    "the first of two such keys": (
        {"properties": {"model_answer": {"properties": {"candidate": {}}, "additionalProperties": False}}},
        [("/model_answer/guidance", "guidance")],
    ),
    "the deepest cause of alternatives": (
        {"properties": {"questions": {"items": {"anyOf": [{"properties": {"pool": {"enum": ["test"]}}}]}}}},
        [("/questions/0/pool", "practice")],
    ),
}


@pytest.mark.parametrize(("schema", "expected"), CASES.values(), ids=CASES)
def test_place(lpkit: Run, tmp_path: Path, schema: dict[str, Any], expected: list[tuple[str, str | None]]) -> None:
    text = write_sample(tmp_path).read_text(encoding="utf-8").splitlines()
    (tmp_path / "lpkit.toml").write_text('schemas = ["house.schema.json"]\n', encoding="utf-8")
    (tmp_path / "house.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    found = json.loads(lpkit("check", "-f", "json", "--select", "LP015").stdout)["diagnostics"]
    assert [entry["pointer"] for entry in found] == [pointer for pointer, _ in expected]
    for entry, (_, words) in zip(found, expected, strict=True):
        line = text[entry["line"] - 1]
        if words is None:
            assert line[entry["column"] - 1 :].startswith("id: own-start")
            assert entry["end_line"] > entry["line"]
        else:
            assert entry["end_line"] == entry["line"]
            assert line[entry["column"] - 1 : entry["end_column"] - 1] == words


def test_what_python_warns_of_is_nothing_that_a_user_could_mend(lpkit: Run, tmp_path: Path) -> None:
    """Python warns of a regular expression that a later version may read otherwise."""
    write_sample(tmp_path)
    schema = {"properties": {"title": {"pattern": "[[Q]"}}}
    (tmp_path / "house.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('schemas = ["house.schema.json"]\n', encoding="utf-8")
    result = lpkit("check")
    assert (result.returncode, result.stderr) == (0, "1 pack and 1 library checked: no faults\n")
