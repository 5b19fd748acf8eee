"""Prose as HTML beside the Markdown that it is made of: what the setting `html` adds."""

from collections.abc import Mapping
from typing import Any

from lpkit.export import render_markdown
from lpkit_exporters.json.schema import export_schema, is_prose

Shape = Mapping[str, Any]


def with_html(data: Any, kind: str) -> Any:
    """Give a file of a kind with a key `<name>_html` after each that holds Markdown, which its schema tells."""
    schema = export_schema(kind)
    return _added(data, schema, schema["$defs"])


def _added(value: Any, shape: Shape, known: Mapping[str, Shape]) -> Any:
    shape = _resolved(value, shape, known)
    if isinstance(value, list):
        return [_added(entry, shape.get("items", {}), known) for entry in value]
    if not isinstance(value, dict):
        return value
    added: dict[str, Any] = {}
    for name, entry in value.items():
        inner = shape.get("properties", {}).get(name, shape.get("additionalProperties") or {})
        added[name] = _added(entry, inner, known)
        if "properties" in shape and is_prose(inner):
            added[f"{name}_html"] = _rendered(entry)
    return added


def _resolved(value: Any, shape: Shape, known: Mapping[str, Shape]) -> Shape:
    """Give the shape that describes a value: that of its definition, or that of the choices which fits its form."""
    for inner in (*shape.get("allOf", ()), *shape.get("anyOf", ())):
        found = _resolved(value, inner, known)
        if isinstance(value, dict) == ("properties" in found) and isinstance(value, list) == ("items" in found):
            return found
    name = shape.get("$ref", "").rpartition("/")[2]
    return known[name] if name else shape


def _rendered(value: Any) -> Any:
    if isinstance(value, str):
        return render_markdown(value)
    if isinstance(value, dict):
        return {name: _rendered(entry) for name, entry in value.items()}
    return [_rendered(entry) for entry in value] if isinstance(value, list) else None
