"""Whatever stands where a file should, and whatever is in it, ends in a line of plain words."""

import ntpath
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

import pytest

from lpkit.files import way_to
from project import PACK, Run, write_sample

DEEP = "[" * 100_000
PLACES = {
    "packs/ownership/other.yaml": ["check"],
    "loose.yaml": ["check", "."],
    "packs/library.lock": ["lock"],
    "lpkit.toml": ["check"],
    "house.json": ["check"],
    "baseline.json": ["check", "--baseline", "baseline.json"],
    "bank.jsonl": ["check", "--bank", "bank.jsonl"],
    "questions.csv": ["import", "csv", "questions.csv", "--pack", f"packs/{PACK}"],
}
"""All that lpkit reads, each with a command that reads it."""


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _folder(place: Path) -> None:
    place.mkdir()


def _endless(place: Path) -> None:
    place.symlink_to("/dev/zero")


def _silent(place: Path) -> None:
    place.symlink_to("/dev/null")


@pytest.mark.parametrize("kind", [_pipe, _folder, _endless, _silent])
@pytest.mark.parametrize("name", PLACES)
def test_only_regular_files_are_read(lpkit: Run, tmp_path: Path, name: str, kind: Callable[[Path], None]) -> None:
    _project(tmp_path)
    place = tmp_path / name
    place.unlink(missing_ok=True)
    kind(place)
    result = lpkit(*PLACES[name])
    assert result.returncode in {0, 1, 2}, result.stderr
    if name == "lpkit.toml" and kind is not _folder:
        assert "cannot read" in result.stderr or result.returncode < 2
    elif result.returncode == 2:
        assert result.stderr.count("\n") == 1
        assert name.rpartition("/")[2] in result.stderr


def _nowhere(place: Path) -> None:
    place.symlink_to("nowhere")


def _loop(place: Path) -> None:
    place.symlink_to(place.name)


@pytest.mark.parametrize("kind", [_pipe, _folder, _endless, _nowhere, _loop])
@pytest.mark.parametrize("name", ["lpkit.toml", "packs/library.lock", "packs/library.judge", "packs/library.released"])
def test_what_is_there_and_no_file_is_not_taken_for_missing(
    lpkit: Run, tmp_path: Path, name: str, kind: Callable[[Path], None]
) -> None:
    """Without its settings or its lock a library has no fault, and `build --frozen` let it pass."""
    _project(tmp_path)
    assert lpkit("lock").returncode == 0
    place = tmp_path / name
    place.unlink(missing_ok=True)
    kind(place)
    result = lpkit("check")
    assert (result.returncode, f"{name}: " in result.stderr) == (2, True), result.stderr
    assert "cannot read" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("house.json", '{"$ref": "#"}', "house.json refers to itself without an end"),
        ("house.json", DEEP, "nested too deeply"),
        ("house.json", f'{{"allOf": {DEEP}', "nested too deeply"),
        ("lpkit.toml", f"a = {DEEP}", "nested too deeply"),
        ("lpkit.toml", 'output = "a\\u0000b"\n', 'lpkit.toml:1: "output" holds a character that no name may hold'),
        ("lpkit.toml", 'packs = ["a\\u0000b"]\n', '"packs" holds a character that no name may hold'),
        ("baseline.json", DEEP, "is not a baseline"),
    ],
)
def test_what_is_deep_or_endless_is_refused(lpkit: Run, tmp_path: Path, name: str, content: str, said: str) -> None:
    _project(tmp_path)
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = lpkit(*PLACES[name])
    assert (result.returncode, result.stderr.count("\n")) == (2, 1), result.stderr
    assert said in result.stderr


def test_a_lock_with_strange_separators_has_the_lines_that_an_editor_shows(lpkit: Run, tmp_path: Path) -> None:
    _project(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    lock = tmp_path / "packs/library.lock"
    lines = lock.read_text(encoding="utf-8").split("\n")
    lines[0] += "\u2028\u2028"
    lines.insert(2, "no line\u2028of a lock")
    lock.write_text("\n".join(lines), encoding="utf-8")
    result = lpkit("check")
    assert result.returncode in {0, 1}, result.stderr
    assert "packs/library.lock:3:" in result.stdout


@pytest.mark.parametrize("command", ["check", "fmt"])
def test_an_endless_text_on_standard_input_ends(tmp_path: Path, command: str) -> None:
    _project(tmp_path)
    arguments = [sys.executable, "-m", "lpkit", command, "-", "--stdin-filename", f"packs/{PACK}"]
    with Path("/dev/zero").open("rb") as endless:
        result = subprocess.run(
            arguments, cwd=tmp_path, stdin=endless, capture_output=True, text=True, check=False, timeout=300
        )
    assert result.returncode == 1
    assert "2,000,000 are the most" in result.stdout or "does not parse" in result.stderr


def _project(folder: Path) -> None:
    write_sample(folder)
    (folder / "lpkit.toml").write_text('schemas = ["house.json"]\n', encoding="utf-8")
    (folder / "house.json").write_text("{}", encoding="utf-8")
    (folder / "baseline.json").write_text('{"version": 1, "faults": []}', encoding="utf-8")


@pytest.mark.parametrize("name", ["noisy-alarm.YAML", "noisy-alarm.Yml", "noisy-alarm.yaml.txt", "noisy-alarm.YML.TXT"])
def test_what_was_meant_as_a_pack_is_not_passed_over(tmp_path: Path, lpkit: Run, name: str) -> None:
    pack = write_sample(tmp_path)
    pack.rename(pack.with_name(name))
    result = lpkit("check", cwd=tmp_path)
    assert result.returncode == 1
    usual = name.lower().removesuffix(".txt")
    assert (
        f'ownership/{name}:2:9: error LP018 unusual-ending: the name of the file ends with "{name[11:]}"'
        in result.stdout
    )
    assert f"rename it to {usual}" in lpkit("check", "-f", "full", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "noisy-alarm.yaml.bak",
        "noisy-alarm.yaml~",
        "noisy-alarm.yaml.orig",
        ".noisy-alarm.yaml",
        "list.yaml.txt",
    ],
)
def test_what_was_not_meant_as_a_pack_is(tmp_path: Path, lpkit: Run, name: str) -> None:
    pack = write_sample(tmp_path)
    pack.with_name(name).write_text("- milk\n", encoding="utf-8")
    assert lpkit("check", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("file", "folder", "name"),
    [
        ("C:\\repo\\packs\\a b\\quiet.yaml", "C:\\repo", "packs/a b/quiet.yaml"),
        ("c:\\Repo\\packs\\quiet.yaml", "C:\\repo", "packs/quiet.yaml"),
        ("C:\\other\\quiet.yaml", "C:\\repo", "../other/quiet.yaml"),
        ("D:\\packs\\quiet.yaml", "C:\\repo", "D:/packs/quiet.yaml"),
        ("\\\\server\\share\\quiet.yaml", "C:\\repo", "//server/share/quiet.yaml"),
    ],
)
def test_names_of_files_on_windows(monkeypatch: pytest.MonkeyPatch, file: str, folder: str, name: str) -> None:
    """By the rules of that system for paths, which Python has everywhere: another drive is no way to go."""
    with monkeypatch.context() as there:
        there.setattr(os.path, "relpath", ntpath.relpath)
        there.setattr(os, "sep", ntpath.sep)
        found = way_to(PureWindowsPath(file), PureWindowsPath(folder))
    assert found == name
