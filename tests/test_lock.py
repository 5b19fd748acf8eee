"""library.lock: what it records, when it is stale, and that branches merge."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.errors import LpkitError
from lpkit.publishing.lock import Key, Locked, lock_text, parse_time, read_lock, sound_lock
from lpkit.publishing.updating import Presence, update
from project import Run, write_sample
from repository import Git, begin

LOCK = "packs/library.lock"
HASH = "0123456789abcdef"
LINE = f"question pack/one {HASH} 2026-01-01T00:00:00Z\n"

_IDS = st.from_regex(r"[a-z0-9]+([-_][a-z0-9]+)*", fullmatch=True)
_ENTRIES = st.builds(
    Locked,
    st.text("0123456789abcdef", min_size=16, max_size=16),
    st.integers(0, 2**37),
    st.booleans(),
    st.one_of(st.just(""), _IDS),
)


@given(st.dictionaries(st.builds(Key, st.sampled_from(["question", "fix-it", "pack"]), _IDS), _ENTRIES))
def test_what_is_written_is_read(items: dict[Key, Locked]) -> None:
    lock = read_lock(lock_text(items))
    assert (lock.items, lock.faults, lock.conflicts) == (items, [], [])


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    read_lock(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("what is this\n", 1),
        (LINE + "question pack/two 2026-01-01T00:00:00Z\n", 2),
        (LINE + LINE.replace("2026-01-01", "2026-13-01"), 2),
        (LINE + LINE.replace("Z", "Z gone"), 2),
        (LINE + LINE.partition("026-")[0], 2),
        (f"{LINE}<<<<<<< HEAD\n{LINE}=======\n{LINE}>>>>>>> other\n", 2),
    ],
)
def test_garbage_is_named_with_its_line(text: str, line: int) -> None:
    with pytest.raises(LpkitError, match=rf"^here/library\.lock:{line}: "):
        sound_lock(text, "here/library.lock")


def test_both_sides_of_a_conflict_are_kept_and_the_newest_line_counts() -> None:
    newer = LINE.replace("2026-01-01", "2026-02-01").replace(HASH, "f" * 16)
    text = f"<<<<<<< HEAD\n{newer}=======\n{LINE}{LINE.replace('one', 'two')}>>>>>>> other\n"
    items = sound_lock(text, "library.lock", conflicts=True).items
    assert items == {
        Key("question", "pack/one"): Locked("f" * 16, parse_time("2026-02-01")),
        Key("question", "pack/two"): Locked(HASH, parse_time("2026-01-01")),
    }


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "-5", "1969-12-31", "99999999999999999999", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(LpkitError):
        parse_time(text)


@given(st.integers(0, 2**36), st.integers(0, 2**36))
def test_a_time_never_goes_back(first: int, second: int) -> None:
    key = Key("question", "pack/one")
    old = update({}, [Presence("live", key, "a" * 16)], first).items
    new = update(old, [Presence("live", key, "b" * 16)], second).items
    again = update(new, [Presence("live", key, "b" * 16)], second + 9)
    assert new[key].time > old[key].time
    assert (again.items, again.changes) == (new, {})


def _pack(folder: Path, name: str, title: str) -> Path:
    """Add a pack to the sample, with questions of its own."""
    text = write_sample(folder).read_text(encoding="utf-8")
    file = folder / "packs" / "ownership" / f"{name}.yaml"
    file.write_text(
        text.replace("id: noisy-alarm", f"id: {name}")
        .replace("Quiet a Noisy Alarm", title)
        .replace("stem: ", f"stem: {title}, "),
        encoding="utf-8",
    )
    return file


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def _times(folder: Path) -> dict[str, str]:
    lines = (line.split() for line in (folder / LOCK).read_text(encoding="utf-8").splitlines()[1:])
    return {" ".join(words[:2]): " ".join(words[3:]) for words in lines if words[0] != "deck"}


def test_a_library_without_a_lock_is_not_published_yet(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert "no faults" in lpkit("check").stderr
    assert lpkit("build", "--frozen").returncode == 0
    result = lpkit("lock", "--check")
    assert (result.returncode, result.stderr) == (1, "out of date: packs/library.lock; run lpkit lock\n")
    assert lpkit("lock", "--check", "--existing").returncode == 0
    assert not (tmp_path / LOCK).exists()


def test_only_what_changed_gets_the_new_time(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    first = _times(tmp_path)
    assert lpkit("lock", "--time", "2026-01-02").stderr == "packs/library.lock: up to date\n"
    _edit(pack, "hint: ", "hint: Softly, ")
    result = lpkit("check")
    assert result.returncode == 0
    assert "packs/library.lock" in result.stdout
    assert "LP107 lock-out-of-date: library.lock is out of date: question" in result.stdout
    assert lpkit("lock", "--check").returncode == 1
    assert lpkit("lock", SOURCE_DATE_EPOCH="1767312000").stderr == "packs/library.lock: 1 changed item\n"
    second = _times(tmp_path)
    (changed,) = [name for name in first if first[name] != second[name]]
    assert changed.startswith("question noisy-alarm/")
    assert second[changed] == "2026-01-02T00:00:00Z"
    assert lpkit("check").stdout == ""


def test_the_clock_is_read_where_no_time_is_given(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    plain = {name: value for name, value in os.environ.items() if name == "SOURCE_DATE_EPOCH"}
    assert not plain
    lpkit("lock")
    assert all(time > "2026-01-01" for time in _times(tmp_path).values())


def test_frozen_refuses_a_stale_lock(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    lpkit("lock", "--time", "2026-01-01")
    assert lpkit("build", "--frozen").returncode == 0
    _edit(pack, "hint: ", "hint: Softly, ")
    (tmp_path / "lpkit.toml").write_text('ignore = ["LP107"]\n', encoding="utf-8")
    assert lpkit("build").returncode == 0
    for command in (("build", "--frozen"), ("export", "json", "--frozen")):
        result = lpkit(*command)
        assert result.returncode == 1
        assert "library.lock is out of date" in result.stderr


def _drop_last_question(pack: Path) -> str:
    text = pack.read_text(encoding="utf-8")
    head, _, tail = text.rpartition("\n  - id: ")
    pack.write_text(head + "\n", encoding="utf-8")
    return tail.partition("\n")[0]


def test_the_id_of_a_library_is_permanent(tmp_path: Path, lpkit: Run) -> None:
    """Every note of a learner is known by it."""
    write_sample(tmp_path)
    assert lpkit("lock").returncode == 0
    file = tmp_path / "packs/library.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("id: sample", "id: other", 1), encoding="utf-8")
    for _ in range(2):
        shown = lpkit("check", "-f", "concise", "--select", "LP108").stdout
        assert shown.startswith("packs/library.yaml:")
        assert 'published as "sample"' in shown
        lpkit("lock")
    file.write_text(text.replace("title: ", "title: New ", 1), encoding="utf-8")
    assert lpkit("check", "--select", "LP108").returncode == 0


def test_an_id_that_vanished_must_be_retired(lpkit: Run, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    lpkit("lock", "--time", "2026-01-01")
    name = _drop_last_question(pack)
    result = lpkit("check", "--select", "LP108", str(pack.relative_to(tmp_path)))
    assert result.returncode == 1
    assert f'error LP108 id-vanished: the question "{name}" of "noisy-alarm" was published and is gone' in result.stdout
    before = (tmp_path / LOCK).read_bytes()
    assert lpkit("lock").returncode == 1
    assert (tmp_path / LOCK).read_bytes() == before


def test_retired_ids_keep_their_line(lpkit: Run, tmp_path: Path) -> None:
    _pack(tmp_path, "other", "Another")
    pack = tmp_path / "packs/ownership/noisy-alarm.yaml"
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    _edit(pack, "status: published", "status: retired")
    result = lpkit("lock", "--time", "2026-01-02")
    assert result.returncode == 0, result.stdout
    times = _times(tmp_path)
    assert {time for key, time in times.items() if " noisy-alarm" in key} == {"2026-01-02T00:00:00Z retired"}
    assert {time for key, time in times.items() if " other" in key} == {"2026-01-01T00:00:00Z"}
    assert lpkit("check", "--select", "LP107,LP108").stdout == ""


def test_a_file_that_is_gone(lpkit: Run, tmp_path: Path) -> None:
    _pack(tmp_path, "other", "Another")
    lpkit("lock", "--time", "2026-01-01")
    (tmp_path / "packs/ownership/other.yaml").unlink()
    result = lpkit("check", "-f", "full")
    assert result.stdout.count("LP108") == 1
    assert 'the pack "other" was published and is gone' in result.stdout
    library = tmp_path / "packs/library.yaml"
    library.write_text(library.read_text() + "retired: [{id: other, reason: Merged into another.}]\n", encoding="utf-8")
    assert lpkit("lock", "--time", "2026-01-02").returncode == 0
    assert lpkit("check", "--select", "LP1").stdout == ""


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda text: text + "  : [", id="not YAML"),
        pytest.param(lambda text: text.replace("pool: practice", "pool: nowhere", 1), id="a broken question"),
        pytest.param(lambda text: text.replace("status: published", "status: draft"), id="a draft"),
        pytest.param(lambda text: text[:0], id="empty"),
    ],
)
def test_nothing_follows_from_a_pack_that_cannot_be_read(
    spoil: Callable[[str], str], lpkit: Run, tmp_path: Path
) -> None:
    pack = write_sample(tmp_path)
    lpkit("lock", "--time", "2026-01-01")
    pack.write_text(spoil(pack.read_text(encoding="utf-8")), encoding="utf-8")
    assert lpkit("check", "--select", "LP107,LP108").stdout.count("LP10") == 0


@pytest.fixture
def repository(tmp_path: Path, lpkit: Run) -> Git:
    """Give git in a repository with two published packs."""
    _pack(tmp_path, "other", "Another")
    lpkit("lock", "--time", "2026-01-01")
    return begin(tmp_path)


def _two_branches(git: Callable[..., object], lpkit: Run, folder: Path) -> None:
    """Change packs on two branches, so that the lines which are new stand at one place of the lock."""
    for branch, name, day in (("one", "noisy-alarm", "2026-02-01"), ("two", "other", "2026-02-02")):
        git("checkout", "--quiet", "-b", branch, "main")
        file = folder / f"packs/ownership/{name}.yaml"
        _edit(file, "hint: ", "hint: Softly, ")
        added = folder / f"packs/ownership/more-{branch}.yaml"
        text = file.read_text(encoding="utf-8").replace(f"id: {name}", f"id: more-{branch}")
        added.write_text(text.replace("stem: ", f"stem: In {branch}, "), encoding="utf-8")
        assert lpkit("lock", "--time", day).returncode == 0
        git("add", "--all")
        git("commit", "--quiet", "--message", branch)


def test_branches_that_both_changed_packs_merge(repository: Git, lpkit: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("library.lock merge=union\n", encoding="utf-8")
    repository("add", "--all")
    repository("commit", "--quiet", "--message", "attributes")
    _two_branches(repository, lpkit, tmp_path)
    repository("merge", "--quiet", "one", "--message", "merge")
    assert lpkit("lock", "--check").returncode == 0
    assert lpkit("export", "anki", "--frozen").returncode == 0
    _expect_both(lpkit, tmp_path)


def test_a_conflict_is_reported_and_lock_keeps_both_sides(repository: Git, lpkit: Run, tmp_path: Path) -> None:
    _two_branches(repository, lpkit, tmp_path)
    repository("merge", "--quiet", "one", "--message", "merge", code=1)
    result = lpkit("check", "--select", "LP107")
    assert result.returncode == 1
    assert "error LP107 lock-out-of-date: git left a conflict here" in result.stdout
    assert lpkit("lock", "--check").returncode == 1
    _expect_both(lpkit, tmp_path)


def _expect_both(lpkit: Run, folder: Path) -> None:
    assert lpkit("lock", "--time", "2026-03-01").returncode == 0
    times = set(_times(folder).values())
    assert times == {"2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z"}
    assert lpkit("check", "--select", "LP107,LP108").stdout == ""


def test_garbage_in_a_lock_stops_an_export(lpkit: Run, tmp_path: Path) -> None:
    write_sample(tmp_path)
    lpkit("lock", "--time", "2026-01-01")
    lock = tmp_path / LOCK
    lock.write_text(lock.read_text(encoding="utf-8") + "garbage\n", encoding="utf-8")
    result = lpkit("build")
    assert result.returncode == 1
    assert "error LP107 lock-out-of-date: this is no line of a lock" in result.stdout
    result = lpkit("lock")
    assert result.returncode == 2
    assert "packs/library.lock:" in result.stderr
    assert lpkit("export", "json").returncode == 1


def test_exports_tell_what_was_retired(lpkit: Run, tmp_path: Path) -> None:
    _pack(tmp_path, "other", "Another")
    lpkit("lock", "--time", "2026-01-01")
    _edit(tmp_path / "packs/ownership/noisy-alarm.yaml", "status: published", "status: retired")
    lpkit("lock", "--time", "2026-01-02")
    assert lpkit("export", "json", "--frozen", "--jsonl", "-o", "out").returncode == 0
    (library,) = json.loads((tmp_path / "out/index.json").read_text(encoding="utf-8"))["libraries"]
    assert [entry["id"] for entry in library["retired"]] == ["noisy-alarm"]
    assert [entry["id"] for entry in library["packs"]] == ["other"]
    lines = (tmp_path / "out/packs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["other"]
    result = lpkit("export", "anki", "--jsonl")
    assert (result.returncode, "has no setting jsonl" in result.stderr) == (2, True)
