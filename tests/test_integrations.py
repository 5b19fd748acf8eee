"""Examples for continuous integration, played: their steps run in a repository, as each system runs them."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from ruamel.yaml import YAML

from lpkit.scaffold import INTEGRATIONS, repository_files
from project import Once
from repository import alone, begin
from warm import Warm, write_command

ROOT = Path(__file__).parent.parent
PACK = "packs/night-shift/ownership/quiet-a-noisy-alarm.yaml"
EXAMPLES = {"gitlab": "gitlab-ci.yml", "azure": "azure-pipelines.yml", "shell": "ci.sh"}
FAULT = ("total: 19", "total: 20")
CHANGE = ("hint: Look at the first word.", "hint: Look who acts.")
GONE = ("- id: alarm-trial", "- id: alarm-experiment")


def _fill(folder: Path) -> None:
    for kind in INTEGRATIONS:
        for artifact in repository_files("night-shift", "Night Shift", "main", None, kind):
            file = folder / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.content)
    begin(folder)


class Repository:
    """A content repository with the files of every system, and what its steps find on their path."""

    def __init__(self, folder: Path, warm: Warm, top: Path | None = None) -> None:
        self.folder = folder
        self.tools = (top or folder) / ".git/tools"
        self.tools.mkdir()
        write_command(self.tools, warm.door)
        self.given = self.tools / "given"
        self._program("pip", f'printf "%s\\n" "$@" > "{self.given}"')
        made = f'mkdir -p "$3/bin" && cp "{self.tools}/lpkit" "{self.tools}/pip" "$3/bin"'
        self._program("python3", made)

    def _program(self, name: str, line: str) -> None:
        (self.tools / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (self.tools / name).chmod(0o755)

    def change(self, *changes: tuple[str, str]) -> None:
        """Change texts of the pack."""
        text = (self.folder / PACK).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (self.folder / PACK).write_text(text, encoding="utf-8")

    def read(self, kind: str) -> Any:
        """Give the file of a system as data."""
        return YAML(typ="safe", pure=True).load(self.folder / INTEGRATIONS[kind].file)

    def run(self, script: str, *options: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run a script in bash where the content is."""
        path = f"{self.tools}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "--noprofile", "--norc", *options, "-c", script],
            cwd=self.folder,
            env={**alone(), "PATH": path, "LPKIT_SOURCE": "", **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def text(self, name: str) -> str:
        """Give a file that a step wrote."""
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def repository(once: Once, tmp_path: Path, warm: Warm) -> Repository:
    """Give a copy of the repository, in which the sources are not filled in yet."""
    folder = tmp_path / "content"
    shutil.copytree(once("integrations", _fill), folder)
    return Repository(folder, warm)


@pytest.fixture
def below(once: Once, tmp_path: Path, warm: Warm) -> Repository:
    """Give the same as a project of a monorepo, in whose folder steps run; at its top are settings of others."""
    top = tmp_path / "top"
    shutil.copytree(once("integrations", _fill), top / "teams/a", ignore=shutil.ignore_patterns(".git"))
    (top / "lpkit.toml").write_text("packs = []\n", encoding="utf-8")
    begin(top)
    return Repository(top / "teams/a", warm, top)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_example_is_what_init_writes(kind: str) -> None:
    files = {file.path: file.content for file in repository_files("a", "A", "main", None, kind)}
    assert (ROOT / "examples" / EXAMPLES[kind]).read_bytes() == files[INTEGRATIONS[kind].file]


@pytest.mark.parametrize("kind", INTEGRATIONS)
def test_a_source_that_is_given_is_filled_in(kind: str) -> None:
    source = 'a; python_version > "3.1" # $(touch hacked)'
    files = {file.path: file.content.decode() for file in repository_files("a", "A", "trunk", source, kind)}
    text = files[INTEGRATIONS[kind].file]
    assert "fill in: " not in text
    if kind == "shell":
        assert f"LPKIT_SOURCE='{source}'" in text
        return
    data = YAML(typ="safe", pure=True).load(text)
    assert (data.get("env") or data.get("variables"))["LPKIT_SOURCE"] == source
    assert '"trunk"' in text


# What the platforms say of the files that they read.


def _check_quality(text: str, folder: Path) -> list[str]:
    """Compare a file with GitLab's description of Code Quality; give the names of checks."""
    entries = json.loads(text)
    for entry in entries:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= entry.keys()
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (folder / entry["location"]["path"]).is_file(), "a path from the top, without ./"
        assert not entry["location"]["path"].startswith(".")
        assert isinstance(entry["location"]["lines"]["begin"], int)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    return [entry["check_name"] for entry in entries]


def _check_junit(text: str) -> list[str]:
    """Compare a file with what readers of JUnit ask for; give the messages of failures."""
    suites = ET.fromstring(text)
    assert suites.tag == "testsuites"
    for suite in suites:
        cases = suite.findall("testcase")
        assert suite.tag == "testsuite"
        assert (int(suite.get("tests", "")), len(cases)) == (2, 2)
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures", ""))
        assert all(case.get("name") and case.get("classname") for case in cases)
    return [failure.get("message", "") for failure in suites.iter("failure")]


def _check_sarif(text: str) -> list[str]:
    """Look for what code scanning needs of SARIF; give the codes of results."""
    data = json.loads(text)
    assert data["version"] == "2.1.0"
    results = data["runs"][0]["results"]
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == PACK
        assert place["region"]["startLine"] > 0
    return [result["ruleId"] for result in results]


OUTCOMES = [
    pytest.param([], 0, False, id="nothing"),
    pytest.param([FAULT, GONE], 1, True, id="a fault, and a permanent id that vanished"),
]
"""What changed, the exit code of the check, and whether the comparison fails."""


# GitHub


@pytest.mark.parametrize(("changes", "code", "breaks"), OUTCOMES)
def test_github(repository: Repository, changes: list[tuple[str, str]], code: int, breaks: bool) -> None:
    repository.change(CHANGE, *changes)
    workflow = repository.read("github")
    steps = {step["name"]: step["run"] for step in workflow["jobs"]["packs"]["steps"] if "run" in step}
    checked = repository.run(steps["Check"], "-e", GITHUB_ACTIONS="true")
    assert checked.returncode == code
    assert re.findall(r"^::(\w+) file=([^,]+),line=\d+", checked.stdout, re.MULTILINE) == [("error", PACK)] * code
    assert _check_sarif(repository.text("lpkit.sarif")) == ["LP204"] * code
    told = repository.run(steps["What changed"], "-e", BASE="HEAD", GITHUB_STEP_SUMMARY="summary.md")
    assert told.returncode == breaks
    summary = repository.text("summary.md")
    assert summary.startswith("### Content changes\n")
    assert "hint reworded" in summary
    assert ("total-changed" in summary, "**Major**" in summary) == (FAULT in changes, breaks)
    # It is shown whatever the check found, and read before the next step.
    assert "always()" in next(
        step["if"] for step in workflow["jobs"]["packs"]["steps"] if step.get("name") == "What changed"
    )


def test_github_shards(repository: Repository, tmp_path: Path) -> None:
    """The example for several machines: each shard in a checkout of its own, their artifacts where the report is."""
    repository.change(FAULT)
    jobs = YAML(typ="safe", pure=True).load(ROOT / "examples/github-shards.yml")["jobs"]
    numbers = jobs["shard"]["strategy"]["matrix"]["shard"]
    runs = {step["name"]: step["run"] for job in jobs.values() for step in job["steps"] if "run" in step}
    (uploaded,) = [step["with"]["path"] for step in jobs["shard"]["steps"] if "upload-artifact" in step.get("uses", "")]
    (into,) = [step["with"]["path"] for step in jobs["report"]["steps"] if "download-artifact" in step.get("uses", "")]
    for number in numbers:
        machine = Repository.__new__(Repository)
        machine.folder, machine.tools = tmp_path / f"machine-{number}", repository.tools
        shutil.copytree(repository.folder, machine.folder)
        given = {"SHARD": str(number), "SHARDS": str(len(numbers))}
        assert machine.run(runs["Check a shard"], "-e", **given).returncode == 0
        (repository.folder / into).mkdir(exist_ok=True)
        made = machine.folder / uploaded.replace("${{ matrix.shard }}", str(number))
        made.rename(repository.folder / into / made.name)
    merged = repository.run(runs["Report"], "-e", GITHUB_ACTIONS="true")
    sarif = repository.text("lpkit.sarif")
    assert _check_sarif(sarif) == ["LP204"]
    whole = repository.run("lpkit check -f github -f sarif=lpkit.sarif", "-e", GITHUB_ACTIONS="true")
    assert (merged.returncode, merged.stdout, merged.stderr) == (1, whole.stdout, whole.stderr)
    assert repository.text("lpkit.sarif") == sarif


# GitLab: each entry of a script runs in one shell, and the first that fails ends it.


def _gitlab_job(repository: Repository, name: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    data = repository.read("gitlab")
    job = {**data[data[name]["extends"]], **data[name]}
    variables: Mapping[str, str] = {**data["variables"], "GITLAB_CI": "true", **environment}
    script = "\n".join([*job["before_script"], *job["script"]])
    return repository.run(script, "-eo", "pipefail", **variables)


@pytest.mark.parametrize(("changes", "code", "breaks"), OUTCOMES)
def test_gitlab(repository: Repository, changes: list[tuple[str, str]], code: int, breaks: bool) -> None:
    repository.change(CHANGE, *changes)
    checked = _gitlab_job(repository, "packs", LPKIT_SOURCE="a b")
    assert checked.returncode == code, checked.stderr
    assert repository.given.read_text(encoding="utf-8") == "install\na b\n"
    artifacts = repository.read("gitlab")["packs"]["artifacts"]
    reports = artifacts["reports"]
    assert _check_quality(repository.text(reports["codequality"]), repository.folder) == ["LP204 total-not-sum"] * code
    assert len(_check_junit(repository.text(reports["junit"]))) == code
    assert [(repository.folder / path).exists() for path in artifacts["paths"]] == [not code]
    told = _gitlab_job(repository, "changes", LPKIT_SOURCE="a", CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD")
    assert told.returncode == breaks
    (changed,) = repository.read("gitlab")["changes"]["artifacts"]["paths"]
    assert "hint reworded" in repository.text(changed)


# Azure: each script runs in a shell of its own that goes on after a failure; its last command decides.

CONDITIONS = {
    "": lambda failed, _request: not failed,
    "succeededOrFailed()": lambda _failed, _request: True,
    "and(succeededOrFailed(), eq(variables['Build.Reason'], 'PullRequest'))": lambda _failed, request: request,
}
"""What the conditions of steps mean; a test fails for one that is not here."""


def _azure(repository: Repository, request: bool) -> dict[str, "subprocess.CompletedProcess[str] | Path"]:
    """Play a run; give the results of scripts by name, and the files that tasks publish by what they publish."""
    data = repository.read("azure")
    results: dict[str, subprocess.CompletedProcess[str] | Path] = {}
    failed = False
    for step in data["steps"]:
        if not CONDITIONS[step.get("condition", "")](failed, request):
            continue
        if "script" in step:
            given = {**data["variables"], "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
            ended = repository.run(step["script"], **{**given, "LPKIT_SOURCE": "a b"})
            results[step["displayName"]] = ended
            failed = failed or ended.returncode != 0
        elif "publish" in step:
            results[step["artifact"]] = repository.folder / step["publish"]
        elif step.get("task") == "PublishTestResults@2":
            results[step["inputs"]["testResultsFormat"]] = repository.folder / step["inputs"]["testResultsFiles"]
        else:
            assert step.get("checkout") == "self" or step["task"] == "UsePythonVersion@0"
    return results


@pytest.mark.parametrize(("changes", "code", "breaks"), OUTCOMES)
def test_azure(repository: Repository, changes: list[tuple[str, str]], code: int, breaks: bool) -> None:
    repository.change(CHANGE, *changes)
    repository.run("git update-ref refs/remotes/origin/main HEAD")
    results = _azure(repository, request=True)
    ended = {name: result.returncode for name, result in results.items() if not isinstance(result, Path)}
    assert ended == {"Install lpkit": 0, "Check": code, "What changed": breaks} | (
        {} if code or breaks else {"Build": 0}
    )
    published = {name: result for name, result in results.items() if isinstance(result, Path)}
    assert all(file.exists() for file in published.values())
    assert set(published) == {"JUnit", "CodeAnalysisLogs"} | (set() if code or breaks else {"site"})
    assert len(_check_junit(published["JUnit"].read_text(encoding="utf-8"))) == code
    assert _check_sarif(published["CodeAnalysisLogs"].read_text(encoding="utf-8")) == ["LP204"] * code
    told = results["What changed"]
    assert not isinstance(told, Path)
    summary = re.fullmatch(r"##vso\[task\.uploadsummary\](/.+\.md)\n", told.stdout)
    assert summary
    assert "hint reworded" in Path(summary[1]).read_text(encoding="utf-8")


def test_azure_compares_for_pull_requests_only(repository: Repository) -> None:
    assert [name for name in _azure(repository, request=False) if name == "What changed"] == []


# Any other server


@pytest.mark.parametrize(
    ("changes", "code", "breaks"), [*OUTCOMES, pytest.param([GONE], 0, True, id="a permanent id that vanished")]
)
def test_shell(repository: Repository, changes: list[tuple[str, str]], code: int, breaks: bool) -> None:
    repository.change(CHANGE, *changes)
    script = repository.folder / "ci.sh"
    script.write_text(
        script.read_text(encoding="utf-8").replace("LPKIT_SOURCE=''", "LPKIT_SOURCE='a b'"), encoding="utf-8"
    )
    ended = repository.run('cd / && bash "$OLDPWD/ci.sh" HEAD')
    assert ended.returncode == max(code, breaks), ended.stderr
    assert repository.given.read_text(encoding="utf-8") == "install\na b\n"
    assert len(_check_junit(repository.text("lpkit-junit.xml"))) == code
    assert "hint reworded" in repository.text("lpkit-changes.md")
    assert (repository.folder / "dist/html/index.html").exists() == (not code and not breaks)
    status = repository.run("git status --porcelain").stdout
    assert status.splitlines() == [" M ci.sh", f" M {PACK}"], "what it leaves is ignored by git"


def test_shell_without_a_base_compares_nothing(repository: Repository) -> None:
    script = repository.text("ci.sh").replace("LPKIT_SOURCE=''", "LPKIT_SOURCE=a")
    (repository.folder / "ci.sh").write_text(script, encoding="utf-8")
    assert repository.run("bash ci.sh").returncode == 0
    assert not (repository.folder / "lpkit-changes.md").exists()


def _told_below(below: Repository, kind: str) -> tuple[int, list[str], str]:
    """Play a kind below; give its code, the paths that reports name, and what it says of the change."""
    if kind == "github":
        steps = {step["name"]: step["run"] for step in below.read(kind)["jobs"]["packs"]["steps"] if "run" in step}
        checked = below.run(steps["Check"], "-e", GITHUB_ACTIONS="true")
        below.run(steps["What changed"], "-e", BASE="HEAD", GITHUB_STEP_SUMMARY="lpkit-changes.md")
        results = json.loads(below.text("lpkit.sarif"))["runs"][0]["results"]
        named = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
        named += re.findall(r"file=([^,]+),", checked.stdout)
        return checked.returncode, named, below.text("lpkit-changes.md")
    if kind == "gitlab":
        checked = _gitlab_job(below, "packs", LPKIT_SOURCE="a")
        _gitlab_job(below, "changes", LPKIT_SOURCE="a", CI_MERGE_REQUEST_DIFF_BASE_SHA="HEAD")
        named = [entry["location"]["path"] for entry in json.loads(below.text("lpkit-quality.json"))]
        return checked.returncode, named, below.text("lpkit-changes.md")
    if kind == "azure":
        below.run("git update-ref refs/remotes/origin/main HEAD")
        ended = _azure(below, request=True)["Check"]
        assert not isinstance(ended, Path)
        return (
            ended.returncode,
            re.findall(r"^([^ :]+):\d+:\d+: error", ended.stdout, re.M),
            below.text("lpkit-changes.md"),
        )
    script = below.text("ci.sh").replace("LPKIT_SOURCE=''", "LPKIT_SOURCE=a")
    (below.folder / "ci.sh").write_text(script, encoding="utf-8")
    ended = below.run("cd ../.. && bash teams/a/ci.sh HEAD")
    return ended.returncode, re.findall(r"^([^ :]+):\d+:\d+: error", ended.stdout, re.M), below.text("lpkit-changes.md")


@pytest.mark.parametrize("kind", INTEGRATIONS)
def test_a_project_of_a_monorepo(below: Repository, kind: str) -> None:
    """Its files are named from the top of the repository, by which the server knows them."""
    below.change(CHANGE, FAULT)
    code, named, changes = _told_below(below, kind)
    assert (code, set(named)) == (1, {f"teams/a/{PACK}"})
    assert "hint reworded" in changes


@pytest.mark.parametrize("kind", INTEGRATIONS)
def test_without_a_source_it_says_what_to_fill_in(repository: Repository, kind: str) -> None:
    if kind == "gitlab":
        ended = _gitlab_job(repository, "packs")
    elif kind == "shell":
        ended = repository.run("bash ci.sh")
    else:
        data = repository.read(kind)
        steps = data["jobs"]["packs"]["steps"] if kind == "github" else data["steps"]
        ended = repository.run(
            next(step.get("run") or step["script"] for step in steps if "run" in step or "script" in step)
        )
    assert ended.returncode != 0
    assert re.search(r"LPKIT_SOURCE\b.* is empty", ended.stdout + ended.stderr)
    assert not repository.given.exists()


def test_scripts_are_well_formed() -> None:
    result = subprocess.run(["bash", "-n", ROOT / "examples/ci.sh"], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
