"""What somebody meets who has never used lpkit: help that is whole, and a next step where nothing is set up yet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_page import commands
from lpkit.errors import LpkitError
from project import Run, check_folder, write_sample

READ_PACKS = ["check", "fix", "fmt", "build", "export json", "lock", "stats", "new pack my-pattern"]


@pytest.mark.parametrize("group", ["", "new"])
def test_summaries_are_whole_on_80_columns(lpkit: Run, group: str) -> None:
    listed = lpkit(*group.split(), "-h", COLUMNS="80").stdout.partition("\nCommands:\n")[2]
    assert listed
    assert [line for line in listed.splitlines() if line.endswith("...")] == []


@pytest.mark.parametrize("command", commands())
def test_help_speaks_no_python(lpkit: Run, command: str) -> None:
    said = lpkit(*command.split(), "-h", COLUMNS="80").stdout
    options = said.partition("\nOptions:\n")[2]
    assert options
    assert "list[" not in options
    assert "  Example" in said


@pytest.mark.parametrize("command", READ_PACKS)
def test_an_empty_folder_gets_a_next_step(lpkit: Run, command: str) -> None:
    result = lpkit(*command.split())
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "lpkit init" in result.stderr


def test_packs_without_a_library(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    (tmp_path / "packs/library.yaml").unlink()
    assert "LP105 no-library" in lpkit("check").stdout
    for command in (["new", "question", str(pack)], ["verdict", str(pack)]):
        assert "there is no library.yaml above it" in lpkit(*command).stderr
    assert "begin one with lpkit init" in lpkit("new", "pack", "my-pattern").stderr


@pytest.mark.parametrize(
    "command",
    [
        "init in-the-way/here",
        "export json -o in-the-way/here",
        "check -f json=in-the-way/here",
        "schema --write -o in-the-way",
    ],
)
def test_a_place_that_cannot_be_written(lpkit: Run, tmp_path: Path, command: str) -> None:
    write_sample(tmp_path)
    (tmp_path / "in-the-way").write_text("a file where a folder should be", encoding="utf-8")
    result = lpkit(*command.split())
    assert result.returncode == 2
    assert "in-the-way" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    folder = write_sample(tmp_path).parent
    for above in (tmp_path, *tmp_path.parents[:3]):
        above.chmod(0o755)
    folder.chmod(0)
    root = os.geteuid() == 0
    if root:  # root may read everything
        os.seteuid(65534)
    try:
        with pytest.raises(LpkitError, match="cannot read the folder"):
            check_folder(tmp_path)
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_no_arguments_give_the_help() -> None:
    result = subprocess.run([sys.executable, "-m", "lpkit"], capture_output=True, text=True, check=False)
    assert "Commands:" in result.stdout + result.stderr
