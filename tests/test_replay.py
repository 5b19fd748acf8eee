"""Runs that are answered with what one before said: only where nothing has changed, whatever else changed and how."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lpkit.checking.keeping import Shelf
from lpkit.cli import replay
from lpkit.diagnostic import Diagnostic, Report, Severity, Span
from lpkit.git.changes import changes_since
from lpkit.printable import is_printed
from lpkit.report import format_names, renderer
from lpkit.witness import digest_of_file, walk, watched
from project import PACK, Run, write_sample
from repository import run_git

CHECK = ("check", "--output-format", "full")
PACK_FILE = f"packs/{PACK}"
SAID_AGAIN = "said again\n"
FAULT = Diagnostic("LP204", "total-not-sum", Severity.ERROR, "a ::b\x1b ##[x", "a:1\n::b.yaml", Span(1, 1, 1, 2), "/a")

Said = tuple[int, str, str]


class Place:
    """A folder with a faulty library under git, and lpkit there."""

    def __init__(self, folder: Path, lpkit: Run) -> None:
        self.folder, self.kept, self.lpkit = folder, folder.parent / f"{folder.name}-kept", lpkit
        self.pack = write_sample(self.folder)
        self.replace("total: 19", "total: 20")
        (self.folder / "README.md").write_text("# Packs\n", encoding="utf-8")
        (self.folder / "lpkit.toml").write_text("", encoding="utf-8")
        self.git("init", "--quiet")
        self.commit()

    def replace(self, old: str, new: str) -> None:
        text = self.pack.read_text(encoding="utf-8")
        assert old in text
        self.pack.write_text(text.replace(old, new), encoding="utf-8")

    def git(self, *arguments: str) -> None:
        run_git(self.folder, *arguments)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Change", "--allow-empty")

    def settle(self) -> None:
        """Let the clock go past the last change, by more than the steps in which the system writes it down."""
        newest = max(path.stat().st_ctime_ns for path in (self.folder, *self.folder.rglob("*")))
        while time.time_ns() < newest + 30_000_000:
            pass

    def run(self, *arguments: str, **more: str) -> Said:
        """Run lpkit once nothing is just being changed."""
        self.settle()
        ended = self.lpkit(*arguments, **{"LPKIT_CACHE": str(self.kept), **more})
        return ended.returncode, ended.stdout, ended.stderr

    def fresh(self, *arguments: str, **more: str) -> Said:
        return self.run(*arguments, **{"LPKIT_CACHE": "off", **more})

    def mark(self) -> int:
        """Have every record say that it is one; give how many there are."""
        files = list(self.kept.rglob("*.run"))
        for file in files:
            shelf, key = Shelf(self.kept, file.parents[1].name.partition("-")[2], ".run"), file.parent.name + file.stem
            record = json.loads(shelf.get(key) or "")
            shelf.put(key, json.dumps({**record, "said": [["stdout", SAID_AGAIN]]}))
        return len(files)

    @contextmanager
    def same_times(self) -> Iterator[None]:
        """Set the times of the pack back after what is done to it: that of its change nobody can set."""
        about = self.pack.stat()
        yield
        os.utime(self.pack, ns=(about.st_atime_ns, about.st_mtime_ns))


@pytest.fixture
def place(tmp_path: Path, lpkit: Run) -> Place:
    return Place(tmp_path, lpkit)


def _touched(place: Place) -> None:
    place.pack.touch()


def _written_again(place: Place) -> None:
    text = place.pack.read_bytes()
    place.pack.unlink()
    place.pack.write_bytes(text)


def _readme(place: Place) -> None:
    (place.folder / "README.md").write_text("# More\n", encoding="utf-8")
    place.commit()


def _nothing(place: Place) -> None:
    pass


def _edited(place: Place) -> None:
    place.replace("total: 20", "total: 19")


def _edited_with_old_times(place: Place) -> None:
    with place.same_times():
        place.replace("total: 20", "total: 18")


def _other_file_with_old_times(place: Place) -> None:
    """A file of the same size and times takes its place, as a tool that keeps times would put it there."""
    with place.same_times():
        new = place.pack.with_suffix(".new")
        new.write_text(place.pack.read_text(encoding="utf-8").replace("total: 20", "total: 18"), encoding="utf-8")
        new.replace(place.pack)


def _added(place: Place) -> None:
    place.pack.with_name("another.yaml").write_bytes(place.pack.read_bytes())


def _removed(place: Place) -> None:
    place.pack.unlink()


def _renamed(place: Place) -> None:
    place.pack.rename(place.pack.with_name("other.yaml"))


def _library(place: Place) -> None:
    file = place.folder / "packs/library.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# lpkit: ignore[LP204] as it is\n", encoding="utf-8")


def _settings(place: Place) -> None:
    (place.folder / "lpkit.toml").write_text('ignore = ["LP204"]\n', encoding="utf-8")


def _settings_nearer(place: Place) -> None:
    (place.folder / "packs/lpkit.toml").write_text('ignore = ["LP204"]\n', encoding="utf-8")


def _lock(place: Place) -> None:
    (place.folder / "packs/library.lock").write_text("nonsense\n", encoding="utf-8")


def _tagged_lock(place: Place) -> None:
    """Git alone knows it: the lock is in a release and no longer here."""
    _lock(place)
    place.commit()
    place.git("tag", "v1")
    (place.folder / "packs/library.lock").unlink()


def _no_repository(place: Place) -> None:
    (place.folder / ".git").rename(place.folder / "git")


def _out_of_reach(place: Place) -> None:
    place.pack.unlink()
    place.pack.mkdir()


def _pipe(place: Place) -> None:
    place.pack.unlink()
    os.mkfifo(place.pack)


def _link(place: Place) -> None:
    elsewhere = place.folder / "elsewhere.txt"
    place.pack.rename(elsewhere)
    place.pack.symlink_to(elsewhere)


REPLAYED = (_nothing, _touched, _written_again, _readme)
WORKED = (
    *(_edited, _edited_with_old_times, _other_file_with_old_times, _added, _removed, _renamed, _library, _link),
    *(_settings, _settings_nearer, _lock, _tagged_lock, _no_repository, _out_of_reach, _pipe),
)


@pytest.mark.parametrize("change", [*REPLAYED, *WORKED], ids=lambda change: change.__name__.strip("_"))
def test_only_what_has_not_changed_is_said_again(place: Place, change: Callable[[Place], None]) -> None:
    before = place.run(*CHECK)
    assert before == place.fresh(*CHECK)
    assert place.mark() == 1
    change(place)
    after = place.run(*CHECK)
    assert after == ((before[0], SAID_AGAIN, "") if change in REPLAYED else place.fresh(*CHECK))


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (("check",), {}),
        (("check", "--output-format", "json"), {}),
        ((*CHECK, "packs/ownership"), {}),
        (CHECK, {"GITHUB_ACTIONS": "true"}),
    ],
)
def test_other_arguments_and_variables_are_another_run(
    place: Place, arguments: tuple[str, ...], variables: dict[str, str]
) -> None:
    place.run(*CHECK)
    place.mark()
    assert place.run(*arguments, **variables) == place.fresh(*arguments, **variables)
    assert place.mark() == 2


@pytest.mark.parametrize(
    "arguments",
    [("fix",), ("fmt", "--check"), ("lock", "--existing"), ("explain", "LP204", "--json"), ("verdict", PACK_FILE)],
    ids=" ".join,
)
def test_commands_that_have_nothing_to_write(place: Place, arguments: tuple[str, ...]) -> None:
    first = place.run(*arguments)
    assert first == place.fresh(*arguments)
    assert place.run(*arguments) == first
    assert place.mark() == 1
    assert place.run(*arguments) == (first[0], SAID_AGAIN, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-f", "json=report.json"),
        ("check", "--write-baseline", "base.json"),
        ("check", "--no-cache"),
        ("check", "--select", "LP999"),
        ("fix", "--unsafe"),
    ],
    ids=" ".join,
)
def test_what_writes_or_fails_leaves_no_record(place: Place, arguments: tuple[str, ...]) -> None:
    assert place.run(*arguments) is not None
    assert place.mark() == 0


def test_a_damaged_record_is_none(place: Place) -> None:
    first = place.run(*CHECK)
    for file in place.kept.rglob("*.run"):
        file.write_text(file.read_text(encoding="ascii").replace("total", "topal"), encoding="ascii")
    assert place.run(*CHECK) == first


@pytest.mark.parametrize("device", ["pipe", "/dev/zero"])
def test_a_record_that_is_no_file_is_none(place: Place, device: str) -> None:
    first = place.run(*CHECK)
    files = list(place.kept.rglob("*.run"))
    for file in files:
        file.unlink()
        os.mkfifo(file) if device == "pipe" else file.symlink_to(device)
    assert files
    assert place.run(*CHECK) == first


def test_a_line_of_the_lock_in_the_future_is_not_said_for_ever(place: Place) -> None:
    (place.folder / "packs/library.lock").write_text(
        "pack noisy-alarm 0123456789abcdef 2999-01-01T00:00:00Z\n", encoding="utf-8"
    )
    assert "2999" in "".join(map(str, place.run(*CHECK)))
    assert place.mark() == 0


@pytest.mark.parametrize("setting", ['cache = "off"\n', '"cache" = "off"\n', 'cache="kept-here"\n'])
def test_records_lie_where_the_settings_say(place: Place, setting: str) -> None:
    (place.folder / "lpkit.toml").write_text(setting, encoding="utf-8")
    place.run(*CHECK, LPKIT_CACHE="")
    made = [file.relative_to(place.folder).parts[0] for file in place.folder.rglob("*.run")]
    assert made == (["kept-here"] if "here" in setting else [])


@pytest.mark.parametrize("arguments", [CHECK, ("hook",)], ids=" ".join)
def test_nothing_is_imported_for_an_answer(place: Place, arguments: tuple[str, ...]) -> None:
    place.settle()
    command = [sys.executable, "-X", "importtime", "-m", "lpkit", *arguments]
    environment = {**os.environ, "LPKIT_CACHE": str(place.kept)}
    first, second = (
        subprocess.run(command, cwd=place.folder, env=environment, capture_output=True, text=True, check=False).stderr
        for _ in range(2)
    )
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in second.splitlines() if "|" in line}
    assert "lpkit.cli.app" in first
    assert "lpkit" in imported
    assert not imported & {"typer", "pydantic", "_ruamel_yaml", "rich", "jsonschema", "dataclasses"}


def test_without_git_there_is_no_record_since_it_may_come(place: Place) -> None:
    place.run(*CHECK, PATH="")
    assert place.mark() == 0


def test_where_a_link_leads_counts(place: Place) -> None:
    """Of two folders with the same files in them, one lies below a library with a schema of its own."""
    (place.folder / "packs").rename(place.folder / "one")
    library = (place.folder / "one/library.yaml").rename(place.folder / "library.txt")
    (place.folder / "packs").symlink_to("one")
    place.run("fmt", LPKIT_CACHE="off")
    place.pack.write_text(place.pack.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    shutil.copytree(place.folder / "one", place.folder / "two/deeper")
    (place.folder / "two/library.yaml").write_bytes(library.read_bytes())
    (place.folder / "two/pack.schema.json").write_text('"Written by lpkit schema --library"', encoding="utf-8")
    assert place.run("fmt", "--check")[0] == 0
    assert place.mark() == 1
    (place.folder / "packs").unlink()
    (place.folder / "packs").symlink_to("two/deeper")
    assert place.run("fmt", "--check")[0] == 1


def test_who_runs_it_and_where_it_goes_is_another_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LPKIT_CACHE", str(tmp_path / "kept"))
    keys = set()
    for who in (0, 1000):
        monkeypatch.setattr(os, "geteuid", lambda who=who: who)
        reading, writing = os.pipe()
        os.close(reading)
        for stream in (os.fdopen(writing, "w", encoding="utf-8"), (tmp_path / "out").open("w", encoding="utf-8")):
            with stream, monkeypatch.context() as here:
                here.setattr(sys, "stdout", stream)
                run = replay.find_run(("check",))
                assert run is not None
                keys.add(run.key)
    assert len(keys) == 4


def test_a_folder_is_noted_before_it_is_listed(tmp_path: Path) -> None:
    """One that cannot be listed today may be tomorrow."""
    (tmp_path / "gone").mkdir()
    with watched() as witness:
        for here, _, _ in walk(tmp_path):
            assert here == str(tmp_path)
            (tmp_path / "gone").rmdir()
    assert set(witness.folders) == {str(tmp_path), str(tmp_path / "gone")}


def test_a_deleted_file_that_is_there_all_the_same_is_noted(place: Place) -> None:
    place.git("rm", "--quiet", "--cached", "README.md")
    (place.folder / ".gitignore").write_text("README.md\n", encoding="utf-8")
    with watched() as witness:
        assert "README.md" not in changes_since("HEAD", place.folder, place.folder).deleted
    assert str(place.folder / "README.md") in witness.kinds


def test_a_file_without_an_end_is_known_by_its_stamp(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    with file.open("wb") as stream:
        stream.truncate(2**40)
    digest = digest_of_file(str(file))
    assert digest == digest_of_file(str(file)) != ""
    os.utime(file, ns=(1, 1))
    assert digest != digest_of_file(str(file))


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "--output=hacked", "HEAD"),
        ("diff", "--outp", "hacked", "HEAD"),
        ("-c", "alias.x=!touch hacked", "x"),
        ("-c", "log.showRoot=true", "-c", "alias.x=!touch hacked", "x"),
        ("-c", "log.showRoot=true"),
        ("--exec-path=.", "log"),
        ("commit", "--allow-empty", "--message", "hacked"),
        (),
    ],
    ids=" ".join,
)
def test_a_record_that_somebody_planted_runs_nothing(place: Place, arguments: tuple[str, ...]) -> None:
    """A folder for what is kept may be in the repository, and so in a pull request."""
    shelf = Shelf(place.kept, ending=".run")
    question = [str(place.folder), list(arguments), None, ""]
    record = {"code": 0, "said": [], "asked": [question], "kinds": {}, "led": {}, "files": {}, "folders": {}}
    shelf.put("ab" * 32, json.dumps(record))
    head = (place.folder / ".git/logs/HEAD").read_bytes()
    assert replay.repeat(replay.Run(shelf, "ab" * 32, 0)) is None
    assert not list(place.folder.rglob("hacked*"))
    assert (place.folder / ".git/logs/HEAD").read_bytes() == head


_EMPTY: dict[str, Any] = {"code": 0, "said": [], "asked": [], "kinds": {}, "led": {}, "files": {}, "folders": {}}


@pytest.mark.parametrize(
    "change",
    [
        *({"code": code} for code in (2, 3, "x", None, [])),
        *({key: []} for key in ("kinds", "led", "files")),
        *({key: {"a": 1}} for key in ("files", "folders")),
        *({"asked": value} for value in (3, [3], [[]], [["a\0", ["log"], None, ""]])),
        *({"said": value} for value in (3, [[]], [["x", "a"]], [["stdout", 1]], [["stdout"]])),
        *({"said": [["stdout", text]]} for text in ("\x1b]0;x\x07", "a\x1b[2J", "a\n ::set-output name=a::b\n")),
        *({"said": [["stdout", text]]} for text in ("::add-mask::a", "a ##[error]x", "\u202ea", "\rno faults")),
    ],
    ids=str,
)
def test_a_record_that_somebody_planted_is_none(tmp_path: Path, change: dict[str, Any]) -> None:
    """It may make a run say what is not so, but nothing that a run would not say, and it ends none as a bug."""
    shelf = Shelf(tmp_path / "kept", ending=".run")
    for record in ({**_EMPTY, **change}, {key: value for key, value in _EMPTY.items() if key not in change}):
        shelf.put("ab" * 32, json.dumps(record))
        assert replay.repeat(replay.Run(shelf, "ab" * 32, 0)) is None
    for text in ("[" * 100_000, "3", "[]", "null"):
        shelf.put("ab" * 32, text)
        assert replay.repeat(replay.Run(shelf, "ab" * 32, 0)) is None


def test_a_record_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "kept", ending=".run")
    said = json.dumps({**_EMPTY, "said": [["stdout", "no faults\n"]]})
    shelf.put("ab" * 32, said)
    (record,) = (tmp_path / "kept").rglob("*.run")
    record.rename(record.with_stem("cd" * 31))
    assert shelf.get(record.parent.name + "cd" * 31) is None
    shelf.put("ab" * 32, said)
    record.with_suffix(".json").write_bytes(record.read_bytes())
    assert Shelf(tmp_path / "kept").get("ab" * 32) is None
    assert shelf.get("ab" * 32) == said


@pytest.mark.parametrize("name", format_names())
@pytest.mark.parametrize("colour", [False, True])
def test_all_that_reports_show_may_be_said_again(name: str, colour: bool) -> None:
    report = Report((FAULT, *(replace(FAULT, value=str(number)) for number in range(20))), 1, 1)
    assert is_printed(renderer(name)(report.documented_at("https://d.example/x"), colour))
