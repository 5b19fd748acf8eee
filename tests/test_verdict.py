"""`lpkit verdict`: the proof, its margin, and what it says of packs that contradict it."""

import json
from pathlib import Path

import pytest

from project import PACK, Run, write_sample

PATH = f"packs/{PACK}"


def _proofs(lpkit: Run) -> list[dict[str, object]]:
    return list(json.loads(lpkit("verdict", PATH, "--json").stdout)["candidates"])


def test_text(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("verdict", PATH)
    assert result.returncode == 0
    assert result.stdout == (
        "candidate a: No Hire\n"
        "  Structure          12 of  20\n"
        "  Ownership signal    4 of  50   capped at 5 by a marker\n"
        "  Impact              3 of  30\n"
        "  sum                19 of 100\n"
        "  band     No Hire (0 to 59)\n"
        "  marker   Manager-directed task: No Hire at the most\n"
        "  verdict  No Hire\n"
        "\n"
        "candidate b: Strong Hire\n"
        "  Structure          17 of  20\n"
        "  Ownership signal   46 of  50\n"
        "  Impact             26 of  30\n"
        "  sum                89 of 100\n"
        "  band     Strong Hire (85 to 100)\n"
        "  verdict  Strong Hire\n"
        "  margin   -5 on the score of structure or ownership_signal or impact: Hire\n"
        "  margin   with the marker manager-directed: No Hire\n"
    )


@pytest.mark.parametrize(
    ("scores", "total", "verdict", "margin"),
    [
        ("{structure: 20, ownership_signal: 40, impact: 24}", 84, "hire", ("score", 1, "strong-hire")),
        ("{structure: 20, ownership_signal: 20, impact: 20}", 60, "hire", ("score", -1, "no-hire")),
        ("{structure: 20, ownership_signal: 35, impact: 0}", 55, "no-hire", ("score", 5, "hire")),
    ],
)
def test_smallest_score_change(
    lpkit: Run, tmp_path: Path, scores: str, total: int, verdict: str, margin: tuple[str, int, str]
) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    text = text.replace("{structure: 17, ownership_signal: 46, impact: 26}", scores).replace(
        "total: 89", f"total: {total}"
    )
    pack.write_text(text.replace("verdict: strong-hire", f"verdict: {verdict}"), encoding="utf-8")
    flips = _proofs(lpkit)[1]["margin"]
    assert isinstance(flips, list)
    assert margin in [(flip["kind"], flip["change"], flip["verdict"]) for flip in flips]


def test_weight_that_decides(lpkit: Run, tmp_path: Path) -> None:
    """20/20, 40/50 and 24/30 give 84; with structure at 25 of 100 the shares give 85."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace(
        "{structure: 17, ownership_signal: 46, impact: 26}", "{structure: 20, ownership_signal: 40, impact: 24}"
    )
    text = text.replace("total: 89", "total: 84").replace("verdict: strong-hire", "verdict: hire")
    pack.write_text(text, encoding="utf-8")
    flips = _proofs(lpkit)[1]["margin"]
    assert isinstance(flips, list)
    weights = [(flip["subject"], flip["change"], flip["verdict"]) for flip in flips if flip["kind"] == "weight"]
    assert weights == [("structure", 3, "strong-hire")]


def test_contradiction_is_exit_code_1(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 61"), encoding="utf-8")
    result = lpkit("verdict", PATH)
    assert result.returncode == 1
    assert "sum                19 of 100   the pack says 61" in result.stdout
    assert [proof["holds"] for proof in _proofs(lpkit)] == [False, True]


@pytest.mark.parametrize(
    ("path", "said"),
    [("packs", "is a folder"), ("packs/none.yaml", "no such file"), (PATH, "does not have the form of a pack")],
)
def test_wrong_input(lpkit: Run, tmp_path: Path, path: str, said: str) -> None:
    write_sample(tmp_path).write_text("format: 1\n", encoding="utf-8")
    result = lpkit("verdict", path)
    assert result.returncode == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
