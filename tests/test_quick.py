"""How much a run takes, and that it says what it leaves out, with one process and with several."""

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
def test_slow(given):
    pass

@pytest.mark.parametrize("given", [1, 2, 3])
def test_dear(given):
    pass

@pytest.mark.parametrize("given", range(130))
def test_table(given):
    pass
"""
MEASURED = """\
0.3 test_here.py::test_slow
4 test_here.py::test_dear
"""
CONFTEST = """
from pathlib import Path

import quick

pytest_plugins = ["quick"]
quick.MEASURED = Path(__file__).with_name("slow.txt")
"""


def _left(number: int) -> str:
    return f"{number} tests that take longer were left to CI; here: pytest --all"


@pytest.mark.parametrize(
    ("options", "examples", "said"),
    [
        ((), "100", f"134 passed\n{_left(3)}"),
        (("-p", "xdist", "-n", "2"), "100", f"134 passed\n{_left(3)}"),
        (("--all",), "100", "137 passed"),
        (("CI=true",), "100", "137 passed"),
        (("test_here.py",), "100", "137 passed"),
        (("test_here.py", "-p", "xdist", "-n", "2"), "100", "137 passed"),
        (("-k", "dear"), "100", "3 passed, 134 deselected"),
        # One case of every three: what a function is given is a table, and each third of it alike.
        (("--quick",), "20", f"34 passed\n{_left(103)}"),
        (("--quick", "-p", "xdist", "-n", "2"), "20", f"34 passed\n{_left(103)}"),
        (("--quick", "test_here.py"), "20", f"34 passed\n{_left(103)}"),
    ],
)
def test_says_what_it_leaves_out(tmp_path: Path, options: tuple[str, ...], examples: str, said: str) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "slow.txt").write_text(MEASURED, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "test_here.py").write_text(TESTS.replace("EXAMPLES", examples), encoding="utf-8")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "CI"))}
    paths = os.pathsep.join(filter(None, [str(Path(__file__).parent), plain.get("PYTHONPATH")]))
    set_too = dict(option.split("=") for option in options if "=" in option)
    command = [sys.executable, "-m", "pytest", "-q", *(option for option in options if "=" not in option)]
    environment = {**plain, **set_too, "PYTHONPATH": paths}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    for line in said.splitlines():
        assert line in result.stdout
