"""Common Cartridge 1.1 and 1.3: by the rules of the profile, read by our importer, held against its rules by pyslet."""

import json
import re
from copy import deepcopy
from html.parser import HTMLParser
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
from project import Golden
from returning import came_back, drafts_of, nasty_corpus, said_of, seen

EXPORTER = load_exporter("cartridge")
HERE = Path(__file__).parent
VERSIONS = ("1.1", "1.3")
CORPORA = {"sample": ORIGINAL, "nasty": nasty_corpus()}
EVERYTHING = Selection(frozenset(("question", "score", "answer")), frozenset(("practice", "test")))
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
TITLE = 'Quiet an Alarm that "Everybody" Ignores'

both = pytest.mark.parametrize("version", VERSIONS)
each = pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)


def written(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def cartridge(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return members(written(corpus, **options)["sample.imscc"])


def manifest_of(files: dict[str, bytes]) -> Element:
    return bare(ElementTree.fromstring(files["imsmanifest.xml"]))


def library_of(corpus: Corpus) -> ItemLibrary:
    (library,) = gather(corpus, EVERYTHING)
    return library


def quizzes(files: dict[str, bytes]) -> dict[str, Element]:
    return {
        str(root[0].get("ident")): root[0]
        for path, content in files.items()
        if path.startswith("quiz_")
        for root in [bare(ElementTree.fromstring(content))]
    }


def metadata(node: Element | None) -> dict[str, str]:
    assert node is not None
    return {one.findtext("fieldlabel", ""): one.findtext("fieldentry", "") for one in node.iter("qtimetadatafield")}


@pytest.mark.parametrize(("language", "head"), [("en", '<html lang="en">'), ("ar", '<html lang="ar" dir="rtl">')])
def test_pages_are_read_the_way_their_language_is(language: str, head: str) -> None:
    files = cartridge(corpus_of({**SOURCE, "library": {**SOURCE["library"], "language": language}}))
    pages = [content.decode() for path, content in files.items() if path.startswith("pages/")]
    assert [head in page for page in pages] == [True, True]


@both
@each
def test_the_manifest_keeps_the_rules(corpus: Corpus, version: str) -> None:
    files = cartridge(corpus, version=version)
    sign = f"v{version.replace('.', 'p')}"
    space = f"http://www.imsglobal.org/xsd/imscc{sign}/imscp_v1p1"
    assert ElementTree.fromstring(files["imsmanifest.xml"]).tag == f"{{{space}}}manifest"
    root = manifest_of(files)
    assert [child.tag for child in root] == ["metadata", "organizations", "resources"]
    assert root.findtext("metadata/schema") == "IMS Common Cartridge"
    assert root.findtext("metadata/schemaversion") == f"{version}.0"
    assert root.findtext("metadata/lom/general/title/string") == "Sample Principles"
    resources = list(root.iter("resource"))
    assert {one.get("type") for one in resources} == {"webcontent", f"imsqti_xmlv1p2/imscc_xml{sign}/assessment"}
    paths = [str(one.get("href")) for resource in resources for one in resource.iter("file")]
    assert sorted(paths) == sorted(files.keys() - {"imsmanifest.xml"})
    for one in resources:
        assert (one.get("href") is not None) == (one.get("type") == "webcontent")
    identifiers = [str(one.get("identifier")) for one in root.iter() if one.get("identifier")]
    assert len(set(identifiers)) == len(identifiers)
    assert all(IDENTIFIER.fullmatch(name) for name in identifiers)


@both
def test_the_contents_lead_from_the_principle_to_the_answers(version: str) -> None:
    root = manifest_of(cartridge(ORIGINAL, version=version))
    (organization,) = root.iter("organization")
    assert organization.get("structure") == "rooted-hierarchy"
    (top,) = organization
    assert top.find("title") is None
    assert [one.findtext("title") for one in top.iter("item")][1:] == [
        "Ownership",
        TITLE,
        *(
            f"{TITLE}: {part}"
            for part in ("Learn", "Practice", "Test", "Score the answers", "Your own answer", "Answers and scores")
        ),
    ]
    named = [str(one.get("identifierref")) for one in top.iter("item") if one.get("identifierref")]
    assert sorted(named) == sorted(str(one.get("identifier")) for one in root.iter("resource"))


@each
def test_quizzes_keep_the_profile(corpus: Corpus) -> None:
    found = quizzes(cartridge(corpus))
    assert len(found) == 4
    for name, quiz in found.items():
        about = metadata(quiz.find("qtimetadata"))
        assert (about["cc_profile"], about["qmd_assessmenttype"]) == ("cc.exam.v0p1", "Examination")
        assert about["cc_maxattempts"] == ("1" if name.endswith("_test") else "unlimited")
        (section,) = quiz.iter("section")
        for item in section.iter("item"):
            essay = item.find("presentation/response_str") is not None
            assert metadata(item.find("itemmetadata"))["cc_profile"] == (
                "cc.essay.v0p1" if essay else "cc.multiple_choice.v0p1"
            )
            labels = [str(label.get("ident")) for label in item.iter("response_label")]
            assert len(set(labels)) == len(labels)
            assert all(IDENTIFIER.fullmatch(label) for label in labels)
            said = {str(one.get("ident")) for one in item.iter("itemfeedback")}
            assert said == {str(one.get("linkrefid")) for one in item.iter("displayfeedback")}


class Reader(HTMLParser):
    """Gathers the headings and the words of a page, and what is left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def page_words(content: bytes) -> str:
    reader = Reader()
    reader.feed(content.decode())
    reader.close()
    assert reader.open == []
    return " ".join(reader.words)


@each
def test_pages_hold_what_is_taught_and_what_the_expert_scored(corpus: Corpus) -> None:
    files = cartridge(corpus)
    (pack,) = corpus.shelves[0].packs
    lesson = page_words(files["pages/lesson_sample_quiet-alarm.html"])
    answers = page_words(files["pages/answers_sample_quiet-alarm.html"])
    assert pack.prompt in lesson
    for concept in pack.concepts:
        assert concept.title in lesson
    for candidate in pack.evaluate.candidates:
        assert f"Answer {candidate.id.upper()}: {candidate.total} of 100" in answers
        assert f"{candidate.total} of 100" not in lesson
    for fix_it in pack.fix_its:
        assert " ".join(fix_it.after.split()) in answers


@both
@each
def test_our_importer_reads_what_was_asked(corpus: Corpus, version: str) -> None:
    read = drafts_of("qti", written(corpus, version=version, kinds="question")["sample.imscc"])
    asked = [item for item in library_of(corpus).items() if item.kind == "question"]
    assert [came_back(fields) for fields in read] == [
        {**said_of(item), "hint": "", "steps": seen(explained(item, with_hints=True))} for item in asked
    ]


def test_ids_that_fold_alike_or_are_too_long_are_told_apart() -> None:
    source = deepcopy(SOURCE)
    first = {**source["pack"]["questions"][0], "formerly": []}
    names = ["q" * 120 + "a", "q" * 120 + "b", "practice", "a-b", "a_b"]
    source["pack"]["questions"] = [{**first, "id": name} for name in names]
    items = [item.get("ident") for quiz in quizzes(cartridge(corpus_of(source))).values() for item in quiz.iter("item")]
    assert len(set(items)) == len(items) == len(names) + 8 + 1


@pytest.mark.parametrize(("files", "names"), [("library", ["sample.imscc"]), ("pack", ["sample/quiet-alarm.imscc"])])
def test_a_cartridge_for_each_library_or_pack(files: str, names: list[str]) -> None:
    made = written(ORIGINAL, files=files)
    assert list(made) == [*names, "README.md"]
    assert f"- `{names[0]}`: 13 questions" in made["README.md"].decode()
    assert made[names[0]] == written(ORIGINAL)["sample.imscc"]


def test_the_versions_differ_in_their_manifest_alone() -> None:
    older, newer = (cartridge(nasty_corpus(), version=version) for version in VERSIONS)
    assert [path for path in older if older[path] != newer[path]] == ["imsmanifest.xml"]
    assert older.keys() == newer.keys()


def test_the_files_are_as_committed(golden: Golden) -> None:
    files = cartridge(ORIGINAL, kinds="question")
    whole = "".join(f"== {path}\n{content.decode()}" for path, content in files.items())
    golden(HERE / "golden" / "version-1.1.txt", whole)
    golden(HERE / "golden" / "manifest-1.3.xml", cartridge(ORIGINAL, version="1.3")["imsmanifest.xml"].decode())
    golden(HERE / "golden" / "answers.html", cartridge(ORIGINAL)["pages/answers_sample_quiet-alarm.html"].decode())
    golden(HERE / "golden" / "README.md", written(ORIGINAL, version="1.3")["README.md"].decode())


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    assert written(nasty_corpus()) == written(nasty_corpus())
    assert list(written(Corpus(()))) == ["README.md"]
    with pytest.raises(LpkitError, match=r"version is 1\.2"):
        written(ORIGINAL, version="1.2")


def test_what_changed_and_what_is_gone() -> None:
    changed = (Touched("question", "quiet-alarm/alarm-principle", 1),)
    lost = (RetiredItem("question", "quiet-alarm/old", 1, "Guessed.", "alarm-figure", ""),)
    shelf = ORIGINAL.shelves[0]._replace(since=Since("v1.0", changed, lost))
    files = written(Corpus((shelf,)))
    assert list(files) == ["sample.imscc", "README.md", "changes.json"]
    (quiz,) = quizzes(members(files["sample.imscc"])).values()
    assert [item.get("ident") for item in quiz.iter("item")] == ["sample_quiet-alarm_alarm-principle"]
    assert "- `sample/quiet-alarm/old`. Guessed. See `alarm-figure`\n" in files["README.md"].decode()


def test_pyslet_finds_nothing_against_the_rules_of_1_1(tmp_path: Path) -> None:
    files = cartridge(CORPORA["nasty"])
    for path, content in files.items():
        (tmp_path / "unpacked" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "unpacked" / path).write_bytes(content)
    found = tmp_path / "found.json"
    run_judge("cartridge_by_pyslet.py", "pyslet", "pyslet", str(tmp_path / "unpacked"), str(found))
    read = json.loads(found.read_text(encoding="utf-8"))
    assert read["run"] == 8
    assert read["quizzes"] == sorted(quizzes(files))
    assert len(read["pages"]) == 2


def test_pyslet_scores_every_option(tmp_path: Path) -> None:
    file, found = tmp_path / "cartridge.zip", tmp_path / "found.json"
    file.write_bytes(written(CORPORA["nasty"], kinds="question,score")["sample.imscc"])
    run_judge("read_by_pyslet_1.py", "pyslet", "pyslet", str(file), str(found), "score")
    read: dict[str, dict[str, float]] = json.loads(found.read_text(encoding="utf-8"))
    items: list[Choice] = list(library_of(CORPORA["nasty"]).items())
    assert [list(scores.values()) for scores in read.values()] == [
        [100.0 if option.is_key else 0.0 for option in item.options] for item in items
    ]
