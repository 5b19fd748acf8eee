"""What Anki's own backend makes of a package: counts, decks, tags, order, and updates."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lpkit_exporters.anki import exporter
from lpkit_exporters.anki.package import package
from lpkit_exporters.anki.times import EPOCH

OWN_PACKS = Path(__file__).parents[3] / "packs" / "amazon-lp"
KINDS = {"Recall": 2, "Auto-fail": 2, "Question": 4, "Fix-it": 1, "Score": 6}
NOTES = 11
"""The two answers have one note each: a card for each of two dimensions, and one for the verdict."""


def kinds(collection: Any) -> list[str]:
    """Give the note type of every card in the order in which new cards are shown."""
    cards = [collection.get_card(number) for number in collection.find_cards("", order="c.due asc")]
    return [card.note_type()["name"].removeprefix("lpkit ") for card in cards]


def test_a_package_imports_whole_and_clean(shelf, imported, collection):
    counts = imported(package(shelf))
    assert counts == {**dict.fromkeys(counts, 0), "new": NOTES}
    assert (collection.note_count(), collection.card_count()) == (NOTES, sum(KINDS.values()))
    assert Counter(kinds(collection)) == KINDS
    before = sorted(collection.db.list("select id from notes union all select id from cards"))
    assert list(collection._backend.check_database()) == []
    assert sorted(collection.db.list("select id from notes union all select id from cards")) == before


def test_new_cards_come_in_the_order_of_preparation(shelf, imported, collection):
    imported(package(shelf))
    assert kinds(collection) == [kind for kind, count in KINDS.items() for _ in range(count)]
    pools = [
        collection.get_card(number).note()["Pool"]
        for number in collection.find_cards('note:"lpkit Question"', order="c.due asc")
    ]
    assert pools == ["Practice", "Practice", "Test", "Test"]


def test_every_card_is_rendered_in_full(shelf, imported, collection):
    imported(package(shelf))
    for number in collection.find_cards(""):
        output = collection.get_card(number).render_output()
        for html in (output.question_text, output.answer_text):
            assert "{{" not in html
            assert "$" not in html.split("<script>")[0]
            assert "http" not in html.replace("https://example.org", "")
        assert output.question_text != output.answer_text


def test_decks_and_tags(shelf, imported, collection):
    imported(package(shelf))
    root = "Sample Principles"
    leaf = f"{root}::Ownership::Quiet an Alarm that 'Everybody' Ignores"
    names = {deck.name for deck in collection.decks.all_names_and_ids()}
    assert names == {"Default", root, f"{root}::Ownership", leaf}
    assert len(collection.find_cards(f'deck:"{leaf}"')) == sum(KINDS.values())
    for tag, count in {
        "principle::ownership": 11,
        "level::sde-1": 11,
        "pack::quiet-alarm": 11,
        "pool::test": 2,
        "difficulty::easy": 2,
        "marker::manager-directed": 2,
    }.items():
        assert len(collection.find_notes(f"tag:lpkit::{tag}")) == count, tag


def test_the_same_package_again_changes_nothing(shelf, imported, collection):
    imported(package(shelf))
    counts = imported(package(shelf))
    assert counts == {**dict.fromkeys(counts, 0), "duplicate": 11}
    assert collection.note_count() == 11


def test_a_correction_reaches_the_learner_and_keeps_the_progress(sample, shelve, imported, collection):
    imported(package(shelve(sample)))
    question = '"Id:sample/quiet-alarm/question/alarm-principle"'
    (number,) = collection.find_cards(question)
    card = collection.get_card(number)
    card.type, card.queue, card.ivl, card.due, card.reps, card.flags = 2, 2, 30, 100, 7, 1
    collection.update_card(card)
    other = collection.get_note(collection.find_notes('note:"lpkit Fix-it"')[0])
    other["Why"] = "my own words"
    collection.update_note(other)

    library, (pack,) = sample
    pack["questions"][0]["stem"] = "Which principle is it, in better words?"
    pack["questions"].append({**pack["questions"][3], "id": "brand-new"})
    pack["questions"].pop(2)
    times = {("question", "quiet-alarm/alarm-principle"): EPOCH + 60}
    counts = imported(package(shelve((library, [pack]), times)))

    assert (counts["updated"], counts["new"], counts["duplicate"]) == (1, 1, 9)
    assert collection.find_cards(question) == [number]
    later = collection.get_card(number)
    assert later.note()["Stem"] == "Which principle is it, in better words?"
    assert (later.type, later.queue, later.ivl, later.reps, later.flags) == (2, 2, 30, 7, 1)
    assert collection.get_note(other.id)["Why"] == "my own words"
    assert collection.note_count() == 12


def test_order_in_the_pack_does_not_decide_who_a_note_is(sample, shelve, imported):
    imported(package(shelve(sample)))
    for name in ("questions", "concepts", "coaching"):
        sample[1][0][name].reverse()
    counts = imported(package(shelve(sample)))
    assert counts == {**dict.fromkeys(counts, 0), "duplicate": 11}


def test_packs_of_one_title_have_decks_of_their_own(sample, shelve, imported, collection):
    library, (pack,) = sample
    imported(package(shelve((library, [pack, {**pack, "id": "second", "title": 'a::"b"'}, {**pack, "id": "third"}]))))
    ends = sorted(deck.name.rpartition("::")[2] for deck in collection.decks.all_names_and_ids())
    title = "Quiet an Alarm that 'Everybody' Ignores"
    assert ends == ["Default", "Ownership", f"{title} (quiet-alarm)", f"{title} (third)", "Sample Principles", "a:'b'"]
    assert collection.card_count() == 3 * sum(KINDS.values())


def test_a_library_without_packs_gives_an_empty_package(sample, shelve, imported):
    assert not any(imported(package(shelve((sample[0], [])))).values())


def test_the_packs_of_this_repository(read: Callable[..., Any], shelve, imported, collection):
    counts = imported(package(shelve(read(OWN_PACKS))))
    assert 0 < counts["new"] < collection.card_count()
    assert not any(count for name, count in counts.items() if name != "new")
    assert list(collection._backend.check_database()) == []


def test_losses_name_pack_and_item(corpus):
    found = {(loss.field, loss.item) for loss in exporter.losses(corpus)}
    assert found == {
        ("evaluate.score_first", None),
        ("evaluate.calibration", "a"),
        ("questions.pool", None),
        ("concepts", None),
        ("coaching", None),
        ("model_answer", None),
        ("library.test", None),
        ("library.speaking", None),
        ("retired", "alarm-colour"),
    }
    owners = {loss.field.startswith("library."): loss.pack for loss in exporter.losses(corpus)}
    assert owners == {True: "sample", False: "quiet-alarm"}
