"""`lpkit mv` and `formerly`: what moves keeps its cards, its progress and its line in the lock."""

import shutil
from pathlib import Path

import pytest

from fuzz.learners import expect_released, held_in, import_into, notes_of
from lpkit.publishing.lock import Key, Locked, read_lock
from lpkit.publishing.updating import Presence, update
from lpkit.source import read_source
from project import Run, check_folder, codes, write_sample
from repository import LOCK, begin

PACK, OTHER = "packs/ownership/noisy-alarm.yaml", "packs/ownership/other.yaml"
TRIAL = "  - id: alarm-trial\n"
SPARE = """  - id: alarm-spare
    pool: test
    difficulty: medium
    stem: Which night was chosen for the first trial of both alarms?
    options: [The night of the release, The longest night, A night in May]
    answer: The night of the release
    steps: [The release changes most, so The night of the release was chosen.]
    hint: Think of what changes.
"""


@pytest.fixture
def author(lpkit: Run, tmp_path: Path) -> Path:
    """Give a library with two published packs."""
    text = write_sample(tmp_path).read_text(encoding="utf-8") + SPARE
    other = text.replace("id: noisy-alarm", "id: other").replace("Quiet a Noisy Alarm", "Another")
    other = other.replace("stem: ", "stem: Elsewhere, ").replace("id: alarm-", "id: other-")
    (tmp_path / OTHER).write_text(other, encoding="utf-8")
    remarked = text.replace(TRIAL, f"  # Above the trial.\n{TRIAL}    # Within the trial.\n")
    (tmp_path / PACK).write_text(remarked, encoding="utf-8")
    assert lpkit("lock", "--time", "2026-01-01").returncode == 0
    return tmp_path


def _items(folder: Path) -> dict[Key, Locked]:
    return read_lock((folder / LOCK).read_text(encoding="utf-8")).items


def _decks(lpkit: Run, folder: Path) -> list[bytes]:
    result = lpkit("export", "anki", "--frozen", "-o", "out", "--set", "pools=practice,test")
    assert result.returncode == 0, result.stdout + result.stderr
    return [file.read_bytes() for file in sorted((folder / "out").glob("*.apkg"))]


def test_a_question_moves_with_all_that_hangs_on_it(author: Path, lpkit: Run) -> None:
    before, (deck,) = _items(author), _decks(lpkit, author)
    result = lpkit("mv", "noisy-alarm/alarm-trial", OTHER)
    assert result.stderr == f"{OTHER}: question alarm-trial came from noisy-alarm\n"
    text = (author / OTHER).read_text(encoding="utf-8")
    moved = f"  # Above the trial.\n{TRIAL}    formerly: [noisy-alarm/alarm-trial]\n    # Within the trial.\n"
    assert moved in text
    assert "alarm-trial" not in (author / PACK).read_text(encoding="utf-8")
    assert "the trial." not in (author / PACK).read_text(encoding="utf-8")
    old, new = Key("question", "noisy-alarm/alarm-trial"), Key("question", "other/alarm-trial")
    assert _items(author) == {**{key: entry for key, entry in before.items() if key != old}, new: _items(author)[new]}
    assert _items(author)[new] == before[old]._replace(was=old.path)
    assert "LP10" not in lpkit("check", "-f", "concise").stdout
    assert lpkit("lock", "--check").returncode == 0
    (after,) = _decks(lpkit, author)
    assert notes_of(after).keys() == notes_of(deck).keys()
    learner = author / "learner.anki2"
    import_into(learner, [deck])
    known = held_in(learner)
    import_into(learner, [after])
    assert held_in(learner) == known


def test_a_moved_question_is_corrected_and_retired_where_learners_have_it(author: Path, lpkit: Run) -> None:
    decks = _decks(lpkit, author)
    assert lpkit("mv", "noisy-alarm/alarm-trial", "other", "--id", "the-trial").returncode == 0
    file = author / OTHER
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("hint: What can be said after", "hint: What is known after"), encoding="utf-8")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    corrected = _decks(lpkit, author)
    learner = author / "learner.anki2"
    import_into(learner, [*decks, *corrected])
    expect_released(learner, corrected)
    start = text.index("  # Above the trial.")
    entry = "retired: [{id: the-trial, reason: Done.}]\nquestions:\n"
    file.write_text(text[:start].replace("questions:\n", entry), encoding="utf-8")
    assert lpkit("lock", "--time", "2026-03-01").returncode == 0
    retired = _decks(lpkit, author)
    import_into(learner, retired)
    expect_released(learner, retired)
    assert len(held_in(learner)) == len(notes_of(decks[0]))


def test_a_pack_gets_another_id(author: Path, lpkit: Run) -> None:
    library = author / "packs/library.yaml"
    retired = "retired: [{id: gone, reason: Old., replaced_by: noisy-alarm}]\n"
    library.write_text(library.read_text(encoding="utf-8") + retired, encoding="utf-8")
    (deck,) = _decks(lpkit, author)
    before = _items(author)
    assert lpkit("mv", "noisy-alarm", "loud-alarm").stderr == (
        "packs/ownership/loud-alarm.yaml: noisy-alarm is called loud-alarm now, and was formerly\n"
    )
    assert not (author / PACK).exists()
    data = read_source(author / "packs/ownership/loud-alarm.yaml", "").data
    assert (data["id"], data["formerly"]) == ("loud-alarm", ["noisy-alarm"])
    assert "replaced_by: loud-alarm" in library.read_text(encoding="utf-8")
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    items = _items(author)
    assert {(key.kind, entry.was or key.path): entry.time for key, entry in items.items() if key.kind != "pack"} == {
        (key.kind, key.path): entry.time for key, entry in before.items() if key.kind != "pack"
    }
    assert lpkit("check", "--select", "LP1").stdout == ""
    (after,) = _decks(lpkit, author)
    assert notes_of(after).keys() == notes_of(deck).keys()


def test_names_are_followed_through_several_moves(author: Path, lpkit: Run) -> None:
    for arguments in (
        ("noisy-alarm/alarm-trial", "other"),
        ("other", "second"),
        ("second/alarm-trial", "noisy-alarm", "--id", "again"),
        ("noisy-alarm", "third"),
    ):
        result = lpkit("mv", *arguments)
        assert result.returncode == 0, result.stderr
    question = read_source(author / "packs/ownership/third.yaml", "").data["questions"][-1]
    assert question["formerly"] == ["noisy-alarm/alarm-trial", "other/alarm-trial", "second/alarm-trial"]
    items = _items(author)
    assert items[Key("question", "third/again")].was == "noisy-alarm/alarm-trial"
    assert items[Key("question", "second/other-trial")].was == "other/other-trial"
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    assert {key.path for key, entry in _items(author).items() if entry.retired} == set()
    assert lpkit("check", "--select", "LP1").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere", "new"), 'there is no pack "nowhere"'),
        (("noisy-alarm", "other"), "other.yaml is there already"),
        (("noisy-alarm", "noisy-alarm"), "the id noisy-alarm is taken"),
        (("noisy-alarm", "Not An Id"), "Not An Id"),
        (("noisy-alarm", "nul"), 'no file can be called "nul" on Windows'),
        (("noisy-alarm", "new", "--id", "x"), "--id names a question"),
        (("noisy-alarm/nothing", "other"), '0 questions "nothing"'),
        (("noisy-alarm/alarm-trial", "noisy-alarm"), "already"),
        (("noisy-alarm/alarm-trial", "nowhere"), 'there is no pack "nowhere"'),
        (("noisy-alarm/alarm-trial", "other", "--id", "other-trial"), "the id other-trial is taken"),
        (("noisy-alarm", "in-the-way"), "is there already"),
    ],
)
def test_what_cannot_be_moved_is_refused_and_nothing_changes(
    arguments: tuple[str, ...], said: str, author: Path, lpkit: Run
) -> None:
    (author / "packs/ownership/in-the-way.yaml").write_text("mine: true\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in author.rglob("*.*")}
    result = lpkit("mv", *arguments)
    assert (result.returncode, said in result.stderr) == (2, True), result.stderr
    assert {file: file.read_bytes() for file in author.rglob("*.*")} == before


NEW = "packs/ownership/loud-alarm.yaml"


@pytest.mark.parametrize("status", ["published", "draft"])
@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (("noisy-alarm", "loud-alarm"), (NEW, LOCK, "packs/library.yaml")),
        (("noisy-alarm/alarm-trial", "other", "--id", "the-trial"), (OTHER, LOCK)),
    ],
)
def test_a_move_that_was_cut_off_is_finished_by_the_same_command(
    arguments: tuple[str, ...], written: tuple[str, ...], status: str, author: Path, lpkit: Run
) -> None:
    """Killed after each of the files that it writes one after the other, the last of which is that it comes from."""
    library = author / "packs/library.yaml"
    retired = "retired: [{id: gone, reason: Old., replaced_by: noisy-alarm}]\n"
    library.write_text(library.read_text(encoding="utf-8") + retired, encoding="utf-8")
    pack = author / PACK
    pack.write_text(pack.read_text(encoding="utf-8").replace("status: published", f"status: {status}"))
    before = _files(author)
    assert lpkit("mv", *arguments, SOURCE_DATE_EPOCH="1800000").returncode == 0
    whole = _files(author)
    assert {name for name in whole if whole[name] != before.get(name)} <= {*written, PACK}
    for count in range(1, len(written) + 1):
        for name in whole.keys() - before.keys():
            (author / name).unlink()
        for name, content in (before | {name: whole[name] for name in written[:count]}).items():
            (author / name).write_bytes(content)
        result = lpkit("mv", *arguments, SOURCE_DATE_EPOCH="1800000")
        assert result.returncode == 0, (count, result.stderr)
        assert _files(author) == whole, count


def _files(folder: Path) -> dict[str, bytes]:
    found = (file for file in (folder / "packs").rglob("*.*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def test_a_lock_that_was_up_to_date_is_so_after_a_move(author: Path, lpkit: Run) -> None:
    """In one step; what waited for `lpkit lock` before goes on waiting for it."""
    library = author / "packs/library.yaml"
    library.write_text(
        library.read_text(encoding="utf-8") + "retired: [{id: other, reason: Old., replaced_by: noisy-alarm}]\n"
    )
    (author / OTHER).unlink()
    assert lpkit("lock", "--time", "2026-01-02").returncode == 0
    before = _items(author)
    assert lpkit("mv", "noisy-alarm", "loud-alarm").returncode == 0
    assert lpkit("check", "--select", "LP1").stdout == ""
    assert lpkit("lock", "--check").returncode == 0
    assert lpkit("build", "--frozen").returncode == 0
    moved = Key("pack", "loud-alarm")
    assert _items(author)[moved].was == "noisy-alarm"
    assert _items(author)[moved].time > before[Key("pack", "noisy-alarm")].time
    file = author / NEW
    file.write_text(file.read_text(encoding="utf-8").replace("hint: Who asked", "hint: But who asked"))
    assert lpkit("mv", "loud-alarm", "third-alarm").returncode == 0
    assert lpkit("lock", "--check").returncode == 1
    principle = _items(author)[Key("question", "third-alarm/alarm-principle")]
    assert principle == before[Key("question", principle.was)]._replace(was=principle.was)


@pytest.mark.parametrize("status", ["published", "draft", "retired"])
def test_a_released_pack_leaves_its_deck_no_former_name(status: str, author: Path, lpkit: Run) -> None:
    """Whether it is published at present or not: a release still has the deck under the id of then."""
    begin(author, "v1")
    pack = author / PACK
    pack.write_text(pack.read_text(encoding="utf-8").replace("status: published", f"status: {status}"))
    assert lpkit("lock", "--time", "2026-01-02").returncode == 0
    assert lpkit("mv", "noisy-alarm", "loud-alarm").returncode == 0
    assert lpkit("lock", "--check").returncode == 0
    assert lpkit("check", "--select", "LP1").stdout == ""
    names = read_lock((author / LOCK).read_text(encoding="utf-8")).decks
    assert {name for name in names if name.startswith("pack/")} == {"pack/loud-alarm", "pack/other"}


def test_a_question_under_another_id_leaves_no_lock_out_of_date(author: Path, lpkit: Run) -> None:
    """The order of its options follows from its id."""
    before = _items(author)
    assert lpkit("mv", "noisy-alarm/alarm-trial", "other", "--id", "the-trial").returncode == 0
    assert lpkit("lock", "--check").returncode == 0
    old, new = Key("question", "noisy-alarm/alarm-trial"), Key("question", "other/the-trial")
    assert _items(author)[new].was == old.path
    assert _items(author)[new].time > before[old].time
    assert _items(author).items() - {(new, _items(author)[new])} == before.items() - {(old, before[old])}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("noisy-alarm", "loud-alarm"), "packs/ownership/noisy-alarm.yaml have the id noisy-alarm (name the file)"),
        (
            ("noisy-alarm/alarm-trial", "other"),
            "have the id other (name the file of the pack that the question moves to)",
        ),
        ((PACK, "loud-alarm"), None),
        (("noisy-alarm/alarm-trial", OTHER), None),
        (("noisy-alarm/alarm-trial", "only-here"), None),
    ],
)
def test_of_two_libraries_with_one_id_none_is_taken_by_chance(
    arguments: tuple[str, ...], said: str | None, author: Path, lpkit: Run
) -> None:
    """As of one that is the same in two languages."""
    sibling = author / "a-language/packs"
    shutil.copytree(author / "packs", sibling)
    text = (author / OTHER).read_text(encoding="utf-8").replace("id: other", "id: only-here", 1)
    (author / "packs/ownership/only-here.yaml").write_text(text, encoding="utf-8")
    (author / "lpkit.toml").write_text('packs = ["a-language", "packs"]\n', encoding="utf-8")
    before, others = _files(author), {file: file.read_bytes() for file in sibling.rglob("*.*")}
    result = lpkit("mv", *arguments)
    assert (result.returncode, said is None or said in result.stderr) == (2 if said else 0, True), result.stderr
    assert (_files(author) == before) == (said is not None)
    assert {file: file.read_bytes() for file in sibling.rglob("*.*")} == others


def test_two_packs_of_one_id_are_not_moved(author: Path, lpkit: Run) -> None:
    file = author / OTHER
    file.write_text(file.read_text(encoding="utf-8").replace("id: other", "id: noisy-alarm", 1), encoding="utf-8")
    before = _files(author)
    for named in ("noisy-alarm", PACK, OTHER):
        result = lpkit("mv", named, "loud-alarm")
        assert (result.returncode, f"{PACK} and {OTHER} have the id" in result.stderr) == (2, True), result.stderr
    assert _files(author) == before


def test_a_linked_pack_is_not_renamed(author: Path, lpkit: Run) -> None:
    """Its own file would keep the old id."""
    elsewhere = author / "elsewhere.yaml"
    (author / PACK).rename(elsewhere)
    (author / PACK).symlink_to(elsewhere)
    before = _files(author)
    result = lpkit("mv", "noisy-alarm", "loud-alarm")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert f"{PACK} is a link" in result.stderr
    assert (_files(author), (author / PACK).is_symlink()) == (before, True)


def test_a_move_is_one_change_and_its_name_the_way_out(author: Path, lpkit: Run) -> None:
    folder = author / "before"
    (folder / "ownership").mkdir(parents=True)
    for name in ("library.yaml", "ownership/noisy-alarm.yaml", "ownership/other.yaml"):
        (folder / name).write_bytes((author / "packs" / name).read_bytes())
    assert lpkit("mv", "noisy-alarm/alarm-trial", "other").returncode == 0
    assert lpkit("mv", "noisy-alarm", "loud-alarm").returncode == 0
    said = lpkit("diff", "before", "packs").stdout
    assert "minor moved pack loud-alarm: moved: was called noisy-alarm, which is in `formerly`" in said
    assert "minor moved question alarm-trial: moved here from noisy-alarm/alarm-trial" in said
    assert "major" not in said
    for file in (author / "packs/ownership").glob("*.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "formerly:" not in line), encoding="utf-8")
    (author / LOCK).unlink()
    (author / LOCK).write_text(
        "question noisy-alarm/alarm-trial 0000000000000000 2026-01-01T00:00:00Z\n"
        "pack noisy-alarm 0000000000000000 2026-01-01T00:00:00Z\n"
    )
    said = lpkit("check", "--select", "LP108", "-f", "full").stdout
    assert "if it was renamed, write formerly: [noisy-alarm] there (lpkit mv does)" in said


@pytest.mark.parametrize(
    ("first", "second", "faults"),
    [
        ("formerly: [loud-alarm]", "formerly: [silent-form]", []),
        ("formerly: [other]", "", ["LP109"]),
        ("formerly: [loud-alarm]", "formerly: [loud-alarm]", ["LP109"]),
        ("formerly: [loud-alarm, loud-alarm]", "", ["LP109"]),
    ],
)
def test_former_names_contradict_nothing(first: str, second: str, faults: list[str], author: Path) -> None:
    for name, line in ((PACK, first), (OTHER, second)):
        file = author / name
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\ntitle: ", f"\n{line}\ntitle: ", 1), encoding="utf-8")
    assert codes(check_folder(author, select=("LP109",))) == faults


@pytest.mark.parametrize(
    ("there", "back"),
    [
        (("noisy-alarm", "quiet-alarm"), ("quiet-alarm", "noisy-alarm")),
        (("noisy-alarm/alarm-trial", "other"), ("other/alarm-trial", "noisy-alarm")),
    ],
)
def test_there_and_back_is_where_it_was(
    there: tuple[str, str], back: tuple[str, str], author: Path, lpkit: Run
) -> None:
    before = _items(author)
    for step in (there, back):
        assert lpkit("mv", *step).returncode == 0
    assert codes(check_folder(author, select=("LP107", "LP108", "LP109"))) == []
    # A pack says its own id, so that of its line changed twice; no note hangs on it.
    after, pack = _items(author), Key("pack", "noisy-alarm")
    assert after == {**before, pack: before[pack]._replace(time=after[pack].time)}
    assert (after[pack].time > before[pack].time) == ("/" not in there[0])
    assert lpkit("lock", "--check").returncode == 0


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        (("noisy-alarm", "quiet-alarm"), ("other", "noisy-alarm"), "noisy-alarm is what quiet-alarm was called before"),
        (
            ("noisy-alarm/alarm-trial", "other", "--id", "trial"),
            ("noisy-alarm/alarm-spare", "other", "--id", "alarm-trial"),
            "",
        ),
    ],
)
def test_a_name_that_another_had_is_refused(
    first: tuple[str, ...], second: tuple[str, ...], taken: str, author: Path, lpkit: Run
) -> None:
    assert lpkit("mv", *first).returncode == 0
    result = lpkit("mv", *second)
    assert (result.returncode, result.stderr) == (
        (2, f"lpkit: {taken} (choose another id)\n") if taken else (0, result.stderr)
    )
    assert codes(check_folder(author, select=("LP109",))) == []


def test_two_lines_of_one_origin_are_one_card(author: Path, lpkit: Run) -> None:
    """One that moved, and its first place made live again by hand: learners would get one note twice."""
    text = (author / PACK).read_text(encoding="utf-8")
    assert lpkit("mv", "noisy-alarm/alarm-trial", OTHER).returncode == 0
    other = (author / OTHER).read_text(encoding="utf-8")
    (author / OTHER).write_text(other.replace("    formerly: [noisy-alarm/alarm-trial]\n", ""), encoding="utf-8")
    (author / PACK).write_text(text, encoding="utf-8")
    shown = lpkit("check", "-f", "concise", "--select", "LP107")
    assert shown.returncode == 1
    assert 'question "noisy-alarm/alarm-trial" is one card to learners with "other/alarm-trial"' in shown.stdout


@pytest.mark.parametrize(
    ("move", "said", "former"),
    [
        (("noisy-alarm", "quiet-alarm"), 'the pack "noisy-alarm" was published as "quiet-alarm" in v2', "quiet-alarm"),
        (
            ("noisy-alarm/alarm-trial", "other"),
            'the question "noisy-alarm/alarm-trial" was published as "other/alarm-trial" in v2',
            "other/alarm-trial",
        ),
        (
            ("noisy-alarm/alarm-trial", "noisy-alarm", "--id", "trial"),
            'the question "noisy-alarm/alarm-trial" was published as "noisy-alarm/trial" in v2',
            "noisy-alarm/trial",
        ),
    ],
)
def test_a_move_that_was_taken_back_is_one_fault_with_a_way_out(
    move: tuple[str, ...], said: str, former: str, author: Path, lpkit: Run
) -> None:
    (author / ".gitignore").write_text("out\n", encoding="utf-8")
    git = begin(author, "v1")
    assert lpkit("mv", *move).returncode == 0
    assert lpkit("lock", "--time", "2026-02-01").returncode == 0
    released = _decks(lpkit, author)
    git("add", "--all")
    git("commit", "--quiet", "--message", "moved")
    git("tag", "v2")
    moved_to = _items(author)
    git("revert", "--no-edit", "HEAD")
    faults = lpkit("check", "-f", "concise", "--select", "LP107,LP108,LP109").stdout.splitlines()
    (fault,) = (line for line in faults if " LP" in line)
    assert f"error LP108 id-vanished: {said}, and its move was taken back" in fault
    help_ = lpkit("check", "-f", "full", "--select", "LP108").stdout
    assert f"= help: write formerly: [{former}] there, then lpkit lock; or move it again: lpkit mv " in help_
    assert lpkit("lock").returncode == 1
    assert lpkit("lock", "--check").returncode == 1
    # Both ways lead out; the second first.
    again = help_.partition("or move it again: lpkit ")[2].partition("\n")[0]
    assert lpkit(*again.split()).returncode == 0
    assert lpkit("lock").returncode == 0
    assert _items(author).keys() == moved_to.keys()
    assert lpkit("check", "--select", "LP107,LP108,LP109").stdout == ""
    git("reset", "--quiet", "--hard")
    git("clean", "--quiet", "-fd")
    text = (author / PACK).read_text(encoding="utf-8")
    at, before = ("    ", "  - id: alarm-trial\n") if "/" in former else ("", "id: noisy-alarm\n")
    (author / PACK).write_text(text.replace(before, f"{before}{at}formerly: [{former}]\n", 1), encoding="utf-8")
    assert lpkit("lock").returncode == 0
    assert lpkit("check", "--select", "LP107,LP108,LP109").stdout == ""
    learner = author / "learner.anki2"
    last = _decks(lpkit, author)
    import_into(learner, [*released, *last])
    # The notes only repeat where they are.
    assert held_in(learner).keys() == notes_of(last[0]).keys()


A, B = Key("question", "a/x"), Key("question", "b/x")
ONE = Locked("1" * 16, 10)


@pytest.mark.parametrize(
    ("lines", "released", "formerly", "expected"),
    [
        ({A: ONE}, {}, ("a/x",), {B: ONE._replace(was="a/x")}),
        ({}, {}, ("a/x",), {B: Locked("1" * 16, 50)}),
        # Both were published, each under its own name: they stay two.
        ({A: ONE._replace(retired=True), B: ONE}, {}, ("a/x",), {A: None, B: ONE}),
        # A branch that did not know of the move, merged.
        ({A: ONE._replace(time=20), B: ONE._replace(was="a/x")}, {}, ("a/x",), {B: Locked("1" * 16, 20, was="a/x")}),
        ({B: ONE._replace(was="a/x")}, {A: ONE}, ("a/x",), {B: ONE._replace(was="a/x")}),
        # Its former name is gone from the pack, but the lock knows it.
        ({B: ONE._replace(was="a/x")}, {A: ONE}, (), {B: ONE._replace(was="a/x")}),
        ({B: ONE._replace(was="a/x")}, {A: ONE._replace(time=20)}, ("a/x",), {B: Locked("1" * 16, 20, was="a/x")}),
    ],
)
def test_a_line_follows_what_moved(
    lines: dict[Key, Locked], released: dict[Key, Locked], formerly: tuple[str, ...], expected: dict[Key, Locked | None]
) -> None:
    result = update(lines, [Presence("live", B, "1" * 16, formerly)], 50, released=released)
    assert result.vanished == []
    assert result.items.keys() == expected.keys()
    assert {key: entry for key, entry in result.items.items() if expected[key]} == {
        k: e for k, e in expected.items() if e
    }
