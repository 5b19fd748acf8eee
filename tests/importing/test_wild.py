"""Files in the shapes of the wild come out as `wild.yaml` says, and none with a wrong key; twisted ones have no key."""

from pathlib import Path
from typing import Any

import pytest

from importing.wild import CASES, FILES, OUTCOMES, outcome, questions_of, table
from lpkit.importing import LpkitError
from lpkit.source import decode

HERE = Path(__file__).parent
TWISTED: dict[str, Any] = decode((HERE / "twisted.yaml").read_bytes(), "twisted.yaml").data
DOCS = HERE.parents[1] / "docs" / "importing.md"


def test_every_file_has_its_questions() -> None:
    assert {file.name for file in FILES.iterdir()} == set(CASES)
    assert {case["outcome"] for case in CASES.values()} <= {*OUTCOMES} - {"wrong"}


@pytest.mark.parametrize("name", CASES)
def test_file_comes_out_as_it_should(name: str) -> None:
    assert outcome(name) == CASES[name]["outcome"]


def test_the_counts_of_the_documentation_are_those_of_the_files() -> None:
    assert table({name: case["outcome"] for name, case in CASES.items()}) in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TWISTED)
def test_twisted_file_is_read_by_evidence_or_not_at_all(name: str) -> None:
    """What is no evidence makes no key: of each file only the keys named are taken, and a refusal says why."""
    case = TWISTED[name]
    content = case["text"].encode()
    if "refused" in case:
        with pytest.raises(LpkitError) as caught:
            questions_of(case["format"], content, {})
        assert case["refused"] in f"{caught.value.message} {caught.value.hint}"
    else:
        taken = questions_of(case["format"], content, {})[0]
        assert [key for _, _, key in taken] == case["keys"]
        assert case.get("stem") in {None, *(stem for stem, _, _ in taken)}
