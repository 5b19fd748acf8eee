"""The ledger on sentences: each is planted into a clean pack, and is found or left alone.

A case of `tests/ledger/table-*.yaml` is planted behind the text `at` (`a`, `b`, `c`, `q`, `r`, `s` and `model` stand
for longer paths), or in its place where it begins with `=`. `expect` is the code that finds it, or all that do; a case
without is right as it stands and only looks wrong. `it` takes the place of the answer or the excerpt of which the
sentence speaks. `pack` is `two` or `three`, by the number of candidates.
"""

import gc
import json
from functools import cache
from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.diagnostic import Finding
from lpkit.ledger import ledger_of
from lpkit.rules import all_rules
from lpkit.source import Source, read_source
from project import read_yaml

FOLDER = Path(__file__).parent / "ledger"
SHORT = {
    "a": "evaluate.candidates.0",
    "b": "evaluate.candidates.1",
    "c": "evaluate.candidates.2",
    "setting": "evaluate.setting",
    "message": "evaluate.calibration.0.message",
    "above": "evaluate.calibration.0.above",
    "fix": "fix_its.0",
    "model": "model_answer",
    "q": "questions.0",
    "r": "questions.1",
    "s": "questions.2",
}
RULES = [rule for rule in all_rules() if rule.module.startswith("lpkit.rules.ledger.")]


def _load(name: str) -> Any:
    return read_yaml(FOLDER / name)


CASES = [
    pytest.param(case, id=f"{file.stem}-{number}")
    for file in sorted(FOLDER.glob("table-*.yaml"))
    for number, case in enumerate(_load(file.name))
]


@cache
def _base(name: str) -> str:
    return json.dumps(_load(f"{name}.yaml"), ensure_ascii=False)


@cache
def _library() -> LibraryView:
    view = view_library(read_source(FOLDER / "library.yaml", "library.yaml"))[1]
    assert view is not None
    return view


def _planted(case: dict[str, Any]) -> PackView:
    data = json.loads(_base(case.get("pack", "two")))
    head, _, rest = case["at"].partition(".")
    if "it" in case:
        story = {"r": data["questions"][1]} | dict(zip("abc", data["evaluate"]["candidates"], strict=False))
        story[head]["excerpt" if head == "r" else "answer"] = case["it"]
    *parents, last = [
        int(step) if step.isdigit() else step for step in f"{SHORT.get(head, head)}.{rest}".strip(".").split(".")
    ]
    here = data
    for step in parents:
        here = here[step]
    said = case["say"]
    if not isinstance(said, str):
        here[last] = said
    elif said.startswith("="):
        here[last] = said[1:].strip()
    else:
        here[last] = f"{here[last]} {said}"
    view = view_pack(Source("pack.yaml", json.dumps(data, ensure_ascii=False)), _library())[1]
    assert view is not None
    assert view.sound
    return view


def _found(view: PackView) -> list[tuple[str, Finding]]:
    return [(rule.code, finding) for rule in RULES for finding in rule.check(view)]


@pytest.mark.parametrize("name", ["two", "three"])
def test_the_packs_are_clean(name: str) -> None:
    view = view_pack(Source("pack.yaml", _base(name)), _library())[1]
    assert view is not None
    assert _found(view) == []


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_is_found_or_left_alone(case: dict[str, Any]) -> None:
    found = _found(_planted(case))
    wanted = case.get("expect")
    assert [code for code, _ in found] == ([wanted] if isinstance(wanted, str) else wanted or []), found


@pytest.mark.parametrize(
    "unit", ["Hire at 71, 12 of 15 for structure; ", "9 33 40 ", "Candidate B's 35 minutes and 40 travellers. "]
)
def test_a_long_text_of_figures_is_read_to_its_end(unit: str) -> None:
    whole, half = ((unit * 2000)[:length] for length in (20_000, 10_000))
    counts = [len(_found(_planted({"at": "a.notes", "say": f"= {text}"}))) for text in (whole, half)]
    assert counts[0] == pytest.approx(2 * counts[1], abs=4)


def test_a_pack_that_was_checked_is_let_go() -> None:
    _, library = view_library(read_source(FOLDER / "library.yaml", "library.yaml"))
    _, pack = view_pack(read_source(FOLDER / "two.yaml", "two.yaml"), library)
    assert pack is not None
    ledger = ledger_of(pack)
    assert ledger is not None
    assert ledger is ledger_of(pack)
    assert ledger.rows
    assert isinstance(ledger.entries, tuple)
    left = ref(pack)
    del pack, ledger
    gc.collect()
    assert left() is None
