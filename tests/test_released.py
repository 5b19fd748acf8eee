"""A lock that went back behind a release is an error, whatever made it, and `lpkit lock` mends it."""

import shlex
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.histories import play
from lpkit.git.command import run_git as ask_git
from lpkit.git.releases import releases_of
from lpkit.model import Library, Pack
from lpkit.publishing.lock import UNEXPLAINED, Key, Locked, iso, parse_time, read_lock
from lpkit.publishing.presence import pack_presences
from lpkit.publishing.released import AMBIGUOUS, released_in
from lpkit.publishing.updating import Presence, update
from lpkit.source import read_source
from project import LIBRARY, PACK, SAMPLE, Run, write_sample
from repository import LOCK, Git, begin, merge_badly, restore, revert, run_git

KEY = Key("question", "noisy-alarm/alarm-principle")
NEW = """  - id: added
    pool: practice
    difficulty: easy
    stem: Which question was added last?
    options: [This one, Another one]
    answer: This one
    steps: [It says so, so This one it is.]
    hint: Look here.
"""
Author = tuple[Path, Git]


def _write(folder: Path, old: str, new: str) -> None:
    file = folder / "packs/ownership/noisy-alarm.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _items(folder: Path) -> dict[Key, Locked]:
    return read_lock((folder / LOCK).read_text(encoding="utf-8")).items


@pytest.fixture
def author(tmp_path: Path, lpkit: Run) -> Author:
    """Give a repository with a first release, and git in it."""
    write_sample(tmp_path)
    (tmp_path / ".gitignore").write_text("out\n", encoding="utf-8")
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    return tmp_path, begin(tmp_path, "v1")


def _second(author: Author, lpkit: Run) -> None:
    """Release another wording."""
    folder, git = author
    _write(folder, "hint: Who asked for the count?", "hint: This was published by mistake.")
    assert lpkit("lock", "--time", "2026-05-01").returncode == 0
    git("commit", "--quiet", "--all", "--message", "second")
    git("tag", "-m", "annotated", "v2")


def _no_tags(git: Git) -> None:
    git("tag", "--delete", "v1", "v2")


def _same_time(git: Git) -> None:
    revert(git)
    file = Path(git("rev-parse", "--show-toplevel").stdout.strip()) / LOCK
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    own = [line.replace("2026-01-01", "2026-05-01") if f"{KEY} " in line else line for line in lines]
    file.write_text("".join(own), encoding="utf-8")


def _lock_is_gone(git: Git) -> None:
    restore(git)
    (Path(git("rev-parse", "--show-toplevel").stdout.strip()) / LOCK).unlink()


def _nothing(_: Git) -> None:
    pass


@pytest.mark.parametrize(
    ("back", "before"),
    [
        (revert, _nothing),
        (revert, _no_tags),
        (merge_badly, _nothing),
        (merge_badly, _no_tags),
        (restore, _nothing),
        (_same_time, _nothing),
        (_lock_is_gone, _nothing),
    ],
)
def test_what_went_back_is_an_error_and_mended(
    back: Callable[[Git], None], before: Callable[[Git], None], author: Author, lpkit: Run
) -> None:
    folder, git = author
    _second(author, lpkit)
    released = _items(folder)
    back(git)
    before(git)
    result = lpkit("check")
    assert result.returncode == 1
    assert "error LP107 lock-out-of-date: library.lock went back behind a release" in result.stdout
    assert "(released at 2026-05-01T00:00:00Z in " in result.stdout
    assert lpkit("lock", "--check").returncode == 1
    assert lpkit("lock", "--check", "--existing").returncode == 1
    assert lpkit("export", "json", "-o", "out").returncode == 1
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    assert (_items(folder)[KEY].time, _items(folder)[KEY].hash) > (released[KEY].time, released[KEY].hash)
    assert {key for key, entry in _items(folder).items() if entry != released[key]} == {KEY}
    assert (lpkit("check").stdout, lpkit("lock", "--check").returncode) == ("", 0)
    assert lpkit("export", "json", "--frozen", "-o", "out").returncode == 0


def test_a_question_that_was_added_andreverted_has_vanished(author: Author, lpkit: Run) -> None:
    folder, git = author
    pack = folder / "packs/ownership/noisy-alarm.yaml"
    pack.write_text(pack.read_text(encoding="utf-8") + NEW, encoding="utf-8")
    assert lpkit("lock", "--time", "2026-05-01").returncode == 0
    git("commit", "--quiet", "--all", "--message", "second")
    git("tag", "v2")
    revert(git)
    result = lpkit("check")
    assert result.returncode == 1
    assert 'the question "added" of "noisy-alarm" was published and is gone since v2' in result.stdout
    (folder / "lpkit.toml").write_text('ignore = ["LP108"]\n', encoding="utf-8")
    assert lpkit("check", "--select", "LP1").returncode == 0
    assert lpkit("export", "json", "--frozen", "-o", "out").returncode == 1
    assert lpkit("lock").returncode == 1
    _write(folder, "questions:\n", "retired: [{id: added, reason: Taken back.}]\nquestions:\n")
    assert lpkit("lock", "--time", "2026-05-02").returncode == 0
    assert _items(folder)[Key("question", "noisy-alarm/added")].retired
    assert lpkit("export", "json", "--frozen", "-o", "out").returncode == 0


def test_a_release_elsewhere_stops_the_next_one_only(author: Author, lpkit: Run) -> None:
    folder, git = author
    _second(author, lpkit)
    git("reset", "--quiet", "--hard", "v1")
    assert (lpkit("check").stdout, lpkit("lock", "--check").returncode) == ("", 0)
    result = lpkit("export", "json", "--frozen", "-o", "out")
    assert (result.returncode, " in v2)" in result.stdout) == (1, True)
    assert lpkit("lock", "--after", "nowhere").returncode == 2
    assert lpkit("lock", "--after", "v2", "--time", "2026-02-01").returncode == 0
    assert iso(_items(folder)[KEY].time) == "2026-05-01T00:00:01Z"
    assert lpkit("export", "json", "--frozen", "-o", "out").returncode == 0


@pytest.mark.parametrize(
    ("releases", "codes"), [("v*", ["LP107"]), ("w*", ["LP107"]), ("v1", []), ("commits", ["LP107"]), ("", ["LP107"])]
)
def test_settings_say_what_a_release_is(releases: str, codes: list[str], author: Author, lpkit: Run) -> None:
    folder, git = author
    _second(author, lpkit)
    revert(git)
    (folder / "lpkit.toml").write_text(f'releases = "{releases}"\n', encoding="utf-8")
    result = lpkit("check", "-f", "concise")
    assert [code for code in ("LP107", "LP108") if code in result.stdout] == codes
    assert result.returncode == bool(codes)


def test_a_release_may_be_recorded_in_a_file(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    old = {file: file.read_bytes() for file in (tmp_path / "packs").rglob("*.*")}
    _write(tmp_path, "hint: Who asked for the count?", "hint: This was published by mistake.")
    assert lpkit("lock", "--check", "--release").returncode == 2
    result = lpkit("lock", "--time", "2026-05-01", "--release")
    assert result.stderr.splitlines()[1] == "packs/library.released: recorded as released"
    for file, content in old.items():
        file.write_bytes(content)
    assert "released at 2026-05-01T00:00:00Z in library.released" in lpkit("check").stdout
    assert lpkit("lock", "--time", "2026-06-01").returncode == 0
    assert iso(_items(tmp_path)[KEY].time) == "2026-06-01T00:00:00Z"


def test_where_history_is_cut_off_nobody_can_tell(author: Author, lpkit: Run) -> None:
    folder, git = author
    _second(author, lpkit)
    git("clone", "--quiet", "--depth=1", folder.as_uri(), str(folder / "clone"))
    clone = folder / "clone"
    result = lpkit("check", cwd=clone)
    assert (result.returncode, "nobody can tell here whether library.lock went back" in result.stdout) == (0, True)
    for asked in (("--frozen",), ("--changed-since", "2026-01-02")):
        result = lpkit("export", "json", *asked, "-o", "out", cwd=clone)
        said = result.stderr.splitlines()[-1]
        assert (result.returncode, f"{asked[0]} " in said, "lpkit lock" in said) == (1, True, False)
        assert said.startswith("nothing was exported: nobody can tell what was released (git has only the end")
    result = lpkit("lock", "--check", cwd=clone)
    assert (result.returncode, "what was released is not known" in result.stderr) == (1, True)
    assert lpkit("lock", "--release", cwd=clone).returncode == 0
    assert lpkit("export", "json", "--frozen", "-o", "out", cwd=clone).returncode == 0


def test_a_history_that_git_cannot_fetch_tells_nothing(author: Author, lpkit: Run) -> None:
    folder, git = author
    _second(author, lpkit)
    revert(git)
    git("config", "uploadpack.allowFilter", "true")
    git("clone", "--quiet", "--filter=blob:none", folder.as_uri(), str(folder / "clone"))
    clone = folder / "clone"
    run_git(clone, "remote", "set-url", "origin", (folder / "nowhere").as_uri())
    for releases in ("", "commits"):
        (clone / "lpkit.toml").write_text(f'releases = "{releases}"\n', encoding="utf-8")
        assert "went back behind a release: git does not read the history: " in lpkit("check", cwd=clone).stdout
        assert lpkit("lock", "--check", cwd=clone).returncode == 1
        assert lpkit("export", "json", "--frozen", "-o", "out", cwd=clone).returncode == 1


def test_names_of_decks_made_anew_leave_the_lock_up_to_date(author: Author, lpkit: Run) -> None:
    """Also where a release has the deck of a pack that is not published at present."""
    folder, _ = author
    _write(folder, "status: published", "status: draft")
    library = folder / "packs" / LIBRARY
    library.write_text(library.read_text(encoding="utf-8").replace("title: Sample Principles", "title: New"))
    assert lpkit("lock", "--rename-decks").returncode == 0
    decks = read_lock((folder / LOCK).read_text(encoding="utf-8")).decks
    above, _, _ = decks["pack/noisy-alarm"].name.partition("::")
    assert (decks["library/sample"].name, above) == ("New", "Sample Principles")
    assert lpkit("lock", "--check").returncode == 0


def test_a_branch_without_a_commit_has_releases_elsewhere(author: Author, lpkit: Run) -> None:
    _, git = author
    _second(author, lpkit)
    restore(git)
    git("checkout", "--quiet", "--orphan", "begun-anew")
    assert (lpkit("check").stdout, lpkit("lock", "--check").returncode) == ("", 0)
    result = lpkit("export", "json", "--frozen", "-o", "out")
    assert (result.returncode, " in v2)" in result.stdout) == (1, True)


def test_a_hook_of_a_linked_working_tree_knows_the_releases(author: Author, lpkit: Run, tmp_path: Path) -> None:
    folder, git = author
    _second(author, lpkit)
    revert(git)
    git("worktree", "add", "--quiet", str(folder / "linked"), "-b", "linked")
    linked, told = folder / "linked", tmp_path / "told"
    hook = folder / ".git/hooks/pre-commit"
    hook.write_text(f"#!/bin/sh\nenv > {shlex.quote(str(told))}\n", encoding="utf-8")
    hook.chmod(0o755)
    run_git(linked, "commit", "--quiet", "--allow-empty", "--message", "empty")
    names = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
    said = dict(line.split("=", 1) for line in told.read_text(encoding="utf-8").splitlines() if "=" in line)
    environment = {name: said[name] for name in names if name in said}
    assert "GIT_DIR" in environment, "what this is about"
    assert "went back behind a release" in lpkit("check", cwd=linked, **environment).stdout
    assert lpkit("lock", "--check", cwd=linked, **environment).returncode == 1


def test_a_time_in_the_future_is_refused(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    for arguments, environment in ((("--time", "2099-01-01"), {}), ((), {"SOURCE_DATE_EPOCH": "4070908800"})):
        result = lpkit("lock", *arguments, **environment)
        assert result.returncode == 2
        assert "2099-01-01T00:00:00Z lies in the future" in result.stderr
        assert not (tmp_path / LOCK).exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", '"" is no time'),
        ("20260201", '"20260201" may be a day or seconds since 1970'),
        ("2026020", None),
        ("99999999", None),
        ("20260201T080000Z", None),
    ],
)
def test_a_time_that_may_be_two_is_refused(given: str, said: str | None, lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    result = lpkit("lock", f"--time={given}")
    assert (result.returncode, (tmp_path / LOCK).exists()) == ((2, False) if said else (0, True)), result.stderr
    if said:
        assert result.stderr.startswith(f"lpkit: {said}")
        assert result.stderr.count("\n") == 1


def test_a_line_in_the_future_is_red_everywhere(author: Author, lpkit: Run) -> None:
    """As long as no release has it; one that was released so is what learners have."""
    folder, git = author
    lock = folder / LOCK
    lock.write_text(lock.read_text(encoding="utf-8").replace("2026-01-01", "2099-01-01", 1), encoding="utf-8")
    for command in (("check",), ("build",), ("build", "--frozen"), ("export", "json", "--frozen")):
        result = lpkit(*command)
        assert result.returncode == 1, command
        assert "error LP107 lock-out-of-date: library.lock has times in the future" in result.stdout + result.stderr
        assert "(2099-01-01T00:00:00Z)" in result.stdout + result.stderr
    assert not (folder / "dist").exists()
    assert lpkit("lock", "--check").returncode == 1
    git("commit", "--quiet", "--all", "--message", "too early")
    git("tag", "v2")
    assert lpkit("check").stdout == ""
    git("tag", "--delete", "v2")
    assert lpkit("lock").returncode == 0
    assert lpkit("check").stdout == ""


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda _: "", "library.released has no line of a lock"),
        (lambda text: text.replace("question ", "questoin!", 1), "is no line of a lock"),
        (lambda text: text[: len(text) // 2], "is no line of a lock"),
        (lambda text: f"{text}<<<<<<< HEAD\n", "is no line of a lock"),
    ],
    ids=["empty", "a broken line", "cut off", "a conflict"],
)
def test_a_damaged_record_of_a_release_is_told(
    spoil: Callable[[str], str], said: str, lpkit: Run, tmp_path: Path
) -> None:
    write_sample(tmp_path)
    assert lpkit("lock", "--release", "--time", "2026-01-01").returncode == 0
    assert lpkit("lock", "--check").returncode == 0
    file = tmp_path / "packs/library.released"
    text = file.read_text(encoding="utf-8")
    file.write_text(spoil(text), encoding="utf-8")
    assert "warning LP107" in lpkit("check").stdout
    for command in (("check",), ("lock", "--check"), ("build", "--frozen")):
        result = lpkit(*command)
        assert said in result.stdout + result.stderr, command
        assert result.returncode == (command != ("check",))
    assert lpkit("lock", "--release").returncode == 0
    assert file.read_text(encoding="utf-8") == text, "released anew, it is whole"
    assert lpkit("check").stdout == ""


def test_a_line_in_the_future_that_nobody_has_is_mended(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    lock = tmp_path / LOCK
    lock.write_text(lock.read_text(encoding="utf-8").replace("2026-01-01", "2099-01-01", 1), encoding="utf-8")
    assert lpkit("lock", "--check").returncode == 1
    assert lpkit("lock", "--time", "2026-02-01").stderr == "packs/library.lock: 1 mended item\n"
    assert "2099" not in lock.read_text(encoding="utf-8")


_OLD, _RELEASED = parse_time("2026-01-01"), parse_time("2026-05-01")


@pytest.mark.parametrize(
    ("line", "released", "content", "expected"),
    [
        (("a", _OLD), ("b", _RELEASED), "a", ("a", _RELEASED + 1)),
        (("a", _OLD), ("b", _RELEASED), "b", ("b", _RELEASED)),
        (None, ("b", _RELEASED), "b", ("b", _RELEASED)),
        (None, ("b", _RELEASED), "c", ("c", _RELEASED + 1)),
        (("a", _RELEASED), ("b", _RELEASED), "a", ("a", _RELEASED + 1)),
        (("a", _RELEASED), (AMBIGUOUS, _RELEASED), "a", ("a", _RELEASED + 1)),
        (("a", _RELEASED + 5), ("b", _RELEASED), "a", ("a", _RELEASED + 5)),
        (("a", _RELEASED), ("a", _RELEASED), "a", ("a", _RELEASED)),
    ],
)
def test_a_line_goes_on_from_what_was_released(
    line: tuple[str, int] | None, released: tuple[str, int], content: str, expected: tuple[str, int]
) -> None:
    locked = {KEY: Locked(*line)} if line else {}
    result = update(locked, [Presence("live", KEY, content)], 0, released={KEY: Locked(*released)})
    assert result.items == {KEY: Locked(*expected)}
    assert bool(result.behind) == (line is None or expected != line)


def test_a_reason_that_is_gone_changes_what_is_retired() -> None:
    locked = {KEY: Locked("a" * 16, _OLD, retired=True)}
    first = update(locked, [], _RELEASED)
    assert first.items == {KEY: Locked(UNEXPLAINED, _RELEASED, retired=True)}
    assert update(first.items, [], _RELEASED + 9).changes == {}
    retired = [presence for presence in pack_presences(*_retired_pack()) if presence.state == "retired"]
    assert {presence.hash for presence in retired} == {UNEXPLAINED}


def _retired_pack() -> tuple[Library, Pack]:
    library, pack = (read_source(SAMPLE / name, name).data for name in (LIBRARY, PACK))
    return Library.model_validate(library), Pack.model_validate({**pack, "status": "retired"})


def test_what_moved_after_it_went_back_is_told_and_mended(author: Author, lpkit: Run) -> None:
    """A release knows an item by the name that it had then."""
    folder, git = author
    _second(author, lpkit)
    revert(git)
    assert lpkit("mv", "noisy-alarm", "quiet-alarm").returncode == 0
    shown = lpkit("check", "-f", "concise")
    assert (shown.returncode, shown.stdout.count("LP107")) == (1, 1)
    assert 'question "quiet-alarm/alarm-principle" (released at 2026-05-01T00:00:00Z in v2)' in shown.stdout
    assert lpkit("lock").returncode == 0
    assert lpkit("check", "--select", "LP107,LP108").returncode == 0
    assert lpkit("lock", "--check").returncode == 0
    assert folder.is_dir()


def test_two_releases_that_differ_at_one_time_are_like_no_content() -> None:
    line = f"{KEY} {{}} 2026-01-01T00:00:00Z\n"
    found = released_in([("one", line.format("a" * 16)), ("two", line.format("b" * 16))])
    assert found.items == {KEY: Locked(AMBIGUOUS, _OLD)}


@pytest.mark.parametrize("number", [4, 105])
def test_learners_of_any_release_get_to_the_next(number: int) -> None:
    figures: Counter[str] = Counter()
    play(number, figures, rounds=2)
    assert figures["releases"] == 3


def test_a_repository_among_the_packs_is_not_used(tmp_path: Path) -> None:
    """Its files may be part of a commit, as no folder `.git` may, and its settings name programs that git would run."""
    packs, hacked = tmp_path / "packs", tmp_path / "hacked"
    for folder, kind in ((tmp_path, ()), (packs, ("--bare",))):
        subprocess.run(["git", "init", "--quiet", *kind, folder], check=True)
    for name, value in (("bare", "false"), ("worktree", "."), ("fsmonitor", f"touch {hacked}; false")):
        subprocess.run(["git", "config", "--file", packs / "config", f"core.{name}", value], check=True)
    write_sample(tmp_path)
    ended = ask_git(packs, "status")
    assert (ended.returncode, b"bare" in ended.stderr) == (128, True)
    assert not hacked.exists()
    assert "git does not read the repository" in releases_of(packs / "library.yaml").unknown
