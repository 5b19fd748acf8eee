"""Every rule's documentation is true: Bad gives just the faults that it marks, Good gives none."""

import re
from pathlib import Path

import pytest

from lpkit.rule import Rule
from lpkit.rules import all_rules
from project import check_folder, fix_folder
from rule_examples import blocks, house_schema, write_example

_RULES = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in all_rules()]

Fault = tuple[str, int]


def _marked(example: str, code: str) -> list[Fault]:
    """Give path and line of every fault that an example marks with a code."""
    return [
        (block.path, block.placed()[1] + line)
        for block in blocks(example)
        for line, codes in block.marks
        for _ in range(codes.count(code))
    ]


def _faults(folder: Path, rule: Rule) -> list[Fault]:
    report = check_folder(folder, house=house_schema(folder, rule))
    broken = {entry.code for entry in report.diagnostics if entry.code < "LP100"} - {rule.code}
    assert not broken, "an example must have the shape of the format"
    assert all(entry.help for entry in report.diagnostics), "every message says what to do"
    return [(entry.path, entry.span.line) for entry in report.diagnostics if entry.code == rule.code]


@pytest.mark.parametrize("rule", _RULES)
def test_documentation_has_its_parts(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert re.fullmatch(r"LP[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.module.rpartition(".")[2] == rule.name.replace("-", "_")
    for title in ("Why", "Bad", "Good"):
        assert rule.section(title), f"no section {title}"
    assert "# error" not in rule.manual()


@pytest.mark.parametrize("rule", _RULES)
def test_bad_gives_the_marked_faults(rule: Rule, tmp_path: Path) -> None:
    write_example(tmp_path, rule.section("Bad"))
    marked = _marked(rule.section("Bad"), rule.code)
    assert marked
    assert sorted(_faults(tmp_path, rule)) == sorted(marked)


@pytest.mark.parametrize("rule", _RULES)
def test_good_gives_none(rule: Rule, tmp_path: Path) -> None:
    write_example(tmp_path, rule.section("Good"))
    assert _faults(tmp_path, rule) == []


_FIXING = [pytest.param(rule, id=f"{rule.code}-{rule.name}") for rule in all_rules() if rule.section("Fix")]


@pytest.mark.parametrize("rule", _FIXING)
def test_fixing_bad_gives_good(rule: Rule, tmp_path: Path) -> None:
    """The Fix section shows a pair of its own where not all that is in Bad can be fixed."""
    pair = [f"```yaml\n{block.text}```\n" for block in blocks(rule.section("Fix"))]
    bad, good = pair or (rule.section("Bad"), rule.section("Good"))
    write_example(tmp_path / "bad", bad)
    write_example(tmp_path / "good", good)
    assert _faults(tmp_path / "bad", rule)
    assert fix_folder(tmp_path / "bad", select=(rule.code,)).fixed
    for file in sorted((tmp_path / "good").rglob("*.yaml")):
        fixed = tmp_path / "bad" / file.relative_to(tmp_path / "good")
        assert fixed.read_bytes() == file.read_bytes()


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    assert len({rule.name for rule in rules}) == len(rules)
