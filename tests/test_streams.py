"""Streams and output files that are not ordinary ones: closed, full, a pipe, a device, a folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from project import write_sample

FULL = "lpkit: cannot write the output: No space left on device\n"
NEW = "- --stdin-filename packs/ownership/new.yaml"


def _shell(folder: Path, command: str) -> "subprocess.CompletedProcess[str]":
    line = command.replace("lpkit", f'"{sys.executable}" -m lpkit', 1)
    return subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        pytest.param("lpkit check >/dev/full", 2, FULL, id="full disk"),
        pytest.param(f"lpkit fmt {NEW} </dev/null >/dev/full", 1, "it holds no keys", id="nothing to write"),
        pytest.param("lpkit check >&-", 1, "1 error in 1 file", id="closed output"),
        pytest.param("lpkit check 2>&-", 1, "", id="closed errors"),
        pytest.param(f"lpkit fmt {NEW} <&-", 1, "it holds no keys", id="closed input"),
        pytest.param("lpkit check -f json=/dev/full", 2, "cannot write /dev/full: No space", id="full device"),
        pytest.param("lpkit check -f json=packs", 2, "cannot write packs: Is a directory", id="folder as file"),
        pytest.param("lpkit fmt - --stdin-filename packs", 2, "packs is a folder", id="folder as name"),
        pytest.param("rm -r ../project; lpkit check .", 2, "no longer there", id="folder that is gone"),
        pytest.param(f"lpkit check {'a' * 300}", 2, "File name too long", id="no name at all"),
        pytest.param("lpkit check - --stdin-filename ''", 2, "is a folder", id="empty name"),
    ],
)
def test_exit_code_and_message(tmp_path: Path, command: str, code: int, said: str) -> None:
    folder = tmp_path / "project"
    pack = write_sample(folder)
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    result = _shell(folder, command)
    assert (result.returncode, "bug" in result.stderr) == (code, False), result.stderr
    assert said in result.stderr


def test_a_report_may_go_into_a_pipe(tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert json.loads(_shell(tmp_path, "lpkit check -f json=/dev/stdout").stdout)["version"] == 1
