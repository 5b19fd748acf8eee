"""Canvas: a package of QTI 1.2 by the rules of Canvas's own importer, read by our importer and by pyslet."""

import json
import re
from copy import deepcopy
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from judging import run_judge
from packed import bare, members

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, RetiredItem, Since, Touched, load_exporter
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import Choice, ItemLibrary, gather
from lpkit_exporters.items.page import explained
from lpkit_exporters.qti12.names import answer_numbers
from project import Golden
from returning import came_back, drafts_of, nasty_corpus, said_of, seen

EXPORTER = load_exporter("canvas")
HERE = Path(__file__).parent
CORPORA = {"sample": ORIGINAL, "nasty": nasty_corpus()}
EVERYTHING = Selection(frozenset(("question", "score", "answer")), frozenset(("practice", "test")))
KEPT = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,99}")
"""What comes through Canvas's migration of QTI as it is: dots and colons do not."""
PARTS = ("practice", "test", "score", "answer")

each = pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)


def written(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def package(corpus: Corpus, **options: str) -> dict[str, Element]:
    files = members(written(corpus, **options)["sample.zip"])
    return {path: bare(ElementTree.fromstring(content)) for path, content in files.items()}


def library_of(corpus: Corpus) -> ItemLibrary:
    (library,) = gather(corpus, EVERYTHING)
    return library


def banks(files: dict[str, Element]) -> dict[str, Element]:
    return {
        str(root[0].get("ident")): root[0]
        for root in files.values()
        if root.tag == "questestinterop" and root[0].tag == "objectbank"
    }


def choices_of(corpus: Corpus) -> list[tuple[Choice, Element]]:
    found = [item for bank in banks(package(corpus)).values() for item in bank.iter("item")]
    found = [item for item in found if item.find("presentation/response_lid") is not None]
    return list(zip(library_of(corpus).items(), found, strict=True))


def metadata(node: Element) -> dict[str, str]:
    return {one.findtext("fieldlabel", ""): one.findtext("fieldentry", "") for one in node.iter("qtimetadatafield")}


@each
def test_items_are_as_canvas_writes_them(corpus: Corpus) -> None:
    for choice, item in choices_of(corpus):
        assert [child.tag for child in item if child.tag != "itemfeedback"] == [
            "itemmetadata", "presentation", "resprocessing",
        ]  # fmt: skip
        assert KEPT.fullmatch(item.get("ident", ""))
        assert 1 <= len(item.get("title", "")) <= 255
        labels = [str(label.get("ident")) for label in item.iter("response_label")]
        assert metadata(item) == {
            "question_type": "multiple_choice_question",
            "points_possible": "1.0",
            "original_answer_ids": ",".join(labels),
        }
        assert all(re.fullmatch("[1-9][0-9]{4}", label) for label in labels)
        assert len(set(labels)) == len(labels) == len(choice.options)
        (scored,) = [one for one in item.iter("respcondition") if one.find("setvar") is not None]
        assert scored.findtext("setvar") == "100"
        assert labels.index(scored.findtext("conditionvar/varequal", "")) == choice.options.index(choice.key)
        said = {str(one.get("ident")) for one in item.iter("itemfeedback")}
        assert said == {str(one.get("linkrefid")) for one in item.iter("displayfeedback")}
        assert said - {"general_fb"} == {
            f"{label}_fb" for label, option in zip(labels, choice.options, strict=True) if option.feedback
        }
        assert all(one.get("texttype") in {"text/html", "text/plain"} for one in item.iter("mattext"))
        for text in item.iter("mattext"):
            if text.get("texttype") == "text/html":
                ElementTree.fromstring(f"<div>{text.text}</div>")
            else:
                assert not set(text.text or "") & set("<>&\n")


@each
def test_each_quiz_draws_all_of_its_bank(corpus: Corpus) -> None:
    files = package(corpus)
    known = banks(files)
    assert [name.rpartition("_")[2] for name in known] == list(PARTS)
    for name, bank in known.items():
        assert metadata(bank)["bank_title"].startswith("Quiet an Alarm")
        assert bank[0].tag == "qtimetadata"
        quiz = name.replace("bank_", "quiz_", 1)
        assessment = files[f"{quiz}/{quiz}.xml"][0]
        meta = files[f"{quiz}/assessment_meta.xml"]
        assert assessment.get("ident") == meta.get("identifier") == quiz
        (selection,) = assessment.iter("selection")
        assert selection.findtext("sourcebank_ref") == name
        items = list(bank.iter("item"))
        assert selection.findtext("selection_number") == str(len(items))
        each = float(selection.findtext("selection_extension/points_per_item", ""))
        assert {float(metadata(item)["points_possible"]) for item in items} == {each}
        assert float(meta.findtext("points_possible", "")) == each * len(items)
        assert meta.findtext("available") == "false"
        strict = quiz.endswith("_test")
        assert meta.findtext("allowed_attempts") == ("1" if strict else "-1")
        assert metadata(assessment)["cc_maxattempts"] == ("1" if strict else "unlimited")


def test_a_quiz_shuffles_only_where_nothing_is_pinned() -> None:
    names = [f"quiz_sample_quiet-alarm_{part}/assessment_meta.xml" for part in PARTS[:3]]
    files = package(ORIGINAL)
    assert [files[name].findtext("shuffle_answers") for name in names] == ["false", "false", "false"]
    source = deepcopy(SOURCE)
    plain = [{"text": text, "why": None} for text in ("One", "Other")]
    first = {**source["pack"]["questions"][0], "options": plain, "answer": "One", "formerly": []}
    source["pack"]["questions"] = [first]
    free = package(corpus_of(source))
    assert [free[name].findtext("shuffle_answers") for name in (names[0], names[2])] == ["true", "false"]


@each
def test_the_manifest_names_every_file_once(corpus: Corpus) -> None:
    files = package(corpus)
    assert next(iter(files)) == "imsmanifest.xml"
    resources = list(files["imsmanifest.xml"].iter("resource"))
    named = [str(one.get("href")) for resource in resources for one in resource.iter("file")]
    assert sorted(named) == sorted(files.keys() - {"imsmanifest.xml"})
    identifiers = [str(one.get("identifier")) for one in (files["imsmanifest.xml"], *resources)]
    assert len(set(identifiers)) == len(identifiers)
    needed = {str(one.get("identifierref")) for one in files["imsmanifest.xml"].iter("dependency")}
    assert needed == {name for name in identifiers if name.startswith("meta_")}


@each
def test_our_importer_reads_what_was_asked(corpus: Corpus) -> None:
    read = drafts_of("qti", written(corpus, kinds="question")["sample.zip"])
    asked = [item for item in library_of(corpus).items() if item.kind == "question"]
    # Hints have no place of their own: they are read below the steps.
    assert [came_back(fields) for fields in read] == [
        {**said_of(item), "hint": "", "steps": seen(explained(item, with_hints=True))} for item in asked
    ]


def test_scores_are_read_back_too() -> None:
    read = drafts_of("qti", written(ORIGINAL, kinds="score")["sample.zip"])
    scores = [item for item in library_of(ORIGINAL).items() if item.kind == "score"]
    assert [fields["answer"] for fields in read] == [item.key.text.lines() for item in scores]


def test_an_essay_is_worth_its_rubric_and_says_afterwards_what_the_expert_scored() -> None:
    bank = banks(package(ORIGINAL, kinds="answer"))["bank_sample_quiet-alarm_answer"]
    (item,) = bank.iter("item")
    assert metadata(item) == {"question_type": "essay_question", "points_possible": "100.0"}
    (said,) = item.iter("itemfeedback")
    for candidate in ORIGINAL.shelves[0].packs[0].evaluate.candidates:
        assert f"Answer {candidate.id.upper()}: {candidate.total} of 100" in "".join(said.itertext())
        assert f"{candidate.total} of 100" not in "".join(item.find("presentation").itertext())  # type: ignore[union-attr]


def test_numbers_of_answers_follow_from_their_ids() -> None:
    (first, *_) = library_of(ORIGINAL).items()
    moved = Choice(**{name: getattr(first, name) for name in first.__slots__} | {"options": first.options[::-1]})  # type: ignore[arg-type]
    assert answer_numbers(moved) == answer_numbers(first)


def test_ids_that_fold_alike_or_are_too_long_are_told_apart() -> None:
    source = deepcopy(SOURCE)
    first = {**source["pack"]["questions"][0], "formerly": []}
    names = ["q" * 120 + "a", "q" * 120 + "b", "practice", "a-b", "a_b"]
    source["pack"]["questions"] = [{**first, "id": name} for name in names]
    found = [item.get("ident", "") for bank in banks(package(corpus_of(source))).values() for item in bank.iter("item")]
    assert len(set(found)) == len(found) == len(names) + 8 + 1
    assert all(KEPT.fullmatch(name) for name in found)


@pytest.mark.parametrize(("files", "names"), [("library", ["sample.zip"]), ("pack", ["sample/quiet-alarm.zip"])])
def test_a_package_for_each_library_or_pack(files: str, names: list[str]) -> None:
    made = written(ORIGINAL, files=files)
    assert list(made) == [*names, "README.md"]
    assert f"- `{names[0]}`: 13 questions" in made["README.md"].decode()
    assert made[names[0]] == written(ORIGINAL)["sample.zip"]


def test_the_files_are_as_committed(golden: Golden) -> None:
    made = written(ORIGINAL)
    whole = "".join(f"== {path}\n{content.decode()}" for path, content in members(made["sample.zip"]).items())
    golden(HERE / "golden" / "sample.txt", whole)
    golden(HERE / "golden" / "README.md", made["README.md"].decode())


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    assert written(nasty_corpus()) == written(nasty_corpus())
    assert list(written(Corpus(()))) == ["README.md"]
    with pytest.raises(LpkitError, match="kinds names essay"):
        written(ORIGINAL, kinds="essay")


def test_what_changed_and_what_is_gone() -> None:
    changed = (Touched("question", "quiet-alarm/alarm-principle", 1),)
    lost = (RetiredItem("question", "quiet-alarm/old", 1, "Guessed.", "alarm-figure", ""),)
    shelf = ORIGINAL.shelves[0]._replace(since=Since("v1.0", changed, lost))
    files = written(Corpus((shelf,)))
    assert list(files) == ["sample.zip", "README.md", "changes.json"]
    (bank,) = banks(package(Corpus((shelf,)))).values()
    assert [item.get("ident") for item in bank.iter("item")] == ["sample_quiet-alarm_alarm-principle"]
    assert "- `sample/quiet-alarm/old`. Guessed. See `alarm-figure`\n" in files["README.md"].decode()


def test_pyslet_reads_every_item(tmp_path: Path) -> None:
    file, found = tmp_path / "package.zip", tmp_path / "found.json"
    file.write_bytes(written(CORPORA["nasty"])["sample.zip"])
    run_judge("read_by_pyslet_1.py", "pyslet", "pyslet", str(file), str(found))
    read: dict[str, dict[str, None]] = json.loads(found.read_text(encoding="utf-8"))
    for choice, item in choices_of(CORPORA["nasty"]):
        assert list(read[item.get("ident", "")]) == list(answer_numbers(choice).values())
