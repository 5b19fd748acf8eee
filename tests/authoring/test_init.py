"""`lpkit init`: the new repository is green, builds, and its hooks, workflow and editor settings do what they say."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from lpkit.scaffold import INTEGRATIONS, NONE
from project import Run

PACK = "packs/night-shift/ownership/quiet-a-noisy-alarm.yaml"


@pytest.fixture
def content(lpkit: Run, tmp_path: Path) -> Path:
    """Make a content repository in a folder of its own."""
    options = ["--title", 'Night "Shift"', "--id", "night-shift", "--no-git"]
    result = lpkit("init", "content", *options)
    assert result.returncode == 0, result.stderr
    return tmp_path / "content"


def _shell(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a shell does, with this environment's lpkit under its name."""
    tools = folder.parent / "bin"
    tools.mkdir(exist_ok=True)
    (tools / "lpkit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lpkit "$@"\n', encoding="utf-8")
    (tools / "lpkit").chmod(0o755)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    known = {"GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_HOME": str(folder.parent / "cache")}
    return subprocess.run(
        ["bash", "-euc", command],
        cwd=folder,
        env={**plain, **known, "PATH": f"{tools}:{os.environ['PATH']}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


_COMMIT = "git add --all && git -c user.name=Author -c user.email=author@example.org commit --quiet --message change"


def test_green_at_once_and_builds(lpkit: Run, content: Path) -> None:
    checked = lpkit("check", "--fail-on", "info", cwd=content)
    assert (checked.returncode, checked.stderr) == (0, "1 pack and 1 library checked: no faults\n")
    assert lpkit("build", cwd=content).returncode == 0
    assert json.loads((content / "dist/json/index.json").read_text(encoding="utf-8"))
    assert (content / "dist/html/index.html").is_file()
    assert (content / "dist/anki/night-shift.apkg").is_file()


def test_new_pack_goes_beside_the_example(lpkit: Run, content: Path) -> None:
    assert lpkit("new", "pack", "my-pattern", cwd=content).returncode == 0
    new, example = (content / PACK).with_name("my-pattern.yaml"), content / PACK
    first_lines = [file.read_text(encoding="utf-8").splitlines()[0] for file in (new, example)]
    assert first_lines[0] == first_lines[1]


def test_all_that_is_written_is_in_canonical_form(lpkit: Run, content: Path) -> None:
    for arguments in (("new", "pack", "my-pattern"), ("fmt", "--check")):
        result = lpkit(*arguments, cwd=content)
        assert result.returncode == 0, result.stderr


def test_modelines_lead_to_schemas_that_accept_the_file(content: Path) -> None:
    for file in (content / "packs").rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        schema = file.parent / text.splitlines()[0].partition("$schema=")[2]
        data = YAML(typ="safe", pure=True).load(text)
        jsonschema.validate(data, json.loads(schema.read_text(encoding="utf-8")))


def test_a_library_has_a_folder_that_windows_can_have(lpkit: Run, tmp_path: Path) -> None:
    result = lpkit("init", "content", "--id", "com1")
    assert (result.returncode, 'no file can be called "com1" on Windows' in result.stderr) == (2, True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["lpkit.toml", ".pre-commit-config.yaml", f"{PACK}", "packs"])
def test_never_overwrites(lpkit: Run, tmp_path: Path, name: str) -> None:
    there = tmp_path / "content" / name
    there.parent.mkdir(parents=True)
    there.write_text("mine", encoding="utf-8")
    result = lpkit("init", "content", "--id", "night-shift")
    assert result.returncode == 2
    assert f"content/{name} is there already" in result.stderr
    assert [file for file in (tmp_path / "content").rglob("*") if file.is_file()] == [there]
    assert there.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["README.md", ".gitignore", "lpkit.toml"])
def test_a_link_that_leads_nowhere_is_there_already(lpkit: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / name).symlink_to(tmp_path / "elsewhere")
    result = lpkit("init", "content", "--id", "night-shift")
    assert result.returncode == 2
    assert f"content/{name} is there already" in result.stderr
    assert not (tmp_path / "elsewhere").exists()


def test_keeps_what_a_host_puts_into_a_new_repository(lpkit: Run, tmp_path: Path) -> None:
    for name in ("README.md", ".gitignore", "LICENSE"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    result = lpkit("init", ".", "--id", "night-shift", "--no-git")
    assert result.returncode == 0
    assert "kept as it was: README.md, .gitignore; let git leave out dist/" in result.stderr
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in ("README.md", ".gitignore")} == {"mine"}
    assert lpkit("check").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--id", "Night Shift"],
        ["--id", "a" * 256],
        ["--title", " "],
        ["--title", "a\nb"],
        ["--branch", "a b"],
        ["--requirement", "a'b"],
    ],
)
def test_values_that_would_break_a_file(lpkit: Run, tmp_path: Path, arguments: list[str]) -> None:
    result = lpkit("init", "content", *arguments)
    assert result.returncode == 2
    assert not (tmp_path / "content").exists()


def test_next_steps_can_be_pasted(lpkit: Run) -> None:
    assert "next: cd 'night shift', then" in lpkit("init", "night shift", "--no-git").stderr


def test_asks_on_a_terminal_only(lpkit: Run, tmp_path: Path) -> None:
    assert lpkit("init", "piped", "--no-git").returncode == 0
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "lpkit", "init", "asked", "--no-git"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=follower, stderr=follower, stdout=follower) as process:
        os.write(leader, b"Night Shift\n\n")
        assert process.wait() == 0
    os.close(follower)
    os.close(leader)
    library = (tmp_path / "asked/packs/night-shift/library.yaml").read_text(encoding="utf-8")
    assert 'title: "Night Shift"' in library


def test_makes_a_repository_with_its_hook(lpkit: Run, tmp_path: Path) -> None:
    result = lpkit("init", "content", "--branch", "trunk", PRE_COMMIT_HOME=str(tmp_path / "cache"))
    assert "a git repository whose hook checks every commit" in result.stderr
    assert "next: cd content, then lpkit check, then lpkit new pack my-pattern" in result.stderr
    assert (tmp_path / "content/.git/hooks/pre-commit").is_file()
    assert (tmp_path / "content/.git/HEAD").read_text(encoding="utf-8") == "ref: refs/heads/trunk\n"


def test_a_repository_that_is_there_is_left_alone(lpkit: Run, tmp_path: Path) -> None:
    _shell(tmp_path, "git init --quiet")
    before = {file: file.read_bytes() for file in (tmp_path / ".git").rglob("*") if file.is_file()}
    inside = lpkit("init", "content")
    assert "part of the git repository" in inside.stderr
    moved = (
        f"move .github/workflows/lpkit.yml to {tmp_path}, where alone it is read, and have its steps run in content\n"
    )
    assert moved in inside.stderr
    assert "where alone it is read" not in lpkit("init", "other", "--ci", "shell").stderr
    at_the_top = lpkit("init")
    assert "next: pip install pre-commit && pre-commit install, then lpkit check" in at_the_top.stderr
    after = {file: file.read_bytes() for file in (tmp_path / ".git").rglob("*") if file.is_file()}
    settings = tmp_path / ".git/config"
    driver = b'[merge "lpkit"]\n\tdriver = lpkit lock --merge -- %O %A %B %P\n'
    assert after == {**before, settings: before[settings] + driver}, "it only learns how locks are merged"


def test_a_driver_of_the_house_stays(lpkit: Run, tmp_path: Path) -> None:
    _shell(tmp_path, "git init --quiet && git config merge.lpkit.driver house")
    assert lpkit("init").returncode == 0
    assert _shell(tmp_path, "git config --get-all merge.lpkit.driver").stdout == "house\n"


def test_attributes_that_are_there_stay(lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("*.png binary\n", encoding="utf-8")
    said = lpkit("init", "--no-git").stderr
    assert "kept as it was: .gitattributes; have git merge locks with a line in it: library.lock merge=lpkit\n" in said
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n"


@pytest.mark.parametrize("kind", [*INTEGRATIONS, NONE])
def test_the_integration_that_is_asked_for(lpkit: Run, tmp_path: Path, kind: str) -> None:
    said = lpkit("init", "--no-git", "--ci", kind).stderr
    there = {name for name, integration in INTEGRATIONS.items() if (tmp_path / integration.file).exists()}
    assert there == {kind} - {NONE}
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    assert {name for name, integration in INTEGRATIONS.items() if f"| `{integration.file}` |" in readme} == there
    assert "@@" not in "".join(file.read_text("utf-8") for file in tmp_path.rglob("*") if file.is_file())
    assert ("fill in LPKIT_SOURCE in " in said) == (kind != NONE)


@pytest.mark.parametrize("kind", INTEGRATIONS)
def test_an_integration_that_is_there_is_never_written_over(lpkit: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / INTEGRATIONS[kind].file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    result = lpkit("init", "--no-git", "--ci", kind)
    assert (result.returncode, f"{INTEGRATIONS[kind].file} is there already" in result.stderr) == (2, True)
    assert [entry for entry in tmp_path.rglob("*") if entry.is_file()] == [file]
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "hint"), [("Githup", "did you mean github?"), ("", "write one of: github, gitlab, azure, shell, none")]
)
def test_an_integration_that_there_is_not(lpkit: Run, tmp_path: Path, name: str, hint: str) -> None:
    result = lpkit("init", "--ci", name)
    assert (result.returncode, result.stderr) == (
        2,
        f'lpkit: no continuous integration is called "{name}" ({hint})\n',
    )
    assert list(tmp_path.iterdir()) == []


def test_without_git(lpkit: Run, tmp_path: Path) -> None:
    result = lpkit("init", "content", PATH=str(tmp_path))
    assert result.returncode == 0
    driver = 'git config merge.lpkit.driver "lpkit lock --merge -- %O %A %B %P"'
    steps = f"git init && {driver} && pip install pre-commit && pre-commit install"
    assert f"next: cd content, then {steps}, then lpkit check" in result.stderr


def test_hook_is_red_then_green(content: Path) -> None:
    ready = _shell(content, f'git init --quiet && {_COMMIT} && "{sys.executable}" -m pre_commit install')
    assert ready.returncode == 0, ready.stderr
    pack = content / PACK
    text = pack.read_text(encoding="utf-8")
    pack.write_text(text.replace("total: 19", "total: 20"), encoding="utf-8")
    refused = _shell(content, _COMMIT)
    assert refused.returncode != 0
    assert "LP204" in refused.stdout + refused.stderr
    pack.write_text(text, encoding="utf-8")
    (content / "notes.txt").write_text("later", encoding="utf-8")
    accepted = _shell(content, _COMMIT)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr


def _installs(folder: Path, command: str, source: str) -> list[str]:
    """Run the step that installs, with a pip that only writes down what it is given; give the lines of that."""
    tools = folder.parent / "bin"
    tools.mkdir(exist_ok=True)
    (tools / "pip").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > ../given\n', encoding="utf-8")
    (tools / "pip").chmod(0o755)
    result = _shell(folder, command, LPKIT_SOURCE=source)
    (tools / "pip").unlink()
    if not source:
        assert (result.returncode, result.stdout.partition(" is empty")[0]) == (
            1,
            "::error::LPKIT_SOURCE in .github/workflows/lpkit.yml",
        )
        assert not (folder.parent / "given").exists()
        return []
    assert result.returncode == 0, result.stderr
    return (folder.parent / "given").read_text(encoding="utf-8").splitlines()


def test_without_a_source_the_workflow_says_what_to_fill_in(lpkit: Run, content: Path) -> None:
    said = lpkit("init", "other", "--no-git").stderr
    assert "fill in LPKIT_SOURCE in .github/workflows/lpkit.yml" in said, "this lpkit is installed from a folder"
    workflow = (content / ".github/workflows/lpkit.yml").read_text(encoding="utf-8")
    assert '\n  LPKIT_SOURCE: "" # fill in: ' in workflow
    assert "install lpkit from where your team has it (`LPKIT_SOURCE`" in (content / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "source", ["tools/lpkit.whl", 'a; python_version > "3.1"', "a @ git+https://b.example/c@d # e"]
)
def test_a_source_that_is_given_is_what_pip_gets(lpkit: Run, tmp_path: Path, source: str) -> None:
    result = lpkit("init", "content", "--no-git", "--requirement", source)
    assert "fill in" not in result.stderr
    content = tmp_path / "content"
    workflow = YAML(typ="safe", pure=True).load(content / ".github/workflows/lpkit.yml")
    install = next(step["run"] for step in workflow["jobs"]["packs"]["steps"] if "run" in step)
    assert _installs(content, install, workflow["env"]["LPKIT_SOURCE"]) == ["install", source]
    assert f"`pip install '{source}' pre-commit" in (content / "README.md").read_text(encoding="utf-8")


def test_commands_of_the_workflow(content: Path) -> None:
    workflow = YAML(typ="safe", pure=True).load(content / ".github/workflows/lpkit.yml")
    commands = [step["run"] for step in workflow["jobs"]["packs"]["steps"] if "run" in step]
    install, *others = commands
    assert _installs(content, install, workflow["env"]["LPKIT_SOURCE"]) == []
    _shell(content, f"git init --quiet && {_COMMIT}")
    base = _shell(content, "git rev-parse HEAD").stdout.strip()
    pack = content / PACK
    pack.write_text(
        pack.read_text(encoding="utf-8").replace("difficulty: hard", "difficulty: medium"), encoding="utf-8"
    )
    changed = _shell(content, others[1], BASE=base, GITHUB_STEP_SUMMARY="summary.md")
    _shell(content, "git checkout --quiet .")
    results = [changed, *(_shell(content, command) for command in (others[0], others[2]))]
    assert [result.returncode for result in results] == [0, 0, 0], [result.stderr for result in results]
    assert "difficulty-changed" in (content / "summary.md").read_text(encoding="utf-8")
    assert json.loads((content / "lpkit.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (content / "dist/html/index.html").is_file()


def test_editor_settings(lpkit: Run, content: Path) -> None:
    vscode = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in (content / ".vscode").iterdir()}
    assert set(vscode) == {"settings.json", "extensions.json", "tasks.json"}
    assert all((content / schema).is_file() for schema in vscode["settings.json"]["yaml.schemas"])
    pack = content / PACK
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    line = lpkit("check", "-f", "concise", cwd=content).stdout.splitlines()[0]
    pattern = vscode["tasks.json"]["tasks"][0]["problemMatcher"]["pattern"]
    matched = re.fullmatch(pattern["regexp"], line)
    assert matched
    assert (matched[pattern["file"]], matched[pattern["severity"]], matched[pattern["code"]]) == (
        PACK,
        "error",
        "LP204",
    )
