"""Quotes are found in answers with the freedom that authors have."""

import pytest

from lpkit_exporters.json.passages import cut
from lpkit_exporters.json.shuffle import shuffled

ANSWER = "We “fixed” it - quickly.\nThen the team's lead said: my manager asked me, twice."


@pytest.mark.parametrize(
    ("quotes", "found"),
    [
        (["my manager asked me"], ["my manager asked me"]),
        (['we "fixed" it'], ["We “fixed” it"]),
        (["it – quickly. Then"], ["it - quickly.\nThen"]),
        (["the team’s lead"], ["the team's lead"]),
        (["We … quickly"], ["We “fixed” it - quickly"]),
        (["Then [...] lead"], ["Then the team's lead"]),
        (["Then [..] lead"], ["Then the team's lead"]),
        (["not there"], []),
        (["(.*"], []),
        (["it - quickly", "quickly.\nThen"], ["it - ", "quickly", ".\nThen"]),
        (["We", "We"], ["We"]),
    ],
)
def test_cut(quotes: list[str], found: list[str]) -> None:
    parts = cut(ANSWER, quotes)
    assert "".join(part.text for part in parts) == ANSWER
    assert [part.text for part in parts if part.quotes] == found


@pytest.mark.parametrize(
    "options",
    [
        ["1", "2", "10"],
        ["5%", "50%", "100%"],
        ["$1,000", "$2,500", "$10,000"],
        ["2 weeks", "3 weeks", "10 weeks"],
        ["0.5 seconds", "1.5 seconds"],
    ],
)
def test_rising_numbers_keep_their_order(options: list[str]) -> None:
    for seed in ("a", "b", "c"):
        assert shuffled(seed, options) == list(range(len(options)))


@pytest.mark.parametrize("options", [["3", "2", "1", "0"], ["one", "two", "three", "four"]])
def test_other_options_are_shuffled(options: list[str]) -> None:
    assert len({tuple(shuffled(str(seed), options)) for seed in range(50)}) > 10
