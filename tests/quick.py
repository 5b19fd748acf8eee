"""`pytest --quick`: leave to the whole run what starts something costly or takes long, and say how much that was.

How long a test takes is measured, not guessed: `pytest --measure` runs all and writes `slow.txt`.
"""

import os
from collections import defaultdict
from functools import cache
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import settings

EXAMPLES = 20
"""How many examples a property test draws in a quick run that names no number itself; the whole run draws 50."""

MEASURED = Path(__file__).with_name("slow.txt")
"""The functions of tests that were too slow, one a line."""

LIMIT = 0.1
"""Seconds that a test may take for a quick run: the mean over what a function is given."""

COSTLY = {
    "browser": "a browser",
    "collection": "Anki",
    "language_server": "a server of its own",
    "learning": "scikit-learn",
    "once": "something so slow that the processes of a run share it: a wheel, a site, a repository with hooks",
    "serve": "a server of its own",
}
"""The fixtures that make every test slow which asks for them, by whatever way."""


def is_slow(item: pytest.Item) -> bool:
    """Tell whether a test is left to the whole run: by its fixtures, or by how long it took."""
    costly = not COSTLY.keys().isdisjoint(getattr(item, "fixturenames", ()))
    return costly or _function(item.nodeid) in _measured()


def _function(nodeid: str) -> str:
    return nodeid.partition("[")[0]


@cache
def _measured() -> frozenset[str]:
    return frozenset(MEASURED.read_text(encoding="utf-8").splitlines())


class Measuring:
    """Takes the time of every test, and writes down at the end which were too slow."""

    def __init__(self) -> None:
        self._took: dict[str, list[float]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add the time of a test itself, without that of its fixtures, which others may share."""
        if report.when == "call":
            self._took[_function(report.nodeid)].append(report.duration)

    def pytest_sessionfinish(self) -> None:
        """Write the functions whose mean is above the limit."""
        slow = sorted(name for name, took in self._took.items() if mean(took) > LIMIT)
        MEASURED.write_text("".join(f"{name}\n" for name in slow), encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--quick` and `--measure`."""
    parser.addoption("--quick", action="store_true", help="leave slow tests to the whole run (CONTRIBUTING says which)")
    parser.addoption("--measure", action="store_true", help=f"write {MEASURED.name} anew after a run of all tests")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Give a process to each core, and one more for the whole run: a quarter of its time is waiting for browsers."""
    return (os.cpu_count() or 1) + (not config.getoption("quick"))


def pytest_configure(config: pytest.Config) -> None:
    """Count the tests that are left out, in whichever process collects them; properties draw fewer examples."""
    config.stash[_LEFT] = 0
    if config.getoption("measure") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Measuring())
    if config.getoption("quick"):
        settings.register_profile("quick", settings(), max_examples=EXAMPLES)
        settings.load_profile("quick")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests out, or begin with them: who begins with the long ones waits for nobody at the end."""
    slow = [item for item in items if is_slow(item)]
    quick = [item for item in items if not is_slow(item)]
    if not config.getoption("quick"):
        items[:] = slow + quick
        return
    config.hook.pytest_deselected(items=slow)
    config.stash[_LEFT] = len(slow)
    items[:] = quick


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that prints, where this one is a worker."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left"] = session.config.stash[_LEFT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over what a worker tells; each collects all tests."""
    config, told = node.config, getattr(node, "workeroutput", {})  # type: ignore[attr-defined]
    config.stash[_LEFT] = max(config.stash[_LEFT], told.get("left", 0))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests did not run."""
    if config.getoption("quick"):
        terminalreporter.write_line(f"--quick: {config.stash[_LEFT]} slow tests are left to the whole run, pytest")


_LEFT = pytest.StashKey[int]()
