"""Arguments that are no UTF-8: names of files may be so, and texts that go into files may not."""

import os
from pathlib import Path

import pytest

from project import PACK, Run, write_sample

ODD = os.fsdecode(b"a\xff")


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "question", f"packs/{PACK}", "--stem", ODD),
        ("new", "question", f"packs/{PACK}", "--option", "a", "--option", ODD),
        ("new", "candidate", f"packs/{PACK}", "--answer", ODD),
        ("new", "fix-it", f"packs/{PACK}", "--title", ODD),
        ("new", "pack", "abc", "--prompt", ODD),
        ("check", "--add-ignores", ODD),
        ("init", "new", "--no-git", "--title", ODD),
        ("init", "new", "--no-git", "--requirement", ODD),
    ],
    ids=lambda arguments: " ".join(arguments[:-1]),
)
def test_a_text_that_is_no_utf_8_is_refused(lpkit: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    pack = write_sample(tmp_path)
    pack.write_bytes(pack.read_bytes().replace(b"total: 19", b"total: 20"))
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    result = lpkit(*arguments)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("command", ["check", "fmt", "fix", "lock", "build", "stats"])
def test_a_name_that_is_no_utf_8_is_a_name(lpkit: Run, tmp_path: Path, command: str) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    write_sample(folder)
    result = lpkit(command, f"{ODD}/packs")
    assert result.returncode == 0, result.stderr
