"""What editors complete and explain from, beside what a JSON Schema says of a file.

`defaultSnippets` and `enumDescriptions` are words of VS Code and yaml-language-server; JSON Schema takes words that it
does not know for notes. Validators that refuse those, as ajv in its strict mode, are told of them, as SchemaStore does.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lpkit.schema.snippets import SNIPPETS, Known, Snippet
from lpkit.schema.snippets.texts import data_of, numbered

VOCABULARY = ("defaultSnippets", "enumDescriptions")
"""The words that are no JSON Schema."""

_BY_MODEL = {snippet.model.__name__: snippet for snippet in SNIPPETS}
_ROOTS = ("Pack", "Library")
_EXAMPLES: Mapping[str, list[Any]] = {
    "Pack.id": ["quiet-a-noisy-alarm", "lose-the-argument-and-deliver"],
    "Pack.formerly": [["old-id-of-the-pack"]],
    "Pack.tags": [["on-call", "operations"]],
    "Evaluate.minutes": [2, 3],
    "Candidate.id": ["a", "b"],
    "Calibration.above": [40, 60],
    "FixIt.id": ["no-owner", "no-figures"],
    "Question.id": ["alarm-trial", "who-was-told-first"],
    "Question.formerly": [["old-pack/old-id"]],
    "Library.id": ["amazon-lp", "interview-practice"],
    "Library.language": ["en", "de", "pt-BR"],
    "Speaking.words_per_minute": [[130, 150]],
    "TestBlueprint.draw": [8, 10],
    "TestBlueprint.strong_from": [70, 80],
    "Frame.who": [["I", "we"]],
    "Frame.did": [["wait", "ask"]],
}
"""Values of keys that a schema can only describe, by mapping and key. Of a single one editors write it as it is."""
_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "Pack.status": {
        "draft": "Being written: checked, not exported.",
        "published": "Checked and exported; its ids are permanent.",
        "retired": "No longer in use: kept for its ids, not exported.",
    },
    "Question.pool": {
        "practice": "Shown with its hint and its worked solution.",
        "test": "Drawn for the test of the pack.",
    },
    "Question.difficulty": {
        "easy": "One step leads to the answer.",
        "medium": "Two considerations lead to the answer.",
        "hard": "Two options are plausible; a subtle fact decides.",
    },
    "Dimension.expects": {
        "first-person": "A high score needs sentences that begin with I.",
        "number": "A high score needs a number that measures something.",
    },
}
"""What each of a few words means, by mapping and key."""

Schema = dict[str, Any]


def helped(schema: Schema, known: Known) -> Schema:
    """Give a schema of the format with snippets, examples and what each of a few words means.

    Nothing that fits or does not fit the schema is another afterwards.
    """
    root = next(name for name in _ROOTS if _BY_MODEL[name].model.__doc__ == schema["description"])
    _help(root, schema, known)
    for name, part in schema["$defs"].items():
        for mapping in (part, *part.get("anyOf", ())):
            if "properties" in mapping:
                # The heading of a hover is the nearest title above a key.
                part["title"] = name
                _help(name, mapping, known)
    schema["defaultSnippets"] = [_snippet(_BY_MODEL[root], known)]
    return schema


def _help(name: str, mapping: Schema, known: Known) -> None:
    for key, value in mapping["properties"].items():
        place = f"{name}.{key}"
        if value.get("default", 0) in (None, [], {}):
            # An editor would write it: nobody wants a key that says nothing.
            del value["default"]
        for part in (value, *value.get("anyOf", ()), *value.get("oneOf", ())):
            _help_list(part, known)
            if place in _MEANINGS and "enum" in part:
                part["enumDescriptions"] = [_MEANINGS[place][word] for word in part["enum"]]
        for found in _mappings_in(value.get("allOf", ())):
            # yaml-language-server makes one of all that must be there, and spoils choices on the way.
            value["defaultSnippets"] = [_snippet(found, known, choices=False)]
        if place in _EXAMPLES:
            value["examples"] = _EXAMPLES[place]


def _help_list(part: Schema, known: Known) -> None:
    """Give a list the snippets of its entries: those of the entries themselves come without a dash."""
    items = part.get("items")
    if part.get("type") != "array" or not isinstance(items, dict):
        return
    found = list(_mappings_in([items, *items.get("anyOf", ()), *items.get("oneOf", ())]))
    if found:
        part["defaultSnippets"] = [_snippet(snippet, known) for snippet in found]
    elif isinstance(items.get("type"), str):
        # For a type as a text, yaml-language-server writes a stop `${1}` that is the first stop once more.
        items["type"] = [items["type"]]


def _mappings_in(parts: Any) -> Iterator[Snippet]:
    for part in parts:
        name = part.get("$ref", "").rpartition("/")[2]
        if name in _BY_MODEL:
            yield _BY_MODEL[name]


def _snippet(snippet: Snippet, known: Known, choices: bool = True) -> Schema:
    body = data_of(snippet.body(known), numbered(choices))
    return {"label": snippet.name, "description": snippet.description, "body": body}
