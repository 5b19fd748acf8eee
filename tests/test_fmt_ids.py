"""`lpkit fmt --ids`: every option gets an id, and nothing else of a pack changes."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from lpkit.formatting import format_source, with_ids
from lpkit.formatting.remarks import comments
from lpkit.model import Pack
from lpkit.source import Source
from lpkit.text.languages import language_of
from project import Run, write_sample

FOLDER = Path(__file__).parent / "fmt/ids"
REAL = sorted((Path(__file__).parent.parent / "packs").rglob("*/*.yaml"))


def _text(source: Source) -> str:
    made = with_ids(source, language_of("en"))
    text = None if made is None else format_source(made)
    assert text is not None
    return text


def _without_ids(source: Source) -> Any:
    data = deepcopy(source.data)
    for question in data["questions"]:
        texts = [option if isinstance(option, str) else dict(option) for option in question["options"]]
        for option in texts:
            if isinstance(option, dict):
                option.pop("id", None)
        question["options"] = [{"text": option} if isinstance(option, str) else option for option in texts]
    return data


def test_every_way_to_write_an_option() -> None:
    before, after = ((FOLDER / name).read_text(encoding="utf-8") for name in ("before.yaml", "after.yaml"))
    assert _text(Source("pack.yaml", before)) == after
    assert _text(Source("pack.yaml", after)) == after
    windows = Source("pack.yaml", before.replace("\n", "\r\n"))
    assert _text(windows) == after.replace("\n", "\r\n")


@pytest.mark.parametrize("file", [file for file in REAL if file.name != "library.yaml"], ids=lambda file: file.stem)
def test_real_packs(file: Path) -> None:
    before = Source(file.name, file.read_text(encoding="utf-8"))
    after = Source(file.name, _text(before))
    assert _without_ids(after) == _without_ids(before)
    assert sorted(text for _, text in comments(after)) == sorted(text for _, text in comments(before))
    for question in Pack.model_validate(after.data).questions:
        names = [option.id for option in question.options]
        assert None not in names
        assert len(set(names)) == len(names)
    assert _text(after) == after.text


def test_command(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    before = pack.read_text(encoding="utf-8")
    assert lpkit("lock").returncode == 0
    assert lpkit("fmt", "--ids", "--check").returncode == 1
    assert pack.read_text(encoding="utf-8") == before
    assert lpkit("fmt", "--ids").returncode == 0
    assert "id: earn-trust" in pack.read_text(encoding="utf-8")
    assert lpkit("fmt", "--ids", "--check").returncode == 0
    assert lpkit("check").returncode == 0
    assert "up to date" in lpkit("lock", "--check").stderr


def test_what_would_lose_a_comment_is_left_alone(lpkit: Run, tmp_path: Path) -> None:
    pack = tmp_path / "packs" / "p.yaml"
    pack.parent.mkdir()
    text = "id: p\nquestions:\n  - options:\n      - >-  # why so long\n        A text\n      - Other\n"
    pack.write_text(text, encoding="utf-8")
    result = lpkit("fmt", "--ids", "packs/p.yaml")
    assert result.returncode == 1
    assert "could not be kept as they are" in result.stderr
    assert pack.read_text(encoding="utf-8") == text
