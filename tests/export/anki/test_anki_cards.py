"""A card asks one thing: how many words it shows, what makes one, in which order they come."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any
from zipfile import ZipFile

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from lpkit.export import Shelf
from lpkit.model import Question
from lpkit_exporters.anki.bands import point_bands
from lpkit_exporters.anki.fields import bare, folded
from lpkit_exporters.anki.figures import new_figures
from lpkit_exporters.anki.note import Note
from lpkit_exporters.anki.notes import key_step, notes
from lpkit_exporters.anki.notetypes import NOTE_TYPES
from lpkit_exporters.anki.order import Card, in_order
from lpkit_exporters.anki.package import package
from lpkit_exporters.anki.page import pages
from lpkit_exporters.anki.schema11 import DAILY
from lpkit_exporters.anki.selection import CARDS
from lpkit_exporters.anki.words import card_words
from lpkit_exporters.bundle.selection import Selection

OWN_PACKS = Path(__file__).parents[3] / "packs" / "amazon-lp"


@pytest.fixture(scope="module")
def own(read: Callable[..., Any], shelve: Callable[..., Shelf]) -> Shelf:
    """Give the library of this repository, with the order of its packs."""
    shelf = shelve(read(OWN_PACKS))
    rank = [entry.id for entry in shelf.library.principles]
    return shelf._replace(packs=tuple(sorted(shelf.packs, key=lambda pack: (rank.index(pack.principle), pack.id))))


def test_cards_show_few_words(own: Shelf) -> None:
    cards = list(card_words(own, CARDS))
    assert median(card.front for card in cards) <= 60
    assert median(card.back for card in cards) <= 90
    assert [card for card in cards if max(card.front, card.back) > 170] == []


def test_a_text_is_a_card_where_its_author_gave_a_question(
    sample: Any, shelve: Callable[..., Shelf], read: Callable[..., Any]
) -> None:
    def asked(content: Any) -> dict[str, str]:
        (page,) = pages(shelve(content))
        found = notes(page, Selection(kinds=frozenset(("concept", "coaching"))))
        return {note.path[-2]: note.fields["Question"] for note in found}

    assert asked(sample) == {
        "concept": "What do you count first about a nuisance?",
        "coaching-note": "What comes before what you did?",
    }
    assert asked(read(Path(__file__).parent.parent / "sample")) == {}


def test_a_question_with_an_id_may_be_reworded(sample: Any, shelve: Callable[..., Shelf]) -> None:
    def guids() -> dict[str, str]:
        return {note.path[2]: note.guid for note in notes(pages(shelve(sample))[0])}

    before = guids()
    pack = sample[1][0]
    pack["concepts"][0]["ask"] = pack["coaching"][0]["ask"] = "Asked in other words?"
    after = guids()
    assert {kind for kind in before if before[kind] != after[kind]} == {"coaching-note"}, "it has no id"


@pytest.mark.parametrize(
    ("text", "shown", "rest"),
    [
        ("One two. Three four.", "<p>One two. Three four.</p>", ""),
        ("One two. Three four five.", "<p>One two.</p>", "<p>Three four five.</p>"),
        ("*One two. Three* four. Five six.", "<p><em>One two. Three</em> four.</p>", "<p>Five six.</p>"),
        ("One two three four five. Six.", "<p>One two three four five.</p>", "<p>Six.</p>"),
        ("One two three four five six.", "<p>One two three four five six.</p>", ""),
        ("One\n\n- two three\n- four five", "<p>One</p>", "<ul>\n<li>two three</li>\n<li>four five</li>\n</ul>"),
    ],
)
def test_a_long_text_is_folded_after_a_sentence(text: str, shown: str, rest: str) -> None:
    assert folded(text, 4) == (shown, rest)


@pytest.mark.parametrize(
    ("weight", "points", "bands", "right"),
    [
        (25, 9, ["0–4", "5–9", "10–14", "15–19", "20–25"], "2"),
        (30, 30, ["0–5", "6–11", "12–17", "18–23", "24–30"], "5"),
        (10, 0, ["0–1", "2–3", "4–5", "6–7", "8–10"], "1"),
        (3, 2, ["0", "1", "2", "3"], "3"),
        (0, 0, ["0"], "1"),
    ],
)
def test_bands_of_points(weight: int, points: int, bands: list[str], right: str) -> None:
    assert point_bands(weight, points) == (bands, right)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["Look at who acts.", "So it is **Ownership**.", "Nothing is saved."], "So it is **Ownership**."),
        (["Look at who acts.", "She does."], "She does."),
    ],
)
def test_the_step_of_the_key(steps: list[str], said: str) -> None:
    given: Any = {"id": "q", "pool": "test", "difficulty": "easy", "stem": "Which?", "options": ["Ownership", "Other"]}
    assert key_step(Question.model_validate({**given, "answer": "Ownership", "steps": steps})) == said


@pytest.mark.parametrize(
    ("before", "after", "figures"),
    [
        ("Alarms fell.", "Alarms fell from 38 a month to 9 within a quarter.", ["38 a month", "9"]),
        ("We had 7 vans.", "I had 7 vans checked for ten days.", ["ten days"]),
        ("It was cheap.", "It cost $1,200.50 at 18:00, or 4%.", ["$1,200.50", "18:00", "4%"]),
        ("We met.", "I met them.", []),
    ],
)
def test_figures_that_a_rewrite_needs(before: str, after: str, figures: list[str]) -> None:
    assert new_figures(before, after, "en") == figures


def test_no_rewrite_has_a_figure_that_its_front_lacks(own: Shelf) -> None:
    for page in pages(own):
        for note in notes(page, Selection(kinds=frozenset(("fix-it",)))):
            front = f"{bare(note.fields['Before'])} {bare(note.fields['Figures'])}"
            missing = [
                each for each in re.findall(r"\d[\d.,:]*\d|\d", bare(note.fields["After marked"])) if each not in front
            ]
            assert missing == [], note.path


def _group(note: Note) -> str:
    return note.note_type.key


def test_cards_on_one_answer_stand_a_day_apart(own: Shelf) -> None:
    """And what is asked of a passage comes before the whole answer is scored."""
    deck: Any = None
    packs = [[Card(note, face, deck) for note in notes(page, CARDS) for face in note.faces] for page in pages(own)]
    ordered = in_order(packs)
    assert len(ordered) == sum(map(len, packs))
    on_answers: dict[tuple[str, ...], list[tuple[int, Note]]] = {}
    for place, card in enumerate(ordered):
        for candidate in card.note.passages:
            on_answers.setdefault((card.note.path[1], candidate), []).append((place, card.note))
    assert len(on_answers) > 40
    for found in on_answers.values():
        pairs = [(two - one, _group(a), _group(b)) for (one, a), (two, b) in combinations(found, 2)]
        others = [pair for pair in pairs if pair[1] != pair[2]]
        assert [pair for pair in others if pair[0] < DAILY] == []
        assert {pair[1:] for pair in others} <= {("auto_fail", "fix_it"), ("auto_fail", "score"), ("fix_it", "score")}
    principles = [bare(card.note.fields["Principle"]) for card in ordered if _group(card.note) == "question"]
    assert list(dict.fromkeys(principles)) == [entry.title for entry in own.library.principles]


@pytest.mark.parametrize("ticked", [True, False])
def test_the_preset_brings_cards_in_order_if_the_learner_takes_it(
    own: Shelf, collection: Collection, tmp_path: Path, ticked: bool
) -> None:
    (tmp_path / "deck.apkg").write_bytes(package(own, CARDS))
    options = ImportAnkiPackageOptions(with_deck_configs=ticked)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(tmp_path / "deck.apkg"), options=options))
    root = collection.decks.id_for_name(own.library.title)
    assert root is not None
    preset = collection.decks.config_dict_for_deck_id(root)
    assert (preset["name"], preset["new"]["bury"]) == (("lpkit", True) if ticked else ("Default", False))
    if ticked:
        collection.decks.select(root)
        today = [entry.card.id for entry in collection.sched.get_queued_cards(fetch_limit=50).cards]
        assert today == list(collection.find_cards("", order="c.due asc"))[:DAILY]
    assert "Import any deck presets" in collection.decks.get(root)["desc"]


CHOICES = {
    "": {"auto_fail": 2, "fix_it": 1, "question": 2, "score": 2},
    "pools=practice,test": {"auto_fail": 2, "fix_it": 1, "question": 4, "score": 2},
    "pools=test kinds=question": {"question": 2},
    "kinds=question,fix-it packs=quiet-alarm": {"fix_it": 1, "question": 2},
    "pools=exam": "pools names exam, which is not known",
    "kinds=questions": "did you mean question?",
    "kinds=": "kinds has an empty name",
    "packs=quiet-alarms": "did you mean quiet-alarm?",
    "pool=test": "did you mean pools?",
}


@pytest.mark.parametrize("settings", CHOICES)
def test_settings_choose_cards(settings: str, lpkit: Callable[..., Any], tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parent.parent / "sample", tmp_path / "packs")
    given = [word for setting in settings.split() for word in ("--set", setting)]
    result = lpkit("export", "anki", "-o", "out", *given)
    expected = CHOICES[settings]
    if isinstance(expected, str):
        assert result.returncode == 2
        assert expected in result.stderr
        assert not (tmp_path / "out").exists()
        return
    assert result.returncode == 0, result.stderr
    with ZipFile(tmp_path / "out/sample.apkg") as file:
        file.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as connection:
        counts = connection.execute("select mid, count() from notes group by mid").fetchall()
    keys = {kind.id: kind.key for kind in NOTE_TYPES}
    assert {keys[number]: count for number, count in counts} == expected
