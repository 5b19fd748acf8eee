"""What notes call missing, and how many are left: each sentence beside what proves it, or does not."""

from pathlib import Path
from typing import Any

import pytest

from lpkit.text.languages import language_of
from lpkit.text.rests import rests
from lpkit.text.silence import missing
from project import read_yaml

CASES = read_yaml(Path(__file__).parent / "ledger" / "silences.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['note'][:30]}-{case['found']}")
def test_what_a_note_calls_missing_is_looked_for(case: dict[str, Any]) -> None:
    found = list(missing(case["note"], (case["answer"],), language_of("en")))
    assert bool(found) is case["found"], found


def test_a_language_without_the_part_finds_nothing() -> None:
    assert not list(missing("There is no figure.", ("We lost 43 boxes.",), language_of("fi")))


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("We had 34 stalls. I asked nine stalls. The other 24 got a letter.", ["34 − nine is 25, not 24"]),
        ("We had 34 stalls. I asked nine stalls. The other 25 got a letter.", []),
        ("We had 34 stalls. I asked nine stalls. The other 209 drivers got a letter.", []),
        ("We had 34 stalls, ten stalls in the north and nine stalls in the south. The other 24 got a letter.", []),
    ],
)
def test_those_who_are_left_are_the_whole_without_its_part(text: str, computed: list[str]) -> None:
    assert [slip.computed for slip in rests(text, language_of("en"))] == computed
