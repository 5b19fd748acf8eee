"""Fixtures that several tests share."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from project import PATIENCE, Golden, Once, Run
from warm import LATE, Warm

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["quick"]

ROOT = Path(__file__).parent.parent

BROWSER_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A microphone that beeps, and leave to use it: nobody is there to be asked.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]


# In CI a commit is judged by its own change, by the same examples each time; elsewhere every run looks at new ones.
# Nobody is judged by how long an example takes: that is the load of the machine.
settings.register_profile(
    "lpkit",
    max_examples=50,
    derandomize=bool(os.environ.get("CI")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("lpkit")


# Tests start Python hundreds of times: its modules are compiled once, not each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# What is set by scikit-learn and by lpkit where they are imported: in this process it would make each run of a later
# test start an interpreter of its own.
SET_BY_IMPORTS = {"KMP_DUPLICATE_LIB_OK", "KMP_INIT_AT_FORK", "PYDANTIC_DISABLE_PLUGINS"}


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Start the Chromium of the system, never one that Playwright downloads.

    One for the whole session: Playwright allows a single synchronous driver in a thread.
    """
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)

    # Chromium without a window is the same engine, at a third of the processor time for each page.
    chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if chromium is None:
        reason = "no chromium here: apt-get install chromium-headless-shell, or chromium"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=BROWSER_OPTIONS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Make a folder once for all processes of a run; who comes second waits for the first and finds it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(name: str, fill: Callable[[Path], object]) -> Path:
        folder, made = shared / name, shared / f"{name}.made"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                made.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def wheel(once: Once) -> Path:
    """Build an sdist, and the wheel from it, with the build backend of this environment."""

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr

    return next(once("wheel", build).glob("*.whl"))


def pytest_configure(config: pytest.Config) -> None:
    """Let all runs of lpkit keep their results in one folder of this run of the tests, not in that of the user."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        kept = tempfile.TemporaryDirectory(prefix="lpkit-kept-")
        os.environ["LPKIT_CACHE"] = kept.name
        config.add_cleanup(kept.cleanup)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update-golden` write golden files anew; `git diff` then shows what changed."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with a committed file, or write the file where `--update-golden` is given."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_bytes(text.encode())
        assert file.read_bytes().decode() == text

    return compare


def _plain() -> dict[str, str]:
    """Give the environment without what tells lpkit about colours and logs, and without the name of the test."""
    taken = {"NO_COLOR", "FORCE_COLOR", "PYTEST_CURRENT_TEST", *LATE, *SET_BY_IMPORTS}
    return {name: value for name, value in os.environ.items() if name not in taken}


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """Start the process whose forks are runs of lpkit."""
    started = Warm(_plain())
    yield started
    started.close()
    assert _plain() == started.environment, "what stays changed makes each later run start an interpreter of its own"


@pytest.fixture
def lpkit(tmp_path: Path, warm: Warm) -> Run:
    """Run the installed command line in the test's own folder, as a process of its own.

    Where the test gives variables of the environment, the process is mostly a fresh interpreter, else a fork of a
    warm one.
    """

    def run(*arguments: str, cwd: Path = tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
        plain = _plain()
        if environment.keys() <= LATE and plain == warm.environment:
            return warm.run(arguments, cwd, environment)
        return subprocess.run(
            [sys.executable, "-m", "lpkit", *arguments],
            cwd=cwd,
            env={**plain, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
