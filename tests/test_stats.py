"""`lpkit stats` counts what the packs hold."""

import json
from pathlib import Path

from project import Run, write_sample


def test_json(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("stats", "--json")
    assert result.returncode == 0
    (library,) = json.loads(result.stdout)["libraries"]
    assert library["packs"] == 1
    assert library["markers"] == {"manager-directed": 1}
    assert library["dimensions"] == {"structure": [0, 2], "ownership_signal": [1, 1], "impact": [1, 1]}
    ownership = library["principles"][0]
    assert ownership["levels"] == {"sde-1": 1, "sde-2": 0}
    assert ownership["practice"] == {"easy": 1, "medium": 0, "hard": 0}
    assert ownership["test"] == {"easy": 1, "medium": 1, "hard": 1}
    assert library["positions"] == {"1": 1, "2": 2, "3": 1}
    answers = {entry["candidate"]: entry["words"] for entry in library["answers"]}
    assert answers == {"a": 55, "b": 90}


def test_seconds_follow_from_the_pace(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (library,) = json.loads(lpkit("stats", "--json").stdout)["libraries"]
    first = library["answers"][0]
    assert (first["seconds_fast"], first["seconds_slow"]) == (22, 25)  # 55 words at 150 and at 130 a minute


def test_text_has_a_row_for_every_principle(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    shown = lpkit("stats").stdout
    assert shown.startswith("Sample Principles: 1 pack\n")
    assert [line.split()[0] for line in shown.splitlines() if line.startswith(("Ownership", "Customer"))] == [
        "Ownership",
        "Customer",
    ]


def test_packs_with_errors_are_not_counted(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    result = lpkit("stats", "--json")
    assert (result.returncode, result.stdout) == (1, "")
    assert "run lpkit check" in result.stderr
