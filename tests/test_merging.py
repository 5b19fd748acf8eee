"""Locks merged by their meaning: case by case, for any locks, and by real git where two branches published."""

import itertools
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.publishing.lock import Key, Lock, Locked, item_line, lock_text, parse_time, read_lock
from lpkit.publishing.merging import merge_locks
from lpkit.scaffold.versioning import DRIVER, DRIVER_KEY
from project import Once, Run, read_yaml, write_sample
from warm import Warm, write_command

CASES: list[dict[str, Any]] = read_yaml(Path(__file__).with_name("merging.yaml"))
LOCK = "packs/library.lock"
PACK = "packs/ownership/noisy-alarm.yaml"


def _text(lines: list[str]) -> str:
    return "".join(map(_line, lines))


def _line(short: str) -> str:
    found = re.fullmatch(r"(\w) (\d) (\d\d)(\+1)?(?: (retired))?(?: was (\w))?", short)
    if found is None:
        return f"{short}\n"
    name, digit, day, later, retired, was = found.groups()
    time = parse_time(f"2026-01-{day}") + bool(later)
    entry = Locked(digit * 16, time, retired is not None, f"p/{was}" if was else "")
    return item_line(Key("question", f"p/{name}"), entry)


def _without_marks(text: str) -> list[str]:
    return [line for line in text.splitlines() if not re.match(r"[#<=>]", line)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_what_becomes_of_two_locks(lpkit: Run, tmp_path: Path, case: dict[str, Any]) -> None:
    for side in ("base", "ours", "theirs"):
        (tmp_path / side).write_text(_text(case[side]), encoding="utf-8")
    ended = lpkit("lock", "--merge", "base", "ours", "theirs", "packs/library.lock")
    conflicts = case.get("conflicts", 0)
    text = (tmp_path / "ours").read_text(encoding="utf-8")
    assert (ended.returncode, ended.stdout, text.count("<<<<<<< ours\n")) == (min(conflicts, 1), "", conflicts)
    assert _without_marks(text) == _text(case["merged"]).splitlines()
    assert (f"packs/library.lock: {conflicts} conflict:" in ended.stderr) == bool(conflicts)
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["base", "ours", "theirs"]


_ENTRIES = st.builds(
    Locked, st.sampled_from(["1" * 16, "2" * 16]), st.integers(0, 3), st.booleans(), st.sampled_from(["", "p/x"])
)
_LOCKS = st.dictionaries(st.sampled_from([Key("question", f"p/{name}") for name in "abc"]), _ENTRIES).map(Lock)


@given(_LOCKS, _LOCKS, _LOCKS)
def test_no_learner_is_newer_than_what_is_merged(base: Lock, ours: Lock, theirs: Lock) -> None:
    merged = merge_locks(base, ours, theirs)
    kept = read_lock(merged.text)
    assert kept.faults == []
    assert len(kept.conflicts) == 3 * merged.conflicts
    for side in (ours, theirs):
        for key, entry in side.items.items():
            if key not in kept.items:
                # Only what the other side took away and this one left as it was may be gone.
                assert entry == base.items.get(key)
                continue
            found = kept.items[key]
            other = (theirs if side is ours else ours).items.get(key)
            agreed = entry == other
            told = found.time > entry.time or (found.hash, found.retired) == (entry.hash, entry.retired)
            assert agreed or merged.conflicts or (found.time >= entry.time and told)


@given(_LOCKS, _LOCKS, _LOCKS)
def test_sides_may_be_swapped_and_nothing_changes_twice(base: Lock, ours: Lock, theirs: Lock) -> None:
    merged = merge_locks(base, ours, theirs)
    swapped = merge_locks(base, theirs, ours)
    assert read_lock(merged.text).items == read_lock(swapped.text).items
    assert merge_locks(base, ours, ours).text == lock_text(ours.items)
    assert merge_locks(base, base, theirs).conflicts == 0
    if not merged.conflicts:
        again = read_lock(merged.text)
        assert merge_locks(again, again, again).text == merged.text


# What is no lock, or not there.


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        ("a 1 01|garbage", "a 2 02", "x.lock: ours has in line 2 no line of a lock, so it was merged as any text"),
        ("a 2 02", "<<<<<<< one|a 1 01", "x.lock: theirs has an old conflict in line 1, so it was merged as any text"),
    ],
)
def test_what_is_no_lock_is_merged_as_text(
    lpkit: Run, tmp_path: Path, ours: str, theirs: str, said: str
) -> None:
    for name, text in (("base", "a 3 01"), ("ours", ours), ("theirs", theirs)):
        (tmp_path / name).write_text(_text(text.split("|")), encoding="utf-8")
    ended = lpkit("lock", "--merge", "base", "ours", "theirs", "x.lock")
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (1, "", 1)
    assert said in ended.stderr
    text = (tmp_path / "ours").read_text(encoding="utf-8")
    assert text.startswith("<<<<<<< ours\n")
    assert text.endswith(">>>>>>> theirs\n")
    assert {*_text(ours.split("|")).splitlines(), *_text(theirs.split("|")).splitlines()} <= set(text.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--merge takes the paths BASE OURS THEIRS [NAME]"),
        (("ours", "theirs"), "--merge takes the paths BASE OURS THEIRS [NAME]"),
        (("ours", "ours", "theirs", "a", "b"), "--merge takes the paths BASE OURS THEIRS [NAME]"),
        (("nothing", "ours", "theirs"), "cannot read nothing: No such file or directory"),
        (("ours", "ours", "nothing"), "cannot read nothing: No such file or directory"),
        ((".", "ours", "theirs"), "cannot read .: "),
        (("ours", "ours", "theirs", "--check"), "--merge only merges"),
        (("ours", "ours", "theirs", "--time", "2026-01-01"), "--merge only merges"),
        (("zeros", "ours", "zeros"), "git cannot merge ours as text (take one side: git checkout --ours or --theirs)"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_merged_is_left_as_it_is(
    lpkit: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "ours").write_text(_line("a 1 01"), encoding="utf-8")
    (tmp_path / "theirs").write_text(_line("a 2 01"), encoding="utf-8")
    (tmp_path / "zeros").write_bytes(b"\0\xff\0")
    ended = lpkit("lock", "--merge", *arguments)
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1), ended.stderr
    assert said in ended.stderr
    assert (tmp_path / "ours").read_text(encoding="utf-8") == _line("a 1 01")


def test_without_git_nothing_is_written(lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / "ours").write_text("garbage\n", encoding="utf-8")
    (tmp_path / "other").write_text(_line("a 2 01"), encoding="utf-8")
    ended = lpkit("lock", "--merge", "other", "ours", "other", PATH=str(tmp_path))
    assert (ended.returncode, ended.stderr.startswith("lpkit: cannot run git: ")) == (2, True)
    assert (tmp_path / "ours").read_text(encoding="utf-8") == "garbage\n"


# Real git


class Author:
    """A repository in which branches publish, and the commands of its authors."""

    def __init__(self, folder: Path, lpkit: Run, tools: Path) -> None:
        self.folder = folder
        self.lpkit = lpkit
        self.tools = tools
        self.days = itertools.count(2)

    def git(self, *arguments: str, code: int = 0) -> "subprocess.CompletedProcess[str]":
        """Run git, which must end with this code."""
        ended = git_in(self.folder, self.tools, *arguments)
        assert ended.returncode == code, ended.stdout + ended.stderr
        return ended

    def edit(self, old: str, new: str, name: str = PACK) -> None:
        """Change a text that is there."""
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        (self.folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def publish(self, old: str, new: str, message: str, day: str | None = None) -> str:
        """Change a text, lock it and commit both; give the commit."""
        self.edit(old, new)
        self.lock(day or f"2026-02-{next(self.days):02}")
        self.git("commit", "--all", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD").stdout.strip()

    def lock(self, day: str) -> None:
        """Bring the lock up to date."""
        ended = self.lpkit("lock", "--time", day, cwd=self.folder)
        assert ended.returncode == 0, ended.stdout + ended.stderr

    def times(self) -> dict[Key, Locked]:
        """Give the lines of the lock."""
        return read_lock((self.folder / LOCK).read_text(encoding="utf-8")).items

    def is_right(self) -> bool:
        """Tell whether the lock fits the packs and no release is newer."""
        checked = self.lpkit("check", "-f", "concise", "--fail-on", "warning", cwd=self.folder)
        locked = self.lpkit("lock", "--check", cwd=self.folder)
        assert (checked.returncode == 0) == (locked.returncode == 0), checked.stdout + locked.stderr
        return locked.returncode == 0


def git_in(folder: Path, tools: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run git as nobody in particular, with an `lpkit` on its path."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    path = f"{tools}{os.pathsep}{plain['PATH']}"
    environment = {**plain, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_EDITOR": "true"}
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


HINTS = ("hint: Two nights", "hint: Look at the first word", "hint: A trial")


@pytest.fixture
def author(once: Once, tmp_path: Path, warm: Warm, lpkit: Run) -> Author:
    """Give an author in a copy of a repository with a published pack, in which git knows how locks are merged."""

    def fill(folder: Path) -> None:
        write_sample(folder)
        assert lpkit("lock", "--time", "2026-01-01", cwd=folder).returncode == 0
        (folder / ".gitattributes").write_text("library.lock merge=lpkit\n", encoding="utf-8")
        started = (("init", "--quiet", "-b", "main"), ("config", DRIVER_KEY, DRIVER), ("add", "--all"))
        for arguments in (*started, ("commit", "--quiet", "-m", "start"), ("tag", "v1")):
            assert git_in(folder, folder, *arguments).returncode == 0

    folder = tmp_path / "work"
    shutil.copytree(once("merging", fill), folder)
    tools = folder / ".git/tools"
    tools.mkdir()
    write_command(tools, warm.door)
    return Author(folder, lpkit, tools)
