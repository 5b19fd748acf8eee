"""Examples for the schemas of the export, by definition: a small pack, exported."""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lpkit.export import Corpus, Shelf
from lpkit.model import Library, Pack
from lpkit.model.types import Entry
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.bundle.changes_model import ChangesFile
from lpkit_exporters.bundle.rows import answer_rows, fix_it_rows, question_rows


def examples(definition: str) -> list[Any]:
    """Give an example of a definition; none of what is compiled for programs alone."""
    return _found().get(definition, [])


@cache
def _found() -> dict[str, list[Any]]:
    content = bundle(_corpus())
    libraries = [library.model_copy(update={"spotting": None}) for library in content.index.libraries]
    (pack,) = content.packs.values()
    rows = (rows(pack) for rows in (question_rows, answer_rows, fix_it_rows))
    found: dict[str, list[Any]] = {}
    for whole in (content.index.model_copy(update={"libraries": libraries}), pack, *map(next, rows), _changes()):
        for entry in _entries(whole):
            found.setdefault(type(entry).__name__, [entry.model_dump(mode="json", by_alias=True)])
    return found


def _corpus() -> Corpus:
    data = json.loads(files("lpkit_exporters.json").joinpath("example.json").read_text(encoding="utf-8"))
    times = {(kind, path): time for kind, path, time in data["times"]}
    pack = Pack.model_validate(data["pack"])
    return Corpus((Shelf(Library.model_validate(data["library"]), (pack,), times),))


def _changes() -> ChangesFile:
    data = json.loads(files("lpkit_exporters.json").joinpath("example.json").read_text(encoding="utf-8"))
    return ChangesFile.model_validate(data["changes"])


def _entries(value: Any) -> Iterator[Entry]:
    """Give every entry in a value, the outermost first."""
    if isinstance(value, Entry):
        yield value
        value = dict(value)
    if isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _entries(inner)
