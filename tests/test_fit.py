"""A broken part does not hide the rest, and what follows from a fault is not shown."""

import json
import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.model import Library, Pack
from lpkit.model.roles import has_grown
from lpkit.model.types import Entry
from lpkit.schema import fit
from lpkit.schema.keys import entry_at
from lpkit.schema.neutral import LIBRARY, PACK
from project import check_folder, codes, write_sample


def _change(folder: Path, *changes: tuple[str, str]) -> list[str]:
    pack = write_sample(folder)
    text = pack.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) >= 1, old
        text = text.replace(old, new, 1)
    pack.write_text(text, encoding="utf-8")
    return codes(check_folder(folder))


@pytest.mark.parametrize(("model", "data"), [(Pack, PACK), (Library, LIBRARY)])
def test_stand_ins_fit(model: type[Pack] | type[Library], data: dict[str, object]) -> None:
    fitted = fit(model, data, [])
    assert fitted.model is not None
    assert not fitted.misfits


@pytest.mark.parametrize(("model", "data"), [(Pack, PACK), (Library, LIBRARY)])
def test_every_key_has_a_stand_in(model: type[Pack] | type[Library], data: dict[str, Any]) -> None:
    """Those by which the format grew need none: broken, they are left out."""
    assert _from_the_start(model) == set(data)
    for section in {"evaluate", "model_answer", "test"} & set(data):
        entry = entry_at(model, (section,))
        assert entry is not None
        assert _from_the_start(entry) == set(data[section])


def _from_the_start(entry: type[Entry]) -> set[str]:
    return {field.alias or name for name, field in entry.model_fields.items() if not has_grown(field)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param([("status: published", "status: published\ntags: 17")], ["LP012"], id="optional list"),
        pytest.param([("sentences: 3", "sentences: x")], ["LP012"], id="optional mapping"),
        pytest.param([("title: Quiet", "titel: Quiet")], ["LP010"], id="misspelt key is one fault"),
        pytest.param([("    stem: Which principle", "    stam: Which principle")], ["LP010"], id="in a question"),
        pytest.param([("      total: 19", '      total: "19"')], ["LP012"], id="quoted total"),
        pytest.param(
            [("      total: 19", "      total: x"), ("      total: 89", "      total: 90")],
            ["LP012", "LP204"],
            id="the other candidate is still checked",
        ),
        pytest.param(
            [("answer: Ownership", "answer: Owner"), ("    pool: test", "    pool: exam")],
            ["LP401", "LP013"],
            id="the other questions are still checked",
        ),
        pytest.param(
            [("        - marker: manager", "        - marcer: manager")], ["LP010"], id="only the auto-fail is lost"
        ),
        pytest.param([("  - id: a\n", "  - id: A B\n")], ["LP013"], id="broken id of a candidate"),
        pytest.param([("evaluate:", "evalute:")], ["LP010"], id="a whole section under a wrong key"),
        pytest.param([("  rubric: behavioral", "  rubric: {a: 1}")], ["LP012"], id="rubric of a wrong kind"),
        pytest.param([("status: published", "status: done")], ["LP013"], id="no such status"),
        pytest.param([("principle: ownership", "principle: &p ownership")], ["LP004"], id="anchor"),
        pytest.param([("minutes: 2", "minutes: *m")], ["LP004"], id="alias hides its value"),
        pytest.param([("minutes: 2", "minutes: 0")], ["LP013"], id="number out of range"),
        pytest.param([("format: 1", "format: 2"), ("title: Quiet", "titel: Quiet")], ["LP014"], id="other format"),
    ],
)
def test_what_is_reported(tmp_path: Path, changes: list[tuple[str, str]], expected: list[str]) -> None:
    assert _change(tmp_path, *changes) == expected


def test_every_key_may_be_missing(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    data = YAML(typ="safe").load(pack)
    for key in data:
        rest = {name: value for name, value in data.items() if name != key}
        fitted = fit(Pack, rest, [])
        assert fitted.model is not None
        assert [misfit.kind for misfit in fitted.misfits] == ([] if key == "retired" else ["missing-key"])


def test_several_faults_in_one_item_are_all_shown(tmp_path: Path) -> None:
    changes = [("    hint: Who asked", "    hnit: Who asked"), ("    difficulty: easy", "    difficulty: eazy")]
    assert sorted(_change(tmp_path, *changes)) == ["LP010", "LP013"]


def test_a_space_that_is_missing_behind_a_colon_is_named(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("{structure: 12,", "{structure:12,", 1), encoding="utf-8")
    said = [entry for entry in check_folder(tmp_path).diagnostics if "structure:12" in entry.message]
    assert [(entry.code, entry.help) for entry in said] == [("LP012", "write structure: 12")]
    assert "a space is missing behind the colon" in said[0].message


@pytest.mark.parametrize("place", ["", "      "])
def test_a_key_with_half_a_character_is_an_unknown_key(tmp_path: Path, place: str) -> None:
    """JSON escapes may name one half of a surrogate pair, which is no character: of a key pydantic names no place."""
    pack = write_sample(tmp_path)
    before, delivery, after = pack.read_text(encoding="utf-8").partition("      delivery: ")
    added = f'{before}      "\\ud800x": 1\n{delivery}{after}' if place else f'{before}{delivery}{after}"\\ud800x": 1\n'
    pack.write_text(added, encoding="utf-8")
    report = check_folder(tmp_path)
    assert codes(report) == ["LP010"]
    assert report.diagnostics[0].message == 'unknown key "\\ud800x"'


@pytest.mark.parametrize("escape", ["\\u001b[2J", "\\ud800", "\\ufffe"])
@pytest.mark.parametrize("key", ["steps", "options"])
def test_a_list_in_one_text_may_spell_what_no_file_holds(tmp_path: Path, key: str, escape: str) -> None:
    """What is meant is tried as YAML of its own, where the character itself would stand."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(
        re.sub(rf"    {key}: \[.*\]", lambda _: f'    {key}: "1. Ask {escape}"', text, count=1), encoding="utf-8"
    )
    assert "LP012" in codes(check_folder(tmp_path))


def test_a_text_with_half_a_character_is_called_so(tmp_path: Path) -> None:
    """What writes JSON with ASCII alone writes an emoji as two escapes, which YAML does not join."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("hint: Who asked for the count?", 'hint: "Who \\ud83d\\ude00?"'), encoding="utf-8")
    (found,) = check_folder(tmp_path).diagnostics
    assert found.code == "LP013"
    assert found.message == '"hint" has an escape that is half of a character'
    assert found.help == 'write the character itself, or as "\\U0001F600"'


EXAMPLES = Path(__file__).parents[1] / "docs/format/example"
NAMES = sorted(set(PACK) | set(LIBRARY) | {"candidates", "calibration", "dimensions", "options", "patterns"})
DAMAGED: list[Any] = [None, 17, "x", [], [None], [[]], [{}], {}, {"x": None}, *({name: [{}]} for name in NAMES)]
"""What may stand where something else belongs; a list of any name too, also where authors name the keys."""


def _places(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        yield from _places(value, (*at, key))


@pytest.mark.parametrize(
    ("model", "name"),
    [(Library, "library.yaml"), (Pack, "ownership/quiet-a-noisy-alarm.yaml")],
    ids=["library", "pack"],
)
def test_whatever_stands_in_one_place_the_rest_becomes_a_model(model: type[Pack] | type[Library], name: str) -> None:
    whole = YAML(typ="safe", pure=True).load(EXAMPLES / name)
    for *parent, last in (place for place in _places(whole) if place not in {(), ("format",)}):
        for value in DAMAGED:
            data = deepcopy(whole)
            here = data
            for step in parent:
                here = here[step]
            here[last] = value
            assert fit(model, data, []).model is not None, (parent, last, value)


@pytest.mark.parametrize("name", ["library.yaml", "ownership/quiet-a-noisy-alarm.yaml"])
def test_of_whatever_stands_in_one_place_a_check_says_what_is_meant(tmp_path: Path, name: str) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "packs")
    whole = YAML(typ="safe", pure=True).load(EXAMPLES / name)
    # Entries of one list are alike.
    places = {tuple(step if isinstance(step, str) else 0 for step in place): place for place in _places(whole)}
    for *parent, last in (place for place in places.values() if place not in {(), ("format",)}):
        for value in ("x y", {}, [[]]):
            data = deepcopy(whole)
            here = data
            for step in parent:
                here = here[step]
            here[last] = value
            (tmp_path / "packs" / name).write_text(json.dumps(data), encoding="utf-8")
            found = check_folder(tmp_path, select=("LP012", "LP013")).diagnostics
            assert all(entry.message for entry in found)
