"""The data card: what the rows are, where they come from, and what they do not prove.

Its head is what the library `datasets` reads: which files are which split, and the type of each column.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from pydantic import BaseModel

from lpkit_exporters.bundle.index_model import LibraryEntry
from lpkit_exporters.bundle.inline import inline
from lpkit_exporters.bundle.rows_model import QuestionRow
from lpkit_exporters.eval.rows import TIME, Data, JudgedAnswer, MarkerRow

SPLITS = ("train", "test")
_MODELS: Mapping[str, type[BaseModel]] = {"answers": JudgedAnswer, "questions": QuestionRow, "markers": MarkerRow}
_TYPES = {"string": "string", "integer": "int64", "boolean": "bool"}
_PLACE = re.compile(r"\[\[([A-Z ]+)\]\]")
Shape = Mapping[str, Any]


class Part(NamedTuple):
    """A file of rows: the configuration and the split that it is, its path, its rows."""

    name: str
    split: str
    path: str
    rows: list[Data]


def card(libraries: Sequence[LibraryEntry], parts: Sequence[Part], test: int) -> str:
    """Give the text of `README.md`."""
    text = files("lpkit_exporters.eval").joinpath("card.md").read_text(encoding="utf-8")
    told = {
        "HEAD": "\n".join(_head(libraries, parts)),
        "LIBRARIES": "\n".join(map(_named, libraries)),
        "COUNTS": "\n".join(_counts(parts)),
        "TEST": str(test),
        **{f"{name.upper()} COLUMNS": "\n".join(_columns(model)) for name, model in _MODELS.items()},
    }
    return _PLACE.sub(lambda place: told[place[1]], text)


def _named(library: LibraryEntry) -> str:
    return f"- {inline(library.title)} (`{library.id}`, {library.language})"


def _head(libraries: Sequence[LibraryEntry], parts: Sequence[Part]) -> Iterator[str]:
    """Give the lines of YAML; a text in JSON is one in YAML too."""
    names = list(dict.fromkeys(part.name for part in parts))
    languages = sorted({library.language for library in libraries})
    yield f"language: {json.dumps(languages)}"
    yield f"pretty_name: {json.dumps(', '.join(library.title for library in libraries))}"
    yield f"configs:{'' if names else ' []'}"
    for name in names:
        yield f"- config_name: {name}"
        yield "  data_files:"
        for part in parts:
            if part.name == name:
                yield f"  - {{split: {part.split}, path: {part.path}}}"
    yield f"dataset_info:{'' if names else ' []'}"
    for name in names:
        yield f"- {json.dumps({'config_name': name, 'features': _features(_MODELS[name])})}"


@cache
def _features(model: type[BaseModel]) -> list[dict[str, Any]]:
    schema = model.model_json_schema(by_alias=True)
    columns = {name: shape for name, shape in schema["properties"].items() if name != TIME}
    return [_feature(name, shape, schema.get("$defs", {})) for name, shape in columns.items()]


def _feature(name: str, shape: Shape, known: Shape) -> dict[str, Any]:
    """Describe a column in the words of `datasets`."""
    shape = next((entry for entry in shape.get("anyOf", ()) if entry.get("type") != "null"), shape)
    if shape.get("type") != "array":
        return {"name": name, "dtype": _TYPES[shape["type"]]}
    items = shape["items"]
    if "$ref" in items:
        inner = known[items["$ref"].rpartition("/")[2]]["properties"]
        return {"name": name, "list": [_feature(key, entry, known) for key, entry in inner.items()]}
    return {"name": name, "list": "string"}


def _counts(parts: Sequence[Part]) -> Iterator[str]:
    yield "| rows | split | packs | number | among them |"
    yield "| --- | --- | --- | --- | --- |"
    for part in parts:
        packs = len({(row["library"], row.get("pack")) for row in part.rows}) if part.name != "markers" else "–"
        yield f"| {part.name} | {part.split} | {packs} | {len(part.rows)} | {_among(part)} |"


def _among(part: Part) -> str:
    if part.name == "answers":
        passing = sum(row["passes"] for row in part.rows)
        return f"{passing} pass, {sum(bool(row['auto_fails']) for row in part.rows)} show a marker"
    if part.name == "questions":
        counts = Counter(row["difficulty"] for row in part.rows)
        return ", ".join(f"{counts[name]} {name}" for name in ("easy", "medium", "hard"))
    return ""


def _columns(model: type[BaseModel]) -> Iterator[str]:
    yield "| column | what it holds |"
    yield "| --- | --- |"
    for name, field in model.model_fields.items():
        if name == TIME:
            continue
        said = (field.description or "").replace(", or null", ", or empty")
        yield f"| `{name}` | {said} |"
