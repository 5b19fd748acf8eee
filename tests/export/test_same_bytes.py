"""Exports are pure: the same packs and settings give the same bytes in every process, whatever its seed or zone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKED = [
    ("json", {"rows": "true", "html": "true", "jsonl": "true"}),
    ("eval", {"test": "50"}),
    ("sqlite", {}),
    *(("cards", {"dialect": dialect}) for dialect in ("quizlet", "brainscape", "memrise", "mochi", "obsidian")),
]
BUILD = """
import json, sys
from hashlib import sha256
from pathlib import Path
from lpkit.export import Corpus, Shelf, load_exporter
from lpkit.model import Library, Pack
from lpkit.source import read_source

folder = Path(sys.argv[1])
packs = tuple(Pack.model_validate(read_source(file, "").data) for file in sorted(folder.glob("*/*.yaml")))
library = Library.model_validate(read_source(folder / "library.yaml", "").data)
times = {("question", f"{pack.id}/{question.id}"): 1_767_225_600 for pack in packs for question in pack.questions}
corpus = Corpus((Shelf(library, packs, times),))
for name, options in json.loads(sys.argv[2]):
    for artifact in load_exporter(name).render(corpus, options):
        print(name, options, artifact.path, sha256(artifact.content).hexdigest())
"""


@pytest.mark.slow
def test_same_bytes_in_every_process(tmp_path: Path) -> None:
    written = [
        subprocess.run(
            [sys.executable, "-c", BUILD, str(ROOT / "tests/export/sample"), json.dumps(ASKED)],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("4242", "Asia/Tokyo"))
    ]
    assert written[0] == written[1]
    assert {line.split()[0] for line in written[0].splitlines()} == {name for name, _ in ASKED}
