"""Labelled edits of the sample: which changes `lpkit diff` sees in each, and how it grades them."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.corpus import discover
from lpkit.difference import Snapshot, compare, take_snapshot
from project import LIBRARY, PACK, SAMPLE

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(Path(__file__).parent.glob("*.yaml"))
    for case in YAML(typ="safe").load(file)
]


def _edit(file: Path, edits: list[dict[str, Any]]) -> None:
    text = file.read_text(encoding="utf-8")
    for edit in edits:
        if "old" in edit:
            assert text.count(edit["old"]) == 1, f"{edit['old']!r} stands {text.count(edit['old'])} times"
            text = text.replace(edit["old"], edit["new"])
        text += edit.get("append", "")
    file.write_text(text, encoding="utf-8")


def _snapshot(folder: Path) -> Snapshot:
    listing = discover([folder], [], folder, folder)
    return take_snapshot(listing, lambda file: file.relative_to(folder).as_posix())


def _states(case: dict[str, Any], folder: Path) -> tuple[Snapshot, Snapshot]:
    old, new = folder / "old", folder / "new"
    shutil.copytree(SAMPLE, old)
    _edit(old / PACK, case.get("base", []))
    shutil.copytree(old, new)
    _edit(new / PACK, [*case.get("edit", []), {"append": case.get("append", "")}])
    _edit(new / LIBRARY, case.get("library", []))
    if "remove" in case:
        (new / case["remove"]).unlink()
    if "move" in case:
        (new / case["move"]).parent.mkdir(exist_ok=True)
        (new / PACK).rename(new / case["move"])
    if "copy" in case:
        text = (new / PACK).read_text(encoding="utf-8").replace("id: noisy-alarm", f"id: {case['copy']['as']}")
        (new / case["copy"]["to"]).write_text(text, encoding="utf-8")
    return _snapshot(old), _snapshot(new)


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES)
def test_edit(case: dict[str, Any], tmp_path: Path) -> None:
    changes = compare(*_states(case, tmp_path))
    assert sorted(change.kind for change in changes) == sorted(case["expect"]), [change.message for change in changes]
    assert max((change.grade.label for change in changes), default=None, key=_RANK.index) == case.get("grade")
    assert all(case["says"] in change.message for change in changes if "says" in case)
    if "proof" in case:
        proofs = [change.proof for change in changes if change.proof]
        assert proofs
        assert {(proof.total, proof.verdict) for proof in proofs} == {tuple(case["proof"].values())}


_RANK = ["patch", "minor", "major"]


@pytest.mark.parametrize("case", CASES)
def test_nothing_changes_against_itself(case: dict[str, Any], tmp_path: Path) -> None:
    old, new = _states(case, tmp_path)
    assert compare(old, old) == []
    assert [change.kind for change in compare(new, new)] in ([], ["not-compared"])
