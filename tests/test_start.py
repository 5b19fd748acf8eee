"""What a start leaves out: no module of those that take long is imported for what needs none of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.rules import all_rules
from lpkit.rules.written import written_rules
from project import Run

DEAR = {"argparse", "email", "jsonschema", "pydantic", "pydantic_core", "rich", "ruamel", "_ruamel_yaml"}
"""Libraries that take longer than all of lpkit's own start, or are there for what lpkit does not do."""


def imported(folder: Path, *arguments: str, **environment: str) -> set[str]:
    """Run lpkit in a fresh interpreter; give the modules that it imports, and packages without their modules."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "lpkit", *arguments],
        cwd=folder,
        env={**os.environ, "LPKIT_CACHE": "off", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    modules = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if "|" in line}
    return modules | {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize(
    "arguments", [("--version",), ("rules",), ("explain", "LP204"), ("explain", "total-not-sum")], ids=" ".join
)
def test_what_needs_no_command_line_builds_none(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    modules = imported(tmp_path, *arguments)
    assert "lpkit.cli.main" in modules
    assert not modules & {*DEAR, "typer", "importlib.metadata", "lpkit.cli.app", "lpkit.corpus", "lpkit.rule"}


def test_rules_say_as_they_are_written_what_they_say_imported() -> None:
    said = [(rule.code, rule.name, rule.severity, rule.last, rule.summary, rule.manual()) for rule in all_rules()]
    assert said == [
        (rule.code, rule.name, rule.severity, rule.last, rule.summary, rule.manual()) for rule in written_rules()
    ]


@pytest.mark.parametrize(
    "arguments", [("rules",), ("explain", "LP204"), ("explain", "Weights-not-100"), ("explain", "LP2O4")], ids=" ".join
)
def test_what_is_answered_at_once_is_what_the_command_says(lpkit: Run, arguments: tuple[str, ...]) -> None:
    at_once = lpkit(*arguments)
    # With a word more that says nothing the command line is built.
    built = lpkit(arguments[0], "--", *arguments[1:])
    assert (at_once.returncode, at_once.stdout, at_once.stderr) == (built.returncode, built.stdout, built.stderr)
    assert at_once.stdout or at_once.stderr
