"""TypeScript types of the export, generated from its JSON Schema.

Made for the subset that our own schemas use; anything else stops the generation instead of becoming `any`.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

Schema = Mapping[str, Any]

_ANNOTATIONS = {"description", "title", "default", "contentMediaType", "pattern", "minimum", "maximum", "examples"}
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}
_WIDTH = 100


def declarations(schemas: Sequence[Schema], whole: Sequence[str], about: str) -> str:
    """Give the text of `lpkit.d.ts`: an interface for each definition, and `ExportFile` for the files named `whole`."""
    definitions: dict[str, Schema] = {}
    for schema in schemas:
        definitions |= {**schema["$defs"], schema["title"]: schema}
    note = "Any file of the bundle; `kind` tells which one it is."
    last = f"{_comment(note, '')}export type ExportFile = {' | '.join(whole)};\n"
    return "\n".join([_comment(about, ""), *_interfaces(definitions), last])


def _interfaces(definitions: Mapping[str, Schema]) -> Iterator[str]:
    for name, definition in definitions.items():
        fields = "".join(_fields(definition))
        yield f"{_comment(definition['description'], '')}export interface {name} {{\n{fields}}}\n"


def _fields(definition: Schema) -> Iterator[str]:
    if definition.get("additionalProperties") is not False:
        raise ValueError("only closed objects have a type")
    required = definition.get("required", [])
    for name, field in definition["properties"].items():
        optional = "" if name in required else "?"
        yield f"{_comment(_said(field), '  ')}  {name}{optional}: {_type(field)};\n"


def _said(field: Schema) -> str:
    markdown = " Markdown." if field.get("contentMediaType") == "text/markdown" else ""
    return f"{field.get('description', '')}{markdown}"


def _type(schema: Schema) -> str:
    shape = {key: value for key, value in schema.items() if key not in _ANNOTATIONS}
    match shape:
        case {"$ref": str(reference)} if len(shape) == 1:
            return reference.rpartition("/")[2]
        case {"allOf": [dict(only)]} if len(shape) == 1:
            return _type(only)
        case {"const": value, **rest} if rest.keys() <= {"type"}:
            return _literal(value)
        case {"enum": list(values), **rest} if rest.keys() <= {"type"}:
            return " | ".join(_literal(value) for value in values)
        case {"anyOf": list(choices)} | {"oneOf": list(choices)} if len(shape) == 1:
            return " | ".join(dict.fromkeys(_type(choice) for choice in choices))
        case {"type": "array", "items": dict(items), **rest} if rest.keys() <= {"minItems", "maxItems"}:
            return _array(_type(items), rest)
        case {"type": "object", "additionalProperties": dict(values)} if len(shape) == 2:
            return f"Record<string, {_type(values)}>"
        case {"type": str(name)} if len(shape) == 1 and name in _PLAIN:
            return _PLAIN[name]
    raise ValueError(f"no type for {shape}")


def _array(item: str, limits: Mapping[str, int]) -> str:
    length = limits.get("maxItems")
    if length is not None and length == limits.get("minItems"):
        return f"[{', '.join([item] * length)}]"
    return f"({item})[]" if " " in item else f"{item}[]"


def _literal(value: str | int) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _comment(text: str, indent: str) -> str:
    lines = wrap(text.replace("*/", "* /"), _WIDTH - len(indent))
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    return "".join([f"{indent}/**\n", *(f"{indent} * {line}\n" for line in lines), f"{indent} */\n"])
