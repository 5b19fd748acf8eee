"""An export is there as a whole or not at all, and nothing of the user's is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lpkit.errors import LpkitError
from lpkit.export import Artifact
from lpkit.writing import MANIFEST, write_file, write_folder

OLD = [Artifact("index.html", b"old"), Artifact("pages/a.html", b"old a")]
NEW = [Artifact("index.html", b"new"), Artifact("pages/b.html", b"new b")]


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }


def test_new_export_takes_the_place_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "dist" / "html"
    assert write_folder(target, OLD) == 2
    write_folder(target, NEW)
    assert _tree(target) == {"index.html": b"new", "pages/b.html": b"new b"}
    assert [file.name for file in target.parent.iterdir()] == ["html"]


def test_files_of_the_user_stay(tmp_path: Path) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)
    (target / "CNAME").write_bytes(b"example.org")
    write_folder(target, NEW)
    assert _tree(target)["CNAME"] == b"example.org"


def test_folder_of_the_user_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    with pytest.raises(LpkitError, match="holds files that lpkit did not write"):
        write_folder(tmp_path, NEW)
    assert _tree(tmp_path) == {"thesis.txt": b"years of work"}


def test_file_as_target_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "html"
    target.write_bytes(b"mine")
    with pytest.raises(LpkitError, match="is a file"):
        write_folder(target, NEW)
    assert target.read_bytes() == b"mine"


def test_folder_without_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    write_folder(Path(), NEW)
    assert _tree(tmp_path / "out") == {"index.html": b"new", "pages/b.html": b"new b"}
    with pytest.raises(LpkitError, match="cannot be replaced"):
        write_folder(Path("/"), NEW)


def test_link_to_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "html").symlink_to("real")
    write_folder(tmp_path / "html", OLD)
    write_folder(tmp_path / "html", NEW)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["html", "real"]
    assert (tmp_path / "html").is_symlink()
    assert _tree(tmp_path / "real") == {"index.html": b"new", "pages/b.html": b"new b"}


@pytest.mark.parametrize("path", ["../out.html", "/etc/out.html", "a/../../out.html", ""])
def test_no_artifact_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(LpkitError, match="leaves the output folder"):
        write_folder(tmp_path / "html", [Artifact(path, b"x")])
    assert list(tmp_path.iterdir()) == []


def test_failure_half_way_leaves_the_old_state(tmp_path: Path) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)
    with pytest.raises(LpkitError):
        write_folder(target, [*NEW, Artifact("index.html/inside-a-file", b"x")])
    assert _tree(target) == {"index.html": b"old", "pages/a.html": b"old a"}
    assert [file.name for file in tmp_path.iterdir()] == ["html"]


def _killed_at(rename: int, target: Path) -> None:
    """Write the new export in a process that dies just before its n-th renaming."""
    code = f"""
import os, pathlib, sys
from lpkit.export import Artifact
from lpkit.writing import write_folder
calls = 0
original = os.rename
def dying(*arguments):
    global calls
    calls += 1
    if calls == {rename}:
        os.kill(os.getpid(), 9)
    return original(*arguments)
os.rename = dying
write_folder(pathlib.Path(sys.argv[1]), [Artifact("index.html", b"new"), Artifact("pages/b.html", b"new b")])
"""
    result = subprocess.run([sys.executable, "-c", code, str(target)], check=False, capture_output=True)
    assert result.returncode == -9


@pytest.mark.parametrize("rename", [1, 2])
def test_killed_export_loses_nothing(tmp_path: Path, rename: int) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)
    _killed_at(rename, target)
    kept = target if target.exists() else tmp_path / ".html.old"
    assert _tree(kept) == {"index.html": b"old", "pages/a.html": b"old a"}
    write_folder(target, NEW)
    assert _tree(target) == {"index.html": b"new", "pages/b.html": b"new b"}


def test_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "report.json"
    write_file(file, b"one")
    write_file(file, b"two")
    assert _tree(tmp_path) == {"new/report.json": b"two"}
    with pytest.raises(LpkitError, match="cannot write"):
        write_file(file / "below", b"x")


def test_staging_folders_are_per_process(tmp_path: Path) -> None:
    (tmp_path / f".html.{os.getpid() + 1}.new").mkdir()
    write_folder(tmp_path / "html", NEW)
    assert _tree(tmp_path / "html")
