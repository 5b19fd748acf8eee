"""Exports are pure: the same packs and settings give the same bytes in every process, whatever its seed or zone."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from lpkit.export import Corpus, Shelf, load_exporter
from lpkit.model import Library, Pack

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests/export/sample"
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("json", {"rows": "true", "html": "true", "jsonl": "true"}),
    ("eval", {"test": "50"}),
    ("sqlite", {}),
    ("moodle", {}),
    ("olx", {}),
    ("scorm", {"version": "2004"}),
    ("h5p", {}),
    ("gift", {}),
    ("aiken", {}),
    ("canvas", {}),
    ("cartridge", {"version": "1.3"}),
    ("qti", {}),
    ("qti", {"version": "3.0"}),
    *(("cards", {"dialect": dialect}) for dialect in ("quizlet", "brainscape", "memrise", "mochi", "obsidian")),
]
TIMES = {("question", "quiet-alarm/alarm-figure"): 1_767_225_600}
BUILD = f"""
import sys
sys.path[:0] = {[str(ROOT / "tests"), str(ROOT / "tests/export")]!r}
from test_same_bytes import digests
print(digests())
"""


def digests() -> str:
    """Give the hash of every file that is asked for."""
    yaml = YAML(typ="safe")
    packs = tuple(Pack.model_validate(yaml.load(file)) for file in sorted(SAMPLE.glob("*/*.yaml")))
    corpus = Corpus((Shelf(Library.model_validate(yaml.load(SAMPLE / "library.yaml")), packs, TIMES),))
    return "\n".join(
        f"{name} {artifact.path} {sha256(artifact.content).hexdigest()}"
        for name, options in ASKED
        for artifact in load_exporter(name).render(corpus, options)
    )


def test_same_bytes_in_another_process(tmp_path: Path) -> None:
    other = subprocess.run(
        [sys.executable, "-c", BUILD],
        env={**os.environ, "PYTHONHASHSEED": "4242", "TZ": "Asia/Tokyo"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert other.splitlines() == digests().splitlines()
    assert {line.split()[0] for line in other.splitlines()} == {name for name, _ in ASKED}
