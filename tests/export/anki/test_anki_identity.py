"""Packs are edited, locked and exported again: a learner's cards follow, and nothing of their progress is lost."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from lpkit_exporters.anki import notetypes
from project import Run

SAMPLE = Path(__file__).parents[2] / "sample"
PACK = "packs/ownership/noisy-alarm.yaml"
BEFORE, AFTER = "2026-03-01", "2026-03-02"
PROGRESS = "select id, type, queue, due, ivl, factor, reps, lapses, left, flags, data from cards order by id"


@pytest.fixture
def author(tmp_path: Path) -> Path:
    """Give the folder of an author with the sample library."""
    shutil.copytree(SAMPLE, tmp_path / "author" / "packs")
    return tmp_path / "author"


Publish = Callable[[str], dict[str, bytes]]


@pytest.fixture
def publish(author: Path, lpkit: Run) -> Publish:
    """Give what an author does on a day: lock, export, hand out the packages."""

    def published(day: str) -> dict[str, bytes]:
        for arguments in (
            ("lock", "--time", day),
            ("export", "anki", "-o", "out", "--frozen", "--set", "pools=practice,test"),
        ):
            result = lpkit(*arguments, cwd=author)
            assert result.returncode == 0, result.stdout + result.stderr
        return {file.name: file.read_bytes() for file in (author / "out").glob("*.apkg")}

    return published


def edit(folder: Path, old: str, new: str, name: str = PACK) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text, old
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def note_times(package: bytes, tmp_path: Path) -> dict[str, int]:
    """Give the time of each note of a package by its GUID."""
    import sqlite3

    with ZipFile(BytesIO(package)) as file:
        file.extract("collection.anki2", tmp_path)
    connection = sqlite3.connect(tmp_path / "collection.anki2")
    rows = dict(connection.execute("select guid, mod from notes").fetchall())
    connection.close()
    return rows


def study(collection: Any) -> None:
    """Answer every card twice, so that it has a due date, an interval and a history; suspend one, flag one."""
    collection.decks.select(collection.decks.id("Sample Principles"))
    for _ in range(60):
        card = collection.sched.getCard()
        if card is None:
            break
        collection.sched.answerCard(card, 4)
    assert collection.db.scalar("select count() from cards where type = 2") == collection.card_count()
    first, second, *_ = collection.find_cards("", order="c.id asc")
    collection.sched.suspend_cards([first])
    collection.set_user_flag_for_cards(3, [second])


def state(collection: Any) -> tuple[Any, Any]:
    return collection.db.all(PROGRESS), collection.db.all("select * from revlog order by id")


@pytest.fixture
def learner(imported: Callable[..., dict[str, int]], collection: Any, publish: Publish) -> Any:
    """Give the collection of somebody who studied the first version."""
    counts = imported(publish(BEFORE)["sample.apkg"])
    assert counts["new"] == collection.note_count()
    study(collection)
    return collection


def reword(folder: Path) -> None:
    edit(folder, "stem: ", "stem: To begin with, ")


def retitle_marker(folder: Path) -> None:
    edit(folder, "title: Manager-directed task", "title: Somebody else's task", "packs/library.yaml")


def retitle_pack(folder: Path) -> None:
    edit(folder, "title: Quiet a Noisy Alarm", "title: Silence a Noisy Alarm")


def reorder(folder: Path) -> None:
    from ruamel.yaml import YAML

    file = folder / PACK
    pack = YAML().load(file)
    for at in (pack["questions"], pack["evaluate"]["candidates"]):
        at.reverse()
    YAML().dump(pack, file)


def retire_pack(folder: Path) -> None:
    """Retire the pack, and publish a copy of it under another id."""
    text = (folder / PACK).read_text(encoding="utf-8")
    edit(folder, "status: published", "status: retired")
    other = folder / "packs/ownership/second-alarm.yaml"
    other.write_text(text.replace("id: noisy-alarm", "id: second-alarm"), encoding="utf-8")


def move(folder: Path) -> None:
    (folder / "packs" / "elsewhere" / "deep").mkdir(parents=True)
    (folder / PACK).rename(folder / "packs" / "elsewhere" / "deep" / "noisy-alarm.yaml")


@pytest.mark.parametrize(
    ("change", "updated"),
    [
        pytest.param(reword, {"question": 1}, id="wording"),
        pytest.param(retitle_marker, {"auto-fail": 1, "candidate": 1}, id="marker"),
        pytest.param(retitle_pack, {}, id="title"),
        pytest.param(reorder, {}, id="order"),
        pytest.param(move, {}, id="moved file"),
    ],
)
def test_an_edit_reaches_the_learner(
    change: Callable[[Path], None],
    updated: dict[str, int],
    author: Path,
    learner: Any,
    imported: Callable[..., dict[str, int]],
    publish: Publish,
) -> None:
    """Cards, due dates, intervals and history stay; just the notes that show the change are replaced."""
    # Anki now and then finds no time of the last review in a card that it has just answered, and adds one.
    learner._backend.check_database()
    before, notes = state(learner), learner.note_count()
    texts = dict(learner.db.all("select guid, flds || tags from notes"))
    change(author)
    counts = imported(publish(AFTER)["sample.apkg"])
    after = dict(learner.db.all("select guid, flds || tags from notes"))
    changed = {guid for guid in texts if texts[guid] != after[guid]}
    kinds: dict[str, int] = {}
    for guid in changed:
        kind = learner.get_note(learner.db.scalar("select id from notes where guid = ?", guid))["Id"].split("/")[2]
        kinds[kind] = kinds.get(kind, 0) + 1
    assert kinds == updated
    assert counts == {**dict.fromkeys(counts, 0), "updated": len(changed), "duplicate": notes - len(changed)}
    assert learner.note_count() == notes
    assert state(learner) == before
    assert list(learner._backend.check_database()) == []


def test_only_changed_notes_are_newer(author: Path, tmp_path: Path, publish: Publish) -> None:
    first = note_times(publish(BEFORE)["sample.apkg"], tmp_path)
    reword(author)
    second = note_times(publish(AFTER)["sample.apkg"], tmp_path)
    assert len({guid for guid in first if second[guid] > first[guid]}) == 1
    assert second.keys() == first.keys()
    assert all(second[guid] >= first[guid] for guid in first)


def test_what_a_learner_wrote_stays_where_nothing_changed(
    author: Path, learner: Any, imported: Callable[..., dict[str, int]], publish: Publish
) -> None:
    note = learner.get_note(learner.find_notes('note:"lpkit Fix-it"')[0])
    note["Why"] = "my own words"
    note.tags.append("mine")
    learner.update_note(note)
    reword(author)
    imported(publish(AFTER)["sample.apkg"])
    kept = learner.get_note(note.id)
    assert (kept["Why"], "mine" in kept.tags) == ("my own words", True)


def test_new_templates_arrive_and_nothing_else(
    author: Path,
    learner: Any,
    imported: Callable[..., dict[str, int]],
    shelve: Any,
    read: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from lpkit_exporters.anki.package import package

    before, notes, kinds = state(learner), learner.note_count(), learner.models.all_names_and_ids()
    original = notetypes._side
    notetypes.note_type_json.cache_clear()
    monkeypatch.setattr(notetypes, "_side", lambda *asked: original(*asked) + "<p>second edition</p>")
    monkeypatch.setattr(notetypes, "TEMPLATES_CHANGED", notetypes.TEMPLATES_CHANGED + 60)
    content = package(shelve(read(author / "packs")))
    notetypes.note_type_json.cache_clear()
    imported(content)
    assert (state(learner), learner.note_count()) == (before, notes)
    assert learner.models.all_names_and_ids() == kinds
    for number in learner.find_cards(""):
        assert "second edition" in learner.get_card(number).render_output().answer_text


def test_a_retired_card_can_be_found_and_keeps_its_history(
    author: Path, learner: Any, imported: Callable[..., dict[str, int]], publish: Publish
) -> None:
    before, cards = state(learner), learner.card_count()
    text = (author / PACK).read_text(encoding="utf-8")
    questions = text.split("  - id: alarm-")
    gone = questions[-1].split("\n")[0]
    edit(
        author,
        "status: published",
        f"status: published\nretired: [{{id: alarm-{gone}, reason: It asked for *taste*., replaced_by: newer-one}}]",
    )
    edit(author, "  - id: alarm-" + questions[-1], f"  - id: newer-one{questions[-1][len(gone) :]}")
    packages = publish(AFTER)
    assert set(packages) == {"sample.apkg"}
    counts = imported(packages["sample.apkg"])
    assert (counts["new"], counts["updated"]) == (1, 1)
    (card,) = learner.find_cards("tag:lpkit::retired")
    page = learner.get_card(card).render_output()
    assert "This card was retired" in page.question_text
    assert "It asked for <em>taste</em>." in page.answer_text
    assert "See <b>newer-one</b>" in page.answer_text
    assert learner.card_count() == cards + 1
    kept = {row[0]: row for row in state(learner)[0]}
    assert all(kept[row[0]] == row for row in before[0])
    assert state(learner)[1] == before[1]
    learner.sched.suspend_cards(learner.find_cards("tag:lpkit::retired"))
    assert learner.find_cards("is:suspended tag:lpkit::retired") == [card]


def test_all_cards_of_a_retired_pack_say_so_and_none_is_added(
    author: Path, learner: Any, imported: Callable[..., dict[str, int]], publish: Publish
) -> None:
    learner._backend.check_database()
    before = state(learner)
    retire_pack(author)
    imported(publish(AFTER)["sample.apkg"])
    gone = learner.find_cards("tag:lpkit::retired")
    assert len(gone) == len(before[0])
    for number in gone:
        card = learner.get_card(number)
        output = card.render_output()
        assert "This card was retired" in output.question_text
        # The card of a dimension is empty now: Anki says so, and "Empty Cards" deletes it.
        told = "no longer part of the library" if card.ord == 0 else "The front of this card is blank"
        assert told in output.answer_text
    assert list(learner._backend.check_database()) == []
    assert learner.find_cards("tag:lpkit::retired") == gone
    assert [row for row in state(learner)[0] if row[0] in gone] == before[0]


def test_who_never_had_a_retired_card_gets_none(
    author: Path, imported: Callable[..., dict[str, int]], collection: Any, publish: Publish
) -> None:
    """The notes come along, without a card; only "Check Database" makes one for each."""
    publish(BEFORE)
    retire_pack(author)
    imported(publish(AFTER)["sample.apkg"])
    notes = collection.find_notes("tag:lpkit::retired")
    assert collection.find_notes("tag:lpkit::pack::noisy-alarm") == notes != []
    assert collection.find_cards("tag:lpkit::retired") == []
    assert not [deck.name for deck in collection.decks.all_names_and_ids() if "Retired" in deck.name]
    assert list(collection._backend.check_database()) == []
    assert len(collection.find_cards("tag:lpkit::retired")) == len(notes)
