"""The report formats: what each gives for one project with faults, and that readers of each can take it."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from sarif_pydantic import Level, Sarif

from lpkit import __version__
from lpkit.diagnostic import Diagnostic, Edit, Fix, Report, Severity, Span
from lpkit.report import format_names, renderer, shows_addresses
from project import Golden, Run, check_folder, write_sample

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"sarif": "sarif", "json": "json", "gitlab": "json", "junit": "xml"}


@pytest.mark.parametrize("name", format_names())
def test_golden(name: str, report: Report, golden: Golden) -> None:
    # The documentation of rules changes for reasons of its own.
    brief = tuple(rule._replace(documentation=f"{rule.summary}\n\n## Why\nIt matters.") for rule in report.rules)
    text = renderer(name)(replace(report, rules=brief), False).replace(f'"{__version__}"', '"VERSION"')
    golden(GOLDEN / f"{name}.{SUFFIXES.get(name, 'txt')}", text)


@pytest.mark.parametrize("name", format_names())
def test_clean_project(name: str, tmp_path: Path) -> None:
    write_sample(tmp_path)
    text = renderer(name)(check_folder(tmp_path), False)
    if name in {"full", "concise", "github", "grouped", "statistics"}:
        assert text == ""
    elif name == "junit":
        assert len(ET.fromstring(text).findall(".//testcase")) == 2
    else:
        json.loads(text)


def _sarif(report: Report) -> dict[str, Any]:
    return json.loads(renderer("sarif")(report, False))["runs"][0]  # type: ignore[no-any-return]


def test_sarif_has_the_shape_of_sarif(report: Report) -> None:
    log = Sarif.model_validate_json(renderer("sarif")(report, False))
    run = log.runs[0]
    assert log.version == "2.1.0"
    assert run.tool.driver.name == "lpkit"
    results = run.results or []
    assert len(results) == len(report.diagnostics)
    assert {result.level for result in results} == {Level.ERROR, Level.WARNING, Level.NOTE}
    assert all(result.message.text for result in results)


def test_sarif_rules_are_unique_and_told(report: Report) -> None:
    run = _sarif(report)
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == 6
    for rule in rules:
        assert rule["help"]["markdown"].startswith(rule["shortDescription"]["text"])
        assert "# error" not in rule["help"]["text"]
        assert rule["help"]["text"].endswith(f"\n\n`lpkit explain {rule['id']}` shows this.")
        assert "helpUri" not in rule
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_addresses_are_those_of_a_served_documentation(report: Report) -> None:
    served = report.documented_at("https://docs.example.org/lpkit/")
    pages = [f"https://docs.example.org/lpkit/rules/{entry.code.lower()}.html" for entry in report.diagnostics]
    assert [entry["url"] for entry in json.loads(renderer("json")(served, False))["diagnostics"]] == pages
    driver = _sarif(served)["tool"]["driver"]
    assert driver["informationUri"] == "https://docs.example.org/lpkit/"
    assert sorted(rule["helpUri"] for rule in driver["rules"]) == sorted(set(pages))
    assert not any("lpkit explain" in rule["help"]["text"] for rule in driver["rules"])
    for found in (report, replace(report, diagnostics=(), rules=())):
        served = found.documented_at("https://docs.example.org/lpkit/")
        for name in format_names():
            shown = renderer(name)(found, False) != renderer(name)(served, False)
            assert shown is shows_addresses(name, bool(found.diagnostics)), "where it shows none, none is looked for"


def test_addresses_come_from_the_settings(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    (tmp_path / "lpkit.toml").write_text('documentation = "https://docs.example.org"\n', encoding="utf-8")
    page = "https://docs.example.org/rules/lp204.html"
    assert json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"][0]["url"] == page
    assert json.loads(lpkit("explain", "LP204", "--json").stdout)["url"] == page
    (tmp_path / "lpkit.toml").unlink()
    assert json.loads(lpkit("check", "-f", "json").stdout)["diagnostics"][0]["url"] is None
    assert json.loads(lpkit("explain", "LP204", "--json").stdout)["url"] is None


def test_sarif_places(report: Report) -> None:
    run = _sarif(report)
    assert run["columnKind"] == "unicodeCodePoints"
    for result, entry in zip(run["results"], report.diagnostics, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uriBaseId"] in run["originalUriBaseIds"]
        assert unquote(place["artifactLocation"]["uri"]) == entry.path
        assert set(place["artifactLocation"]["uri"]).isdisjoint(" \\")
        assert place["region"] == {
            "startLine": entry.span.line,
            "startColumn": entry.span.column,
            "endLine": entry.span.end_line,
            "endColumn": entry.span.end_column,
        }
        assert result["partialFingerprints"] == {"lpkit/v1": entry.fingerprint}
        assert len(result.get("relatedLocations", [])) == len(entry.related)


def _fault(severity: Severity = Severity.ERROR, number: int = 1, **changes: Any) -> Diagnostic:
    plain = Diagnostic("LP999", "a-fault", severity, f"fault {number}", "a.yaml", Span(number, 2, number, 5))
    return replace(plain, **changes)


def _rendered(name: str, *faults: Diagnostic, **changes: Any) -> str:
    return renderer(name)(Report(faults, 1, 0, checked=("a.yaml",), **changes), False)


def test_sarif_carries_fixes() -> None:
    fault = _fault(fix=Fix("write 3", (Edit(10, 12, "3"),)))
    fix = json.loads(_rendered("sarif", fault))["runs"][0]["results"][0]["fixes"][0]
    assert fix["description"] == {"text": "write 3"}
    assert fix["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": {"charOffset": 10, "charLength": 2}, "insertedContent": {"text": "3"}}
    ]


def test_sarif_messages_hold_no_links() -> None:
    result = json.loads(_rendered("sarif", _fault(message="see [here](1)")))["runs"][0]["results"][0]
    assert result["message"]["text"] == "see \\[here](1)"


def test_github_escapes() -> None:
    fault = _fault(path="100%, a:b.yaml", message="50% of\r\nit", help="say: all, of it")
    assert _rendered("github", fault) == (
        "::error file=100%25%2C a%3Ab.yaml,line=1,endLine=1,col=2,endColumn=5,title=LP999 a-fault"
        "::50%25 of%0D%0Ait%0Ahelp: say: all, of it\n"
    )


def test_github_gives_columns_of_one_line_only() -> None:
    assert "col" not in _rendered("github", _fault(span=Span(3, 1, 5, 2))).lower()


def _levels(text: str) -> Counter[str]:
    return Counter(line.partition(" ")[0] for line in text.splitlines() if line.startswith("::"))


@pytest.mark.parametrize(
    ("errors", "warnings", "infos", "more"),
    [(10, 10, 10, 0), (11, 0, 0, 1), (0, 12, 0, 2), (0, 0, 11, 2), (11, 0, 10, 2), (30, 30, 30, 61)],
)
def test_github_shows_ten_of_each_level(errors: int, warnings: int, infos: int, more: int) -> None:
    numbers = {Severity.INFO: infos, Severity.WARNING: warnings, Severity.ERROR: errors}
    faults = [_fault(severity, number) for severity, many in numbers.items() for number in range(1, many + 1)]
    text = _rendered("github", *faults)
    levels = _levels(text)
    assert max(levels["::error"], levels["::warning"], levels["::notice"]) <= 10
    told = [line for line in text.splitlines() if line.startswith(("error ", "warning ", "info "))]
    assert len(told) == more
    assert levels["::error"] + levels["::warning"] + levels["::notice"] == len(faults) - more + (more > 0)
    assert ("more in the log" in text.splitlines()[-1]) == (more > 0)
    order = [line.partition(" ")[0] for line in text.splitlines() if line.startswith("::")]
    assert order[: levels["::error"]] == ["::error"] * levels["::error"]


def test_github_plain_lines_are_no_commands() -> None:
    faults = [_fault(number=number, path="::add-mask::a\n::add-mask::b") for number in range(1, 20)]
    assert "::add-mask::" not in {line[:12] for line in _rendered("github", *faults).splitlines()}


def test_gitlab_fingerprints_differ() -> None:
    entries = json.loads(_rendered("gitlab", _fault(), _fault(), _fault(Severity.INFO, 3, pointer="/a")))
    assert len({entry["fingerprint"] for entry in entries}) == 3
    assert [entry["severity"] for entry in entries] == ["critical", "critical", "info"]
    assert entries[0]["location"] == {"path": "a.yaml", "lines": {"begin": 1, "end": 1}}


def test_gitlab_fingerprint_is_that_of_all_formats(report: Report) -> None:
    entries = json.loads(renderer("gitlab")(report, False))
    assert [entry["fingerprint"] for entry in entries] == [entry.fingerprint for entry in report.diagnostics]


@pytest.mark.parametrize(("fails_at", "failures"), [(Severity.ERROR, 1), (Severity.WARNING, 2), (Severity.INFO, 3)])
def test_junit_fails_what_fails_the_run(fails_at: Severity, failures: int) -> None:
    degrees = zip(Severity, ("a.yaml", "b.yaml", "c.yaml"), strict=True)
    faults = [_fault(severity, path=path) for severity, path in degrees]
    suite = ET.fromstring(_rendered("junit", *faults, fails_at=fails_at))
    assert (suite.get("tests"), suite.get("failures")) == ("3", str(failures))
    assert len(suite.findall(".//failure")) == failures
    assert len(suite.findall(".//system-out")) == 3 - failures


def test_junit_replaces_what_xml_forbids() -> None:
    text = _rendered("junit", _fault(message="a\x00b\x1fc\ufffe]]>&<d>", path="\x07\udcff.yaml"))
    failure = ET.fromstring(text.encode(errors="strict")).find(".//failure")
    assert failure is not None
    assert "a\ufffdb\ufffdc\ufffd]]>&<d>" in (failure.text or "")


def test_several_formats_in_one_run(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    files = {name: tmp_path / f"out.{name}" for name in format_names()}
    result = lpkit("check", *(word for name in files for word in ("-f", f"{name}=out.{name}")), "-f", "concise")
    assert result.returncode == 1
    assert "LP204" in result.stdout
    assert all("LP204" in file.read_text(encoding="utf-8") for file in files.values())


def test_nothing_is_automatic_on_github(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    assert "::error" not in lpkit("check", GITHUB_ACTIONS="true", CI="true").stdout


@pytest.mark.parametrize("name", format_names())
def test_file_names_that_are_not_utf8(name: str, lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    try:
        pack.rename(pack.with_name("noisy\udcff\nalarm.yaml"))
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert lpkit("check", "-f", name).returncode == 1
    assert lpkit("check", "-f", f"{name}=out.txt").returncode == 1
    assert "LP101" in (tmp_path / "out.txt").read_text(encoding="utf-8")
