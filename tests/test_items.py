"""Every item-writing rule against questions written for it and against it: tests/items/<code>.yaml.

Those in another language than English stand in a folder of its tag.
"""

from pathlib import Path
from typing import Any

import pytest

from lpkit.corpus import QuestionView
from lpkit.diagnostic import Finding
from lpkit.model import Option, Question
from lpkit.rule import Rule
from lpkit.rules import all_rules
from lpkit.source import read_source
from lpkit.text.languages import language_of
from lpkit.text.languages.parts import ContentWords
from lpkit.text.tokens import content, plain, words

RULES = {rule.code: rule for rule in all_rules()}
ITEMS = Path(__file__).parent / "items"
FILES = sorted(ITEMS.glob("LP*.yaml"))
OTHERS = sorted(ITEMS.glob("*/LP*.yaml"))
AT_LEAST = 12


def _load(file: Path) -> dict[str, list[dict[str, Any]]]:
    source = read_source(file, file.name)
    assert not source.flaws
    language = file.parent.name if file in OTHERS else "en"
    return {kind: [{"language": language, **case} for case in cases] for kind, cases in source.data.items()}


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(
            RULES[file.stem], case, id=f"{file.relative_to(ITEMS).with_suffix('')}-{number}-{case['stem'][:40]}"
        )
        for file in (*FILES, *OTHERS)
        for number, case in enumerate(_load(file)[kind])
    ]


def view_of(case: dict[str, Any], fixed_order: bool = False, language: str | None = None) -> QuestionView:
    """Make a question of a case, as it comes from a pack of a library that may have titles and another language."""
    titles = case.get("glossary", [])
    spoken = language_of(language or case.get("language", "en"))
    forms = (
        content((word for title in titles for word in words(title)), spoken[ContentWords])
        if titles and ContentWords in spoken
        else ()
    )
    glossary = frozenset((*map(plain, titles), *forms))
    question = Question(
        id="case",
        pool="practice",
        difficulty="easy",
        stem=case["stem"],
        options=[Option(text=text) for text in case["options"]],
        answer=case["answer"],
        steps=["…"],
        hint="…",
    )
    return QuestionView("case.yaml", ("questions", 0), question, spoken, glossary, fixed_order=fixed_order)


def _findings(rule: Rule, case: dict[str, Any]) -> list[Finding]:
    return list(rule.check(view_of(case)))


@pytest.mark.parametrize(("rule", "case"), _cases("fail"))
def test_fault_is_found(rule: Rule, case: dict[str, Any]) -> None:
    found = _findings(rule, case)
    assert found
    severities = {finding.severity or rule.severity for finding in found}
    if "severity" in case:
        assert {severity.label for severity in severities} == {case["severity"]}


@pytest.mark.parametrize(("rule", "case"), _cases("pass"))
def test_sound_question_is_left_alone(rule: Rule, case: dict[str, Any]) -> None:
    assert _findings(rule, case) == []


def test_every_rule_has_questions_both_ways() -> None:
    assert {file.stem for file in FILES} == {code for code in RULES if code.startswith("LP5")}
    for file in FILES:
        cases = _load(file)
        assert min(len(cases["fail"]), len(cases["pass"])) >= AT_LEAST, file.name


@pytest.mark.parametrize("file", [*FILES, *OTHERS], ids=lambda file: str(file.relative_to(ITEMS)))
def test_messages_quote_and_advise(file: Path) -> None:
    for case in _load(file)["fail"]:
        for finding in _findings(RULES[file.stem], case):
            assert finding.help
            assert not finding.message.endswith(".")


def test_references_between_options_are_a_warning_where_the_order_is_kept() -> None:
    case = {"stem": "Which are mammals?", "options": ["Whale", "Shark", "Bat", "Both A and C"], "answer": "Bat"}
    (finding,) = RULES["LP503"].check(view_of(case, fixed_order=True))
    assert finding.severity is not None
    assert finding.severity.label == "warning"


def test_recombined_parts_are_named_in_the_order_of_the_options() -> None:
    options = ["iron, zinc, iodine, lead", "zinc, lead, iodine", "iron, lead", "iodine, iron, zinc"]
    case = {"stem": "Which nutrients does it hold?", "options": options, "answer": options[0]}
    (finding,) = RULES["LP504"].check(view_of(case))
    assert '("iron", "zinc", "iodine", "lead")' in finding.message
