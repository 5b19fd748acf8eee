"""How long the exports for learning systems take for 1,000 packs, each by itself.

Run: python benchmarks/items.py [COUNT]
"""

import sys
import time

from html_export import corpus

from lpkit.export import load_exporter

FORMATS = ("moodle", "gift", "aiken", "olx", "scorm", "h5p", "qti", "canvas", "cartridge")


def main(count: int) -> None:
    content = corpus(count)
    for name in FORMATS:
        begin, begin_cpu = time.perf_counter(), time.process_time()
        size = sum(len(artifact.content) for artifact in load_exporter(name).render(content, {}))
        took, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
        print(f"{count:5} packs, {name:<8}: {took:6.2f} s, {cpu:6.2f} s of one core, {size / 1e6:6.1f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1000)
