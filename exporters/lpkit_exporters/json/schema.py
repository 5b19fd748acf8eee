"""The JSON Schema that both kinds of file of the bundle fit."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from lpkit_exporters.bundle.index_model import IndexFile
from lpkit_exporters.bundle.pack_model import PackFile
from lpkit_exporters.json.examples import EXAMPLES
from lpkit_exporters.json.typescript import declarations


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


def export_schema() -> dict[str, Any]:
    """Describe index.json and the files of packs, told apart by `kind`."""
    either = TypeAdapter[IndexFile | PackFile](IndexFile | PackFile)
    body = either.json_schema(mode="serialization", schema_generator=_Plain)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "lpkit export, format 1",
        "description": "A file of the JSON export: the index of all libraries, or one pack. "
        "Strings with the format `markdown` hold inline Markdown; all others are plain text.",
        "oneOf": body["anyOf"],
        "$defs": {name: {**shape, **_example(name)} for name, shape in body["$defs"].items()},
    }


@cache
def export_types() -> str:
    """Give the same as TypeScript."""
    return declarations(export_schema())


def _example(name: str) -> dict[str, Any]:
    return {"examples": EXAMPLES[name]} if name in EXAMPLES else {}
