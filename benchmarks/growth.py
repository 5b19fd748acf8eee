"""How long long texts, and findings in many files, take: processor time at once, twice and four times the size.

    python benchmarks/growth.py [--files]

Each row is one function of lpkit over one repeated piece of text; `tests/growth` counts steps instead, for a test may
not look at a clock. Run it with another checkout's `src` and `importers` on PYTHONPATH to compare. `--files` makes
packs that repeat each other's questions and measures the whole check.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from corpus import write_corpus
from ruamel.yaml import YAML

from lpkit.checking.bank import check_banks
from lpkit.checking.project import open_project
from lpkit.config import Config
from lpkit.corpus import discover
from lpkit.importing import load_importer
from lpkit.rules import all_rules

SAMPLE = Path(__file__).parent.parent / "tests/sample"
PACK = "ownership/noisy-alarm.yaml"
SIZES = (4_000, 8_000, 16_000)
"""Characters of the text, or keys of the line."""
PACKS, SHARED = 400, 19


def _check(rule: str, at: tuple[str | int, ...], unit: str, size: int) -> Callable[[], object]:
    """Give a check of the sample with one rule, a long text at a path of its pack."""
    folder = Path(tempfile.mkdtemp())
    (folder / "ownership").mkdir()
    (folder / "library.yaml").write_bytes((SAMPLE / "library.yaml").read_bytes())
    data = YAML(typ="safe").load(SAMPLE / PACK)
    here = data
    for step in at[:-1]:
        here = here[step]
    # Each rule has a text of its own: what one made of it is remembered for the next.
    long = f"Which of {rule} is {unit * (size // len(unit))}so?"
    here[at[-1]] = [{"marker": "manager-directed", "quote": long, "why": "Said."}] if rule == "LP301" else long
    (folder / PACK).write_text(json.dumps(data), encoding="utf-8")
    project = open_project(
        Config(folder, select=(rule,)), discover([folder], [], folder, folder), lambda file: file.name
    )
    return lambda: project.check().report


def _bank(size: int) -> Callable[[], object]:
    file = Path(tempfile.mkdtemp()) / "bank.jsonl"
    # Keys of their own, each given twice: one key alone is counted once.
    file.write_text("{" + ", ".join(f'"{place // 2}": 1' for place in range(size)) + "}\n", encoding="utf-8")
    return lambda: check_banks([file], all_rules(), lambda name: name.name)


def _gift(size: int) -> Callable[[], object]:
    content = ("::a" * (size // 3)).encode()
    return lambda: load_importer("gift").read(content, {})


ROWS: dict[str, Callable[[int], Callable[[], object]]] = {
    "LP507, `if not `": lambda size: _check("LP507", ("questions", 0, "stem"), "if not ", size),
    "LP408, no-break spaces": lambda size: _check("LP408", ("questions", 0, "stem"), "\u00a0", size),
    "LP301, no-break spaces": lambda size: _check("LP301", ("evaluate", "candidates", 0, "auto_fails"), "\u00a0", size),
    "LP519, `{{`": lambda size: _check("LP519", ("questions", 0, "options", 0), "{{", size),
    "LP702, `the the `": lambda size: _check("LP702", ("prompt",), "the the ", size),
    "LP517, `“`": lambda size: _check("LP517", ("questions", 0, "stem"), "“", size),
    "a bank's line, keys given twice": _bank,
    "GIFT, `::a`": _gift,
}


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def texts() -> Iterator[str]:
    """Give a row of the table for each function."""
    for name, make in ROWS.items():
        _seconds(make(10))  # What is imported and compiled when first used is no growth.
        times = [_seconds(make(size)) for size in SIZES]
        yield f"| {name} | {' | '.join(f'{time:.2f}' for time in times)} | {times[-1] / max(times[-2], 1e-3):.1f} |"


def files() -> str:
    """Check packs of which each repeats the questions of the first one under ids of its own."""
    folder = Path(tempfile.mkdtemp()) / "corpus"
    write_corpus(folder, 1)
    (first,) = folder.rglob("pack-*.yaml")
    data = YAML(typ="safe").load(first)
    stock = data["questions"]
    for number in range(PACKS):
        data["id"] = f"pack-{number}"
        data["questions"] = [
            {
                **stock[place % len(stock)],
                "id": f"question-{place}",
                "stem": f"{stock[place % len(stock)]['stem']} {place}",
            }
            for place in range(SHARED)
        ]
        first.with_name(f"pack-{number}.yaml").write_text(json.dumps(data, indent=1), encoding="utf-8")
    listing = discover([folder], [], folder, folder)
    project = open_project(Config(folder), listing, lambda file: file.relative_to(folder).as_posix())
    start = process_time()
    report = project.check().report
    repeated = sum(1 for entry in report.diagnostics if entry.code in {"LP408", "LP409"})
    return f"{PACKS} packs, {repeated:,} repeated questions: {process_time() - start:.1f} s of processor time"


if __name__ == "__main__":
    if "--files" in sys.argv:
        print(files())
    else:
        print(f"| | {' | '.join(f'{size:,}' for size in SIZES)} | last ratio |\n|---|{'---:|' * (len(SIZES) + 1)}")
        for row in texts():
            print(row, flush=True)
