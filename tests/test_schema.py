"""The published schemas: in sync with the code, valid, and of one mind with the models."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from ruamel.yaml import YAML

from lpkit.cli.all_schemas import all_schemas
from lpkit.model import Library, Pack
from lpkit.schema.helping import VOCABULARY
from lpkit.schema.publish import bare_schema, published_schemas
from project import LIBRARY, PACK, SAMPLE

ROOT = Path(__file__).parent.parent
SCHEMAS = published_schemas()
MODELS: dict[str, type[Pack] | type[Library]] = {"pack.schema.json": Pack, "library.schema.json": Library}
SAMPLES = {"pack.schema.json": SAMPLE / PACK, "library.schema.json": SAMPLE / LIBRARY}


@pytest.mark.parametrize("name", sorted(all_schemas()))
def test_committed_schema_is_in_sync(name: str) -> None:
    committed = json.loads((ROOT / "schema" / name).read_text(encoding="utf-8"))
    assert committed == all_schemas()[name], "run: lpkit schema --write"


@pytest.mark.parametrize("name", sorted(all_schemas()))
def test_schema_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(all_schemas()[name])


def _mappings(schema: Any) -> list[dict[str, Any]]:
    if isinstance(schema, list):
        return [found for entry in schema for found in _mappings(entry)]
    if not isinstance(schema, dict):
        return []
    inner = [found for value in schema.values() for found in _mappings(value)]
    return [schema, *inner] if isinstance(schema.get("properties"), dict) else inner


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_is_described(name: str) -> None:
    mappings = _mappings(SCHEMAS[name])
    assert len(mappings) > 5
    for mapping in mappings:
        for key, value in mapping["properties"].items():
            assert value.get("description"), key
        assert mapping["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_no_two_keys_of_a_mapping_are_described_alike(name: str) -> None:
    for mapping in _mappings(SCHEMAS[name]):
        said = [value["description"] for value in mapping["properties"].values()]
        assert sorted(said) == sorted(set(said))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_what_only_editors_read_changes_nothing_that_fits(name: str) -> None:
    bare = bare_schema(MODELS[name])
    assert not set(VOCABULARY) & set(_words(bare))
    assert set(VOCABULARY) <= set(_words(SCHEMAS[name]))
    assert _without_help(SCHEMAS[name]) == _without_help(bare)


def _words(schema: Any) -> list[str]:
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    return [*(schema if isinstance(schema, dict) else ()), *(word for part in parts for word in _words(part))]


def _without_help(schema: Any) -> Any:
    """Leave out all that says nothing of what fits, and write a single type in one way."""
    if isinstance(schema, list):
        return [_without_help(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    notes = {*VOCABULARY, "examples", "default"}
    kept = {key: _without_help(value) for key, value in schema.items() if key not in notes}
    if isinstance(kept.get("title"), str):
        del kept["title"]
    return {**kept, "type": kept["type"][0]} if isinstance(kept.get("type"), list) else kept


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_examples_fit(name: str) -> None:
    validator = Draft202012Validator(SCHEMAS[name])
    shown = [
        (value, example)
        for mapping in _mappings(SCHEMAS[name])
        for value in mapping["properties"].values()
        for example in value.get("examples", [])
    ]
    assert len(shown) > 5
    for value, example in shown:
        assert validator.evolve(schema={**value, "$defs": SCHEMAS[name]["$defs"]}).is_valid(example)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_only_words_that_draft_07_knows(name: str) -> None:
    newer = {"prefixItems", "unevaluatedProperties", "unevaluatedItems", "dependentSchemas", "$dynamicRef"}
    text = json.dumps(SCHEMAS[name])
    assert not [word for word in newer if f'"{word}"' in text]
    for mapping in _mappings(SCHEMAS[name]):
        for value in mapping["properties"].values():
            assert "$ref" not in value or len(value) == 1


LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 1200),
    st.sampled_from([0.0, 1.0, 2.0, 0.5, 100.0]),
    st.sampled_from(["", " ", "\n", "a", "a-b", "A", "a--b", "a\n", "a_b", "1", "yes", "easy", "published", "number"]),
    st.text(max_size=4),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "text", "why", "title", "weight", "odd"]), inner, max_size=3),
    ),
    max_leaves=5,
)


def _paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(path for step, child in steps for path in _paths(child, (*at, step)))]


@st.composite
def documents(draw: st.DrawFn, name: str) -> Any:
    """Give the sample with some values replaced, removed or added anywhere."""
    data = YAML(typ="safe").load(SAMPLES[name])
    for _ in range(draw(st.integers(0, 3))):
        *parents, last = draw(st.sampled_from([path for path in _paths(data) if path]))
        here = data
        for step in parents:
            here = here[step]
        kind = draw(st.sampled_from(["replace", "remove", "add"]))
        if kind == "remove":
            del here[last]
        elif kind == "add" and isinstance(here, dict):
            here[draw(st.sampled_from(["odd", "id", "why", "excerpt", "expects", "retired"]))] = draw(VALUES)
        else:
            here[last] = draw(VALUES)
    return data


@pytest.mark.parametrize("name", sorted(SCHEMAS))
@settings(max_examples=150)
@given(data=st.data())
def test_jsonschema_and_pydantic_agree(name: str, data: st.DataObject) -> None:
    document = data.draw(documents(name))
    by_schema = Draft202012Validator(SCHEMAS[name]).is_valid(document)
    try:
        MODELS[name].model_validate(document)
        by_model = True
    except ValidationError:
        by_model = False
    assert by_schema == by_model
