"""The bytes tell nothing of the machine, and Datasette opens them."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from lpkit.export import Corpus
from lpkit_exporters.sqlite import exporter

ASK = """
import asyncio, json, sys
from datasette.app import Datasette

async def ask():
    site = Datasette([sys.argv[1]])
    answers = [(await site.client.get(path)).text for path in sys.argv[2:]]
    print(json.dumps(answers))

asyncio.run(ask())
"""


def test_the_file_tells_nothing_of_the_machine(corpus: Corpus) -> None:
    first, second = (next(iter(exporter.render(corpus, {}))).content for _ in range(2))
    assert first == second
    assert first.startswith(b"SQLite format 3\0")
    assert int.from_bytes(first[16:18], "big") == 4096
    assert first[24:28] == first[92:96] == b"\0\0\0\1"
    assert int.from_bytes(first[36:40], "big") == 0, "no free pages"
    assert str(Path.home()).encode() not in first


def test_datasette_shows_tables_views_and_search(corpus: Corpus, tmp_path: Path) -> None:
    if find_spec("datasette") is None:
        assert not os.environ.get("CI"), "CI needs the extra dev"
        pytest.skip("no datasette here: pip install datasette")
    (artifact,) = exporter.render(corpus, {})
    (tmp_path / artifact.path).write_bytes(artifact.content)
    paths = (
        "/packs/question.json?_shape=array&_labels=on&pool=test",
        "/packs/questions_by_principle_and_difficulty.json?_shape=array",
        "/packs/search.json?_shape=array&_search=pages",
        "/packs/question",
    )
    command = [sys.executable, "-W", "ignore", "-c", ASK, str(tmp_path / artifact.path), *paths]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    answers: list[Any] = json.loads(result.stdout)
    questions, counts, hits = (json.loads(answer) for answer in answers[:3])
    pack = corpus.shelves[0].packs[0]
    assert {row["name"] for row in questions} == {entry.id for entry in pack.questions if entry.pool == "test"}
    assert questions[0]["pack"]["label"], "a reference leads to the pack"
    assert sum(row["questions"] for row in counts) == len(pack.questions)
    assert hits
    assert all("pages" in f"{row['title']} {row['text']}".lower() for row in hits)
    assert "/packs/pack/sample" in answers[3]
