"""What all exporters have in common: complete or refused, the same bytes every time, only published packs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.export import exporter_names, load_exporter
from lpkit.writing import MANIFEST
from project import Run, write_sample


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_exporters_that_come_with_lpkit_are_installed() -> None:
    own = {"anki", "cards", "eval", "html", "json", "sqlite"}
    assert own <= set(exporter_names()), "run pip install -e . again"


def test_build_writes_every_export(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("build")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "dist/json/index.json").is_file()
    assert (tmp_path / "dist/anki/sample.apkg").is_file()
    assert (tmp_path / "dist/html/index.html").is_file()


@pytest.mark.parametrize("name", ["anki", "html", "json"])
def test_same_bytes_twice(lpkit: Run, tmp_path: Path, name: str) -> None:
    write_sample(tmp_path)
    for seed in ("1", "2"):
        result = lpkit("export", name, "-o", f"out{seed}", PYTHONHASHSEED=seed, TZ=f"Etc/GMT+{seed}", LC_ALL="C")
        assert result.returncode == 0, result.stderr
    assert _bytes(tmp_path / "out1") == _bytes(tmp_path / "out2")


def test_faults_stop_the_export_and_keep_the_last_one(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    lpkit("build")
    before = _bytes(tmp_path / "dist")
    pack.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    result = lpkit("build")
    assert result.returncode == 1
    assert "LP204" in result.stdout
    assert "nothing was exported" in result.stderr
    assert _bytes(tmp_path / "dist") == before


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_published_packs_are_exported(lpkit: Run, tmp_path: Path, status: str) -> None:
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    other = pack.with_name("other.yaml")
    other.write_text(
        text.replace("id: noisy-alarm", "id: other").replace("published", status).replace("Quiet a Noisy", "Another"),
        encoding="utf-8",
    )
    assert lpkit("export", "json", "-o", "out").returncode == 0
    assert not [name for name in _bytes(tmp_path / "out") if "other" in name]
    pack.unlink()
    result = lpkit("export", "json", "-o", "out")
    assert result.returncode == 2
    assert "no pack is published" in result.stderr


def test_two_libraries_with_one_id_are_refused(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "packs").rename(tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    result = lpkit("export", "json", "one", "two")
    assert (result.returncode, "error LP110" in result.stdout) == (1, True)
    (tmp_path / "lpkit.toml").write_text('[severity]\nLP110 = "info"\n', encoding="utf-8")
    result = lpkit("export", "json", "one", "two")
    assert result.returncode == 2
    assert "two libraries have the id sample: one/library.yaml and two/library.yaml" in result.stderr
    assert not (tmp_path / "dist").exists()


def test_foreign_folder_is_refused(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me", encoding="utf-8")
    result = lpkit("export", "json", "-o", "mine")
    assert result.returncode == 2
    assert set(_bytes(tmp_path / "mine")) == {"notes.txt"}


def test_list(lpkit: Run) -> None:
    lines = lpkit("export", "--list").stdout.splitlines()
    exporters = [line for line in lines if not line.startswith(" ")]
    assert [line.split()[0] for line in exporters] == exporter_names()
    assert all(len(line.split()) > 3 for line in exporters)
    offered = [line.split(":")[0].strip() for line in lines if "--set" in line]
    names = [entry.removeprefix("--set ").partition("=")[0] for entry in offered]
    assert names == [name for exporter in exporter_names() for name in load_exporter(exporter).settings]


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (("--single-file",), {MANIFEST, "index.html"}),
        (("--set", "single-file=true"), {MANIFEST, "index.html"}),
        (("--set", "single-file=false"), None),
    ],
)
def test_settings(lpkit: Run, tmp_path: Path, arguments: tuple[str, ...], files: set[str] | None) -> None:
    write_sample(tmp_path)
    result = lpkit("export", "html", "-o", "out", *arguments)
    assert result.returncode == 0, result.stderr
    found = set(_bytes(tmp_path / "out"))
    assert found == files if files else "assets/app.js" in found


@pytest.mark.parametrize(
    ("name", "assignment", "words"),
    [
        ("html", "singel-file=true", "did you mean single-file?"),
        ("anki", "single-file=true", "it has: pools, kinds, packs"),
        ("html", "single-file", "write --set NAME=VALUE"),
        ("html", "single-file=maybe", "true or false"),
    ],
)
def test_unknown_settings_are_refused(lpkit: Run, tmp_path: Path, name: str, assignment: str, words: str) -> None:
    write_sample(tmp_path)
    result = lpkit("export", name, "--set", assignment)
    assert result.returncode == 2
    assert words in result.stderr


def test_loading_an_exporter_that_does_not_import(lpkit: Run, tmp_path: Path) -> None:
    info = tmp_path / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[lpkit.exporters]\nbroken = no_such_module:exporter\n", encoding="utf-8")
    write_sample(tmp_path)
    result = lpkit("export", "broken", PYTHONPATH=str(tmp_path))
    assert result.returncode == 2
    assert "the exporter broken cannot be imported" in result.stderr


def test_manifest_lists_the_files(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    lpkit("export", "json", "-o", "out")
    listed = (tmp_path / "out" / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert listed[0].startswith("# Written by lpkit.")
    files = [line for line in listed[1:] if not line.endswith("/")]
    assert sorted([*files, MANIFEST]) == sorted(_bytes(tmp_path / "out"))


def test_module_runs(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "lpkit", "--version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.stdout.startswith("lpkit 0.")
