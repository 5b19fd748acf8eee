"""Python and the script of the site find the same: over all tables, over what is hard to split, over every language."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from lpkit.export import spotting_of
from lpkit.model import Library
from lpkit.text.spotting import Spotter
from lpkit_exporters.bundle.spotting import spotting_entry
from lpkit_exporters.html.bundling import FINDER
from lpkit_exporters.html.packing import packed

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCRIPTS = ROOT / "exporters/lpkit_exporters/html/assets/js"
HARD = (
    *(
        "",
        " ",
        "?!",
        "My manager",
        "my manager asked me to",
        "MY MANAGER ASKED ME TO look.",
        "my\u00a0manager asked me to go",
    ),
    *(
        "It wasn’t my fault.",
        "It wasn't my fault!",
        "“It was not my fault,” he said.",
        "He wrote 'it was not my fault'.",
    ),
    *(
        "We’d decided; we'd all agreed… then we chose (as a team).",
        "İt was not my fault, ΣΑΣ.",
        "co-workers and we decided",
    ),
    *("We found 3.5 faults\n\nwe fixed 12,000 of them", "nobody measured it - we never measured it — hard to quantify"),
    *(
        'an "open quote and we decided',
        "the managers' request was that I go",
        "rock 'n' roll, we decided",
        "and/or we decided",
    ),
    *(
        "we " * 50 + "decided",
        "my manager, " * 40 + "asked me to go",
        "not " * 60 + "tell anyone",
        "'a " * 60 + "we decided",
    ),
)


@cache
def _library(language: str) -> Library:
    data = YAML(typ="safe").load((ROOT / "packs/amazon-lp/library.yaml").read_text(encoding="utf-8"))
    return Library.model_validate({**data, "language": language})


def _texts() -> list[str]:
    tables = [YAML(typ="safe").load(file) for file in sorted(HERE.glob("*.yaml"))]
    told = [text for table in tables for lists in table.values() for texts in lists.values() for text in texts]
    answers = [
        candidate["answer"]
        for pack in sorted((ROOT / "packs/amazon-lp").glob("*/*.yaml"))
        for candidate in YAML(typ="safe").load(pack)["evaluate"]["candidates"]
    ]
    return [*HARD, *told, *answers[::6]]


def test_both_find_the_same(tmp_path: Path) -> None:
    texts, languages = _texts(), ("en", "de", "fr")
    cases: list[dict[str, Any]] = [
        {"spotting": packed(entry.model_dump(mode="json")), "texts": texts}
        for language in languages
        if (entry := spotting_entry(_library(language)))
    ]
    script = tmp_path / "markers.mjs"
    for name in FINDER:
        (tmp_path / f"{name}.js").write_bytes((SCRIPTS / f"{name}.js").read_bytes())
    script.write_text("".join(f'export * from "./{name}.js";\n' for name in FINDER), encoding="utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    asked = json.dumps({"script": script.as_uri(), "cases": cases})
    run = subprocess.run(["node", HERE / "agree.mjs"], input=asked, capture_output=True, text=True, check=True)
    for language, found in zip(languages, json.loads(run.stdout), strict=True):
        spotter = Spotter(spotting_of(_library(language)))
        expected = [[[spot.start, spot.end, spot.pattern.marker] for spot in spotter.spots(text)] for text in texts]
        different = [
            (text[:120], one, two) for text, one, two in zip(texts, expected, found, strict=True) if one != two
        ]
        assert different == []
        assert sum(map(len, expected)) > (300 if language == "en" else 10)
