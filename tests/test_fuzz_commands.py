"""Commands and readers on damaged files, long texts and odd arguments: a sample of what `tests/fuzz` runs for hours."""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.folder import Trial
from fuzz.readers import read
from fuzz.running import Ended, faults, state
from fuzz.trials import trial
from project import Run

_FEW = settings(max_examples=50, suppress_health_check=list(HealthCheck))
_TRACE = 'Traceback (most recent call last):\n  File "/lib/lpkit/cli/a.py", line 7, in a\nTypeError: x'
_DRAWN = st.one_of(st.randoms(use_true_random=False), st.integers(0, 2**32).map(Random))
"""What hypothesis draws it can make smaller, but draws much the same; seeds give what is more various."""


def _faults(made: Trial, folder: Path, lpkit: Run) -> list[str]:
    shutil.rmtree(folder, ignore_errors=True)
    made.lay_out(folder)
    before = state(folder)

    def run(arguments: tuple[str, ...]) -> Ended:
        result = lpkit(*arguments, cwd=folder)
        return Ended(result.returncode, result.stdout, result.stderr)

    return list(faults(made, run(made.arguments), before, folder, run))


@given(chance=_DRAWN)
@_FEW
def test_every_command_ends_well_whatever_it_reads(tmp_path: Path, lpkit: Run, chance: Random) -> None:
    assert _faults(trial(chance), tmp_path / "in", lpkit) == []


@given(chance=_DRAWN)
@_FEW
def test_every_reader_ends_well(tmp_path: Path, chance: Random) -> None:
    assert read(trial(chance, whole=False), tmp_path) in {0, 2}


def test_commands_that_are_cut_off_lose_nothing() -> None:
    command = [sys.executable, str(Path(__file__).parent / "fuzz/cut_off.py"), "8"]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"code": 3, "errors": _TRACE}, "exit 3: TypeError at cli/a.py:7"),
        ({"errors": "/lib/a.py:419: FutureWarning: Possible nested set"}, "Python warns the user: FutureWarning"),
        ({"files": {"packs/notes.md": b"changed"}}, "packs/notes.md was touched"),
        ({"files": {"new.txt": b"new"}}, "not its own was touched"),
        ({"files": {"packs/.lpkit-a.yaml.1-0.tmp": b""}}, "not its own was touched"),
        ({"output": "{"}, "json cannot be read"),
        ({"output": '{"a": NaN}'}, "json cannot be read"),
        ({"errors": "a\x1b]0;x\x07"}, "errors hold"),
        ({"errors": "a\n ::error::x"}, "errors hold"),
    ],
)
def test_what_is_wrong_is_seen(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    """An oracle that is blind would let everything pass."""
    made = Trial({"a.yaml": b"a: 1\n"}, ("check", "-f", "json"), "a.yaml")
    made.lay_out(tmp_path)
    before = state(tmp_path)
    for path, content in change.pop("files", {}).items():
        (tmp_path / path).write_bytes(content)
    ended = Ended(**{"code": 1, "output": "{}", "errors": "", **change})
    found = list(faults(made, ended, before, tmp_path, lambda _: ended))
    assert any(said in fault for fault in found), found
