"""`lpkit doctor`: says what is set up and what is wrong, in whatever state a project is, and changes nothing."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lpkit.cli.installed import EXTRAS
from lpkit.scaffold.versioning import DRIVER, DRIVER_KEY
from project import LIBRARY, PACK, Run, write_sample

ROOT = Path(__file__).parents[1]
Change = Callable[[Path], object]


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def _write(name: str, text: str) -> Change:
    def write(folder: Path) -> None:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    return write


def _unchanged(_folder: Path) -> None:
    pass


def _merges(folder: Path) -> None:
    _git(folder, "init", "--quiet")
    _write(".gitattributes", "library.lock merge=lpkit\n")(folder)


def _merges_here(folder: Path) -> None:
    _merges(folder)
    _git(folder, "config", DRIVER_KEY, DRIVER)


def _hooked(folder: Path) -> None:
    _git(folder, "init", "--quiet")
    _write(".pre-commit-config.yaml", "repos: [{repo: local, hooks: [{id: lpkit}]}]\n")(folder)
    hook = folder / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexec pre-commit\n", encoding="utf-8")
    hook.chmod(0o755)


def _hooked_in_vain(folder: Path) -> None:
    _hooked(folder)
    (folder / ".git/hooks/pre-commit").chmod(0o644)


def _lock_that_leads_nowhere(folder: Path) -> None:
    (folder / "packs/library.lock").symlink_to(folder / "nowhere")


CASES: dict[str, tuple[Change, str, str, str]] = {
    "no settings": (_unchanged, "settings", "not set up", "defaults hold"),
    "settings": (_write("lpkit.toml", 'fail-on = "info"\n'), "unusual", "ok", "a run fails from info on"),
    "broken settings": (_write("lpkit.toml", "packs = ["), "settings", "wrong", "lpkit.toml: cannot be read"),
    "unknown setting": (_write("lpkit.toml", "pakcs = []"), "settings", "wrong", 'unknown key "pakcs"'),
    "unknown rule": (_write("lpkit.toml", 'ignore = ["LP999"]'), "settings", "wrong", 'no rule is called "LP999"'),
    "no packs": (_write("lpkit.toml", 'packs = ["packs", "nowhere"]'), "packs", "wrong", "nowhere"),
    "no house schema": (_write("lpkit.toml", 'schemas = ["house.json"]'), "schemas", "wrong", "house.json"),
    "foreign cache": (_write("lpkit.toml", 'cache = "packs"'), "cache", "wrong", "holds other files"),
    "no git repository": (_unchanged, "git", "not set up", "in no repository"),
    "no hook": (lambda folder: _git(folder, "init", "--quiet"), "hook", "not set up", "commits are not checked"),
    "hook": (_hooked, "hook", "ok", "pre-commit runs"),
    "hook that git passes over": (_hooked_in_vain, "hook", "wrong", "may not be run"),
    "merges as text": (lambda folder: _git(folder, "init", "--quiet"), "merges", "not set up", "as any text"),
    "no driver": (_merges, "merges", "wrong", "does not know the merge driver"),
    "driver": (_merges_here, "merges", "ok", "by its meaning"),
    "not published": (_unchanged, "library packs", "not set up", "not published yet"),
    "broken lock": (_write("packs/library.lock", "nonsense\n"), "library packs", "wrong", "library.lock:1 is no line"),
    "lock that leads nowhere": (_lock_that_leads_nowhere, "library packs", "wrong", "library.lock cannot be read"),
    "no schema": (_unchanged, "schema", "not set up", "no schemas"),
    "old schema": (_write("schema/pack.schema.json", "{}"), "schema", "wrong", "pack.schema.json"),
    "broken schema": (_write("schema/pack.schema.json", "{"), "editor", "wrong", "cannot be looked at"),
    "editor": (_write(".vscode/settings.json", '{"yaml.schemas": {}}'), "vs code", "ok", "names schemas"),
    "a file of no editor's": (_write(".vscode/settings.json", "\0"), "vs code", "not set up", "neither"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="hooks have no mode there")
@pytest.mark.parametrize(("change", "part", "state", "what"), CASES.values(), ids=CASES)
def test_a_state_is_told(lpkit: Run, tmp_path: Path, change: Change, part: str, state: str, what: str) -> None:
    write_sample(tmp_path)
    change(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    result = lpkit("doctor", "--json")
    lines: list[dict[str, Any]] = json.loads(result.stdout)
    assert [line["state"] for line in lines if line["part"] == part and what in line["what"]] == [state], lines
    bad = [line for line in lines if line["state"] == "wrong"]
    assert result.returncode == bool(bad)
    assert all(line["advice"] or "cannot be looked at" in line["what"] for line in bad)
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_the_text_has_a_line_for_each_and_what_to_do(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    lines = json.loads(lpkit("doctor", "--json").stdout)
    text = lpkit("doctor").stdout.splitlines()
    assert len(text) == len(lines) + sum(1 for line in lines if line["advice"])
    assert sum(1 for line in text if line.strip().startswith("do: ")) == sum(1 for line in lines if line["advice"])


def test_an_empty_folder_and_a_broken_library_are_no_bugs(lpkit: Run, tmp_path: Path) -> None:
    assert lpkit("doctor").returncode == 1
    write_sample(tmp_path)
    (tmp_path / "packs" / LIBRARY).write_bytes(b"\xff[")
    (tmp_path / "packs" / PACK).write_bytes(b"\xfe{")
    assert lpkit("doctor").returncode == 0


def test_without_git_and_home(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("doctor", "--json", PATH=str(tmp_path), HOME=str(tmp_path / "gone"))
    lines = {line["part"]: line for line in json.loads(result.stdout)}
    assert (result.returncode, lines["git"]["state"]) == (0, "not set up")
    assert "install git" in lines["git"]["advice"]


def test_the_extras_are_those_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert EXTRAS.keys() == project["optional-dependencies"].keys() - {"dev", "docs"}
