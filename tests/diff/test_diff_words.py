"""What `lpkit diff` says of a change beside its kind: words, old and new values; and which files it reads."""

import json
from pathlib import Path
from typing import Any

import pytest

from project import LIBRARY, PACK, Run, write_sample
from repository import begin, run_git

MARKER = "  - {id: late, title: Late, dimension: impact, cap: 9, verdict: hire, why: Too late.}\ntest:"
FOUND = """
        - {marker: late, quote: In the end we raised the threshold, why: It took a year.}
      notes: The start"""

CASES: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    # A file, its old and its new text, and what is said of one of the changes.
    "marker of the library": (
        LIBRARY,
        "test:",
        MARKER,
        {"kind": "marker-added", "message": "added to the library", "before": None, "after": "late"},
    ),
    "marker on an answer": (
        PACK,
        "\n      notes: The start",
        FOUND,
        {
            "kind": "marker-added",
            "message": 'marker late added on "In the end we raised the threshold"',
            "before": None,
            "after": "In the end we raised the threshold",
        },
    ),
    "what a dimension expects": (
        LIBRARY,
        ", expects: number",
        "",
        {"kind": "dimension-changed", "message": "expects: number became nothing", "before": "number", "after": None},
    ),
    "what a dimension expects now": (
        LIBRARY,
        "A clear course of events.",
        "A clear course of events., expects: number",
        {"kind": "dimension-changed", "message": "expects: nothing became number", "before": None, "after": "number"},
    ),
}


@pytest.mark.parametrize(("name", "old", "new", "said"), CASES.values(), ids=CASES)
def test_words(lpkit: Run, tmp_path: Path, name: str, old: str, new: str, said: dict[str, Any]) -> None:
    for folder in ("old", "new"):
        write_sample(tmp_path / folder)
    file = tmp_path / "new" / "packs" / name
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    changes = json.loads(lpkit("diff", "old/", "new/", "--json").stdout)["changes"]
    assert said in [{key: change[key] for key in said} for change in changes]
    assert said["message"] in lpkit("diff", "old/", "new/").stdout


@pytest.mark.parametrize(("fail_on", "code"), [("major", 0), ("minor", 1), ("patch", 1), ("none", 0)])
def test_a_change_of_just_the_grade_fails(lpkit: Run, tmp_path: Path, fail_on: str, code: int) -> None:
    for folder in ("old", "new"):
        pack = write_sample(tmp_path / folder)
    pack.write_text(pack.read_text(encoding="utf-8").replace("pool: practice", "pool: test"), encoding="utf-8")
    assert lpkit("diff", "old/", "new/", "--fail-on", fail_on).returncode == code


def test_packs_of_both_endings_are_part_of_a_revision(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.rename(pack.with_suffix(".yml"))
    begin(tmp_path)
    assert lpkit("diff", "HEAD").stdout == "no changes of content\n"


def test_what_a_moved_pack_leaves_behind_concerns_the_change(lpkit: Run, tmp_path: Path) -> None:
    """To git it is a rename; to the lock, which did not change, a pack that was published is gone."""
    pack = write_sample(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    begin(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("id: noisy-alarm", "id: quiet-alarm")
    pack.unlink()
    pack.with_name("quiet-alarm.yaml").write_text(text, encoding="utf-8")
    run_git(tmp_path, "add", "--all")
    result = lpkit("check", "--since", "HEAD")
    assert result.returncode == 1
    assert 'LP108 id-vanished: the pack "noisy-alarm" was published and is gone' in result.stdout
