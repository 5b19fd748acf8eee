"""What README shows is what happens."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.cli.app import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _steps() -> list[tuple[str, str]]:
    """Give the commands of the console blocks, in order, each with the output shown below it."""
    blocks = re.findall(r"^```console\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def test_console_blocks(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "packs", tmp_path / "packs")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "lpkit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lpkit "$@"\n', encoding="utf-8")
    (tmp_path / "bin" / "lpkit").chmod(0o755)
    steps = _steps()
    assert len(steps) >= 4
    for command, output in steps:
        result = subprocess.run(
            ["bash", "-c", f'PATH="{tmp_path}/bin:$PATH"; {command}'],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert result.stdout == output, command


def test_the_table_of_guesses_is_that_of_our_library() -> None:
    (table,) = re.findall(r"^```text\n(Amazon.*?)^```$", README, re.DOTALL | re.MULTILINE)
    command = [sys.executable, "-m", "lpkit", "stats", "--guess"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert shown.startswith(table)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", README))))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


def test_two_set_up_commands() -> None:
    section = README.partition("<!-- set-up -->")[2].partition("<!-- end of set-up -->")[0]
    assert re.findall(r"^pip .*$", section, re.MULTILINE) == [
        "pip install -e . && lpkit build",
        "pip install -e '.[dev]' && pytest",
    ]


def test_every_command_and_setting_is_listed() -> None:
    assert set(re.findall(r"^\| `lpkit (\w+)", README, re.MULTILINE)) == set(COMMANDS)
