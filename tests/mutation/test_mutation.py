"""A sample of the mutants of every operator; `python tests/mutation/figures.py` runs them all."""

from pathlib import Path
from zlib import crc32

import pytest

from mutation.clean import Clean, clean_packs
from mutation.outcome import judge
from mutation.registry import Operator, changes, operators

_SAMPLE = 3
"""Mutants of each operator in a test run, evenly spread over the places in some packs."""
_EVERY = 4
"""Of so many packs one is taken, another for each operator; the sample pack, which has a bit of all, always is."""


def _some(operator: Operator) -> list[Clean]:
    sample, *packs = clean_packs()
    return [sample, *packs[crc32(operator.name.encode()) % _EVERY :: _EVERY]]


@pytest.mark.parametrize("operator", [pytest.param(operator, id=operator.name) for operator in operators()])
def test_mutants_are_found_in_place(operator: Operator, tmp_path: Path) -> None:
    every = list(changes(operator, _some(operator))) or list(changes(operator, clean_packs()))
    assert every, "an operator that applies nowhere proves nothing"
    step = max(1, len(every) // _SAMPLE)
    outcomes = [judge(operator, clean, change, tmp_path) for clean, change in every[::step][:_SAMPLE]]
    assert [str(outcome) for outcome in outcomes if not outcome.good] == []


def test_there_are_operators_enough() -> None:
    found = operators()
    assert len(found) >= 80
    assert all(operator.summary.endswith(".") for operator in found)
