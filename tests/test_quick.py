"""`pytest --quick`: what it leaves out, and that it says so, with one process and with several."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import pytest
from hypothesis import settings

@pytest.fixture
def browser():
    return 1

@pytest.fixture
def page(browser):
    return browser

def test_plain():
    assert settings().max_examples == EXAMPLES

def test_indirect(page):
    assert page

@pytest.mark.parametrize("given", [1, 2])
def test_measured(given):
    pass
"""
CONFTEST = """
from pathlib import Path

import quick

pytest_plugins = ["quick"]
quick.MEASURED = Path(__file__).with_name("slow.txt")
"""
LEFT = "1 passed\n--quick: 3 slow tests are left to the whole run, pytest"


@pytest.mark.parametrize(
    ("options", "examples", "said"),
    [
        ((), "100", "4 passed"),
        (("--quick",), "20", LEFT),
        (("--quick", "-p", "xdist", "-n", "2"), "20", LEFT),
    ],
)
def test_says_what_it_leaves_out(tmp_path: Path, options: tuple[str, ...], examples: str, said: str) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "slow.txt").write_text("test_here.py::test_measured\n", encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_here.py").write_text(TESTS.replace("EXAMPLES", examples), encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "CI"))}
    paths = os.pathsep.join(filter(None, [str(Path(__file__).parent), plain.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "pytest", "-q", *options]
    environment = {**plain, "PYTHONPATH": paths}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    for line in said.splitlines():
        assert line in result.stdout
