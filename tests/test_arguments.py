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


@pytest.mark.parametrize("option", ["--write-baseline={}", "--output-format=json={}", "--facts={}", "--loss-report={}"])
@pytest.mark.parametrize(
    "place", [f"packs/{PACK}", "packs/library.lock", "lpkit.toml", ".git/config", ".gitlab-ci.yml", "link"]
)
def test_what_was_found_goes_over_nothing_that_was_written(lpkit: Run, tmp_path: Path, option: str, place: str) -> None:
    """`--write-baseline packs/*.yaml` names a pack: the shell puts the first one behind the option."""
    pack = write_sample(tmp_path)
    for name in ("lpkit.toml", ".git/config", ".gitlab-ci.yml", "packs/library.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "link").symlink_to(pack)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    command = ("export", "json") if "loss" in option else ("check",)
    shard = ("--shard", "1/1") if "facts" in option else ()
    result = lpkit(*command, *shard, option.format(place), "packs")
    assert (result.returncode, f"lpkit: {place} is there, and no report goes over such a file" in result.stderr) == (
        2,
        True,
    ), result.stderr
    assert {file: file.read_bytes() for file in before} == before
