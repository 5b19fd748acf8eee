"""An export is there as a whole or not at all, and nothing of the user's is lost."""

import os
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from lpkit.errors import LpkitError
from lpkit.export import Artifact
from lpkit.writing import MANIFEST, write_file, write_folder
from lpkit.writing.exclusive import alone
from repository import begin

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
    with pytest.raises(LpkitError, match="holds files that lpkit did not write"):
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


def test_exports_that_are_cut_off_lose_nothing() -> None:
    command = [sys.executable, str(Path(__file__).parent / "fuzz/output_folder.py"), "40"]
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("stands", "artifact"),
    [
        ("pages/b.html", "pages/b.html"),
        ("pages/b.html/mine.txt", "pages/b.html"),
        ("assets", "assets/app.js"),
        (".lpkit-new/mine.txt", "x.html"),
        (".lpkit-ready/files/mine.txt", "x.html"),
    ],
)
def test_what_is_in_the_way_is_not_touched(tmp_path: Path, stands: str, artifact: str) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)
    (target / stands).parent.mkdir(exist_ok=True, parents=True)
    (target / stands).write_bytes(b"mine")
    before = _tree(target)
    with pytest.raises(LpkitError, match="is in the way, and lpkit did not write it"):
        write_folder(target, [*OLD, Artifact(artifact, b"new")])
    assert _tree(target) == before


def test_no_link_is_followed_to_what_is_elsewhere(tmp_path: Path) -> None:
    target, elsewhere = tmp_path / "html", tmp_path / "elsewhere"
    write_folder(target, OLD)
    (target / "pages").rename(elsewhere)
    (target / "pages").symlink_to(elsewhere)
    with pytest.raises(LpkitError, match="is in the way"):
        write_folder(target, OLD)
    write_folder(target, [Artifact("index.html", b"new")])
    assert _tree(elsewhere) == {"a.html": b"old a"}
    assert (target / "pages").is_symlink()


@pytest.mark.parametrize("own", [".lpkit-ready", ".lpkit-new"])
@pytest.mark.parametrize("place", ["", "files", "files/pages", "files/thesis.txt"])
def test_a_planted_link_takes_nothing_away(tmp_path: Path, own: str, place: str) -> None:
    """Whoever clones a repository may get a state that nobody was cut off in, with a link to the reader's own files."""
    target, home = tmp_path / "html", tmp_path / "home"
    write_folder(target, OLD)
    (home / "files").mkdir(parents=True)
    for name in ("thesis.txt", "files/two.txt"):
        (home / name).write_bytes(b"years of work")
    mark = (target / MANIFEST).read_text(encoding="utf-8").splitlines(keepends=True)[0]
    staged = target / own if place else home
    for name in (MANIFEST, "list"):
        (staged / name).parent.mkdir(exist_ok=True)
        (staged / name).write_text(f"{mark}thesis.txt\npages/two.txt\n", encoding="utf-8")
    link = target / own / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(home / "thesis.txt" if place.endswith(".txt") else home)
    before = _tree(home), _tree(target)
    with pytest.raises(LpkitError, match="is in the way, and lpkit did not write it"):
        write_folder(target, NEW)
    assert (_tree(home), _tree(target)) == before


def test_only_what_the_new_list_names_takes_its_place(tmp_path: Path) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)
    ready = target / ".lpkit-ready"
    (ready / "files").mkdir(parents=True)
    for name in (MANIFEST, "list"):
        shutil.copy(target / MANIFEST, ready / name)
    for name in ("index.html", "planted.html"):
        (ready / "files" / name).write_bytes(b"staged")
    write_folder(target, [Artifact("other.html", b"other")])
    assert not (target / "planted.html").exists()


def test_files_and_folders_change_places(tmp_path: Path) -> None:
    target = tmp_path / "html"
    for paths in (["a", "b/c/d"], ["a/b/c", "b"], ["a", "b/c"], ["b"]):
        write_folder(target, [Artifact(path, path.encode()) for path in paths])
        assert _tree(target) == {path: path.encode() for path in paths}
    assert not (target / "a").exists()


def test_what_has_not_changed_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)
    before = {name: (target / name).stat().st_ino for name in ("index.html", "pages/a.html")}
    write_folder(target, [OLD[0], Artifact("pages/a.html", b"new a")])
    assert (target / "index.html").stat().st_ino == before["index.html"]
    assert (target / "pages/a.html").stat().st_ino != before["pages/a.html"]


def test_a_list_without_the_mark_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("thesis.txt\n")
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    with pytest.raises(LpkitError, match="holds files that lpkit did not write"):
        write_folder(tmp_path, NEW)
    assert _tree(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_list_that_came_with_a_repository_removes_no_part_of_git(tmp_path: Path) -> None:
    write_folder(tmp_path, OLD)
    (tmp_path / ".GIT").mkdir()
    for name in (".git/config", ".GIT/config", "sub/.git/HEAD"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"git's")
    manifest = tmp_path / MANIFEST
    manifest.write_text(f"{manifest.read_text()}.git/config\n.GIT/config\nsub/.git/HEAD\n")
    write_folder(tmp_path, NEW)
    assert [file.read_bytes() for file in tmp_path.rglob("*") if file.name in {"config", "HEAD"}] == [b"git's"] * 3


@pytest.mark.parametrize("line", ["../beside.txt", "/etc/hostname", "a/../../beside.txt"])
def test_a_list_that_leads_elsewhere_removes_nothing_there(tmp_path: Path, line: str) -> None:
    (tmp_path / "beside.txt").write_bytes(b"mine")
    write_folder(tmp_path / "html", OLD)
    manifest = tmp_path / "html" / MANIFEST
    manifest.write_text(f"{manifest.read_text()}{line}\n")
    write_folder(tmp_path / "html", NEW)
    assert (tmp_path / "beside.txt").read_bytes() == b"mine"
    assert line not in manifest.read_text()


def test_two_exports_wait_for_each_other(tmp_path: Path) -> None:
    target = tmp_path / "html"
    target.mkdir()
    code = (
        "import pathlib, sys\nfrom lpkit.export import Artifact\nfrom lpkit.writing import write_folder\n"
        "write_folder(pathlib.Path(sys.argv[1]), [Artifact('a', b'second')], lambda: print('waiting', flush=True))\n"
    )
    command = [sys.executable, "-c", code, str(target)]
    with ExitStack() as first:
        first.enter_context(alone(target, lambda: None))
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
            assert second.stdout is not None
            assert second.stdout.readline() == "waiting\n"
            assert list(target.iterdir()) == []
            first.close()
    assert second.returncode == 0
    assert _tree(target) == {"a": b"second"}


def test_a_repository_in_the_output_lives_on(tmp_path: Path) -> None:
    target = tmp_path / "html"
    write_folder(target, OLD)

    git = begin(target)
    git("gc", "-q", "--prune=now")
    (target / ".git/refs/mine").mkdir()
    write_folder(target, NEW)
    assert git("log", "--format=%s").stdout == "first\n"
    assert "index.html" in git("status", "--porcelain").stdout
    assert (target / ".git/refs/mine").is_dir()


def test_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "new" / "report.json"
    write_file(file, b"one")
    write_file(file, b"two")
    assert _tree(tmp_path) == {"new/report.json": b"two"}
    with pytest.raises(LpkitError, match="cannot write"):
        write_file(file / "below", b"x")


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "library.lock").symlink_to(tmp_path / "elsewhere/new.lock")
    with pytest.raises(LpkitError, match="is a link that leads nowhere"):
        write_file(tmp_path / "library.lock", b"lock")
    for folder in (tmp_path / "library.lock", tmp_path / "library.lock/site"):
        with pytest.raises(LpkitError, match="is a link that leads nowhere"):
            write_folder(folder, NEW)
    assert not (tmp_path / "elsewhere").exists()
    assert (tmp_path / "library.lock").is_symlink()


def test_a_file_beside_that_has_our_temporary_name_stays(tmp_path: Path) -> None:
    beside = tmp_path / f".lpkit-report.json.{os.getpid()}-0.tmp"
    beside.write_bytes(b"mine")
    write_file(tmp_path / "report.json", b"one")
    assert _tree(tmp_path) == {"report.json": b"one", beside.name: b"mine"}


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_write_that_is_interrupted_leaves_no_file_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Ctrl-C may come between any two calls of the system."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, call, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(file, b"new")
    monkeypatch.undo()
    assert _tree(tmp_path) == {"a.yaml": b"old"}


def test_an_export_that_is_interrupted_before_it_is_certain_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the new state has the name under which the next run would finish it, there is nothing to finish."""
    write_folder(tmp_path / "html", OLD)
    before = sorted(tmp_path.rglob("*"))

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "html", NEW)
    monkeypatch.undo()
    assert sorted(tmp_path.rglob("*")) == before
