"""Rows, times and HTML: what the settings of the json exporter add, and what library.lock tells."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from added import kinds_of
from jsonschema import Draft202012Validator

from lpkit.export import Corpus, Shelf, load_exporter, render_markdown
from lpkit.model import Advice
from lpkit_exporters.bundle.text import data_line
from lpkit_importers.json import importer

EXPORTER = load_exporter("json")
PACK = "packs/sample/quiet-alarm.json"


def written(corpus: Corpus, **options: str) -> dict[str, Any]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def pack_of(corpus: Corpus, **options: str) -> Any:
    return json.loads(written(corpus, **options)[PACK])


def rows(corpus: Corpus, name: str) -> list[Any]:
    return [json.loads(line) for line in written(corpus, rows="true")[name].splitlines()]


def with_times(corpus: Corpus, times: dict[tuple[str, str], int]) -> Corpus:
    (shelf,) = corpus.shelves
    return Corpus((Shelf(shelf.library, shelf.packs, times),))


def test_a_line_is_one_for_all_who_read_lines() -> None:
    row = {"text": "a\x85b\u2028c\u2029d\x0be"}
    (line,) = data_line(row).decode().splitlines()
    assert json.loads(line) == row


def test_questions_as_rows_are_the_questions_of_the_packs(corpus: Corpus) -> None:
    questions = pack_of(corpus)["questions"]
    assert len(questions) > 2
    for row, question in zip(rows(corpus, "questions.jsonl"), questions, strict=True):
        named = {option["id"]: option for option in question["options"]}
        shown = [named[name] for name in question["shuffled"]]
        assert row["option_ids"] == question["shuffled"]
        assert row["options"] == [option["text"] for option in shown]
        assert row["whys"] == [option["why"] for option in shown]
        assert row["options"][row["key"]] == row["answer"] == question["answer"]
        assert (row["id"], row["hash"], row["hint"]) == (question["id"], question["hash"], question.get("hint"))
        assert (row["library"], row["pack"], row["principle_title"]) == ("sample", "quiet-alarm", "Ownership")


def test_answers_as_rows_tell_scores_and_where_markers_stand(corpus: Corpus) -> None:
    evaluate = pack_of(corpus)["evaluate"]
    quoted = 0
    for row, candidate in zip(rows(corpus, "answers.jsonl"), evaluate["candidates"], strict=True):
        assert {score["dimension"]: score["points"] for score in row["scores"]} == candidate["scores"]
        assert [score["dimension"] for score in row["scores"]] == [
            dimension["id"] for dimension in evaluate["rubric"]["dimensions"]
        ]
        assert sum(score["points"] for score in row["scores"]) == row["total"]
        reasons = {score["dimension"]: score["reason"] for score in row["scores"] if score["reason"]}
        assert reasons == candidate.get("reasons", {})
        for finding in row["auto_fails"]:
            found = straight(row["answer"][finding["start"] : finding["end"]])
            pieces = straight(finding["quote"]).split(" … ")
            assert found.startswith(pieces[0])
            assert found.endswith(pieces[-1])
            quoted += 1
    assert quoted


def straight(text: str) -> str:
    return " ".join(text.replace("“", '"').replace("”", '"').split())


def test_places_count_code_points(corpus: Corpus) -> None:
    (shelf,) = corpus.shelves
    pack = shelf.packs[0]
    first, *others = pack.evaluate.candidates
    spoken = first.model_copy(update={"answer": "\N{FIRE}\N{COMBINING ACUTE ACCENT} " + first.answer})
    evaluate = pack.evaluate.model_copy(update={"candidates": [spoken, *others]})
    changed = Corpus((Shelf(shelf.library, (pack.model_copy(update={"evaluate": evaluate}),)),))
    before, after = (rows(found, "answers.jsonl")[0]["auto_fails"] for found in (corpus, changed))
    assert [finding["start"] + 3 for finding in before] == [finding["start"] for finding in after]


def test_a_quote_that_is_not_there_has_no_place(corpus: Corpus) -> None:
    (shelf,) = corpus.shelves
    pack = shelf.packs[0]
    first, *others = pack.evaluate.candidates
    spoken = first.model_copy(update={"answer": "Something else."})
    evaluate = pack.evaluate.model_copy(update={"candidates": [spoken, *others]})
    changed = Corpus((Shelf(shelf.library, (pack.model_copy(update={"evaluate": evaluate}),)),))
    assert {(found["start"], found["end"]) for found in rows(changed, "answers.jsonl")[0]["auto_fails"]} == {
        (None, None)
    }


def test_rewrites_as_rows(corpus: Corpus) -> None:
    expected = [{key: entry[key] for key in ("id", "before", "after")} for entry in pack_of(corpus)["fix_its"]]
    found = rows(corpus, "fix_its.jsonl")
    assert [{key: row[key] for key in ("id", "before", "after")} for row in found] == expected
    assert {row["candidate"] for row in found} <= {row["id"] for row in rows(corpus, "answers.jsonl")}


TIMES = {
    ("question", "quiet-alarm/alarm-figure"): 1_767_225_600,
    ("fix-it", "quiet-alarm/own-start"): 1_769_904_000,
    ("candidate", "quiet-alarm/a"): 0,
    ("pack", "quiet-alarm"): 86_399,
    ("question", "quiet-alarm-2/alarm-figure"): 1_800_000_000,
    ("marker", "manager-directed"): 1_709_251_199,
}


def test_times_are_those_of_the_lock(corpus: Corpus) -> None:
    dated = with_times(corpus, TIMES)
    pack, index = pack_of(dated), json.loads(written(dated)["index.json"])
    found = {entry["id"]: entry.get("changed_at") for entry in (*pack["questions"], *pack["evaluate"]["candidates"])}
    assert {name: time for name, time in found.items() if time} == {
        "alarm-figure": "2026-01-01T00:00:00Z",
        "a": "1970-01-01T00:00:00Z",
    }
    assert next(entry["changed_at"] for entry in pack["fix_its"] if entry["id"] == "own-start") == pack["changed_at"]
    (library,) = index["libraries"]
    assert library["packs"][0]["changed_at"] == pack["changed_at"] == "2026-02-01T00:00:00Z"
    assert library["markers"][0]["changed_at"] == "2024-02-29T23:59:59Z"


def test_times_are_in_no_hash(corpus: Corpus) -> None:
    plain, dated = pack_of(corpus), pack_of(with_times(corpus, TIMES))
    assert plain["hash"] == dated["hash"]
    assert [entry["hash"] for entry in plain["questions"]] == [entry["hash"] for entry in dated["questions"]]
    assert "changed_at" not in json.dumps(plain)


def test_what_is_computed_comes_back_as_nothing(corpus: Corpus) -> None:
    """`lpkit import json` reads the same from an export with all that the settings and the lock add."""
    both = (written(corpus)[PACK], written(with_times(corpus, TIMES), html="true")[PACK])
    plain, full = (importer.read(content, {}) for content in both)
    assert (full.drafts, full.notes) == (plain.drafts, ())
    assert full.drafts


def pairs(value: Any) -> Iterator[tuple[Any, Any]]:
    """Give every text of a file with its HTML."""
    if isinstance(value, dict):
        for name, entry in value.items():
            if f"{name}_html" in value:
                yield entry, value[f"{name}_html"]
            yield from pairs(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from pairs(entry)


def test_prose_has_its_html_beside_it_and_nothing_else_changes(corpus: Corpus) -> None:
    plain, both = pack_of(corpus), pack_of(corpus, html="true")
    found = list(pairs(both))
    assert len(found) > 20
    for text, html in found:
        if isinstance(text, list):
            assert html == [render_markdown(entry) for entry in text]
        elif isinstance(text, dict):
            assert html == {name: render_markdown(entry) for name, entry in text.items()}
        else:
            assert html == (None if text is None else render_markdown(text))
    assert without_html(both) == plain


def without_html(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_html(entry) for name, entry in value.items() if not name.endswith("_html")}
    return [without_html(entry) for entry in value] if isinstance(value, list) else value


def test_html_beside_every_key_that_holds_markdown(corpus: Corpus) -> None:
    """The schema of the writer with each `_html` made a must is what the export fits."""
    for artifact in EXPORTER.render(corpus, {"rows": "true", "html": "true", "jsonl": "true"}):
        for kind, data in kinds_of(artifact):
            schema = json.loads(json.dumps(EXPORTER.schemas[f"export-{kind}.schema.json"]))
            for shape in (schema, *schema["$defs"].values()):
                names = shape["properties"].keys()
                both = {name: [f"{name}_html"] for name in names if f"{name}_html" in names}
                shape["dependentRequired"] = both
            Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "[x](javascript:alert(1))", '<img src=x onerror="alert(1)">', "</p>&lt;"]
)
def test_html_is_safe(corpus: Corpus, hostile: str) -> None:
    (shelf,) = corpus.shelves
    pack = shelf.packs[0].model_copy(update={"coaching": [Advice(text=hostile)]})
    (note,) = pack_of(Corpus((Shelf(shelf.library, (pack,)),)), html="true")["coaching"]
    html = note["text_html"]
    assert html.startswith("<p>")
    assert not {"<script", "<img", "href", "</p>&lt;"} & {html[3:-4][place:][:7] for place in range(len(html))}
    assert "<" not in html[3:-4]


def test_rows_of_questions_come_back(corpus: Corpus) -> None:
    """Their stem is no prompt, their difficulty no level, and reasons stand beside their options."""
    found = importer.read(written(corpus, rows="true")["questions.jsonl"], {})
    asked = {question.id: question for shelf in corpus.shelves for pack in shelf.packs for question in pack.questions}
    assert len(found.drafts) == len(asked) > 0
    for draft in found.drafts:
        question = asked[draft.fields["id"]]
        for name in ("pool", "difficulty", "stem", "answer", "steps", "mistakes"):
            assert draft.fields[name] == getattr(question, name), name
        assert (draft.fields["hint"], draft.fields["excerpt"]) == (question.hint or "", question.excerpt or "")
        read = [(one, None) if isinstance(one, str) else (one["text"], one["why"]) for one in draft.fields["options"]]
        assert {*read} == {(option.text, option.why) for option in question.options}
