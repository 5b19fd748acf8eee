"""Quotes are found in answers with the freedom that authors have."""

from math import factorial

import pytest

from lpkit.model import Option, Question
from lpkit_exporters.bundle.pack import question_entry
from lpkit_exporters.bundle.passages import cut

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


def in_order(seed: str, options: list[str], pinned: set[int] = frozenset()) -> list[int]:  # type: ignore[assignment]
    """Give the order in which a question of this id shows its options."""
    question = Question(
        id=f"q-{seed}",
        pool="practice",
        difficulty="easy",
        stem="Which?",
        options=[Option(text=text, pinned=place in pinned) for place, text in enumerate(options)],
        answer=options[0],
        steps=["Read."],
        hint="Read.",
    )
    entry = question_entry(question, "en")
    return [entry.options.index(option) for option in entry.shown()]


@pytest.mark.parametrize(
    "options",
    [
        ["one", "two", "three"],
        ["1", "2", "10"],
        ["5%", "50%", "100%"],
        ["$1,000", "$2,500", "$10,000"],
        ["2 weeks", "3 weeks", "10 weeks"],
        ["0.5 seconds", "1.5 seconds"],
    ],
)
def test_rising_numbers_keep_their_order(options: list[str]) -> None:
    for seed in ("a", "b", "c"):
        assert in_order(seed, options) == list(range(len(options)))


@pytest.mark.parametrize("options", [["3", "2", "1", "0"], ["oak", "elm", "ash", "fir"]])
def test_other_options_are_shuffled(options: list[str]) -> None:
    assert len({tuple(in_order(str(seed), options)) for seed in range(50)}) > 10


@pytest.mark.parametrize("pinned", [{3}, {0}, {0, 3}, {1}, {0, 1, 2, 3}])
def test_pinned_options_keep_their_place(pinned: set[int]) -> None:
    orders = [in_order(str(seed), ["oak", "elm", "ash", "fir"], pinned) for seed in range(50)]
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)
    assert all(order[place] == place for order in orders for place in pinned)
    # All orders of the free options but that of the source; where none or one is free, that one.
    free = 4 - len(pinned)
    assert len({tuple(order) for order in orders}) == max(1, factorial(free) - 1)
    assert free < 2 or [0, 1, 2, 3] not in orders
