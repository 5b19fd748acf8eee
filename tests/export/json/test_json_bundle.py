"""What the bundle says about the sample library."""

import json
from collections.abc import Iterator
from typing import Any

from lpkit.corpus.content import arrange
from lpkit.export import Corpus, Shelf, load_exporter
from lpkit.model import Question
from lpkit_exporters.bundle.pack import question_entry

EXPORTER = load_exporter("json")
PACK = "packs/sample/quiet-alarm.json"


def written(corpus: Corpus) -> dict[str, Any]:
    files = {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, {})}
    return {path: json.loads(content) for path, content in files.items() if path.endswith(".json")}


def leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from leaves(entry)
    elif value is not None:
        yield value


def keys(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for key, entry in value.items():
            yield (*path, key)
            yield from keys(entry, (*path, key))
    elif isinstance(value, list):
        for entry in value:
            yield from keys(entry, path)


def with_questions(corpus: Corpus, **update: Any) -> Corpus:
    """Change the first question of the only pack."""
    shelf = corpus.shelves[0]
    pack = shelf.packs[0]
    first = pack.questions[0].model_copy(update=update)
    changed = pack.model_copy(update={"questions": [first, *pack.questions[1:]]})
    return Corpus((Shelf(shelf.library, (changed,)),))


def test_the_same_bytes_twice(corpus: Corpus) -> None:
    first, second = (list(EXPORTER.render(corpus, {})) for _ in range(2))
    assert first == second
    for artifact in first[:-1]:
        text = artifact.content.decode()
        assert text.endswith("}\n")
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_order_of_reading_does_not_matter(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    other = shelf.packs[0].model_copy(update={"id": "another", "principle": "curiosity"})
    shuffled = [(shelf.library, [other, *shelf.packs]), (shelf.library, [*shelf.packs, other])]
    first, second = (list(EXPORTER.render(arrange([entry]), {})) for entry in shuffled)
    assert first == second


def test_nothing_of_a_pack_is_dropped(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    file = written(corpus)[PACK]
    source = shelf.packs[0].model_dump(mode="json")
    assert set(leaves(source)) <= set(leaves(file))
    assert set(keys(source)) <= set(keys(file))
    for kept in ("concepts", "fix_its", "model_answer", "retired"):
        assert file[kept] == source[kept]
    assert [note["text"] for note in file["coaching"]] == source["coaching"]


def test_nothing_of_a_library_is_dropped(corpus: Corpus) -> None:
    source = corpus.shelves[0].library.model_dump(mode="json", by_alias=True, exclude={"format"})
    entry = written(corpus)["index.json"]["libraries"][0]
    assert set(leaves(source)) <= set(leaves(entry))
    assert set(keys(source)) <= set(keys(entry))


def test_index_lists_the_pack(corpus: Corpus) -> None:
    files = written(corpus)
    (entry,) = files["index.json"]["libraries"][0]["packs"]
    assert entry["path"] == PACK
    assert entry["hash"] == files[PACK]["hash"]
    assert entry["questions"]["practice"] == {"easy": 1, "medium": 1, "hard": 0}
    assert entry["questions"]["total"] == 4


def test_references_are_resolved(corpus: Corpus) -> None:
    file = written(corpus)[PACK]
    first = file["evaluate"]["candidates"][0]
    assert file["principle"]["title"] == "Ownership"
    assert file["evaluate"]["score_first"][1] == {"id": "impact", "title": "Impact"}
    assert first["verdict"] == {"id": "no-hire", "title": "No Hire", "passes": False}
    assert first["computed_total"] == first["total"] == 19
    assert first["auto_fails"][0]["marker"]["dimension"]["title"] == "Ownership signal"
    assert [(band["from"], band["to"]) for band in file["verdicts"]] == [
        (0, 39),
        (40, 59),
        (60, 84),
        (85, 100),
    ]


def test_own_rubric_of_a_pack(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    pack = shelf.packs[0]
    evaluate = pack.evaluate.model_copy(update={"rubric": shelf.library.rubrics[0].dimensions})
    changed = pack.model_copy(update={"evaluate": evaluate})
    rubric = written(Corpus((Shelf(shelf.library, (changed,)),)))[PACK]["evaluate"]["rubric"]
    assert rubric["id"] is None
    assert rubric["weight"] == 100


def test_passages_give_the_answer_back(corpus: Corpus) -> None:
    for candidate in written(corpus)[PACK]["evaluate"]["candidates"]:
        assert "".join(passage["text"] for passage in candidate["passages"]) == candidate["answer"]
        found = {place for passage in candidate["passages"] for place in passage["auto_fails"]}
        assert found == set(range(len(candidate["auto_fails"])))


def test_unknown_references_stand_for_themselves(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    pack = shelf.packs[0].model_copy(update={"principle": "gone", "level": "gone"})
    file = written(Corpus((Shelf(shelf.library, (pack,)),)))[PACK]
    assert file["principle"]["title"] == file["level"]["title"] == "gone"


def test_hash_follows_content_and_nothing_else(corpus: Corpus) -> None:
    before = written(corpus)[PACK]
    after = written(with_questions(corpus, hint="Another hint."))[PACK]
    assert before["hash"] != after["hash"]
    changed = [a["id"] for a, b in zip(before["questions"], after["questions"], strict=True) if a["hash"] != b["hash"]]
    assert changed == [before["questions"][0]["id"]]


def test_options_are_shuffled_by_id_alone(corpus: Corpus) -> None:
    questions = written(corpus)[PACK]["questions"]
    edited = written(with_questions(corpus, stem="Another stem?"))[PACK]["questions"]
    assert [q["shuffled"] for q in questions] == [q["shuffled"] for q in edited]
    ids = {q["id"]: [option["id"] for option in q["options"]] for q in questions}
    assert all(sorted(q["shuffled"]) == sorted(ids[q["id"]]) for q in questions)
    assert next(q for q in questions if q["id"] == "alarm-figure")["shuffled"] == ids["alarm-figure"]


def test_the_key_lands_everywhere(corpus: Corpus) -> None:
    question: Question = corpus.shelves[0].packs[0].questions[2]
    free = [option.model_copy(update={"pinned": False}) for option in question.options]
    first = question.model_copy(update={"options": free})
    places = [0, 0, 0, 0]
    for number in range(400):
        shown = question_entry(first.model_copy(update={"id": f"q-{number}"}), "en").shown()
        places[[option.correct for option in shown].index(True)] += 1
    assert all(70 <= place <= 130 for place in places), places


def test_nothing_is_lost(corpus: Corpus) -> None:
    assert list(EXPORTER.losses(corpus)) == []
    assert list(written(Corpus(()))) == ["index.json"]
