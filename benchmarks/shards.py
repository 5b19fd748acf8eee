"""What shards of a check cost, and a run after one change: python benchmarks/shards.py [PACKS [SHARDS [RULES]]].

Processor time and the peak of memory of each process, one core each. RULES are those of `--select`; without them all
run. The shards run one after the other, as on machines of their own.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import write_corpus

LPKIT = Path(sys.executable).parent / "lpkit"


def measure(here: Path, cache: Path | None, *arguments: str) -> tuple[float, float]:
    """Run lpkit once in a folder; give seconds of processor time and the peak of its memory in MB."""
    environment = {**os.environ, "LPKIT_PROCESSES": "1", "LPKIT_CACHE": str(cache or "off")}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([LPKIT, *arguments], cwd=here, env=environment, **quiet)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        raise SystemExit(f"failed: {arguments}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line for each command."""
    packs, shards = ([int(word) for word in sys.argv[1:3]] + [1_000, 4][len(sys.argv[1:3]) :])[:2]
    chosen = ["--select", sys.argv[3]] if len(sys.argv) > 3 else []
    print(f"{packs} packs, Python {sys.version.partition(' ')[0]}, one core each")
    print("| command | processor time | peak MB |\n| --- | ---: | ---: |")

    def row(name: str, found: tuple[float, float]) -> None:
        print(f"| {name} | {found[0]:.1f} s | {found[1]:.0f} |", flush=True)

    with tempfile.TemporaryDirectory() as name:
        here, cache = Path(name) / "packs", Path(name) / "kept"
        write_corpus(here, packs)
        files = [f"{name}/facts-{number}.jsonl" for number in range(1, shards + 1)]
        for number, file in enumerate(files, start=1):
            shard = ("--shard", f"{number}/{shards}", "--facts", file)
            row(f"check --shard {number}/{shards}", measure(here, None, "check", ".", *shard, *chosen))
        size = sum(Path(file).stat().st_size for file in files)
        row(
            f"merge ({size / 1_000_000:.0f} MB of facts)",
            measure(here, None, "merge", *files, "-f", f"json={name}/merged"),
        )
        row("check of all", measure(here, cache, "check", ".", "-f", f"json={name}/whole", *chosen))
        if Path(name, "merged").read_bytes() != Path(name, "whole").read_bytes():
            raise SystemExit("the reports differ")
        changed = here / "customer-obsession/pack-0.yaml"
        text = changed.read_text(encoding="utf-8")
        changed.write_text(re.sub("hint: ", "hint: Well, ", text, count=1), encoding="utf-8")
        row("check, kept results, one hint changed", measure(here, cache, "check", ".", *chosen))


if __name__ == "__main__":
    main()
