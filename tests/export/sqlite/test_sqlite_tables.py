"""The database holds what the bundle holds, every reference leads somewhere, and search finds words."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from lpkit.export import Corpus, Shelf, load_exporter
from lpkit.model import Library, Pack

Opened = Callable[[Corpus], sqlite3.Connection]
PACK = "sample/quiet-alarm"
COUNTS = {
    "question": lambda pack: len(pack["questions"]),
    "option": lambda pack: sum(len(entry["options"]) for entry in pack["questions"]),
    "step": lambda pack: sum(len(entry["steps"]) for entry in pack["questions"]),
    "mistake": lambda pack: sum(len(entry["mistakes"]) for entry in pack["questions"]),
    "candidate": lambda pack: len(pack["evaluate"]["candidates"]),
    "score": lambda pack: sum(len(entry["scores"]) for entry in pack["evaluate"]["candidates"]),
    "auto_fail": lambda pack: sum(len(entry["auto_fails"]) for entry in pack["evaluate"]["candidates"]),
    "calibration": lambda pack: len(pack["evaluate"]["calibration"]),
    "fix_it": lambda pack: len(pack["fix_its"]),
    "concept": lambda pack: len(pack["concepts"]),
    "coaching": lambda pack: len(pack["coaching"]),
    "tag": lambda pack: len(pack["tags"]),
    "score_first": lambda pack: len(pack["evaluate"]["score_first"]),
}


def bundled(corpus: Corpus) -> Any:
    """Give the only pack as the JSON export has it."""
    files = {artifact.path: artifact.content for artifact in load_exporter("json").render(corpus, {})}
    return json.loads(files["packs/sample/quiet-alarm.json"])


def count(database: sqlite3.Connection, table: str) -> int:
    return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def with_pack(corpus: Corpus, change: Callable[[Any], None]) -> Corpus:
    """Change the only pack as plain data."""
    (shelf,) = corpus.shelves
    data = shelf.packs[0].model_dump(mode="json")
    change(data)
    return Corpus((Shelf(shelf.library, (Pack.model_validate(data),)),))


def test_a_row_for_each_thing(corpus: Corpus, opened: Opened) -> None:
    pack, database = bundled(corpus), opened(corpus)
    expected = {table: counted(pack) for table, counted in COUNTS.items()}
    assert {table: count(database, table) for table in COUNTS} == expected
    assert all(expected[table] for table in ("question", "option", "score", "auto_fail", "fix_it", "calibration"))


def test_questions_are_those_of_the_bundle(corpus: Corpus, opened: Opened) -> None:
    database = opened(corpus)
    for place, entry in enumerate(bundled(corpus)["questions"]):
        at = f"{PACK}/{entry['id']}"
        found = database.execute("SELECT place, stem, excerpt, hash FROM question WHERE id = ?", (at,)).fetchall()
        assert found == [(place, entry["stem"], entry["excerpt"], entry["hash"])]
        query = "SELECT place, name, text, correct FROM option WHERE question = ? ORDER BY shown"
        options = {option["id"]: (place, option) for place, option in enumerate(entry["options"])}
        assert database.execute(query, (at,)).fetchall() == [
            (place, name, option["text"], option["correct"])
            for name in entry["shuffled"]
            for place, option in [options[name]]
        ]


def test_places_of_quotes_are_those_of_sqlite(corpus: Corpus, opened: Opened) -> None:
    """`substr` counts code points from 1."""
    query = """
    SELECT quote, substr(answer, quote_start + 1, quote_end - quote_start) FROM auto_fail
    JOIN candidate ON candidate.id = auto_fail.candidate
    """
    found = opened(corpus).execute(query).fetchall()
    assert found
    assert all(passage[:8] == quote[:8] and passage[-3:] != "" for quote, passage in found)


@pytest.mark.parametrize(
    "change",
    [
        lambda pack: pack.update(tags=[]),
        lambda pack: pack.update(principle="gone", level="gone"),
        lambda pack: pack["evaluate"].update(rubric="gone"),
        lambda pack: pack["evaluate"]["candidates"][0].update(verdict="gone", scores={"gone": 3}),
        lambda pack: pack["evaluate"]["candidates"][0]["auto_fails"][0].update(marker="gone"),
        lambda pack: pack["fix_its"][0].update(candidate="gone"),
        lambda pack: pack["model_answer"].update(candidate="gone"),
        lambda pack: pack["evaluate"].update(
            rubric=[{"id": "own", "title": "Own", "weight": 100, "looks_for": "All.", "expects": None}]
        ),
    ],
    ids=["no tags", "principle", "rubric", "verdict", "marker", "fix-it", "model answer", "a rubric of its own"],
)
def test_every_reference_leads_somewhere(corpus: Corpus, opened: Opened, change: Callable[[Any], None]) -> None:
    database = opened(with_pack(corpus, change))
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert count(database, "pack") == 1
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute("DELETE FROM pack")


def test_search_finds_words_without_their_accents(corpus: Corpus, opened: Opened) -> None:
    database = opened(with_pack(corpus, lambda pack: pack["questions"][0].update(stem="Wo ist das Café, “bitte”?")))
    found = database.execute("SELECT kind, id, pack FROM search WHERE search MATCH 'cafe'").fetchall()
    first = bundled(corpus)["questions"][0]["id"]
    assert found == [("question", f"{PACK}/{first}", PACK)]
    kinds = {kind for (kind,) in database.execute("SELECT DISTINCT kind FROM search")}
    assert kinds == {"principle", "marker", "pack", "concept", "coaching", "answer", "fix-it", "question"}
    for kind, at in database.execute("SELECT kind, id FROM search").fetchall():
        table = {"answer": "candidate", "fix-it": "fix_it"}.get(kind, kind)
        assert count(database, f"{table} WHERE id = '{at}'") == 1


def test_views_answer_the_usual_questions(corpus: Corpus, opened: Opened) -> None:
    pack, database = bundled(corpus), opened(corpus)
    rows = database.execute("SELECT * FROM questions_by_principle_and_difficulty").fetchall()
    assert sum(row[-1] for row in rows) == len(pack["questions"])
    assert {(pool, difficulty) for _, _, pool, difficulty, _ in rows} == {
        (entry["pool"], entry["difficulty"]) for entry in pack["questions"]
    }
    keys = database.execute("SELECT key_shown_at, options, answer FROM questions_with_key").fetchall()
    for (shown, options, answer), entry in zip(keys, pack["questions"], strict=True):
        assert (options, answer) == (len(entry["options"]), entry["answer"])
        key = next(option["id"] for option in entry["options"] if option["correct"])
        assert entry["shuffled"].index(key) == shown
    verdicts = database.execute("SELECT total, verdict, passes FROM answers_with_verdict").fetchall()
    assert verdicts == [
        (entry["total"], entry["verdict"]["title"], entry["verdict"]["passes"])
        for entry in pack["evaluate"]["candidates"]
    ]
    points = {row[0].rpartition("/")[2]: row[3:] for row in database.execute("SELECT * FROM points_by_dimension")}
    given = [entry["scores"]["impact"] for entry in pack["evaluate"]["candidates"]]
    assert points["impact"] == (len(given), min(given), round(sum(given) / len(given), 1), max(given))
    assert dict(database.execute("SELECT title, answers FROM answers_by_marker"))["Manager-directed task"] == 1


HOSTILE = ["'; DROP TABLE pack; --", 'a "quoted" NEAR/2 word*', "nul \0 byte", "line\nbreak\ttab"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_texts(corpus: Corpus, opened: Opened, text: str) -> None:
    (shelf,) = corpus.shelves
    question = shelf.packs[0].questions[0].model_copy(update={"stem": text})
    pack = shelf.packs[0].model_copy(update={"questions": [question]})
    database = opened(Corpus((Shelf(shelf.library, (pack,)),)))
    (stem,) = database.execute("SELECT stem FROM question").fetchone()
    assert stem == text
    assert count(database, "pack") == 1


def test_two_libraries_with_the_same_ids(corpus: Corpus, opened: Opened) -> None:
    (shelf,) = corpus.shelves
    other = Library.model_validate(shelf.library.model_dump(mode="json", by_alias=True) | {"id": "second"})
    database = opened(Corpus((shelf, Shelf(other, shelf.packs))))
    assert count(database, "pack") == 2
    assert count(database, "question") == 2 * len(shelf.packs[0].questions)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_empty_corpus_is_a_database_too(opened: Opened) -> None:
    database = opened(Corpus(()))
    assert count(database, "library") == count(database, "questions_with_key") == 0
