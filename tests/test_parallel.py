"""Several processes give the same bytes as one, in the same order."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.checking.parallel import WORTH_IT
from project import Run, write_sample


def _many(folder: Path, count: int) -> None:
    """Write packs of which every third has a fault and every seventh does not parse."""
    pack = write_sample(folder)
    text = pack.read_text(encoding="utf-8")
    for number in range(count):
        mine = re.sub("^id: noisy-alarm", f"id: p-{number}", text, flags=re.MULTILINE)
        mine = mine.replace("total: 19", "total: 20") if number % 3 == 0 else mine
        (pack.parent / f"p-{number}.yaml").write_text(mine + "[" * (number % 7 == 0), encoding="utf-8")


def test_same_bytes_as_one_process(lpkit: Run, tmp_path: Path) -> None:
    _many(tmp_path, WORTH_IT + 3)
    reports = [lpkit("check", "--select", "LP0,LP2", "-f", "json", LPKIT_PROCESSES=str(count)) for count in (1, 2, 5)]
    assert reports[0].returncode == 1
    assert "LP204" in reports[0].stdout
    assert "LP002" in reports[0].stdout
    assert len({report.stdout for report in reports}) == 1
    assert len({report.stderr for report in reports}) == 1


def _started(folder: Path, doing: str) -> "subprocess.Popen[str]":
    """Start a check with two processes that do something before each pack."""
    _many(folder, WORTH_IT * 2)
    code = (
        "import os, lpkit.checking.project as e, lpkit.cli.main as m\n"
        "inner = e.examine_pack\n"
        f"def told(*a):\n    {doing}\n    return inner(*a)\n"
        "e.examine_pack = told\n"
        "m.main()"
    )
    command = [sys.executable, "-c", code, "check", "--select", "LP2"]
    environment = {**os.environ, "LPKIT_PROCESSES": "2"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe, text=True)


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (signal.SIGINT, 130, "lpkit: interrupted\n"),
        (signal.SIGTERM, -signal.SIGTERM, ""),
        (signal.SIGKILL, -signal.SIGKILL, ""),
    ],
)
def test_a_signal_ends_all_processes(tmp_path: Path, number: signal.Signals, code: int, said: str) -> None:
    # One write for the whole line: the processes share the pipe.
    with _started(tmp_path, "os.write(1, b'at work\\n')") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(number)
        # Who still holds the pipes is waited for.
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (code, said)


def test_a_process_that_the_system_ends_is_no_bug(tmp_path: Path) -> None:
    with _started(tmp_path, "os.kill(os.getpid(), 9)") as process:
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 2
    assert errors.startswith("lpkit: the system ended one of the processes of the check (")


@pytest.mark.parametrize("wanted", ["0", "-1", "two", "1e3"])
def test_a_number_of_processes_that_is_none(lpkit: Run, tmp_path: Path, wanted: str) -> None:
    write_sample(tmp_path)
    result = lpkit("check", LPKIT_PROCESSES=wanted)
    assert result.returncode == 2
    assert f'LPKIT_PROCESSES is "{wanted}"' in result.stderr
