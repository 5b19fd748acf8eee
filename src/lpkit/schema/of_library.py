"""The schema of the packs of one library: its own ids, with their titles, where packs refer to them.

It stands beside library.yaml, and packs name it in their first line, so that any editor with yaml-language-server
completes and explains the ids. lpkit itself judges packs by the library, never by this file.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from lpkit.files import UnreadableError, opened
from lpkit.model import Dimension, Library, Rubric, Verdict
from lpkit.printable import json_text
from lpkit.schema.publish import pack_schema
from lpkit.schema.snippets import known_of

SCHEMA_FILE = "pack.schema.json"
_HEAD = 4096
"""Bytes at the head of a schema in which it says who wrote it."""
_MARK = "Written by lpkit schema --library"
_NOTE = f"{_MARK} from library.yaml beside it, and written anew by it: do not edit."

_Entry = tuple[str, str, str]
"""An id, its title, and what is told of it."""


def schema_of(library: Library) -> dict[str, Any]:
    """Give the schema of the packs of a library: what fits it fits the published one too."""
    schema = {**pack_schema(known_of(library)), "title": f"A pack of {library.title}"}
    root, parts = schema["properties"], schema["$defs"]
    _name(root["principle"], [(entry.id, entry.title, entry.summary) for entry in library.principles])
    _name(root["level"], [(entry.id, entry.title, "") for entry in library.levels])
    verdicts = [(entry.id, entry.title, _band(entry, library.verdicts)) for entry in library.verdicts]
    _name(parts["Candidate"]["properties"]["verdict"], verdicts)
    _name(parts["AutoFail"]["properties"]["marker"], [(entry.id, entry.title, entry.why) for entry in library.markers])
    choices = parts["Evaluate"]["properties"]["rubric"]
    for choice in (*choices.get("oneOf", ()), *choices.get("anyOf", ())):
        if choice["type"] == "string":
            _name(choice, [(entry.id, _titles(entry.dimensions), "") for entry in library.rubrics])
    parts["Evaluate"]["allOf"] = [_scored_by(rubric, not number) for number, rubric in enumerate(library.rubrics)]
    return {"$schema": schema.pop("$schema"), "$comment": _NOTE, **schema}


def schema_text(library: Library) -> str:
    """Give that schema as it is written."""
    return json_text(schema_of(library)) + "\n"


def is_own(file: Path) -> bool:
    """Tell whether lpkit wrote a file, however little is left of it; another schema of that name is its author's."""
    try:
        with opened(file) as stream:
            return _MARK.encode() in stream.read(_HEAD)
    except UnreadableError:
        return False


def in_step(text: str, library: Library) -> bool:
    """Tell whether a file holds the schema of a library, however it is laid out."""
    try:
        written = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return bool(written == schema_of(library))


def _name(value: dict[str, Any], entries: Sequence[_Entry]) -> None:
    """Let a value be one of some ids; where there are none it stays what it is."""
    if entries:
        for word in ("pattern", "maxLength"):
            value.pop(word, None)
        value["anyOf"] = _choices(entries)


def _choices(entries: Iterable[_Entry]) -> list[dict[str, str]]:
    """Give one alternative for each id; an id that stands there twice is one."""
    found: dict[str, dict[str, str]] = {}
    for name, title, told in entries:
        found.setdefault(name, {"const": name, "title": title, "description": f"{title}: {told}" if told else title})
    return list(found.values())


def _scored_by(rubric: Rubric, default: bool) -> dict[str, Any]:
    """Say what dimensions count where a pack names a rubric; those of the `default` also before it names one."""
    named: dict[str, Any] = {"type": "object", "properties": {"rubric": {"type": "string", "const": rubric.id}}}
    dimensions = [(entry.id, entry.title, _described(entry)) for entry in rubric.dimensions]
    # Of alternatives as entries of a list, yaml-language-server offers each once more, as "(array item)".
    listed = _choices(dimensions)
    words = {"enum": [one["const"] for one in listed], "enumDescriptions": [one["description"] for one in listed]}
    first = {"type": "array", "items": {"type": ["string"], **words}}
    scores = {entry.id: {"type": "integer", "minimum": 0, "maximum": entry.weight} for entry in rubric.dimensions}
    reasons = {entry.id: {"type": "string"} for entry in rubric.dimensions}
    told = {name: {"title": title, "description": f"{title}: {about}"} for name, title, about in dimensions}
    keyed = {
        key: {
            "type": "object",
            "properties": {name: {**told[name], **kind} for name, kind in kinds.items()},
            "additionalProperties": False,
        }
        for key, kinds in (("scores", scores), ("reasons", reasons))
    }
    candidates = {"type": "array", "items": {"type": "object", "properties": keyed}}
    return {
        "if": named if default else {**named, "required": ["rubric"]},
        "then": {"type": "object", "properties": {"score_first": first, "candidates": candidates}},
    }


def _titles(dimensions: Sequence[Dimension]) -> str:
    return ", ".join(entry.title for entry in dimensions)


def _described(dimension: Dimension) -> str:
    return f"up to {dimension.weight}. {dimension.looks_for}"


def _band(verdict: Verdict, verdicts: Sequence[Verdict]) -> str:
    higher = [other.starts_at for other in verdicts if other.starts_at > verdict.starts_at]
    passes = "passes" if verdict.passes else "does not pass"
    return f"totals from {verdict.starts_at} to {min(higher) - 1 if higher else 100}; {passes}"
