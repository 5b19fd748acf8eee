"""Judges that run in a process of their own: they warn, or are under a licence that the product is not."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

JUDGES = Path(__file__).parent / "judges"


def run_judge(script: str, module: str, package: str, *arguments: str) -> None:
    """Run a judge of the folder `judges`; where its package is not installed, skip the test and say how to get it."""
    if find_spec(module) is None:
        assert not os.environ.get("CI"), "CI needs the extra dev"
        pytest.skip(f"no {module} here: pip install {package}")
    command = [sys.executable, "-W", "ignore", str(JUDGES / script), *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
