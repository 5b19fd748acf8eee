"""What `lpkit verdict` proves at the edges: several caps, a score at its full weight, sums beyond all bands."""

import json
from pathlib import Path
from typing import Any

import pytest

from project import LIBRARY, PACK, SAMPLE, Run, read_yaml


def _proof(lpkit: Run, folder: Path, scores: dict[str, int], **library: Any) -> dict[str, Any]:
    """Prove candidate b of the sample with other scores, and with other lists in the library."""
    pack, words = (read_yaml(SAMPLE / name) for name in (PACK, LIBRARY))
    found = library.pop("found", [])
    words.update(library)
    candidate = pack["evaluate"]["candidates"][1]
    candidate.update(scores=scores, auto_fails=[{"marker": name, "quote": "Nobody", "why": "So."} for name in found])
    for name, data in ((PACK, pack), (LIBRARY, words)):
        file = folder / "packs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data), encoding="utf-8")
    return dict(json.loads(lpkit("verdict", f"packs/{PACK}", "--json").stdout)["candidates"][1])


def _marker(name: str, cap: int, dimension: str = "ownership_signal", verdict: str = "hire") -> dict[str, Any]:
    return {"id": name, "title": name, "dimension": dimension, "cap": cap, "verdict": verdict, "why": "So."}


@pytest.mark.parametrize("order", [["low", "high"], ["high", "low"]])
def test_of_several_caps_the_lowest_holds(lpkit: Run, tmp_path: Path, order: list[str]) -> None:
    markers = [_marker("low", 7), _marker("high", 30), _marker("other", 1, "impact")]
    scores = {"structure": 1, "ownership_signal": 2, "impact": 3}
    proof = _proof(lpkit, tmp_path, scores, markers=markers, found=order)
    caps = {term["dimension"]: term["cap"] for term in proof["terms"]}
    assert caps == {"structure": None, "ownership_signal": 7, "impact": None}
    assert [limit["marker"] for limit in proof["limits"]] == order


def _bands(hire: int, strong: int) -> list[dict[str, Any]]:
    starts = {"no-hire": 0, "hire": hire, "strong-hire": strong}
    return [{"id": name, "title": name, "from": at, "passes": at > 0} for name, at in starts.items()]


@pytest.mark.parametrize(
    ("scores", "bands", "found", "flips"),
    [
        # Nothing but the full 30 of 30 reaches the next band; where another dimension has room, it is one of two ways.
        ({"structure": 20, "ownership_signal": 50, "impact": 10}, (30, 100), [], [("impact", 20, "strong-hire")]),
        (
            {"structure": 20, "ownership_signal": 10, "impact": 25},
            (60, 90),
            [],
            [("ownership_signal", 5, "hire"), ("impact", 5, "hire")],
        ),
        (
            {"structure": 19, "ownership_signal": 50, "impact": 30},
            (30, 100),
            [],
            [("structure", 1, "strong-hire")],
        ),
        # The cap of a marker is the highest score that the dimension can have then.
        ({"structure": 20, "ownership_signal": 2, "impact": 30}, (55, 90), ["low"], [("ownership_signal", 3, "hire")]),
        ({"structure": 20, "ownership_signal": 2, "impact": 30}, (56, 90), ["low"], []),
        # Down to nothing: a score of 0 is the last that is tried.
        ({"structure": 5, "ownership_signal": 15, "impact": 10}, (16, 90), [], [("ownership_signal", -15, "no-hire")]),
    ],
)
def test_flip_at_the_end_of_what_a_dimension_can_have(
    lpkit: Run,
    tmp_path: Path,
    scores: dict[str, int],
    bands: tuple[int, int],
    found: list[str],
    flips: list[tuple[str, int, str]],
) -> None:
    proof = _proof(lpkit, tmp_path, scores, verdicts=_bands(*bands), markers=[_marker("low", 5)], found=found)
    margin = [(flip["subject"], flip["change"], flip["verdict"]) for flip in proof["margin"] if flip["kind"] == "score"]
    assert margin == flips


def test_a_sum_beyond_full_marks_counts_as_full_marks(lpkit: Run, tmp_path: Path) -> None:
    """The scores are at fault (LP202); the proof stays within the bands."""
    proof = _proof(lpkit, tmp_path, {"structure": 60, "ownership_signal": 50, "impact": 30}, verdicts=_bands(60, 100))
    assert (proof["total"], proof["band"], proof["band_from"], proof["band_to"]) == (100, "strong-hire", 100, 100)
