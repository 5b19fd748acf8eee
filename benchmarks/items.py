"""How long the exports for learning systems take for 1,000 packs, each by itself, in a process like the command's.

Run: python benchmarks/items.py [COUNT] [FORMAT]...
"""

import sys
import time
from collections.abc import Sequence

from html_export import corpus

from lpkit.cli.start import start_lightly
from lpkit.export import load_exporter

FORMATS = ("moodle", "gift", "aiken", "olx", "scorm", "h5p", "qti", "canvas", "cartridge")


def main(count: int, names: Sequence[str]) -> None:
    start_lightly()
    content = corpus(count)
    for name in names or FORMATS:
        begin, begin_cpu = time.perf_counter(), time.process_time()
        size = sum(len(artifact.content) for artifact in load_exporter(name).render(content, {}))
        took, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
        print(f"{count:5} packs, {name:<8}: {took:6.2f} s, {cpu:6.2f} s of one core, {size / 1e6:6.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000, sys.argv[2:])
