"""The same files give the same report, in whatever order a process of Python keeps its sets."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from judged.agreement import BANK
from mutation.clean import clean_packs
from mutation.registry import changes, operators
from project import Run

ITEMS = sorted((Path(__file__).parent / "items").glob("LP*.yaml"))
SEEDS = ("1", "2", "3")


def _asked() -> Iterator[dict[str, Any]]:
    """Give the questions that were written for and against the rules on them."""
    yaml = YAML(typ="safe")
    for file in ITEMS:
        for kind, cases in yaml.load(file).items():
            for number, case in enumerate(cases):
                plain = {key: case[key] for key in ("stem", "options", "answer")}
                yield {"id": f"{file.stem.lower()}-{kind}-{number}", **plain}


def _write_bank(folder: Path) -> list[str]:
    lines = [json.dumps(entry, ensure_ascii=False) for entry in _asked()]
    bank = folder / "bank.jsonl"
    bank.write_text("\n".join([*lines, BANK.read_text(encoding="utf-8")]), encoding="utf-8")
    return ["--bank", bank.name]


def _write_mutants(folder: Path) -> list[str]:
    """Write the sample with a fault of each operator, each in a library of its own."""
    sample = clean_packs()[0]
    for operator in operators():
        for _, change in list(changes(operator, [sample]))[:1]:
            texts = {document.name: document.text for document in sample.documents}
            texts[change.document.name] = change.text
            texts |= dict([change.beside] if change.beside else [])
            for name, text in texts.items():
                file = folder / "mutants" / operator.name / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return ["mutants"]


@pytest.mark.parametrize("write", [_write_bank, _write_mutants])
def test_the_order_of_sets_reaches_no_report(lpkit: Run, tmp_path: Path, write: Any) -> None:
    arguments = write(tmp_path)
    found = [lpkit("check", *arguments, "-f", "json", PYTHONHASHSEED=seed) for seed in SEEDS]
    assert {run.returncode for run in found} == {1}
    assert len(json.loads(found[0].stdout)["diagnostics"]) > 100
    assert len({run.stdout for run in found}) == 1
