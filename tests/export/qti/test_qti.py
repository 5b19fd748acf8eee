"""QTI 2.1 and 3.0: by their rules, read by our importer, by pyslet and qti-convert, played by qti-components."""

import json
import os
import re
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from judging import run_judge
from packed import flat, members, spelt
from playwright.sync_api import Browser

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, RetiredItem, Since, Touched, load_exporter
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import Choice, ItemLibrary, gather
from project import PATIENCE, Golden
from returning import came_back, drafts_of, nasty_corpus, said_of

EXPORTER = load_exporter("qti")
HERE = Path(__file__).parent
VERSIONS = ("2.1", "3.0")
CORPORA = {"sample": ORIGINAL, "nasty": nasty_corpus()}
EVERYTHING = Selection(frozenset(("question", "score", "answer")), frozenset(("practice", "test")))
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,99}")
HTML = {"a", "blockquote", "br", "code", "div", "em", "li", "ol", "p", "pre", "strong", "ul"}
"""Elements for readers that both versions have."""
ITEM_PARTS = ("responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback")
"""The parts of an item in the order that the schemas ask for."""


def written(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def package(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return members(written(corpus, **options)["sample.zip"])


def library_of(corpus: Corpus) -> ItemLibrary:
    (library,) = gather(corpus, EVERYTHING)
    return library


def items_of(corpus: Corpus, version: str) -> list[tuple[Choice, Element]]:
    """Give the choices, each with the item that became of it."""
    found = [spelt(content) for path, content in package(corpus, version=version).items() if path.startswith("items/")]
    choices = [item for item in found if item.find("itemBody/choiceInteraction") is not None]
    return list(zip(library_of(corpus).items(), choices, strict=True))


both = pytest.mark.parametrize("version", VERSIONS)
each = pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)


@both
@each
def test_items_keep_the_rules(corpus: Corpus, version: str) -> None:
    for choice, item in items_of(corpus, version):
        assert [part for part, _ in Counter(child.tag for child in item).items()] == [
            part for part in ITEM_PARTS if item.find(part) is not None
        ]
        options = [option.get("identifier", "") for option in item.iter("simpleChoice")]
        assert len(set(options)) == len(options) == len(choice.options)
        (right,) = [value.text for value in item.findall("responseDeclaration/correctResponse/value")]
        assert options.index(str(right)) == choice.options.index(choice.key)
        outcomes = {one.get("identifier") for one in item.findall("outcomeDeclaration")}
        assert {one.get("identifier") for one in item.iter("setOutcomeValue")} <= outcomes
        assert {one.get("outcomeIdentifier") for one in item.findall("modalFeedback")} <= outcomes
        names = {one.get("identifier", "") for one in item.findall("modalFeedback")}
        assert names <= {*options, "GENERAL_FB", "INCORRECT_HINT"}
        assert all(IDENTIFIER.fullmatch(name) for name in (item.get("identifier", ""), *options, *names))
        assert 1 <= len(item.get("title", "")) <= 255
        shown = [*item.iter("div"), *item.iter("simpleChoice"), *item.iter("modalFeedback")]
        used = {node.tag for root in shown for node in root.iter()} - {"simpleChoice", "modalFeedback", "contentBody"}
        assert used <= HTML
        assert {name for root in shown for node in root.iter() if node.tag in HTML for name in node.attrib} <= {"href"}


@both
def test_what_is_pinned_stays_and_the_rest_is_shuffled(version: str) -> None:
    seen = set()
    for choice, item in items_of(ORIGINAL, version):
        interaction = item.find("itemBody/choiceInteraction")
        assert interaction is not None
        fixed = [option.get("fixed") == "true" for option in interaction]
        assert fixed == [option.pinned for option in choice.options]
        assert (interaction.get("shuffle") == "true") == (not all(fixed))
        seen.add((any(fixed), all(fixed)))
    assert seen == {(False, False), (True, False), (True, True)}


@both
@each
def test_the_manifest_names_every_file_once(corpus: Corpus, version: str) -> None:
    files = package(corpus, version=version)
    assert next(iter(files)) == "imsmanifest.xml"
    root = spelt(files["imsmanifest.xml"])
    resources = list(root.iter("resource"))
    assert sorted(str(one.get("href")) for one in resources) == sorted(files.keys() - {"imsmanifest.xml"})
    identifiers = [str(one.get("identifier")) for one in (root, *resources)]
    assert len(set(identifiers)) == len(identifiers)
    assert {str(one.get("type")) for one in resources} == {
        f"imsqti_{kind}_xmlv{version.replace('.', 'p')}" for kind in ("item", "test")
    }
    named = {one.get("identifier"): one for one in resources}
    for one in resources:
        document = spelt(files[str(one.get("href"))])
        assert document.get("identifier") == one.get("identifier")
        needed = [str(dependency.get("identifierref")) for dependency in one.iter("dependency")]
        if document.tag != "assessmentTest":
            assert needed == []
            continue
        refs = list(document.iter("assessmentItemRef"))
        assert [ref.get("identifier") for ref in refs] == needed
        for ref in refs:
            path = os.path.normpath(f"{os.path.dirname(str(one.get('href')))}/{ref.get('href')}")  # noqa: PTH120
            assert path == named[ref.get("identifier")].get("href")


@both
def test_tags_and_difficulty_are_in_the_manifest(version: str) -> None:
    root = spelt(package(ORIGINAL, version=version, kinds="question")["imsmanifest.xml"])
    first = next(root.iter("resource"))
    words = [one.findtext("string", "") for one in first.iter("keyword")]
    (choice, *_) = library_of(ORIGINAL).items()
    assert words == [":".join(tag) for tag in choice.tags]
    levels = [one.findtext("difficulty/value") for one in root.iter("educational")]
    assert levels == ["easy", "medium", "easy", "medium"]


@both
@each
def test_our_importer_reads_what_was_asked(corpus: Corpus, version: str) -> None:
    read = drafts_of("qti", written(corpus, version=version, kinds="question")["sample.zip"])
    asked = [said_of(item) for item in library_of(corpus).items() if item.kind == "question"]
    assert [came_back(fields) for fields in read] == asked


@both
def test_scores_are_read_back_too(version: str) -> None:
    read = drafts_of("qti", written(ORIGINAL, version=version, kinds="score")["sample.zip"])
    scores = [item for item in library_of(ORIGINAL).items() if item.kind == "score"]
    assert [fields["answer"] for fields in read] == [item.key.text.lines() for item in scores]


@both
def test_a_person_scores_an_answer_by_a_rubric_that_learners_do_not_see(version: str) -> None:
    files = package(ORIGINAL, version=version, kinds="answer")
    item = spelt(files["items/sample.quiet-alarm.xml"])
    (rubric,) = item.iter("rubricBlock")
    assert rubric.get("view") == "scorer tutor"
    said = " ".join("".join(rubric.itertext()).split())
    for candidate in ORIGINAL.shelves[0].packs[0].evaluate.candidates:
        assert f"Answer {candidate.id.upper()}: {candidate.total} of 100" in said
    assert item.find("itemBody/extendedTextInteraction") is not None
    assert [one.findtext("defaultValue/value") for one in item.iter("outcomeDeclaration")] == ["0", "100", None]
    (score, *_) = item.iter("outcomeDeclaration")
    assert score.get("externalScored") == ("human" if version == "3.0" else None)


@both
def test_a_test_asks_once_and_practice_as_often_as_one_likes(version: str) -> None:
    files = package(ORIGINAL, version=version)
    tests = {path: spelt(content) for path, content in files.items() if path.startswith("tests/")}
    assert list(tests) == [
        f"tests/test.sample.quiet-alarm.{part}.xml" for part in ("practice", "test", "score", "answer")
    ]
    for path, test in tests.items():
        strict = path.endswith(".test.xml")
        (part,), (control,), (section,) = (
            list(test.iter(tag)) for tag in ("testPart", "itemSessionControl", "assessmentSection")
        )
        assert part.get("submissionMode") == ("simultaneous" if strict else "individual")
        assert control.get("maxAttempts") == ("1" if strict else "0")
        assert [child.tag for child in section][:2] == ["ordering", "rubricBlock"]
        assert "Ownership" in "".join(section.itertext())


def test_ids_that_fold_alike_or_are_too_long_are_told_apart() -> None:
    source = deepcopy(SOURCE)
    first = {**source["pack"]["questions"][0], "formerly": []}
    names = ["q" * 120 + "a", "q" * 120 + "b", "practice", "a-b", "a_b"]
    source["pack"]["questions"] = [{**first, "id": name} for name in names]
    root = spelt(package(corpus_of(source))["imsmanifest.xml"])
    identifiers = [str(one.get("identifier")) for one in root.iter("resource")]
    assert len(set(identifiers)) == len(identifiers) == len(names) + 8 + 1 + 3
    assert max(map(len, identifiers)) == 100


@pytest.mark.parametrize(("files", "names"), [("library", ["sample.zip"]), ("pack", ["sample/quiet-alarm.zip"])])
def test_a_package_for_each_library_or_pack(files: str, names: list[str]) -> None:
    made = written(ORIGINAL, files=files)
    assert list(made) == [*names, "README.md"]
    assert f"- `{names[0]}`: 13 questions" in made["README.md"].decode()
    assert members(made[names[0]]) == package(ORIGINAL)


@both
def test_the_files_are_as_committed(version: str, golden: Golden) -> None:
    files = package(ORIGINAL, version=version, kinds="question,score,answer" if version == "2.1" else "question")
    whole = "".join(f"== {path}\n{content.decode()}" for path, content in files.items())
    golden(HERE / "golden" / f"version-{version}.txt", whole)
    golden(HERE / "golden" / f"readme-{version}.md", written(ORIGINAL, version=version)["README.md"].decode())


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    assert written(nasty_corpus()) == written(nasty_corpus())
    assert list(written(Corpus(()))) == ["README.md"]
    with pytest.raises(LpkitError, match=r"version is 2\.2"):
        written(ORIGINAL, version="2.2")


def test_what_changed_and_what_is_gone() -> None:
    changed = (Touched("question", "quiet-alarm/alarm-principle", 1),)
    lost = (
        RetiredItem("question", "quiet-alarm/old", 1, "Guessed.", "alarm-figure", ""),
        RetiredItem("candidate", "quiet-alarm/c", 1, None, None, ""),
    )
    shelf = ORIGINAL.shelves[0]._replace(since=Since("v1.0", changed, lost))
    files = written(Corpus((shelf,)))
    assert list(files) == ["sample.zip", "README.md", "changes.json"]
    assert list(members(files["sample.zip"])) == [
        "imsmanifest.xml", "items/sample.quiet-alarm.alarm-principle.xml", "tests/test.sample.quiet-alarm.practice.xml",
    ]  # fmt: skip
    told = files["README.md"].decode()
    assert "- `sample.quiet-alarm.old`. Guessed. See `alarm-figure`\n" in told
    assert "- all that begins with `sample.quiet-alarm.c.`\n" in told


def test_pyslet_finds_nothing_against_2_1_and_scores_every_option(tmp_path: Path) -> None:
    corpus = CORPORA["nasty"]
    file, found = tmp_path / "package.zip", tmp_path / "found.json"
    file.write_bytes(written(corpus)["sample.zip"])
    run_judge("read_by_pyslet.py", "pyslet", "pyslet", str(file), str(found))
    read: dict[str, dict[str, Any]] = json.loads(found.read_text(encoding="utf-8"))
    assert len(read["tests"]) == 4
    for choice, item in items_of(corpus, "2.1"):
        options = [str(option.get("identifier")) for option in item.iter("simpleChoice")]
        told = read["scores"][f"items/{item.get('identifier')}.xml"]
        for name, option in zip(options, choice.options, strict=True):
            assert told[name]["SCORE"] == (1.0 if option.is_key else 0.0)
            assert told[name].get("FEEDBACK", name) == name


def test_qti_convert_makes_3_0_of_2_1_as_we_do(tmp_path: Path) -> None:
    corpus = CORPORA["nasty"]
    older, newer = tmp_path / "older.zip", tmp_path / "newer.zip"
    older.write_bytes(written(corpus)["sample.zip"])
    run_judge("upgraded_by_qti_convert.py", "qti_convert", "citolab-qti-convert", str(older), str(newer))
    upgraded, ours = members(newer.read_bytes()), package(corpus, version="3.0")
    assert upgraded.keys() == ours.keys()
    for path, content in ours.items():
        assert compared(upgraded[path]) == compared(content), path


def compared(content: bytes) -> list[object]:
    """Give a file of 3.0, without what 2.1 cannot say or what the converter adds."""
    root = spelt(content)
    for node in root.iter():
        for name in ("schemaLocation", "externalScored", "minChoices", "use"):
            node.attrib.pop(name, None)
    return flat(root)


def test_qti_components_plays_3_0(tools: Path, browser: Browser) -> None:
    corpus = CORPORA["nasty"]
    script = tools / "node_modules/@citolab/qti-components/cdn/index.global.js"
    files = package(corpus, version="3.0", kinds="question,score")
    page = browser.new_page()
    page.set_default_timeout(PATIENCE)
    page.set_content("<!doctype html><title>Player</title><body></body>")
    for source in (script, HERE / "play.js"):
        page.add_script_tag(content=source.read_text(encoding="utf-8"))
    for choice, item in items_of(corpus, "3.0"):
        page.evaluate("(xml) => judge.begin(xml)", files[f"items/{item.get('identifier')}.xml"].decode())
        page.wait_for_function("judge.ready()")
        played = page.evaluate("judge.play()")
        names = [str(option.get("identifier")) for option in item.iter("simpleChoice")]
        hinted = {"INCORRECT_HINT"} if choice.hints and choice.pool == "practice" else set()
        assert set(played) == set(names)
        for name, option in zip(names, choice.options, strict=True):
            assert played[name]["score"] == (1 if option.is_key else 0)
            said = ({name} if option.feedback else set()) | (set() if option.is_key else hinted)
            assert set(played[name]["said"]) - {"GENERAL_FB"} == said
            assert "".join(played[name]["text"].split()) == "".join(option.text.line().split())
    page.close()
