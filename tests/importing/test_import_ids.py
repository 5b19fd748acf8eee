"""Ids of imported questions: made where none is given, never taken twice, never one that is retired."""

import json
from pathlib import Path
from typing import Any

import pytest

from project import PACK, Run, write_sample

RETIRED = "\nretired:\n  - {id: old-question, reason: It asked for taste.}\n"


def _question(name: str, stem: str) -> dict[str, Any]:
    return {
        "id": name,
        "pool": "practice",
        "difficulty": "easy",
        "stem": stem,
        "options": ["To compare", "To please", "To save"],
        "answer": "To compare",
        "steps": ["So it is To compare."],
        "hint": "Think.",
    }


@pytest.mark.parametrize(
    ("names", "added", "left_out"),
    [
        pytest.param(["alarm-trial"], [], ["alarm-trial"], id="of a question of the pack"),
        pytest.param(["own-start"], [], ["own-start"], id="of a fix-it of the pack"),
        pytest.param(["a"], [], ["a"], id="of a candidate of the pack"),
        pytest.param(["old-question"], [], ["old-question"], id="of what is retired"),
        pytest.param(["new", "new"], ["new"], ["new"], id="of an earlier one in the file"),
        pytest.param(["new", "newer"], ["new", "newer"], [], id="of nothing"),
    ],
)
def test_id_that_is_taken(lpkit: Run, tmp_path: Path, names: list[str], added: list[str], left_out: list[str]) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8") + RETIRED, encoding="utf-8")
    before = pack.read_text(encoding="utf-8")
    questions = [_question(name, f"Why is number {number} run?") for number, name in enumerate(names)]
    document = {"kind": "pack", "format": 1, "questions": questions}
    (tmp_path / "p.json").write_text(json.dumps(document), encoding="utf-8")
    result = lpkit("import", "json", "p.json", "--pack", f"packs/{PACK}")
    assert result.returncode == 0, result.stderr
    assert result.stderr.splitlines() == [
        *(
            f"p.json: question {name}: left out: the id {name} is taken by another question, or retired"
            for name in left_out
        ),
        f"packs/{PACK}: {len(added)} question{'' if len(added) == 1 else 's'} of {len(names)} added",
    ]
    after = pack.read_text(encoding="utf-8")
    assert [name for name in ["new", "newer"] if f"- id: {name}\n" in after] == added
    assert added or after == before


def test_ids_that_are_made_are_free_ones(lpkit: Run, tmp_path: Path) -> None:
    """Of equal stems, of one that the pack has, and of one that is retired, each gets a number of its own."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("id: alarm-trial", "id: trial-alarm")
    pack.write_text(text + RETIRED, encoding="utf-8")
    rows = [
        "Trial alarm?,a,b,a",
        "Trial alarm?,a,c,a",
        "Old question?,a,b,a",
        "Fresh paint?,a,b,a",
        "Fresh paint?,a,c,a",
    ]
    (tmp_path / "t.csv").write_text("\n".join(["stem,option 1,option 2,answer", *rows]) + "\n", encoding="utf-8")
    result = lpkit("import", "csv", "t.csv", "--pack", f"packs/{PACK}")
    assert "5 questions of 5 added" in result.stderr
    made = [line.split()[3] for line in result.stderr.splitlines() if " has no steps" in line]
    assert made == ["trial-alarm-2", "trial-alarm-3", "old-question-2", "fresh-paint", "fresh-paint-2"]
