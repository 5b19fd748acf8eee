"""How much of the tests a run takes: `pytest --quick`, `pytest`, `pytest --all`; a run says how many it left out.

What a test costs is measured, not guessed: `pytest --measure` runs all and writes `slow.txt`.
"""

import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean

import psutil
import pytest
from hypothesis import settings

EXAMPLES = 20
"""How many examples a property test draws in a quick run that names no number itself; the other runs draw 50."""

MEASURED = Path(__file__).with_name("slow.txt")
"""What functions of tests cost, those that a quick run leaves out: a line `SECONDS FUNCTION` each."""

QUICK = 0.05
"""Seconds of processor time that a test of a quick run may take: the mean over what its function is given."""

PLAIN = 0.75
"""Seconds that a test may take where nothing is asked for; above it a test is left to `--all`, and to CI."""

CASES = 40
"""How many cases of one function a quick run takes, evenly over the whole table."""

COSTLY = {
    "browser": "a browser",
    "collection": "Anki",
    "engine": "a browser",
    "language_server": "a server of its own",
    "learning": "scikit-learn",
    "once": "something so slow that the processes of a run share it: a wheel, a site, a repository with hooks",
    "serve": "a server of its own",
    "server": "a server of its own",
}
"""The fixtures that make a test too slow for a quick run, by whatever way it asks for them."""


def _function(nodeid: str) -> str:
    return nodeid.partition("[")[0]


@cache
def _measured() -> dict[str, float]:
    lines = (line.split(maxsplit=1) for line in MEASURED.read_text(encoding="utf-8").splitlines())
    return {name: float(seconds) for seconds, name in lines}


def _cost(item: pytest.Item) -> float:
    return _measured().get(_function(item.nodeid), 0.0)


def _is_slow(item: pytest.Item) -> bool:
    return _cost(item) > QUICK or not COSTLY.keys().isdisjoint(getattr(item, "fixturenames", ()))


def _sample(items: list[pytest.Item]) -> list[pytest.Item]:
    """Give some cases of each long table, evenly: the first of every stretch."""
    of_function: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        of_function[_function(item.nodeid)].append(item)
    return [item for cases in of_function.values() for item in cases[:: -(-len(cases) // CASES)]]


def _chosen(config: pytest.Config, items: list[pytest.Item]) -> list[pytest.Item]:
    """Give the tests of a run, the long ones first: who begins with them waits for nobody at the end."""
    if config.getoption("quick"):
        return _sample([item for item in items if not _is_slow(item)])
    limit = config.stash[_MOST]
    return sorted((item for item in items if _cost(item) <= limit), key=lambda item: not _is_slow(item))


def _most(config: pytest.Config) -> float:
    """Give the seconds that a test may take: who names tests means them, and CI leaves nothing out."""
    named = config.args_source is pytest.Config.ArgsSource.ARGS or config.getoption("keyword")
    wanted = config.getoption("all") or config.getoption("measure") or os.environ.get("CI")
    return float("inf") if named or wanted else PLAIN


class Measuring:
    """Takes the processor time of every test, and writes down at the end which took too much for a quick run."""

    def __init__(self) -> None:
        self._took: dict[str, list[float]] = defaultdict(list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add the time of a test itself, without that of its fixtures, which others may share."""
        took = dict(report.user_properties).get("processor time")
        if report.when == "call" and isinstance(took, float):
            self._took[_function(report.nodeid)].append(took)

    def pytest_sessionfinish(self) -> None:
        """Write the functions whose mean is above the limit, rounded so that the next measuring changes few lines."""
        means = {name: mean(took) for name, took in sorted(self._took.items())}
        lines = (f"{took:.1g} {name}\n" for name, took in means.items() if took > QUICK)
        MEASURED.write_text("".join(lines), encoding="utf-8")


def _processor_time() -> float:
    """Give the seconds of processor time that this process and all that it started have used."""
    own, used = psutil.Process(), 0.0
    for process in (own, *own.children(recursive=True)):
        try:
            used += sum(process.cpu_times()[:4])  # Own and of ended children, in the user's mode and the system's.
        except psutil.NoSuchProcess:
            continue  # It has ended since, and its parent counts it.
    return used


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Tell what a test took."""
    if not item.config.getoption("measure"):
        return (yield)
    before = _processor_time()
    try:
        return (yield)
    finally:
        item.user_properties.append(("processor time", max(0.0, _processor_time() - before)))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options for how much is run."""
    parser.addoption("--quick", action="store_true", help="run what is done at once (CONTRIBUTING says which tests)")
    parser.addoption("--all", action="store_true", help="run the dearest tests too, as CI does")
    parser.addoption("--measure", action="store_true", help=f"run all, and write {MEASURED.name} anew")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Give a process to each core, and one more but for a quick run: browsers make tests wait."""
    return (os.cpu_count() or 1) + (not config.getoption("quick"))


def pytest_configure(config: pytest.Config) -> None:
    """Count the tests that are left out, in whichever process collects them; properties draw fewer examples."""
    config.stash[_LEFT] = 0
    config.stash[_MOST] = getattr(config, "workerinput", {}).get("most") or _most(config)
    if config.getoption("measure") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Measuring())
    if config.getoption("quick"):
        settings.register_profile("quick", settings(), max_examples=EXAMPLES)
        settings.load_profile("quick")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """Tell a worker what this process knows from its command line."""
    node.workerinput["most"] = node.config.stash[_MOST]  # type: ignore[attr-defined]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what this run is not for."""
    chosen = _chosen(config, items)
    kept = set(chosen)
    left = [item for item in items if item not in kept]
    config.hook.pytest_deselected(items=left)
    config.stash[_LEFT] = len(left)
    items[:] = chosen


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
    if left := config.stash[_LEFT]:
        terminalreporter.write_line(f"{left} tests that take longer were left to CI; here: pytest --all")


_LEFT = pytest.StashKey[int]()
"""How many tests were left out."""

_MOST = pytest.StashKey[float]()
"""The seconds of processor time that a test of this run may take."""
