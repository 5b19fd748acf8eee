"""Every field of the sample library and its pack, and copies of them with one field changed."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from filling import ROOTS, Steps, complete, is_unseen, keyed_fields, optional_fields
from lpkit.export import Corpus, Shelf
from lpkit.model import Library, Pack

SAMPLE = Path(__file__).parent / "export" / "sample"
NO_CONTENT = {"format", "status"}
"""The version of the source's format, and whether there is an export at all."""
IDENTITY = {
    ".".join(step for step in at if isinstance(step, str))
    for root, entry in ROOTS.items()
    for at, field in optional_fields(entry, () if root == "pack" else (root,))
    if is_unseen(field)
}
"""What an item is or was called, and how it is found in a text: nothing for readers."""
KEYED = {name for entry in ROOTS.values() for name in keyed_fields(entry)}
"""Mappings from ids to values."""
OTHER = {"practice": "test", "test": "practice", "easy": "hard", "medium": "hard", "hard": "easy"} | {
    "number": "first-person",
    "first-person": "number",
}


def _source() -> dict[str, Any]:
    """Give the library and its pack as plain data, every optional field filled."""
    yaml = YAML(typ="safe")
    library = complete(yaml.load(SAMPLE / "library.yaml"), Library)
    (pack,) = (complete(yaml.load(file), Pack) for file in SAMPLE.glob("*/*.yaml"))
    used = Pack.model_validate(pack).model_dump(mode="json")
    own = Library.model_validate(library).model_dump(mode="json", by_alias=True)
    return {"library": own, "pack": used}


SOURCE = _source()


def _leaves(value: Any, at: Steps = ()) -> Iterator[Steps]:
    entries = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else None
    if entries is None:
        if value is not None:
            yield at
        return
    for step, entry in entries:
        yield from _leaves(entry, (*at, step))


def field_of(at: Steps) -> str:
    """Name a field as losses do: `evaluate.minutes` of a pack, `library.speaking` of its library."""
    names = [str(step) for step in at if isinstance(step, str)]
    keyed = next((place for place, name in enumerate(names) if name in KEYED), len(names))
    names = names[: keyed + 1]
    return ".".join(names[1:] if names[0] == "pack" else names)


def _changed(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return OTHER.get(value, f"{value}x")


def corpus_of(source: dict[str, Any]) -> Corpus:
    """Make a corpus of a library and one pack."""
    library, pack = Library.model_validate(source["library"]), Pack.model_validate(source["pack"])
    return Corpus((Shelf(library, (pack,)),))


def with_change(at: Steps) -> Corpus:
    """Change one value, and the texts that must stay equal to it."""
    source = deepcopy(SOURCE)
    here: Any = source
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = _other_option(here) if "options" in here and at[-1] == "answer" else _changed(here[at[-1]])
    return corpus_of(source)


def _other_option(question: Any) -> str:
    """Give the text of an option that is not the key: no other text may be one."""
    texts = [option if isinstance(option, str) else option["text"] for option in question["options"]]
    return next(text for text in texts if text != question["answer"])


FIELDS: dict[str, list[Steps]] = {}
for steps in _leaves(SOURCE):
    if field_of(steps).removeprefix("library.") not in NO_CONTENT and field_of(steps) not in IDENTITY:
        FIELDS.setdefault(field_of(steps), []).append(steps)


ORIGINAL = corpus_of(SOURCE)
