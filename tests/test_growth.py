"""Keys by which format 1 grew: what rules say of them, each case a change of the sample's pack."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from project import check_folder, write_sample

GROWN = ("LP0", "LP102", "LP104")
OPTIONS = [{"id": "trust", "text": "Earn Trust"}, {"id": "own", "text": "Ownership"}, "Frugality"]
CASES: list[tuple[str, Any, list[tuple[str, str]]]] = [
    ("evaluate/candidates/1/reasons", {"impact": "Both figures are there."}, []),
    (
        "evaluate/candidates/1/reasons",
        {"impackt": "Both figures are there."},
        [("LP104", "/evaluate/candidates/1/reasons/impackt")],
    ),
    ("evaluate/candidates/1/reasons", {"impact": " "}, [("LP013", "/evaluate/candidates/1/reasons/impact")]),
    ("evaluate/candidates/0/probes", [{"ask": "Who chose 85?", "reply": "We did.", "shows": "Nobody."}], []),
    ("evaluate/candidates/0/probes", [{"ask": "Who chose 85?"}], [("LP011", "/evaluate/candidates/0/probes/0")] * 2),
    ("questions/0/options", OPTIONS, []),
    ("questions/0/options", [*OPTIONS, {"id": "trust", "text": "Dive Deep"}], [("LP102", "/questions/0/options/3/id")]),
    ("questions/0/options/0", {"id": "Earn Trust", "text": "Earn Trust"}, [("LP013", "/questions/0/options/0/id")]),
    ("questions/0/formerly", ["old-pack/old-id"], []),
    ("questions/0/formerly", ["old-id"], [("LP013", "/questions/0/formerly/0")]),
    ("formerly", ["old-pack"], []),
    ("formerly", ["old-pack/old-id"], [("LP013", "/formerly/0")]),
    ("evaluate/candidates/1/reasons", "Both figures.", [("LP012", "/evaluate/candidates/1/reasons")]),
]


@pytest.mark.parametrize(("place", "value", "expected"), CASES)
def test_what_rules_say(tmp_path: Path, place: str, value: Any, expected: list[tuple[str, str]]) -> None:
    pack = write_sample(tmp_path)
    data = YAML(typ="safe").load(pack)
    here: Any = data
    *parents, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    for step in parents:
        here = here[step]
    here[last] = value
    YAML(typ="safe").dump(data, pack)
    found = check_folder(tmp_path).diagnostics
    assert [(entry.code, entry.pointer) for entry in found if entry.code.startswith(GROWN)] == expected
