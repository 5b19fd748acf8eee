"""The hooks for others, run by the real pre-commit in a real repository."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lpkit.formatting import format_source
from lpkit.source import read_source
from project import LIBRARY, Once, write_sample
from repository import alone, begin, try_git
from warm import Warm, write_command

ROOT = Path(__file__).parent.parent
MANIFEST = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
ONE = "lpkit"
"""The hook that does what all others do."""


def _prepare(folder: Path) -> None:
    """Make a repository with the sample and the hooks of this checkout, as they stand in the manifest."""
    write_sample(folder)
    for file in sorted((folder / "packs").rglob("*.yaml")):
        source = read_source(file, file.name)
        file.write_text(format_source(source) or "", encoding="utf-8")
    _use(folder, *(hook["id"] for hook in MANIFEST if hook["id"] != ONE))
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    result = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=folder,
        env=_environment(folder),
        capture_output=True,
        check=False,
    )
    assert result.returncode == 0


def _use(folder: Path, *wanted: str) -> None:
    """Write settings of pre-commit that have these hooks of the manifest."""
    entries = [{**hook, "language": "system"} for hook in MANIFEST if hook["id"] in wanted]
    with (folder / ".pre-commit-config.yaml").open("w", encoding="utf-8") as stream:
        YAML().dump({"repos": [{"repo": "local", "hooks": entries}]}, stream)


@pytest.fixture
def repository(once: Once, tmp_path: Path, warm: Warm) -> Path:
    """Give a copy of the repository, in which nothing was committed yet, with an `lpkit` that starts quickly."""
    shutil.copytree(once("hooks", _prepare), tmp_path, symlinks=True, dirs_exist_ok=True)
    _tools(tmp_path).mkdir()
    write_command(_tools(tmp_path), warm.door)
    return tmp_path


def _tools(folder: Path) -> Path:
    return folder / ".git/tools"


def _environment(folder: Path) -> dict[str, str]:
    plain = alone()
    path = f"{_tools(folder)}{os.pathsep}{plain['PATH']}"
    return {**plain, "PATH": path, "PRE_COMMIT_HOME": str(folder / ".cache")}


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return try_git(folder, *arguments, environment=_environment(folder))


def _commit(folder: Path) -> subprocess.CompletedProcess[str]:
    _git(folder, "add", "--all", "packs")
    return _git(folder, "commit", "--message", "change")


def test_manifest_is_valid() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout


def test_good_commit_passes_and_bad_one_does_not(repository: Path) -> None:
    result = _commit(repository)
    assert result.returncode == 0, result.stdout + result.stderr
    pack = repository / "packs/ownership/noisy-alarm.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    result = _commit(repository)
    assert result.returncode == 1
    assert "packs/ownership/noisy-alarm.yaml:28:14: error LP204" in result.stderr + result.stdout
    assert "nothing was locked" not in result.stderr + result.stdout, "without a lock there is nothing to lock"


def test_commit_that_only_deletes_is_checked(repository: Path) -> None:
    assert _commit(repository).returncode == 0
    (repository / "packs/library.yaml").unlink()
    result = _commit(repository)
    assert result.returncode == 1
    assert "LP105" in result.stderr + result.stdout


def test_one_hook_does_it_all(repository: Path) -> None:
    _use(repository, ONE)
    _git(repository, "add", ".pre-commit-config.yaml")
    pack, lock = repository / "packs/ownership/noisy-alarm.yaml", repository / "packs/library.lock"
    good = pack.read_text(encoding="utf-8")
    assert _commit(repository).returncode == 0
    lock.touch()
    pack.write_text(good.replace("total: 19", "total: 20").replace("\n\nconcepts:", "\nconcepts:"), encoding="utf-8")
    result = _commit(repository)
    assert result.returncode == 1
    assert (result.stdout + result.stderr).count("LP204") == 1
    assert pack.read_text(encoding="utf-8") == good.replace("total: 19", "total: 20")
    assert lock.read_bytes() == b""
    pack.write_text(good, encoding="utf-8")
    result = _commit(repository)
    assert (result.returncode, b"noisy-alarm" in lock.read_bytes()) == (1, True)
    assert "1 file changed" in result.stdout + result.stderr
    assert _commit(repository).returncode == 0
    pack.unlink()
    result = _commit(repository)
    assert result.returncode == 1
    assert "LP108" in result.stdout + result.stderr


def test_many_files_are_one_run(repository: Path) -> None:
    pack = repository / "packs/ownership/noisy-alarm.yaml"
    for number in range(12):
        text = pack.read_text(encoding="utf-8").replace("id: noisy-alarm", f"id: alarm-{number % 11}")
        (pack.parent / f"alarm-{number}.yaml").write_text(text, encoding="utf-8")
    result = _commit(repository)
    assert (result.stderr + result.stdout).count("packs and 1 library checked") == 1
    assert "LP103" in result.stderr + result.stdout


def test_lock_is_kept_up_to_date(repository: Path) -> None:
    assert _commit(repository).returncode == 0
    lock = repository / "packs/library.lock"
    assert not lock.exists(), "a library without a lock is not published yet"
    subprocess.run([sys.executable, "-m", "lpkit", "lock", "--time", "2026-01-01"], cwd=repository, check=True)
    assert _commit(repository).returncode == 0
    pack = repository / "packs/ownership/noisy-alarm.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("hint: ", "hint: Softly, ", 1), encoding="utf-8")
    result = _commit(repository)
    assert result.returncode == 1
    assert "packs/library.lock: 1 changed item" in result.stderr + result.stdout
    assert "2026-01-01T00:00:00Z" in lock.read_text(encoding="utf-8")
    result = _commit(repository)
    assert result.returncode == 0, result.stdout + result.stderr


def test_files_of_the_commit_are_fixed_and_formatted(repository: Path) -> None:
    pack = repository / "packs/ownership/noisy-alarm.yaml"
    good = pack.read_bytes()
    pack.write_bytes(good.replace(b"title: Quiet", b"titel:   Quiet").replace(b"id: a\n", b"id: a   # the first\n"))
    pack.chmod(0o755)
    result = _commit(repository)
    said = result.stderr + result.stdout
    assert result.returncode == 1
    assert said.count("files were modified by this hook") == 2
    assert "1 fault fixed in 1 file" in said
    assert pack.read_bytes() == good.replace(b"id: a\n", b"id: a  # the first\n")
    assert pack.stat().st_mode & 0o777 == 0o755
    result = _commit(repository)
    assert result.returncode == 0, result.stderr + result.stdout


def test_files_that_were_only_deleted_or_lie_elsewhere_are_no_work_for_fix_and_fmt(repository: Path) -> None:
    assert _commit(repository).returncode == 0
    (repository / "packs/ownership/noisy-alarm.yaml").unlink()
    (repository / "other.yaml").write_text("b:   1\na: 2\n", encoding="utf-8")
    _git(repository, "add", "--all")
    result = _commit(repository)
    assert (repository / "other.yaml").read_text(encoding="utf-8") == "b:   1\na: 2\n"
    said = result.stderr + result.stdout
    assert said.count("Passed") == 4, said


def test_excluded_files_are_left_alone(repository: Path) -> None:
    assert _commit(repository).returncode == 0
    (repository / "lpkit.toml").write_text('exclude = ["packs/drafts"]\n', encoding="utf-8")
    draft = repository / "packs/drafts/idea.yaml"
    draft.parent.mkdir()
    draft.write_text("titel:   x\n", encoding="utf-8")
    result = _commit(repository)
    assert result.returncode == 0, result.stderr + result.stdout
    assert draft.read_text(encoding="utf-8") == "titel:   x\n"


def test_a_name_that_begins_with_a_dash_is_no_option(repository: Path) -> None:
    """It is no pack, and yet whoever commits it runs the hooks."""
    _use(repository, *(hook["id"] for hook in MANIFEST))
    names = ["--help.yaml", "-x y.yaml"]
    for name in names:
        (repository / name).write_text("b:   1\na: 2\n", encoding="utf-8")
    _git(repository, "add", "--all")
    result = _git(repository, "commit", "--message", "change")
    assert result.returncode == 0, result.stdout + result.stderr
    assert [(repository / name).read_text(encoding="utf-8") for name in names] == ["b:   1\na: 2\n"] * 2


def _action_step(name: str, folder: Path, program: str, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as GitHub does, with a program where the action installs lpkit."""
    file = folder / "runner temp/lpkit/bin/lpkit"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(program, encoding="utf-8")
    file.chmod(0o755)
    steps = YAML(typ="safe").load(ROOT / "action.yml")["runs"]["steps"]
    step = next(step for step in steps if step["name"] == name)
    known = {"PATHS": "", "SINCE": "", "FAIL_ON": "error", "OUTPUT_FORMAT": "concise", "SARIF": "", "DIFF": ""}
    given = {**known, "GITHUB_STEP_SUMMARY": str(folder / "runner temp/summary.md"), **inputs}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **given, "RUNNER_TEMP": str(folder / "runner temp")},
        capture_output=True,
        text=True,
        check=False,
    )


INSTALL, CHECK, TELL = "Install the lpkit that this action lies beside", "Check packs", "Say what changed"
REAL = f'#!/bin/sh\nexec "{sys.executable}" -m lpkit "$@"\n'
LISTING = '#!/bin/sh\nprintf "<%s>" "$@"\n'
"""A program that tells its arguments apart from each other."""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n \n", ""])
def test_action_checks_the_paths_of_all_lines(tmp_path: Path, end: str) -> None:
    names = ["one", "a b", " c", "$(touch hacked)", "-n", "*", "`touch hacked`", "d;e", "--fail-on=info", "f'\"g"]
    for name in names:
        pack = write_sample(tmp_path / name)
        pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    paths = (end or "\n").join(f"{name}/packs" for name in names) + end
    result = _action_step(CHECK, tmp_path, REAL, PATHS=paths)
    assert (result.returncode, result.stdout.count("LP204")) == (1, len(names)), result.stderr
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "runner temp"])


@pytest.mark.parametrize(
    "value", ["", "-n", "--quiet", "a b", "$(touch hacked)", "*", "a\nb", "'\"", "x; touch hacked"]
)
def test_action_passes_inputs_as_they_are(tmp_path: Path, value: str) -> None:
    result = _action_step(CHECK, tmp_path, LISTING, SINCE=value, FAIL_ON=value, OUTPUT_FORMAT=value, PATHS="p")
    since = f"<--since={value}>" if value else ""
    assert result.stdout == f"<check><--fail-on={value}><--output-format={value}>{since}<--><p>", result.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["runner temp"]


@pytest.mark.parametrize("name", ["SINCE", "FAIL_ON", "OUTPUT_FORMAT"])
def test_action_refuses_values_that_are_options(tmp_path: Path, name: str) -> None:
    write_sample(tmp_path)
    _git(tmp_path, "init", "--quiet")
    result = _action_step(CHECK, tmp_path, REAL, **{name: "--quiet"})
    assert (result.returncode, "--quiet" in result.stderr) == (2, True), result.stderr


def test_action_without_paths_checks_those_of_the_settings(tmp_path: Path) -> None:
    assert _action_step(CHECK, tmp_path, LISTING).stdout == "<check><--fail-on=error><--output-format=concise><-->"
    write_sample(tmp_path)
    result = _action_step(CHECK, tmp_path, REAL)
    assert (result.returncode, result.stderr) == (0, "1 pack and 1 library checked: no faults\n")


def test_action_gives_sarif_and_says_what_changed(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    assert _git(tmp_path, "init", "--quiet").returncode == 0
    assert _commit(tmp_path).returncode == 0
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    checked = _action_step(CHECK, tmp_path, REAL, OUTPUT_FORMAT="github", SARIF="a b.sarif")
    assert checked.returncode == 1
    assert "::error file=packs/ownership/noisy-alarm.yaml,line=26," in checked.stdout
    found = json.loads((tmp_path / "a b.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [entry["ruleId"] for entry in found] == ["LP204"]
    told = _action_step(TELL, tmp_path, REAL, DIFF="HEAD")
    assert (told.returncode, told.stdout) == (0, ""), told.stderr
    assert "total-changed" in (tmp_path / "runner temp/summary.md").read_text(encoding="utf-8")


def test_action_says_the_same_in_the_folder_of_a_project_and_above(tmp_path: Path) -> None:
    """`working-directory` is a folder with settings of its own in a repository, or the top of it."""
    for team in ("a", "b"):
        pack = write_sample(tmp_path / team)
        library = tmp_path / team / "packs" / LIBRARY
        library.write_text(library.read_text(encoding="utf-8").replace("id: sample", f"id: {team}"), encoding="utf-8")
        (tmp_path / team / "lpkit.toml").touch()
    begin(tmp_path)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    said = []
    for folder, given in ((tmp_path, ""), (tmp_path / "b", ""), (tmp_path, "b"), (tmp_path / "a", "../b")):
        shutil.rmtree(folder / "runner temp", ignore_errors=True)
        checked = _action_step(CHECK, folder, REAL, OUTPUT_FORMAT="github", SARIF="of.sarif", PATHS=given, SINCE="HEAD")
        assert _action_step(TELL, folder, REAL, DIFF="HEAD").returncode == 0
        summary = (folder / "runner temp/summary.md").read_text(encoding="utf-8")
        results = json.loads((folder / "of.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
        said.append((checked.returncode, checked.stdout, results, summary if folder.name != "a" else said[0][3]))
    assert said[0][0] == 1
    assert "::error file=b/packs/ownership/noisy-alarm.yaml,line=26," in said[0][1]
    assert "total-changed" in said[0][3]
    assert said[1:] == said[:1] * 3


@pytest.mark.parametrize("value", ["-n", "--json", "a b", "$(touch hacked)", "a\nb"])
def test_action_compares_with_nothing_but_a_revision(tmp_path: Path, value: str) -> None:
    result = _action_step(TELL, tmp_path, LISTING, DIFF=value)
    assert (result.returncode, result.stdout) == (0, "")
    told = (tmp_path / "runner temp/summary.md").read_text(encoding="utf-8")
    assert told == f"<diff><--markdown><--><{value}>"


def test_action_installs_what_it_lies_beside(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    pip = 'printf \'#!/bin/sh\\nprintf "<%%s>" "$@"\\n\' > "$3/bin/pip"'
    made = f'#!/bin/sh\nmkdir -p "$3/bin"\n{pip}\nchmod +x "$3/bin/pip"\n'
    (tools / "python3").write_text(made, encoding="utf-8")
    (tools / "python3").chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    result = _action_step(INSTALL, tmp_path, LISTING, PATH=path, ACTION="/x/a b/$(touch hacked)")
    assert (result.returncode, result.stdout) == (0, "<install><--quiet></x/a b/$(touch hacked)>"), result.stderr
    action = YAML(typ="safe").load(ROOT / "action.yml")
    assert action["runs"]["steps"][0]["env"] == {"ACTION": "${{ github.action_path }}"}
    assert "version" not in action["inputs"]


def test_action_and_workflow_are_well_formed() -> None:
    action = YAML(typ="safe").load(ROOT / "action.yml")
    assert action["runs"]["using"] == "composite"
    steps = YAML(typ="safe").load(ROOT / "examples/github-workflow.yml")["jobs"]["check"]["steps"]
    used = next(step for step in steps if step.get("uses") == "./.lpkit")
    assert used["with"].keys() <= action["inputs"].keys()
    for step in action["runs"]["steps"]:
        # Inputs reach the shell as variables: text within a script would be run.
        assert "${{" not in step["run"]
        result = subprocess.run(["bash", "-n"], input=step["run"], text=True, check=False, capture_output=True)
        assert result.returncode == 0, result.stderr
