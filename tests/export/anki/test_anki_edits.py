"""The table of edits: which notes an edit makes newer, which decks it makes, and what of a learner's own survives.

Every note carries a learner's remark in a field and a tag before the edit arrives; Anki's own backend imports it.
"""

import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from project import Run

SAMPLE = Path(__file__).parents[2] / "sample"
PACK, LIBRARY = "packs/ownership/noisy-alarm.yaml", "packs/library.yaml"
REMARK = "<p>a remark of my own</p>"
Edit = tuple[str, str, str]
EDITS: dict[str, tuple[Edit, dict[str, int]]] = {
    "title of the library": ((LIBRARY, "title: Sample Principles", "title: Other Principles"), {}),
    "title of the principle": ((LIBRARY, "title: Ownership,", "title: Owning It,"), {}),
    "title of the level": ((LIBRARY, "title: SDE 1}", "title: Beginner}"), {}),
    "title of the pack": ((PACK, "title: Quiet a Noisy Alarm", "title: Silence a Noisy Alarm"), {}),
    "a word of the prompt": ((PACK, "prompt: ", "prompt: Please, "), {"candidate": 2}),
    "a word of a hint": ((PACK, "hint: ", "hint: Softly, "), {"question": 1}),
    "a sentence near a quote": ((PACK, "were happier than before", "slept"), {"candidate": 1, "auto-fail": 1}),
    "a sentence of the model answer": (
        (PACK, "wrote down how to tune", "noted how to tune"),
        {"candidate": 1},
    ),
    "a marker's title": (
        (LIBRARY, "title: Manager-directed task", "title: Somebody else's task"),
        {"candidate": 1, "auto-fail": 1},
    ),
}


@pytest.fixture
def author(tmp_path: Path) -> Path:
    """Give the folder of an author with the sample library."""
    shutil.copytree(SAMPLE, tmp_path / "author" / "packs")
    return tmp_path / "author"


@pytest.fixture
def publish(author: Path, lpkit: Run) -> Callable[..., bytes]:
    """Give what an author does: lock at a time, export, hand out the deck."""

    def published(moment: int, *options: str) -> bytes:
        for arguments in (("lock", "--time", str(moment), *options), ("export", "anki", "-o", "out", "--frozen")):
            result = lpkit(*arguments, cwd=author)
            assert result.returncode == 0, result.stdout + result.stderr
        return (author / "out/sample.apkg").read_bytes()

    return published


def _write_remarks(collection: Any) -> None:
    """Write a remark into the last field of each note that has text, and a tag."""
    for number in collection.find_notes(""):
        note = collection.get_note(number)
        index = max(place for place, text in enumerate(note.fields) if text)
        note.fields[index] += REMARK
        note.tags.append("mine")
        collection.update_note(note)


def _kinds(collection: Any, without: str) -> dict[str, int]:
    notes = [collection.get_note(number) for number in collection.find_notes("")]
    return dict(Counter(note["Id"].split("/")[2] for note in notes if without not in "".join(note.fields)))


def _edit(folder: Path, edit: Edit) -> None:
    file, old, new = edit
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_touches_the_notes_that_show_it(
    name: str,
    author: Path,
    publish: Callable[..., bytes],
    imported: Callable[..., dict[str, int]],
    collection: Any,
) -> None:
    edit, touched = EDITS[name]
    # A correction arrives where it is newer than what the learner wrote.
    imported(publish(int(time.time()) - 60))
    _write_remarks(collection)
    decks, cards = {deck.name for deck in collection.decks.all_names_and_ids()}, collection.card_count()
    _edit(author, edit)
    counts = imported(publish(int(time.time()) + 60))
    assert _kinds(collection, REMARK) == touched
    assert counts["updated"] == sum(touched.values())
    assert {deck.name for deck in collection.decks.all_names_and_ids()} == decks
    assert collection.card_count() == cards
    kept = [collection.get_note(number) for number in collection.find_notes("tag:mine")]
    assert len(kept) == collection.note_count() - sum(touched.values())


def test_renamed_decks_stand_beside_the_old_ones(
    author: Path,
    publish: Callable[..., bytes],
    imported: Callable[..., dict[str, int]],
    collection: Any,
    lpkit: Run,
) -> None:
    imported(publish(int(time.time()) - 60))
    decks = {deck.name for deck in collection.decks.all_names_and_ids()}
    places = dict(collection.db.all("select id, did from cards"))
    _edit(author, EDITS["title of the pack"][0])
    assert lpkit("lock", "--check", cwd=author).returncode == 1
    result = lpkit("lock", "--rename-decks", cwd=author)
    old, new = (f"Sample Principles::Ownership::{title}" for title in ("Quiet a Noisy Alarm", "Silence a Noisy Alarm"))
    assert f"  {old} becomes {new}\n  Anki moves no card: learners keep old decks" in result.stderr
    imported(publish(int(time.time()) + 60))
    assert {deck.name for deck in collection.decks.all_names_and_ids()} - decks == {new}
    assert dict(collection.db.all("select id, did from cards")) == places


def test_a_learners_own_edit_holds_until_a_newer_correction(
    author: Path, publish: Callable[..., bytes], imported: Callable[..., dict[str, int]], collection: Any
) -> None:
    imported(publish(int(time.time()) - 7200))
    _write_remarks(collection)
    _edit(author, EDITS["a word of a hint"][0])
    assert imported(publish(int(time.time()) - 3600))["updated"] == 0
    assert _kinds(collection, REMARK) == {}


def test_a_note_of_ones_own_and_flags_survive_every_update(
    author: Path, publish: Callable[..., bytes], imported: Callable[..., dict[str, int]], collection: Any
) -> None:
    """So the description of the deck tells learners to write there."""
    imported(publish(int(time.time()) - 60))
    (deck,) = (deck for deck in collection.decks.all_names_and_ids() if deck.name == "Sample Principles")
    assert "a note of your own" in collection.decks.get(deck.id)["desc"]
    own = collection.new_note(collection.models.by_name("Basic"))
    own["Front"], own["Back"], own.tags = "my own question", "my own answer", ["mine"]
    collection.add_note(own, deck.id)
    cards = collection.find_cards("note:lpkit*")
    collection.set_user_flag_for_cards(3, cards)
    _edit(author, EDITS["a word of a hint"][0])
    assert imported(publish(int(time.time()) + 60))["updated"] == 1
    kept = collection.get_note(own.id)
    assert (kept["Front"], kept["Back"], kept.tags) == ("my own question", "my own answer", ["mine"])
    assert set(collection.find_cards("flag:3")) == set(cards)
