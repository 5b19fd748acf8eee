"""Locks merged by their meaning: case by case, for any locks, and by real git where two branches published."""

import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.publishing.lock import Key, Lock, Locked, item_line, lock_text, parse_time, read_lock
from lpkit.publishing.merging import merge_locks
from lpkit.scaffold import NONE, repository_files
from lpkit.scaffold.versioning import DRIVER, DRIVER_KEY
from project import Once, Run, read_yaml, write_sample
from repository import run_git
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
def test_what_becomes_of_two_locks(case: dict[str, Any]) -> None:
    merged = merge_locks(*(read_lock(_text(case[side])) for side in ("base", "ours", "theirs")))
    conflicts = case.get("conflicts", 0)
    assert (merged.conflicts, merged.text.count("<<<<<<< ours\n")) == (conflicts, conflicts)
    assert _without_marks(merged.text) == _text(case["merged"]).splitlines()


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
    assert sorted(merged.text.splitlines()) == sorted(swapped.text.splitlines())
    assert merge_locks(base, ours, ours).text == lock_text(ours.items)
    assert merge_locks(base, base, theirs).conflicts == 0
    if not merged.conflicts:
        again = read_lock(merged.text)
        assert merge_locks(again, again, again).text == merged.text


def test_two_contents_of_the_last_second_there_is_are_a_conflict() -> None:
    """No line can be newer than both."""
    last = 253_402_300_799
    key, sides = Key("pack", "p"), [Locked(digit * 16, last) for digit in "12"]
    merged = merge_locks(Lock(), *(Lock({key: side}) for side in sides))
    assert merged.conflicts == 1
    assert _without_marks(merged.text) == [item_line(key, side).strip() for side in sides]


# What is no lock, or not there.


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        ("a 1 01|garbage", "a 2 02", "x.lock: ours has in line 2 no line of a lock, so it was merged as any text"),
        ("a 2 02", "<<<<<<< one|a 1 01", "x.lock: theirs has an old conflict in line 1, so it was merged as any text"),
    ],
)
def test_what_is_no_lock_is_merged_as_text(lpkit: Run, tmp_path: Path, ours: str, theirs: str, said: str) -> None:
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
        return git_in(self.folder, self.tools, *arguments, code=code)

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
        return self.lpkit("lock", "--check", cwd=self.folder).returncode == 0


def git_in(folder: Path, tools: Path, *arguments: str, code: int = 0) -> "subprocess.CompletedProcess[str]":
    """Run git with an `lpkit` on its path."""
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return run_git(folder, *arguments, environment={"PATH": path}, code=code)


FIRST, LAST = "hint: Who asked for the count?", "hint: A result needs two states."
STEM = "stem: Which principle"


@pytest.fixture
def author(once: Once, tmp_path: Path, warm: Warm, lpkit: Run) -> Author:
    """Give an author in a copy of a repository with a published pack, in which git knows how locks are merged."""

    def fill(folder: Path) -> None:
        write_sample(folder)
        assert lpkit("lock", "--time", "2026-01-01", cwd=folder).returncode == 0
        (folder / ".gitattributes").write_text("library.lock merge=lpkit\n", encoding="utf-8")
        started = (("init", "--quiet", "-b", "main"), ("config", DRIVER_KEY, DRIVER), ("add", "--all"))
        for arguments in (*started, ("commit", "--quiet", "-m", "start"), ("tag", "v1")):
            git_in(folder, folder, *arguments)

    folder = tmp_path / "work"
    shutil.copytree(once("merging", fill), folder)
    tools = folder / ".git/tools"
    tools.mkdir()
    write_command(tools, warm.door)
    return Author(folder, lpkit, tools)


def reach(learners: dict[Key, Locked], final: dict[Key, Locked]) -> bool:
    """Tell whether learners who have a release get what is final: Anki updates a note only from a newer one."""
    return all(
        final[key].time > entry.time or (final[key].hash, final[key].retired) == (entry.hash, entry.retired)
        for key, entry in learners.items()
    )


def _branches(author: Author, first: tuple[str, str], second: tuple[str, str], day: str | None = None) -> list[str]:
    """Publish on two branches that begin at one commit; give the commits, and leave the second checked out."""
    commits = []
    for name, (old, new) in (("one", first), ("two", second)):
        author.git("checkout", "--quiet", "-b", name, "main")
        commits.append(author.publish(old, new, name, day))
    return commits


def _at(author: Author, commit: str) -> dict[Key, Locked]:
    """Give what the lock says at a commit."""
    return read_lock(author.git("show", f"{commit}:{LOCK}").stdout).items


def _right(author: Author, commits: list[str]) -> bool:
    """Tell whether the lock fits what is there; learners of the commits get it in any case, once it does."""
    right = author.is_right()
    if not right:
        # A clock that is late changes nothing.
        author.lock("2026-01-15")
        author.git("commit", "--all", "--quiet", "--message", "lock")
        assert author.is_right()
    checked = author.lpkit("check", "-f", "concise", "--fail-on", "warning", cwd=author.folder)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert all(reach(_at(author, commit), author.times()) for commit in ["main", *commits])
    return right


MERGES: dict[str, Callable[[Author, list[str]], object]] = {
    "merge": lambda author, _: author.git("merge", "--quiet", "--no-edit", "one"),
    "rebase": lambda author, _: author.git("rebase", "--quiet", "one"),
    "cherry-pick": lambda author, commits: author.git("cherry-pick", commits[0]),
}
"""Ways to bring what one branch published to the other."""


@pytest.mark.parametrize("way", MERGES)
def test_branches_that_published_other_items(author: Author, way: str) -> None:
    commits = _branches(author, (FIRST, "hint: Who asked?"), (LAST, "hint: Two states."))
    MERGES[way](author, commits)
    text = (author.folder / PACK).read_text(encoding="utf-8")
    assert "hint: Who asked?" in text
    assert "hint: Two states." in text
    assert _right(author, commits), "each line is that of the branch that changed the item"


@pytest.mark.parametrize(("way", "day"), [("merge", "2026-02-01"), ("rebase", None), ("cherry-pick", "2026-02-01")])
def test_branches_that_published_one_item(author: Author, way: str, day: str | None) -> None:
    commits = _branches(author, (FIRST, "hint: Who asked?"), (STEM, "stem: What principle"), day)
    MERGES[way](author, commits)
    assert not _right(author, commits), "the merged question is what neither branch had"


def test_of_both_wordings_one_is_taken(author: Author) -> None:
    """At one time, too, learners of the other branch get it."""
    commits = _branches(author, (FIRST, "hint: Who asked?"), (FIRST, "hint: Who counts?"), "2026-02-01")
    for side in ("ours", "theirs"):
        author.git("checkout", "--quiet", "-B", "merged", commits[1])
        author.git("merge", "--quiet", "--no-edit", "-X", side, commits[0])
        _right(author, commits)


def test_a_revert_takes_no_time_back(author: Author) -> None:
    commits = _branches(author, (FIRST, "hint: Who asked?"), (LAST, "hint: Two states."))
    author.git("merge", "--quiet", "--no-edit", "one")
    author.git("revert", "--no-edit", commits[0])
    assert FIRST in (author.folder / PACK).read_text(encoding="utf-8")
    assert not _right(author, commits)


def test_a_revert_of_the_last_commit_asks_no_driver(author: Author) -> None:
    """Git takes the file as it was; whether somebody has what is taken back, the releases tell."""
    commit = author.publish(FIRST, "hint: Who asked?", "one")
    author.git("revert", "--no-edit", "HEAD")
    assert author.times() == _at(author, "v1")
    assert author.is_right(), "no release has it"
    author.git("tag", "v2", commit)
    assert not _right(author, [commit])


def test_a_clone_that_does_not_know_the_driver(author: Author) -> None:
    commits = _branches(author, (FIRST, "hint: Who asked?"), (LAST, "hint: Two states."))
    author.git("config", "--unset", DRIVER_KEY)
    author.git("merge", "--quiet", "--no-edit", "one", code=1)
    told = author.lpkit("check", "-f", "concise", cwd=author.folder)
    assert re.search(r"library\.lock:\d+:1: error LP107 lock-out-of-date: git left a conflict here\n", told.stdout)
    told = author.lpkit("check", "-f", "full", cwd=author.folder).stdout
    assert "help: run lpkit lock, and commit the file with the change" in told
    author.lock("2026-03-01")
    author.git("commit", "--all", "--quiet", "--message", "merged")
    assert _right(author, commits)


def test_a_machine_without_lpkit_leaves_one_side(author: Author) -> None:
    commits = _branches(author, (FIRST, "hint: Who asked?"), (LAST, "hint: Two states."))
    (author.tools / "lpkit").write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    author.git("merge", "--quiet", "--no-edit", "one", code=1)
    assert author.git("diff", "--name-only", "--diff-filter=U").stdout == f"{LOCK}\n"
    author.lock("2026-03-01")
    author.git("commit", "--all", "--quiet", "--message", "merged")
    _right(author, commits)


def test_what_neither_branch_had_gets_its_time_before_the_merge_is_committed(author: Author) -> None:
    """The hooks of `lpkit init`, run by the real pre-commit."""
    for artifact in repository_files("a", "A", "main", None, NONE):
        if artifact.path == ".pre-commit-config.yaml":
            (author.folder / artifact.path).write_bytes(artifact.content)
    assert author.lpkit("fmt", cwd=author.folder).returncode == 0
    author.git("add", "--all")
    author.git("commit", "--quiet", "--message", "hooks")
    install = [sys.executable, "-m", "pre_commit", "install"]
    done = subprocess.run(install, cwd=author.folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("installed at")) == (0, 2), done.stdout
    commits = _branches(author, (FIRST, "hint: Who asked?"), (STEM, "stem: What principle"))
    stopped = author.git("merge", "--no-edit", "one", code=1)
    said = stopped.stdout + stopped.stderr
    assert "packs/library.lock: both sides published 1 item anew: run lpkit lock once packs are merged" in said
    assert re.search(r"mend, format, lock and check packs\.+Failed", said)
    assert "packs/library.lock: 1 changed item" in said
    author.git("add", "--all")
    author.git("commit", "--quiet", "--no-edit")
    assert author.git("rev-list", "--parents", "-1", "HEAD").stdout.count(" ") == 2
    assert _right(author, commits)


# What git asks of a driver, with locks alone.


@pytest.fixture
def bare(tmp_path: Path, warm: Warm, lpkit: Run) -> Author:
    """Give an author in an empty repository in which git knows how locks are merged."""
    folder, tools = tmp_path / "work", tmp_path / "tools"
    for made in (folder, tools):
        made.mkdir()
    write_command(tools, warm.door)
    author = Author(folder, lpkit, tools)
    author.git("init", "--quiet", "-b", "main")
    author.git("config", DRIVER_KEY, DRIVER)
    (folder / ".gitattributes").write_text("library.lock merge=lpkit\n", encoding="utf-8")
    return author


def _commit(author: Author, name: str, *lines: str) -> None:
    file = author.folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(_text(list(lines)), encoding="utf-8")
    author.git("add", "--all")
    author.git("commit", "--quiet", "--message", " ".join(lines))


@pytest.mark.parametrize("folder", ["-x y'z", "$(touch hacked)", "--check"])
def test_whatever_the_folder_is_called(bare: Author, folder: str) -> None:
    name = f"{folder}/library.lock"
    _commit(bare, name, "deck pack/a A")
    bare.git("checkout", "--quiet", "-b", "one")
    _commit(bare, name, "deck pack/a B", "a 1 01")
    bare.git("checkout", "--quiet", "-b", "two", "main")
    _commit(bare, name, "deck pack/a C", "b 1 01")
    ended = bare.git("merge", "one", code=1)
    assert f"{name}: 1 conflict: keep one line of each, or run lpkit lock to keep ours\n" in ended.stderr
    text = (bare.folder / name).read_text(encoding="utf-8")
    assert text.splitlines()[1:6] == ["<<<<<<< ours", "deck pack/a C", "=======", "deck pack/a B", ">>>>>>> theirs"]
    assert _without_marks(text)[2:] == _text(["a 1 01", "b 1 01"]).splitlines()
    assert sorted(file.name for file in bare.folder.iterdir()) == sorted([".git", ".gitattributes", folder])


def test_branches_that_merged_each_other(bare: Author) -> None:
    """Then git merges their common states first, by the same driver."""
    _commit(bare, LOCK, "deck pack/a A", "a 1 01")
    bare.git("checkout", "--quiet", "-b", "one")
    _commit(bare, LOCK, "deck pack/a B", "a 2 02")
    bare.git("checkout", "--quiet", "-b", "two", "main")
    _commit(bare, LOCK, "deck pack/a C", "a 3 02", "b 1 02")
    bare.git("merge", "one", code=1)
    _commit(bare, LOCK, "deck pack/a C", "a 3 02+1", "b 1 02")
    bare.git("checkout", "--quiet", "one")
    bare.git("merge", "two~1", code=1)
    _commit(bare, LOCK, "deck pack/a C", "a 3 02+1", "b 1 02", "c 1 03")
    bare.git("merge", "--quiet", "--no-edit", "two")
    text = (bare.folder / LOCK).read_text(encoding="utf-8")
    assert _without_marks(text) == _text(["deck pack/a C", "a 3 02+1", "b 1 02", "c 1 03"]).splitlines()


def test_both_begin_to_publish(bare: Author) -> None:
    _commit(bare, "other", "a 1 01")
    bare.git("checkout", "--quiet", "-b", "one")
    _commit(bare, LOCK, "a 1 01", "b 1 01")
    bare.git("checkout", "--quiet", "-b", "two", "main")
    _commit(bare, LOCK, "a 1 02", "c 1 02")
    bare.git("merge", "--quiet", "--no-edit", "one")
    text = (bare.folder / LOCK).read_text(encoding="utf-8")
    assert _without_marks(text) == _text(["a 1 02", "b 1 01", "c 1 02"]).splitlines()
