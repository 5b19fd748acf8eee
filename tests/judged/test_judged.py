"""The rules agree with labels that were written without them; what they get wrong is known by name."""

import json
from pathlib import Path

import pytest

from judged.agreement import (
    AFTER,
    BANK,
    CODES,
    CRITERIA,
    KINDS,
    NO_RULE,
    READERS,
    agreements,
    kappa,
    pooled,
    read_labels,
    warnings_by_rule,
)

FOUND = agreements()
FOUND_IN_KINDS = agreements(KINDS)


@pytest.mark.parametrize("bank", [BANK, KINDS, CRITERIA, AFTER], ids=lambda bank: bank.stem)
def test_labels_are_of_known_flaws(bank: Path) -> None:
    entries = [json.loads(line) for line in bank.read_text(encoding="utf-8").splitlines()]
    assert len({entry["id"] for entry in entries}) == len(entries)
    assert {flaw for entry in entries for flaw in entry["flaws"]} <= {*CODES, *NO_RULE}


@pytest.mark.parametrize("flaw", CODES)
def test_warnings_are_mostly_right(flaw: str) -> None:
    assert FOUND[flaw].warning_precision >= 0.6
    assert FOUND_IN_KINDS[flaw].warning_precision >= 0.6


def test_rules_and_labels_agree() -> None:
    # 0.829 before the second reading of the detectors; the labels are our own, so this proves no more than care.
    assert pooled(FOUND) >= 0.92
    assert min(entry.f1 for entry in FOUND.values()) >= 0.7


def test_rules_and_labels_agree_on_exams_and_benchmarks() -> None:
    # 0.848 when a rule first saw these questions.
    assert pooled(FOUND_IN_KINDS) >= 0.88


def test_each_rule_warns_rightly_over_all_questions() -> None:
    found = warnings_by_rule([BANK, READERS, KINDS, CRITERIA, AFTER])
    assert {code for code, (said, right) in found.items() if right < 0.8 * said} == set()
    assert len(found) >= 10


def test_rules_and_labels_agree_by_the_criteria() -> None:
    # 0.713 when the rules first saw CRITERIA (0.769 of exams, 0.650 of benchmarks), and, mended since, 0.682 when they
    # first saw AFTER (0.756, 0.600). The reader overlooked much at first, above all lengths and repeated words: the
    # second look agrees with the first in 0.92 and 0.88 (kappa).
    assert pooled(agreements(CRITERIA)) >= 0.84
    assert pooled(agreements(AFTER)) >= 0.75
    assert pooled(agreements(CRITERIA, "second")) >= 0.9
    assert pooled(agreements(AFTER, "second")) >= 0.87


def test_two_readers_agree_with_each_other_and_the_rules_with_both() -> None:
    # Half of these labels were at hand when the rules were last mended: on the other half they reach .77 and .75.
    assert kappa(READERS) >= 0.9
    assert {*read_labels(READERS), *read_labels(READERS, "second")} <= {*CODES, *NO_RULE}
    assert pooled(agreements(READERS)) >= 0.84
    assert pooled(agreements(READERS, "second")) >= 0.83
