"""The workflows that lpkit gives, and its action, as zizmor grades them: no finding of high severity."""

import json
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from project import Run

ROOT = Path(__file__).parent.parent


def _findings(*files: Path) -> list[dict[str, Any]]:
    """Let zizmor look at files, without a network; a finding that a comment ignores is none."""
    program = Path(sysconfig.get_path("scripts")) / "zizmor"
    options = ["--offline", "--no-online-audits", "--no-config", "--no-progress", "--format=json-v1"]
    result = subprocess.run([program, *options, *files], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode in {0, 11, 12, 13, 14}, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return [entry for entry in found if not entry["ignored"]]


def _high(findings: list[dict[str, Any]]) -> list[str]:
    return [entry["ident"] for entry in findings if entry["determinations"]["severity"] == "High"]


def test_faults_are_seen(tmp_path: Path) -> None:
    text = (ROOT / "examples/github-workflow.yml").read_text(encoding="utf-8")
    (tmp_path / "moved.yml").write_text(re.sub(r"@[0-9a-f]{40}", "@v4", text), encoding="utf-8")
    assert set(_high(_findings(tmp_path / "moved.yml"))) == {"unpinned-uses"}


@pytest.mark.parametrize("name", ["examples/github-workflow.yml", "examples/github-shards.yml", "action.yml"])
def test_what_is_in_the_repository(name: str) -> None:
    assert _high(_findings(ROOT / name)) == []


@pytest.mark.parametrize("options", [[], ["--requirement", "kit @ git+https://git.example.org/kit@0123456"]])
def test_what_init_writes(lpkit: Run, tmp_path: Path, options: list[str]) -> None:
    assert lpkit("init", "content", "--no-git", *options).returncode == 0
    file = tmp_path / "content/.github/workflows/lpkit.yml"
    assert _high(_findings(file)) == []
    assert not re.search(r"uses: (?!\S+@[0-9a-f]{40} # v\d)", file.read_text(encoding="utf-8"))
