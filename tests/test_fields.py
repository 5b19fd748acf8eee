"""Every optional field of the format, filled alone: is it hashed, named by `diff`, shown or declared lost, kept?

The fields and their values follow from the models, so a new key is asked the same as soon as it is there.
"""

import json
from copy import deepcopy
from functools import cache
from io import StringIO
from typing import Any

import pytest
from ruamel.yaml import YAML

from fields import SAMPLE, corpus_of, field_of
from filling import NAME, ROOTS, Steps, bare, filled, is_unseen, optional_fields
from lpkit.corpus import view_library, view_pack
from lpkit.difference import Snapshot, compare
from lpkit.difference.snapshot import Shelf
from lpkit.export import exporter_names, load_exporter
from lpkit.formatting import format_source
from lpkit.importing import plan_import
from lpkit.model import Library, Pack, Question
from lpkit.model.roles import has_grown
from lpkit.publishing.presence import library_presences, pack_presences
from lpkit.schema import fit
from lpkit.source import decode
from lpkit.text.languages import language_of
from lpkit_exporters.json import exporter as json_exporter
from lpkit_importers.json import importer as json_importer

Data = dict[str, Any]
FIELDS = {(root, *at): field for root, entry in ROOTS.items() for at, field in optional_fields(entry)}
FROM_THE_START = {
    *("library.markers", "library.markers.phrases", "library.retired", "library.retired.replaced_by"),
    *("library.rubrics.dimensions.expects", "evaluate.rubric.expects", "tags", "retired", "retired.replaced_by"),
    *("evaluate.candidates.auto_fails", "evaluate.calibration", "model_answer.requires"),
    *("model_answer.requires.first_person_sentences", "model_answer.requires.numbers"),
    *("questions.excerpt", "questions.mistakes", "questions.options.why"),
}
"""What was optional when format 1 began, frozen: hashes hold it at its default, and no later key may be so."""
NO_LINE = {"library.markers", "library.retired"}
"""Fields that add lines to the lock, and change none."""
AT_ITS_ITEM = {"retired", "library.retired"}
"""Ids that are no longer there are named where the item goes."""


def _yaml(text: str) -> Data:
    return dict(YAML(typ="safe").load(text))


def _sources() -> dict[str, Data]:
    (pack,) = SAMPLE.glob("*/*.yaml")
    read = {"library": SAMPLE / "library.yaml", "pack": pack}
    return {root: bare(_yaml(file.read_text(encoding="utf-8")), ROOTS[root]) for root, file in read.items()}


BARE = _sources()


def _around(at: Steps) -> dict[str, Data]:
    """Give the bare sources with all that a field needs around it, without the field."""
    sources = deepcopy(BARE)
    if at[:3] == ("pack", "evaluate", "rubric"):
        sources["pack"]["evaluate"]["rubric"] = deepcopy(sources["library"]["rubrics"][0]["dimensions"])
    if at[:2] == ("library", "markers"):
        # A card tells of a marker where an answer shows it.
        found = {"marker": NAME, "quote": "manager", "why": "Without it there would be no story."}
        sources["pack"]["evaluate"]["candidates"][0]["auto_fails"] = [found]
    here: Any = sources
    for end, step in enumerate(at[:-1], start=1):
        if isinstance(here, dict) and step not in here:
            field = FIELDS[at[:end]]
            here[step] = _without(filled(field, str(step)), at[end:])
        if isinstance(here[step], str):
            here[step] = {"text": here[step]}
        here = here[step]
    return sources


def _without(value: Any, below: Steps) -> Any:
    """Take a field out of a value that was filled with everything."""
    here = value
    for step in below[:-1]:
        here = here[step]
    here.pop(below[-1], None)
    return value


@cache
def _pair(at: Steps) -> tuple[dict[str, Data], dict[str, Data]]:
    """Give the sources without a field and with it."""
    without = _around(at)
    given = deepcopy(without)
    here: Any = given
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = filled(FIELDS[at], str(at[-1]))
    return without, given


def _hashes(sources: dict[str, Data]) -> dict[object, str]:
    (shelf,) = corpus_of(sources).shelves
    lines = (*library_presences(shelf.library), *pack_presences(shelf.library, shelf.packs[0]))
    return {line.key: line.hash for line in lines}


def _snapshot(sources: dict[str, Data]) -> Snapshot:
    texts = {root: _text(data) for root, data in sources.items()}
    _, library = view_library(decode(texts["library"].encode(), "library.yaml"))
    _, pack = view_pack(decode(texts["pack"].encode(), "pack.yaml"), library)
    assert library is not None
    assert pack is not None
    return Snapshot({library.library.id: Shelf(library, {pack.pack.id: pack}, {pack.pack.id: "pack.yaml"})})


def _text(data: Data) -> str:
    out = StringIO()
    YAML(typ="safe").dump(data, out)
    return out.getvalue()


def _ids(at: Steps) -> str:
    return field_of(at)


every_field = pytest.mark.parametrize("at", FIELDS, ids=_ids)


def test_there_are_fields_to_ask() -> None:
    assert len(FIELDS) > 15
    for at in FIELDS:
        corpus_of(_pair(at)[1])


def test_only_what_was_there_from_the_start_is_held_at_its_default() -> None:
    assert {field_of(at) for at, field in FIELDS.items() if not has_grown(field)} == FROM_THE_START


@every_field
def test_hashes_follow(at: Steps) -> None:
    without, given = map(_hashes, _pair(at))
    if is_unseen(FIELDS[at]):
        assert given == without, "nothing that learners see"
    elif field_of(at) in NO_LINE:
        assert given.keys() > without.keys()
    elif at[0] == "pack" or _has_line(at):
        assert given != without


def _has_line(at: Steps) -> bool:
    """Tell whether a field of a library is a part of something that has a line in the lock."""
    return at[1] in {"markers", "retired"} or "dimensions" in at


@every_field
def test_diff_names_it(at: Steps) -> None:
    without, given = map(_snapshot, _pair(at))
    if field_of(at) not in AT_ITS_ITEM:
        assert compare(without, given)
        assert compare(given, without)


@every_field
@pytest.mark.parametrize("name", exporter_names())
def test_readers_see_it_or_it_is_declared_lost(name: str, at: Steps) -> None:
    exporter, field = load_exporter(name), field_of(at)
    without, given = map(corpus_of, _pair(at))
    lost = {loss.field for loss in exporter.losses(given)}
    silent = {artifact.content for artifact in exporter.render(without, {})} == {
        artifact.content for artifact in exporter.render(given, {})
    }
    declared = any(field == loss or field.startswith(f"{loss}.") for loss in lost)
    if name == "json" or not is_unseen(FIELDS[at]):
        assert declared or not silent


@every_field
def test_no_trace_of_a_default(at: Steps) -> None:
    """A key by which the format grew is absent from the export.

    But for pins, which came before that was settled, and ids of options, which each one has there.
    """
    if not has_grown(FIELDS[at]) or field_of(at) in {"questions.options.pinned", "questions.options.id"}:
        return
    for sources, expected in zip(_pair(at), (False, True), strict=True):
        files = {entry.path: entry.content for entry in json_exporter.render(corpus_of(sources), {})}
        found: Any = json.loads(files["index.json"])["libraries"][0]
        if at[0] == "pack":
            found = json.loads(files[found["packs"][0]["path"]])
        if at[1:3] == ("evaluate", "rubric"):
            found["evaluate"]["rubric"] = found["evaluate"]["rubric"]["dimensions"]
        for step in at[1:-1]:
            found = found[step]
        assert (at[-1] in found) is expected


@every_field
def test_fmt_keeps_it(at: Steps) -> None:
    _, given = _pair(at)
    name = "library.yaml" if at[0] == "library" else "pack.yaml"
    text = format_source(decode(_text(given[str(at[0])]).encode(), name))
    assert text is not None
    assert _yaml(text) == given[str(at[0])]


@every_field
def test_import_json_brings_it_back(at: Steps) -> None:
    if at[:2] != ("pack", "questions"):
        return
    _, given = _pair(at)
    (index, pack, *_) = json_exporter.render(corpus_of(given), {})
    assert index.path == "index.json"
    imported = json_importer.read(pack.content, {})
    plan = plan_import(imported.drafts, [], [], {}, language_of("en"))
    told = [note.message for note in (*imported.notes, *plan.notes)]
    assert [message for message in told if not message.endswith("has no hint")] == []
    entries = [Question.model_validate(entry) for entry in plan.entries]
    assert entries == Pack.model_validate(given["pack"]).questions


@every_field
def test_what_does_not_fit_is_set_aside(at: Steps) -> None:
    """With a wrong type in the field the file still becomes a whole model."""
    _, given = _pair(at)
    sources = deepcopy(given)
    here: Any = sources
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = {"no": ["such", {"value": 1}]}
    root = str(at[0])
    fitted = fit(Library, sources[root], []) if root == "library" else fit(Pack, sources[root], [])
    assert fitted.model is not None
    assert fitted.misfits
