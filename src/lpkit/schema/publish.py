"""The published JSON Schemas of packs and libraries, generated from the models."""

from typing import Any

from lpkit.model import Library, Pack

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def published_schemas() -> dict[str, dict[str, Any]]:
    """Give the schemas by file name: draft 2020-12, inside what editors for draft-07 understand."""
    return {
        "library.schema.json": _schema(Library, "An lpkit library: the vocabulary of a folder of packs"),
        "pack.schema.json": _schema(Pack, "An lpkit pack: one pattern of interview question"),
    }


def _schema(model: type[Pack] | type[Library], title: str) -> dict[str, Any]:
    generated = _tidy(model.model_json_schema(by_alias=True))
    return {"$schema": DIALECT, **generated, "title": title}


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
