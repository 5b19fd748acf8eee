"""Files of the JSON export by kind, and with keys in them that only a later version of the format would write."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, RetiredItem, Since, Touched

KINDS = ("index", "pack", "question", "answer", "fix-it", "changes")
LINES = {"packs": "pack", "questions": "question", "answers": "answer", "fix_its": "fix-it"}
LATER = {"added_later": {"by": ["a later version"]}}


def cut(corpus: Corpus) -> Corpus:
    """Give a corpus as one that is cut to what changed since a point: a question that moved, one that is gone."""
    touched = Touched("question", "quiet-alarm/alarm-figure", 1_770_000_000, "old/alarm-figure")
    plain = Touched("marker", "manager-directed", 1_770_000_000)
    gone = RetiredItem("question", "quiet-alarm/old", 1_770_000_000, "It asked for *taste*.", "alarm-figure")
    since = Since("v1.0", (touched, plain), (gone, RetiredItem("pack", "lost", 1_770_000_000)))
    return Corpus(tuple(shelf._replace(since=since) for shelf in corpus.shelves))


def kinds_of(artifact: Artifact) -> Iterator[tuple[str, Any]]:
    """Give what an artifact holds, each with its kind: a file, or one for each line."""
    stem, _, ending = artifact.path.rpartition(".")
    if ending == "json":
        data = json.loads(artifact.content)
        yield data["kind"], data
    elif ending == "jsonl":
        for line in artifact.content.splitlines():
            yield LINES[stem], json.loads(line)


def with_keys(value: Any, schema: Mapping[str, Any], shape: Mapping[str, Any] | None = None) -> Any:
    """Put a key that nobody knows into every object of a file; mappings by id hold what they hold."""
    shape = _of(value, schema if shape is None else shape, schema)
    if isinstance(value, list):
        return [with_keys(entry, schema, shape.get("items", {})) for entry in value]
    if not isinstance(value, dict) or "properties" not in shape:
        return value
    known = {name: with_keys(entry, schema, shape["properties"][name]) for name, entry in value.items()}
    return known | LATER


def _of(value: Any, shape: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    for inner in (*shape.get("allOf", ()), *shape.get("anyOf", ())):
        found = _of(value, inner, schema)
        if isinstance(value, dict) == ("properties" in found):
            return found
    name = shape.get("$ref", "").rpartition("/")[2]
    return schema["$defs"][name] if name else shape
