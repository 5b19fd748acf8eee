"""The JSON Schemas of what the exporter writes, one for each kind of file: the writer's, and the reader's.

The writer's schema says what this version writes and refuses all else: it is for tests of exports. The reader's says
what every version of format 1 keeps to, whatever it adds: types, kinds of file, keys that are always there. It is for
front ends, and for what generates types.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from lpkit.model.types import Entry
from lpkit_exporters.bundle.changes_model import ChangesFile
from lpkit_exporters.bundle.index_model import IndexFile
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.bundle.rows_model import AnswerRow, FixItRow, QuestionRow
from lpkit_exporters.json.examples import examples
from lpkit_exporters.json.typescript import declarations

KINDS: dict[str, tuple[type[Entry], str]] = {
    "index": (IndexFile, "index.json"),
    "pack": (PackFile, "a pack's file, or a line of packs.jsonl"),
    "question": (QuestionRow, "a line of questions.jsonl"),
    "answer": (AnswerRow, "a line of answers.jsonl"),
    "fix-it": (FixItRow, "a line of fix_its.jsonl"),
    "changes": (ChangesFile, "changes.json"),
}
"""The kinds of file, by the name in that of their schema."""

MARKDOWN, HTML = ({"contentMediaType": f"text/{kind}"} for kind in ("markdown", "html"))
_GROWING = {"expects"}
"""Keys whose list of words a later version of format 1 may lengthen."""
_LIMITS = {"pattern", "minimum", "maximum", "minItems", "maxItems", "additionalProperties"}
"""What only the writer promises."""


class _Plain(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes of field names: the descriptions say more."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """Leave every title out."""
        return False

    def str_schema(self, schema: Any) -> Any:
        """Leave out how long a text may be: that is the matter of whoever writes packs, not of readers."""
        return {key: value for key, value in super().str_schema(schema).items() if key != "maxLength"}

    def model_field_schema(self, schema: Any) -> Any:
        """Describe a key that is absent where it holds its default: what is there is never null."""
        shape = super().model_field_schema(schema)
        if "serialization_exclude_if" not in schema:
            return shape
        choices = [choice for choice in shape.get("anyOf", []) if choice != {"type": "null"}]
        kept = {name: value for name, value in shape.items() if name not in {"anyOf", "default"}}
        return {**choices[0], **kept} if len(choices) == 1 else {**shape, **kept}


def schema_name(kind: str, reader: bool = False) -> str:
    """Give the file name of the schema of a kind of file."""
    return f"export-{kind}{'-reader' if reader else ''}.schema.json"


@cache
def export_schema(kind: str, reader: bool = False) -> dict[str, Any]:
    """Describe a kind of file: what this version writes, or what every version of the format keeps to."""
    model, what = KINDS[kind]
    body = _with_html(_tidy(model.model_json_schema(mode="serialization", schema_generator=_Plain)))
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:lpkit:export:1:{kind}"}
    if reader:
        body = _opened(body)
        named["$id"] += ":reader"
    definitions = {name: _entitled(name, shape) for name, shape in body.pop("$defs", {}).items()}
    root = _entitled(model.__name__, body)
    return {**named, **root, "$comment": f"lpkit export, format 1: {what}", "$defs": definitions}


def _entitled(name: str, shape: dict[str, Any]) -> dict[str, Any]:
    """Name a definition, and give an example of it."""
    return {"title": name, **{key: value for key, value in shape.items() if key != "title"}, "examples": examples(name)}


def _everywhere(change: Callable[[dict[str, Any]], dict[str, Any]], schema: Any) -> Any:
    """Change every schema in a schema, the innermost first; mappings from names to schemas are left as they are."""
    if isinstance(schema, list):
        return [_everywhere(change, entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    names = {"properties", "$defs"}
    inner = {
        key: {name: _everywhere(change, entry) for name, entry in value.items()}
        if key in names
        else _everywhere(change, value)
        for key, value in schema.items()
    }
    return change(inner)


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """Say everything in words that validators and generators of types know."""
    return dict(_everywhere(_said_plainly, schema))


def _said_plainly(shape: dict[str, Any]) -> dict[str, Any]:
    if shape.get("format") == "markdown":
        shape = {key: value for key, value in shape.items() if key != "format"} | MARKDOWN
    if "pattern" in shape:
        # In JSON Schema `$` is the end alone; what keeps Python's from a final line break is not in every engine.
        shape = {**shape, "pattern": shape["pattern"].removesuffix(r"(?!\n)")}
    if "oneOf" in shape:
        # The choices tell themselves apart by their type, and a type of a language is one of them in any case.
        shape = {"anyOf": shape["oneOf"], **{key: value for key, value in shape.items() if key != "oneOf"}}
    if "$ref" in shape and len(shape) > 1:
        # A generator that makes an interface of each object makes a second one where a reference says more.
        return {"allOf": [{"$ref": shape["$ref"]}], **{key: value for key, value in shape.items() if key != "$ref"}}
    return shape


def _opened(schema: dict[str, Any]) -> dict[str, Any]:
    """Take out what only the writer promises."""
    return dict(_everywhere(_without_limits, schema))


def _without_limits(shape: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in shape.items() if key not in _LIMITS or isinstance(value, dict)}
    if "properties" in kept:
        kept["properties"] = {
            name: _everywhere(_any_word, entry) if name in _GROWING else entry
            for name, entry in kept["properties"].items()
        }
    return kept


def _any_word(shape: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in shape.items() if key != "enum"}


def _with_html(schema: dict[str, Any]) -> dict[str, Any]:
    """Describe what the setting `html` adds."""
    return dict(_everywhere(_and_html, schema))


def _and_html(shape: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in shape:
        return shape
    properties: dict[str, Any] = {}
    for name, entry in shape["properties"].items():
        properties[name] = entry
        if is_prose(entry):
            text = f"`{name}` as safe HTML; there with the setting `html`."
            properties[f"{name}_html"] = _everywhere(_as_html, entry) | {"description": text}
    return {**shape, "properties": properties}


def _as_html(shape: dict[str, Any]) -> dict[str, Any]:
    if shape.items() >= MARKDOWN.items():
        return {"type": "string", **HTML}
    return {key: value for key, value in shape.items() if key != "default"}


def is_prose(shape: dict[str, Any]) -> bool:
    """Tell whether a value of this shape is Markdown, or a list or mapping of such texts."""
    inner = [shape.get("items"), shape.get("additionalProperties"), *shape.get("anyOf", [])]
    return shape.items() >= MARKDOWN.items() or any(is_prose(entry) for entry in inner if isinstance(entry, dict))


@cache
def export_types() -> str:
    """Give the same as TypeScript."""
    about = "Files of lpkit's JSON export, format 1. Later versions of the format add keys; none goes or changes."
    wholes = [KINDS[kind][0].__name__ for kind in ("index", "pack")]
    return declarations([export_schema(kind) for kind in KINDS], wholes, about)
