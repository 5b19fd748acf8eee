"""Rows of evaluation data have one type a column, splits depend on ids alone, and the card says what is there."""

import json
import os
import subprocess
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from fields import SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, Shelf, load_exporter
from lpkit_exporters.bundle.bundle import bundle
from lpkit_exporters.eval import exporter
from lpkit_exporters.eval.rows import split_of
from returning import nasty_corpus

HERE = Path(__file__).parent
ENVIRONMENT = Path(__file__).parents[3] / ".judges/datasets"
TYPES = {str: "string", int: "int64", bool: "bool"}


def files(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in exporter.render(corpus, options)}


def rows(content: bytes) -> list[Any]:
    return [json.loads(line) for line in content.splitlines()]


def head(card: str) -> Any:
    opening, head, _ = card.split("---\n", 2)
    assert opening == ""
    return YAML(typ="safe").load(head)


def with_packs(corpus: Corpus, *names: str) -> Corpus:
    (shelf,) = corpus.shelves
    packs = tuple(shelf.packs[0].model_copy(update={"id": name}) for name in names)
    return Corpus((Shelf(shelf.library, packs),))


def split_by_pack(corpus: Corpus, **options: str) -> dict[str, str]:
    found = files(corpus, **options)
    return {
        row["pack"]: path.partition("/")[2].removesuffix(".jsonl")
        for path, content in found.items()
        if path.startswith("answers/")
        for row in rows(content)
    }


def test_rows_are_those_of_the_json_export_but_for_nulls_and_times(corpus: Corpus) -> None:
    written = {artifact.path: artifact.content for artifact in load_exporter("json").render(corpus, {"rows": "true"})}
    found = files(corpus, test="0")
    for name in ("answers", "questions"):
        for row, plain in zip(rows(found[f"{name}/train.jsonl"]), rows(written[f"{name}.jsonl"]), strict=True):
            verdicts = row.pop("verdicts", None)
            assert (verdicts is not None) is (name == "answers")
            del plain["changed_at"]
            assert row == filled(plain)
    library = corpus.shelves[0].library
    assert [(row["id"], row["cap"]) for row in rows(found["markers.jsonl"])] == [
        (marker.id, marker.cap) for marker in library.markers
    ]


def filled(value: Any) -> Any:
    if isinstance(value, dict):
        empty = {"start": -1, "end": -1}
        return {key: empty.get(key, "") if entry is None else filled(entry) for key, entry in value.items()}
    return [filled("" if entry is None else entry) for entry in value] if isinstance(value, list) else value


def fits(value: Any, feature: Any) -> bool:
    """Tell whether a value has the type that the card gives to its column."""
    if "list" not in feature:
        return TYPES.get(type(value)) == feature["dtype"]
    inner = feature["list"]
    if isinstance(inner, str):
        return all(TYPES.get(type(entry)) == inner for entry in value)
    return all(row_fits(entry, inner) for entry in value)


def row_fits(row: Any, features: list[Any]) -> bool:
    return list(row) == [entry["name"] for entry in features] and all(
        fits(row[entry["name"]], entry) for entry in features
    )


def test_every_row_fits_the_columns_of_the_card(corpus: Corpus) -> None:
    several = with_packs(corpus, *(f"pack-{number}" for number in range(10)))
    found = files(several, test="50")
    card = head(found["README.md"].decode())
    features = {entry["config_name"]: entry["features"] for entry in card["dataset_info"]}
    paths = []
    for config in card["configs"]:
        for entry in config["data_files"]:
            paths.append(entry["path"])
            assert rows(found[entry["path"]])
            assert all(row_fits(row, features[config["config_name"]]) for row in rows(found[entry["path"]]))
    assert {*paths} == {*found} - {"README.md"}
    assert {"answers/train.jsonl", "answers/test.jsonl", "questions/train.jsonl", "questions/test.jsonl"} < {*paths}


def test_a_pack_is_in_one_split_and_no_other_pack_moves_it(corpus: Corpus) -> None:
    names = [f"pack-{number}" for number in range(12)]
    alone = {name: split_by_pack(with_packs(corpus, name), test="50")[name] for name in names}
    assert split_by_pack(with_packs(corpus, *names), test="50") == alone
    assert {*alone.values()} == {"train", "test"}
    found = files(with_packs(corpus, *names), test="50")
    for split in ("train", "test"):
        assert {row["pack"] for row in rows(found[f"questions/{split}.jsonl"])} == {
            name for name, where in alone.items() if where == split
        }


@pytest.mark.parametrize("locked", [True, False])
def test_another_name_moves_nothing_to_the_other_split(corpus: Corpus, locked: bool) -> None:
    """The first name decides, which the lock knows; there and back too, which leaves a name in `formerly`."""
    names = [f"pack-{number}" for number in range(12)]
    before = split_by_pack(with_packs(corpus, *names), test="50")
    (shelf,) = with_packs(corpus, *names).shelves
    packs = [pack.model_copy(update={"id": f"new-{pack.id}", "formerly": [pack.id, "second"]}) for pack in shelf.packs]
    moved = shelf._replace(packs=tuple(packs))
    if locked:
        origins = {("pack", pack.id): pack.formerly[0] for pack in packs}
        moved = moved._replace(times=dict.fromkeys(origins, 1), origins=origins)
    assert split_by_pack(Corpus((moved,)), test="50") == {f"new-{name}": where for name, where in before.items()}
    if locked:
        back = [pack.model_copy(update={"formerly": ["away"]}) for pack in shelf.packs]
        times = {("pack", pack.id): 1 for pack in back}
        assert split_by_pack(Corpus((shelf._replace(packs=tuple(back), times=times),)), test="50") == before


@pytest.mark.parametrize(("test", "splits"), [("0", {"train"}), ("100", {"test"})])
def test_all_or_none(corpus: Corpus, test: str, splits: set[str]) -> None:
    names = [f"pack-{number}" for number in range(5)]
    assert {*split_by_pack(with_packs(corpus, *names), test=test).values()} == splits


def test_a_larger_share_keeps_what_was_held_out(corpus: Corpus) -> None:
    (pack,) = bundle(corpus).packs.values()
    several = [pack.model_copy(update={"id": f"pack-{number}"}) for number in range(1000)]
    held = [
        {file.id for file in several if split_of("sample", file.id, test) == "test"} for test in (0, 10, 30, 60, 100)
    ]
    assert held[0] < held[1] < held[2] < held[3] < held[4]
    assert [round(len(files) / 100) for files in held] == [0, 1, 3, 6, 10]


@pytest.mark.parametrize("wrong", ["", "-1", "101", "20 %", "0.2", "٢٠", "1" * 5000])
def test_a_share_is_a_percentage(corpus: Corpus, wrong: str) -> None:
    with pytest.raises(LpkitError, match="test is") as refused:
        exporter.render(corpus, {"test": wrong})
    assert refused.value.hint == "it is a whole number from 0 to 100"


@pytest.mark.parametrize("title", ["[[COUNTS]] | *x*", '"quoted": [a, b]\n---\n# x', "<b>&amp; `code`", "# heading"])
def test_a_title_is_text_in_the_card(corpus: Corpus, title: str) -> None:
    (shelf,) = corpus.shelves
    library = shelf.library.model_copy(update={"title": title})
    card = files(Corpus((Shelf(library, shelf.packs),)))["README.md"].decode()
    told = head(card)
    assert told["pretty_name"] == title
    assert told["language"] == ["en"]
    (line,) = (line for line in card.splitlines() if line.endswith("(`sample`, en)"))
    assert line.startswith("- ")
    assert card.count("| answers | ") == 1


def test_the_same_bytes_twice_and_without_packs(corpus: Corpus) -> None:
    assert files(corpus) == files(corpus)
    assert head(files(Corpus(()))["README.md"].decode())["configs"] == []


def _split() -> Corpus:
    """Give texts full of signs in several packs, some of which are held out."""
    (shelf,) = nasty_corpus().shelves
    packs = tuple(shelf.packs[0].model_copy(update={"id": f"pack-{number}"}) for number in range(12))
    return Corpus((Shelf(shelf.library, packs),))


def _one() -> Corpus:
    """Give one pack whose questions lack what may be absent."""
    source = deepcopy(SOURCE)
    for question in source["pack"]["questions"]:
        question |= {"hint": None, "excerpt": None, "mistakes": []}
    return corpus_of(source)


@pytest.mark.parametrize("content", [_split, _one], ids=["split", "one"])
def test_the_library_datasets_loads_each_row(content: Callable[[], Corpus], tmp_path: Path) -> None:
    if not (ENVIRONMENT / "complete").exists():
        assert not os.environ.get("CI"), "CI makes it: tests/export/eval/judges.sh"
        pytest.skip("the library datasets is not here: tests/export/eval/judges.sh")
    for path, written in files(content()).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(written)
    command = [str(ENVIRONMENT / "bin/python"), str(HERE / "loaded.py"), str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.count(": equal") == 6
