"""Whole commands on damaged files, by the hundred thousand.

    python tests/fuzz/commands.py 200000 --seed 1 --jobs 2 --found /tmp/found

Each input is a project with one damaged file (a pack, a library, a lock, a bank, settings, a house schema, a baseline,
a file to import) or with odd arguments, and a command that reads it. What must hold: the exit code is 0, 1 or 2; no
traceback; an end within seconds of processor time and within a limit of memory; no file touched that is not the
command's own; what machines read can be read. Every kind of failure is made smaller and written into a folder. The
number of an input and the seed give the same input again: `--first NUMBER` begins there.

Commands run in forks of a process that has imported everything, 200 in each. With `--readers` only the reader of the
damaged file runs, which is ten times as fast.
"""

import argparse
import json
import os
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

sys.path[0] = str(Path(__file__).parent.parent)

from fuzz.folder import Trial  # noqa: E402
from fuzz.minimal import smallest, write_down  # noqa: E402
from fuzz.running import Outcome, attempt  # noqa: E402
from fuzz.trials import trial  # noqa: E402

BATCH = 200
_STEP = 5_000
_SECONDS = 10
"""Seconds of processor time that a command may take, where the command line says nothing else."""
PATIENCE = 600
"""Seconds that a command may take by the clock: who waits for a pipe takes no processor time."""
MEMORY = 2_000_000_000
"""Bytes of addresses that a batch may have."""


@dataclass
class Figures:
    """What a run gave."""

    inputs: Counter[str] = field(default_factory=Counter)
    codes: Counter[int] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    slowest: dict[str, tuple[float, int]] = field(default_factory=dict)
    largest: dict[str, tuple[int, int]] = field(default_factory=dict)
    told: int = 0

    def add(self, number: int, command: str, outcome: Outcome) -> None:
        """Count an outcome."""
        self.inputs[command] += 1
        self.codes[outcome.code] += 1
        self.seconds[command] += outcome.seconds
        self.slowest[command] = max(self.slowest.get(command, (0.0, 0)), (outcome.seconds, number))
        self.largest[command] = max(self.largest.get(command, (0, 0)), (outcome.rise, number))

    def tell(self) -> None:
        """Say now and then how far it is."""
        done = self.inputs.total()
        if done // _STEP > self.told:
            self.told = done // _STEP
            print(f"{done} inputs, {self.faults.total()} failures", file=sys.stderr, flush=True)

    def show(self) -> None:
        """Print the figures, a line for each command."""
        print(f"{'command':<16}{'inputs':>9}{'mean ms':>9}{'slowest s':>11}  (input){'memory +MB':>14}  (input)")
        for command, count in sorted(self.inputs.items()):
            slow, at = self.slowest[command]
            rise, where = self.largest[command]
            mean = 1000 * self.seconds[command] / count
            print(f"{command[:15]:<16}{count:>9}{mean:>9.1f}{slow:>11.2f}  {at:<9}{rise / 1000:>12.1f}  {where}")
        print(f"{self.inputs.total()} inputs, {sum(self.seconds.values()):.0f} s of processor time")
        print("exit codes: " + ", ".join(f"{code}: {count}" for code, count in sorted(self.codes.items())))
        print(f"failures: {self.faults.total()} of {len(self.faults)} kinds")
        for fault, count in self.faults.most_common():
            print(f"  {count:>6}  {fault}")


def numbered(seed: int, number: int) -> Trial:
    """Give the input of a number."""
    return trial(Random(f"{seed}/{number}"), whole=_whole)


_limit, _whole = _SECONDS, True


def _name(made: Trial) -> str:
    return made.command if _whole else f"read {made.kind}"


def _bounded() -> None:
    """Let the next input have its share of time; the system ends the process that takes more."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent.ru_utime + spent.ru_stime) + _limit + 1, hard))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(PATIENCE)


def _fork(work: Iterator[tuple[int, Trial]]) -> tuple[int, int]:
    """Try inputs in a process of its own; give its id and where a line for each outcome comes from."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, read
    os.close(read)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        base = Path(tempfile.mkdtemp(prefix="lpkit-fuzz-"))
        tempfile.tempdir = str(base)
        (base / "in").mkdir()
        for number, made in work:
            _bounded()
            outcome = attempt(made, base / "in", _whole)
            os.write(write, json.dumps([number, _name(made), *outcome]).encode() + b"\n")
        shutil.rmtree(base, ignore_errors=True)
    except Exception:
        traceback.print_exc()
        os._exit(99)
    except BaseException:
        # Ctrl-C went to all processes, and who began this one says so.
        os._exit(98)
    os._exit(0)


def _told(read: int) -> list[list[Any]]:
    with os.fdopen(read, "rb") as stream:
        return [json.loads(line) for line in stream]


def _ended(child: int) -> str:
    """Wait for a process and say how it was ended, "" where it came to its own end."""
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code == -signal.SIGXCPU:
        return f"more than {_limit} s of processor time"
    if code == -signal.SIGALRM:
        return f"no end within {PATIENCE} s"
    return f"the process ended with {code}" if code else ""


def alone(made: Trial) -> str:
    """Try one input in a process of its own; give what is wrong with it."""
    child, read = _fork(iter([(0, made)]))
    told = _told(read)
    ended = _ended(child)
    return str(told[0][-1]) if told else ended


def run(figures: Figures, numbers: range, seed: int, jobs: int, found: Path) -> None:
    """Try inputs in batches, some at once; print each new kind of failure with a command that shows it."""
    waiting = [(start, min(start + BATCH, numbers.stop)) for start in numbers[::BATCH]][::-1]
    running: dict[int, tuple[int, int, int]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            start, end = waiting.pop()
            child, read = _fork((number, numbered(seed, number)) for number in range(start, end))
            running[read] = (child, start, end)
        for read in select.select([*running], [], [])[0]:
            child, start, end = running.pop(read)
            told = _told(read)
            ended = _ended(child)
            if ended:
                stopped = start + len(told)
                told.append([stopped, _name(numbered(seed, stopped)), -1, 0.0, 0, ended])
                if stopped + 1 < end:
                    waiting.append((stopped + 1, end))
            for number, command, *rest in told:
                _count(figures, (seed, number), command, Outcome(*rest), found)
            figures.tell()


def _count(figures: Figures, which: tuple[int, int], command: str, outcome: Outcome, found: Path) -> None:
    seed, number = which
    figures.add(number, command, outcome)
    if not outcome.fault:
        return
    kind = _kind(outcome.fault)
    counted = kind if kind.startswith("exit") else f"{command}: {kind}"
    figures.faults[counted] += 1
    if figures.faults[counted] == 1:
        made = numbered(seed, number)
        slow = outcome.code == -1
        small = made if slow else smallest(made, lambda other: _kind(alone(other)) == kind)
        shown = write_down(small, outcome.fault, found / f"{seed}-{number}")
        print(f"input {number} ({made.damaged or 'arguments'}): {outcome.fault}\n  {shown!a}", flush=True)


def _kind(fault: str) -> str:
    """Give what of a fault is the same for all inputs that show it."""
    return fault.partition(" (")[0]


def _warm_up() -> None:
    """Import everything and fill what is filled once, so that no fork pays for it."""
    from warm import _import_all, _prepare

    _import_all()
    _prepare()
    with tempfile.TemporaryDirectory() as name:
        for number in range(200):
            folder = Path(name) / str(number)
            folder.mkdir()
            attempt(numbered(-1, number), folder, whole=number < 80)


def main() -> None:
    """Try as many inputs as the command line says."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()) / "lpkit-found")
    parser.add_argument("--seconds", type=int, default=_SECONDS)
    parser.add_argument("--readers", action="store_true")
    given = parser.parse_args()
    global _limit, _whole
    _warm_up()
    # Commands take Ctrl-C for themselves; here it ends the run, which then shows what it has.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _limit, _whole = given.seconds, not given.readers
    start = time.monotonic()
    figures = Figures()
    with suppress(KeyboardInterrupt):
        run(figures, range(given.first, given.first + given.count), given.seed, given.jobs, given.found)
    figures.show()
    print(f"{time.monotonic() - start:.0f} s by the clock; failures are in {given.found}")
    sys.exit(bool(figures.faults))


if __name__ == "__main__":
    main()
