"""Several processes give the same bytes as one, in the same order."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from lpkit.parallel import WORTH_IT
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


def test_an_interrupt_ends_all_processes(tmp_path: Path) -> None:
    _many(tmp_path, WORTH_IT * 2)
    code = (
        "import os, lpkit.engine as e, lpkit.cli.main as m\n"
        "inner = e.examine_pack\n"
        # One write for the whole line: the processes share the pipe.
        "def told(*a):\n    os.write(1, b'at work\\n')\n    return inner(*a)\n"
        "e.examine_pack = told\n"
        "m.main()"
    )
    command = [sys.executable, "-c", code, "check", "--select", "LP2"]
    environment = {**os.environ, "LPKIT_PROCESSES": "2"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "at work\n"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert (process.returncode, said) == (130, "lpkit: interrupted\n")
