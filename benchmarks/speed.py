"""How long lpkit takes beside its peers, on the same files, in turn: python benchmarks/speed.py [PACKS ...].

Every command runs several times and the least time counts: what else the machine does only ever adds. Processor time
is that of all processes of a command, memory the peak of the largest one. lpkit keeps nothing between the runs, and is
measured with one process and with one for each core; its peers have one.
"""

import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from corpus import write_corpus

import lpkit

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
EVENTS = """
import sys, pathlib
from _ruamel_yaml import CParser
for file in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    parser = CParser(file.read_text(encoding="utf-8"))
    for _ in iter(parser.get_event, None):
        if type(_).__name__ == "StreamEndEvent": break
"""
ONE_PROCESS = "lpkit check, one process"
LIMIT = 1_000
"""Above so many packs yamllint, the slowest, is left out."""


def commands(folder: Path) -> dict[str, list[str]]:
    """Give what is measured, by name."""
    files = [str(file) for file in sorted((folder / "customer-obsession").glob("*.yaml"))]
    schema = str(ROOT / "schema/pack.schema.json")
    check = [str(BIN / "lpkit"), "check", str(folder), "--quiet", "--no-cache"]
    found = {
        ONE_PROCESS: check,
        "lpkit check, all cores": check,
        "check-jsonschema": [str(BIN / "check-jsonschema"), "--schemafile", schema, *files],
        "event stream": [sys.executable, "-c", EVENTS, str(folder)],
    }
    if len(files) <= LIMIT:
        found["yamllint"] = [str(BIN / "yamllint"), "-d", "relaxed", str(folder)]
    return found


class Cost(NamedTuple):
    """What a run took: seconds of processor time and by the clock, and the peak of its memory in kB."""

    processor: float
    clock: float
    memory: int


def measure(command: list[str], here: Path, **variables: str) -> Cost:
    """Run a command once in a folder, with some variables of the environment beside those that are there."""
    begin = time.perf_counter()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=here, env={**os.environ, **variables}, **quiet)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise SystemExit(f"failed: {command[:6]}")
    return Cost(usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss)


def compare(folder: Path, repeats: int) -> dict[str, Cost]:
    """Run all commands in turn, several times, in the folder itself; give the least time and memory of each.

    Elsewhere lpkit would find settings that belong to something else, such as those of this checkout.
    """
    best: dict[str, Cost] = {}
    for _ in range(repeats):
        for name, command in commands(folder).items():
            cost = measure(command, folder, **({"LPKIT_PROCESSES": "1"} if name == ONE_PROCESS else {}))
            best[name] = Cost(*map(min, cost, best.get(name, cost)))
    return best


def main() -> None:
    # The peers were installed, which compiles them; a checkout may not be, and then compiles anew at every start.
    compileall.compile_dir(Path(lpkit.__file__).parent, quiet=1)
    sizes = [int(word) for word in sys.argv[1:]] or [1, 1_000, 10_000]
    print(f"{os.cpu_count()} cores, Python {sys.version.partition(' ')[0]}")
    start_up = min(measure([str(BIN / "lpkit"), "--version"], ROOT) for _ in range(9))
    print(f"lpkit --version: {start_up.processor:.3f} s of processor time\n")
    print("| packs | command | processor time | of check-jsonschema | by the clock | of check-jsonschema | peak MB |")
    print("| ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for packs in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "packs"
            write_corpus(folder, packs)
            results = compare(folder, 15 if packs < 10 else 3 if packs <= LIMIT else 1)
        peer = results["check-jsonschema"]
        for command, cost in results.items():
            row = f"| {packs} | {command} | {cost.processor:.2f} s | {cost.processor / peer.processor:.2f}"
            row += f" | {cost.clock:.2f} s | {cost.clock / peer.clock:.2f}"
            print(f"{row} | {cost.memory / 1024:.0f} |", flush=True)


if __name__ == "__main__":
    main()
