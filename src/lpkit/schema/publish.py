"""The published JSON Schemas of packs and libraries, generated from the models."""

from typing import Any

from lpkit.model import Library, Pack
from lpkit.schema.helping import helped
from lpkit.schema.snippets import NOTHING_KNOWN, Known

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TITLES = {
    Pack: "pack: one pattern of interview question",
    Library: "library: the vocabulary of a folder of packs",
}


def published_schemas() -> dict[str, dict[str, Any]]:
    """Give the schemas by file name: draft 2020-12, inside what editors for draft-07 understand.

    With what editors complete from, beyond what JSON Schema says: see `lpkit.schema.helping`.
    """
    return {"library.schema.json": helped(bare_schema(Library), NOTHING_KNOWN), "pack.schema.json": pack_schema()}


def pack_schema(known: Known = NOTHING_KNOWN) -> dict[str, Any]:
    """Give the schema of packs, whose snippets hold what is known of a library."""
    return helped(bare_schema(Pack), known)


def bare_schema(model: type[Pack] | type[Library]) -> dict[str, Any]:
    """Give the schema of packs or libraries without anything that only editors read."""
    generated = _tidy(model.model_json_schema(by_alias=True))
    return {"$schema": DIALECT, **generated, "title": f"An lpkit {_TITLES[model]}"}


def _tidy(schema: Any) -> Any:
    """Leave out the titles that only repeat a key, and put references with a description into `allOf`.

    Editors for draft-07 ignore everything beside a `$ref`, so the description would never be shown.
    """
    if isinstance(schema, list):
        return [_tidy(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    tidied = {key: _tidy(value) for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    if "$ref" in tidied and len(tidied) > 1:
        return {"allOf": [{"$ref": tidied.pop("$ref")}], **tidied}
    return tidied
