"""Profiles: how bad each rule is in one, what comes before it; and why a rule is on."""

import ast
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lpkit.checking.profiles import severity_in
from lpkit.checking.selection import configured_rules
from lpkit.config import PROFILES, RECOMMENDED, STRICT, Config, config_in
from lpkit.diagnostic import Severity
from lpkit.rules import all_rules
from project import LIBRARY, Run, write_sample


def test_recommended_is_what_the_rules_say() -> None:
    assert Config(Path()).profile == RECOMMENDED
    assert [severity_in(rule, RECOMMENDED) for rule in all_rules()] == [rule.severity for rule in all_rules()]


def test_in_strict_nothing_is_milder_and_all_that_is_sure_fails() -> None:
    for rule in all_rules():
        assert max(rule.severity, Severity.WARNING) <= severity_in(rule, STRICT), rule.code
        if rule.last:
            # As an error it would stand beside those that have to be mended first.
            assert severity_in(rule, STRICT) is rule.severity


@pytest.mark.parametrize("profile", PROFILES)
def test_every_profile_runs_every_rule(profile: str) -> None:
    rules = configured_rules(all_rules(), replace(Config(Path()), profile=profile))
    assert [rule.code for rule in rules] == [rule.code for rule in all_rules()]


@pytest.mark.parametrize(
    ("text", "fail_on", "severity"),
    [
        ("", "error", Severity.INFO),
        ('profile = "recommended"', "error", Severity.INFO),
        ('profile = "strict"', "warning", Severity.WARNING),
        ('fail-on = "info"\nprofile = "strict"', "info", Severity.WARNING),
        ('profile = "strict"\nseverity = {LP804 = "error"}', "warning", Severity.ERROR),
        ('profile = "strict"\nseverity = {question-without-hint = "info"}', "warning", Severity.INFO),
        ('profile = "strict"\nseverity = {LP804 = "off"}', "warning", None),
        ('profile = "strict"\nignore = ["LP80"]', "warning", None),
    ],
)
def test_what_settings_say_comes_first(tmp_path: Path, text: str, fail_on: str, severity: Severity | None) -> None:
    (tmp_path / "lpkit.toml").write_text(text, encoding="utf-8")
    found = config_in(tmp_path)
    assert found is not None
    rules = {rule.code: rule.severity for rule in configured_rules(all_rules(), found)}
    assert (found.fail_on, rules.get("LP804")) == (fail_on, severity)


def test_a_check_in_strict(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("    hint: ", "    # hint: "), encoding="utf-8")
    select = ("check", "--select", "LP804", "-f", "concise")
    mild = lpkit(*select)
    (tmp_path / "lpkit.toml").write_text('profile = "strict"\n', encoding="utf-8")
    hard = lpkit(*select)
    assert (mild.returncode, hard.returncode) == (0, 1)
    assert mild.stdout.replace("info LP804", "warning LP804") == hard.stdout != ""


def test_a_rule_that_is_less_sure_says_so_in_strict_too(lpkit: Run, tmp_path: Path) -> None:
    line = {"stem": "What does an alarm cost?", "options": ["Sleep", "A line", "Both A and B"], "answer": "Sleep"}
    (tmp_path / "bank.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('profile = "strict"\n', encoding="utf-8")
    found = lpkit("check", "--bank", "bank.jsonl", "--select", "LP503", "-f", "concise").stdout
    assert "warning LP503" in found


def test_the_lock_does_not_ask_the_profile(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8").replace("title: Quiet a Noisy", "title: Quiet a a Noisy")
    pack.write_text(text, encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('profile = "strict"\n', encoding="utf-8")
    assert "error LP702" in lpkit("check", "-f", "concise").stdout
    assert lpkit("lock").returncode == 0


def test_rules_of_a_profile(lpkit: Run) -> None:
    listed = json.loads(lpkit("rules", "--profile", "strict", "--json").stdout)
    assert {entry["code"]: entry["severity"] for entry in listed} == {
        rule.code: severity_in(rule, STRICT).label for rule in all_rules()
    }
    assert lpkit("rules", "--profile", "recommended").stdout == lpkit("rules").stdout
    refused = lpkit("rules", "--profile", "Stricd")
    assert (refused.returncode, refused.stderr) == (
        2,
        'lpkit: no profile is called "Stricd" (did you mean "strict"?)\n',
    )


SETTINGS = """\
profile = "strict"
select = ["LP2", "LP8"]
ignore = ["LP805"]

[severity]
LP804 = "info"
candidate-without-reasons = "off"
"""


@pytest.mark.parametrize(
    ("rule", "state", "reasons"),
    [
        ("lp204", "error, which fails the run", ["profile: leaves it as it is:1", 'select: "LP2" selects it:2']),
        ("LP210", "error, which fails the run", ["profile: makes it an error:1"]),
        ("LP301", "off", ["select: does not name it:2"]),
        ("LP804", "info, which does not fail the run", ["profile: makes it a warning:1", "severity: makes it info:6"]),
        ("LP805", "off", ['select: "LP8" selects it:2', 'ignore: "LP805" ignores it:3']),
        ("LP806", "off", ["severity: switches it off:7"]),
        ("yaml-syntax", "error, which fails the run", ["rule: it always runs:", "select: does not name it:2"]),
    ],
)
def test_why_a_rule_is_on(lpkit: Run, tmp_path: Path, rule: str, state: str, reasons: list[str]) -> None:
    (tmp_path / "lpkit.toml").write_text(SETTINGS, encoding="utf-8")
    lines = lpkit("config", "--explain", rule).stdout.splitlines()
    assert lines[0].endswith(f": {state}")
    for reason in reasons:
        by, says, line = reason.split(":") if reason.count(":") == 2 else reason.rsplit(":", 2)
        place = f"(lpkit.toml:{line})" if line else "(default)"
        assert any(entry.startswith(f"  {by}:") and says in entry and place in entry for entry in lines), lines


def test_what_is_explained_is_what_a_check_does(lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / "lpkit.toml").write_text(SETTINGS, encoding="utf-8")
    found = config_in(tmp_path)
    assert found is not None
    running = {rule.code: rule.severity.label for rule in configured_rules(all_rules(), found)}
    for code in ("LP002", "LP107", "LP204", "LP210", "LP301", "LP801", "LP804", "LP805", "LP806"):
        told = json.loads(lpkit("config", "--explain", code, "--json").stdout)
        assert (told["severity"], told["on"]) == (running.get(code), code in running)


def test_a_rule_that_calls_some_things_worse_says_so(lpkit: Run, tmp_path: Path) -> None:
    """What is told must not be that a run passes which then fails."""
    for rule in all_rules():
        tree = ast.parse(Path(sys.modules[rule.module].__file__ or "").read_text(encoding="utf-8"))
        calls = (call for call in ast.walk(tree) if isinstance(call, ast.Call))
        assert rule.varies == any(key.arg == "severity" for call in calls for key in call.keywords), rule.code
    told = "  rule: it calls some of that better or worse itself, in any profile (default)\n"
    assert told in lpkit("config", "--explain", "LP107").stdout
    assert told not in lpkit("config", "--explain", "LP204").stdout
    (tmp_path / "lpkit.toml").write_text('severity = {LP107 = "info"}\n', encoding="utf-8")
    assert told not in lpkit("config", "--explain", "LP107").stdout


OTHER_TOOLS = """\
[tool.ruff.lint]
select = ["E"]
ignore = ["LP2"]
severity = {LP204 = "off"}
profile = "black"

[tool.lpkit] # ours
select = ["LP2"]
ignore = ["LP201"]
profile = "strict"

[other]
fail-on = "x"

["tool".lpkit.severity]
LP204 = "info"
"""


def test_settings_of_other_tools_are_not_named(lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(OTHER_TOOLS, encoding="utf-8")
    told = [json.loads(lpkit("config", "--explain", code, "--json").stdout) for code in ("LP201", "LP204")]
    places = {(reason["by"], reason["from"]) for entry in told for reason in entry["reasons"]}
    lines = {"profile": 10, "select": 8, "ignore": 9, "severity": 16}
    expected = {(by, f"pyproject.toml:{line}") for by, line in lines.items()}
    assert {(by, place) for by, place in places if place.startswith("pyproject")} == expected
    (tmp_path / "pyproject.toml").write_text('x.select = 1\n[tool]\nlpkit.select = ["LP2"]\n', encoding="utf-8")
    assert "pyproject.toml:3" in lpkit("config", "--explain", "LP204").stdout


def test_comments_and_languages_have_a_say(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = "# lpkit: file-ignore[LP5] a trial\n" + pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("    hint:", "    hint: # lpkit: ignore[repeated-word] x\n     ", 1), encoding="utf-8")
    library = tmp_path / "packs" / LIBRARY
    library.write_text(library.read_text(encoding="utf-8").replace("language: en", "language: fr"), encoding="utf-8")
    told = json.loads(lpkit("config", "--explain", "LP501", "--json").stdout)
    assert told["suppressions"] == [{"file": "packs/ownership/noisy-alarm.yaml", "line": 1}]
    assert [reason["from"] for reason in told["reasons"] if reason["by"] == "language"] == ["packs/library.yaml"]
    text = lpkit("config", "--explain", "repeated-word", "--file", "packs/ownership/noisy-alarm.yaml").stdout
    assert "  comments: 1 suppression: packs/ownership/noisy-alarm.yaml:" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--explain", "LP2O4"], 'no rule is called "LP2O4" (did you mean LP204?)'),
        (["--explain", "total-not-som"], "did you mean total-not-sum?"),
        (["--file", "nothing"], "there is no nothing (name a file or a folder that is there)"),
    ],
)
def test_what_there_is_not(lpkit: Run, arguments: list[str], said: str) -> None:
    result = lpkit("config", *arguments)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr


def test_settings_that_count_for_a_path(lpkit: Run, tmp_path: Path) -> None:
    for name, profile in (("a", "strict"), ("b", "recommended")):
        write_sample(tmp_path / name)
        (tmp_path / name / "lpkit.toml").write_text(f'profile = "{profile}"\n', encoding="utf-8")
    for name, profile in (("a", "strict"), ("b", "recommended")):
        told = json.loads(lpkit("config", "--json", "--file", f"{name}/packs/{LIBRARY}").stdout)
        assert told["profile"] == {"value": profile, "from": str(tmp_path / name / "lpkit.toml")}
    origin = json.loads(lpkit("config", "--json", "--file", "a").stdout)["fail-on"]
    assert origin == {"value": "warning", "from": "profile strict"}
