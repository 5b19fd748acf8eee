"""The example of a second stage in an engine (docs/facts.md), over the facts of 500 packs, beside our own report."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from lpkit.checking.mapping import Run as Mapped
from lpkit.checking.shard import Shard
from pages import ROOT, parts
from project import Once, Run, project_at, write_sample

PACKS, SHARDS = 500, 4


def _write_packs(folder: Path) -> None:
    """Write packs of which no two ask the same, but for some twins, and the facts of all shards."""
    pack = write_sample(folder)
    text = pack.read_text(encoding="utf-8")
    for number in range(1, PACKS):
        name = f"pack-{number}"
        mine = re.sub("^id: .*", f"id: {name if number % 100 else 'twin'}", text, flags=re.MULTILINE)
        if number % 7:
            words = "".join(chr(97 + int(digit)) * 3 for digit in str(number))
            mine = re.sub(r"(stem: .*?)(\w+)", rf"\1{words}ly \2", mine)
            mine = re.sub(r"(options: \[)(\w+)", rf"\1{words} \2", mine)
        mine = mine.replace("total: 19", "total: 20") if number % 5 == 0 else mine
        mine = mine.replace("principle: ownership", "principle: customer-obsession") if number % 3 == 0 else mine
        (pack.parent / f"{name}.yaml").write_text(mine, encoding="utf-8")
    project = project_at(folder, folder / "packs")
    run = Mapped([project], (), project.settings, (), project.name_of, None)
    for number in range(1, SHARDS + 1):
        (folder / f"facts-{number}.jsonl").write_bytes(b"".join(run.facts(Shard(number, SHARDS))))


@pytest.fixture
def many(once: Once) -> Path:
    """Give a folder with many packs and their facts; nobody changes it."""
    return once("duckdb", _write_packs)


def _told(output: str) -> dict[str, dict[str, int]]:
    """Read what the example prints: titles, and below each names with counts."""
    told: dict[str, dict[str, int]] = {}
    for line in output.splitlines():
        name, _, count = line.strip().rpartition(" ")
        if line.startswith(" "):
            told[next(reversed(told))][name] = int(count)
        else:
            told[line.rstrip(":")] = {}
    return told


def test_an_engine_finds_what_lpkit_finds(many: Path, lpkit: Run) -> None:
    page = (ROOT / "docs/facts.md").read_text(encoding="utf-8")
    (program,) = [part.body for part in parts(page) if part.title == "reduce.py"]
    done = subprocess.run([sys.executable, "-c", program], cwd=many, capture_output=True, text=True, check=True)
    told = _told(done.stdout)
    files = sorted(str(file) for file in many.glob("facts-*.jsonl"))
    report = json.loads(lpkit("merge", *files, "-f", "json", cwd=many).stdout)["diagnostics"]
    assert len(files) == SHARDS
    within = Counter(entry["code"] for entry in report)
    assert told["faults within packs"]["LP204"] == within["LP204"] == (PACKS - 1) // 5
    assert told["ids of two packs"] == {"twin": within["LP103"] + 1} == {"twin": 4}
    assert told["packs on a principle"] == {
        "customer-obsession": (PACKS - 1) // 3,
        "ownership": PACKS - (PACKS - 1) // 3,
    }
    # Of packs with the same questions, lpkit reports all but the first.
    same = told["questions that are the same in two packs"]
    copies = PACKS // 7 + 1
    assert same
    assert set(same.values()) == {copies}
    exact = [entry for entry in report if entry["code"] == "LP409" and "the same as" in entry["message"]]
    assert len(exact) == len(same) * (copies - 1)
