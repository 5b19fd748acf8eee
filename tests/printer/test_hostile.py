"""Nothing that a user wrote is obeyed by a terminal or a log: every command, with hostile texts in every place."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from evil import EVIL, WORLDS, dangers

from lpkit.cli.app import COMMANDS
from project import Run, read_yaml, write_sample

CASES: list[dict[str, Any]] = read_yaml(Path(__file__).with_name("commands.yaml"))
LOGS = {"GITHUB_ACTIONS": "true", "GITLAB_CI": "true", "TF_BUILD": "True"}


def _named(case: dict[str, Any]) -> str:
    return f"{case['world']}: {' '.join(case['run'])}"


def test_every_command_is_tried() -> None:
    assert {case["run"][0] for case in CASES} >= set(COMMANDS)


@pytest.mark.parametrize("case", CASES, ids=_named)
def test_nothing_is_obeyed(lpkit: Run, tmp_path: Path, case: dict[str, Any]) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    WORLDS[case["world"]](folder)
    write_sample(tmp_path / "other")
    shutil.move(tmp_path / "other" / "packs", folder / "other")
    arguments = [word.replace("EVIL", EVIL) for word in case["run"]]
    result = lpkit(*arguments, cwd=folder, **(LOGS if "--diff" in arguments else {}))
    assert result.returncode in range(4)
    for text in (result.stdout, result.stderr):
        assert dangers(text, commands="github" in arguments) == [], text
    assert ("pwned" in result.stdout + result.stderr) == (case.get("shows") != "nothing"), result
