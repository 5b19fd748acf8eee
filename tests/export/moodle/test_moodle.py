"""Moodle XML: by Moodle's rules, read by our importer and by moodle2amc, the same bytes each time."""

import os
import re
import subprocess
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, RetiredItem, Since, Touched, load_exporter
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import gather
from lpkit_exporters.moodle.names import distinct_titles, path_of, title
from project import Golden
from returning import came_back, drafts_of, nasty_corpus, said_of

EXPORTER = load_exporter("moodle")
QUESTIONS = {"kinds": "question"}
FRACTIONS = {"100", "0"}
"""Of the fractions that Moodle takes, those of a choice with one key."""
PENALTIES = {"1.0000000", "0.5000000", "0.3333333", "0.2500000", "0.2000000", "0.1000000", "0"}
READ_BY_ANOTHER = Path(__file__).with_name("read_by_moodle2amc.py")


def written(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def bank(corpus: Corpus, **options: str) -> Element:
    return ElementTree.fromstring(written(corpus, **options)["sample.xml"])


def of_kind(quiz: Element, kind: str) -> list[Element]:
    return [question for question in quiz.iter("question") if question.get("type") == kind]


def category_names(path: str) -> list[str]:
    """Split a path as Moodle does: at single slashes; two are one that belongs to a name."""
    return [name.replace("//", "/").strip() for name in re.split("(?<!/)/(?!/)", path)]


@pytest.mark.parametrize("corpus", [ORIGINAL, nasty_corpus()], ids=["sample", "nasty"])
def test_moodles_rules_hold(corpus: Corpus) -> None:
    quiz = bank(corpus)
    choices, essays = of_kind(quiz, "multichoice"), of_kind(quiz, "essay")
    assert len(choices) == sum(len(list(library.items())) for library in gather(corpus, _all()))
    assert len(essays) == 1
    idnumbers = [question.findtext("idnumber", "") for question in (*choices, *essays)]
    assert len(set(idnumbers)) == len(idnumbers)
    for question in (*choices, *essays):
        assert 1 <= len(question.findtext("name/text", "").strip()) <= 255
        assert not set(question.findtext("name/text", "")) & set("<>\n")
        assert 1 <= len(question.findtext("idnumber", "")) <= 100
        assert question.findtext("penalty") in PENALTIES
        assert all(
            1 <= len(tag.text or "") <= 50 and "," not in (tag.text or "")
            for tag in question.iter("tag")
            for tag in tag
        )
        assert question.findtext("questiontext/text", "").strip()
    for question in choices:
        fractions = Counter(answer.get("fraction") for answer in question.iter("answer"))
        assert set(fractions) <= FRACTIONS
        assert fractions["100"] == 1
        assert fractions["0"] >= 1
        assert question.findtext("single") == "true"
    for path in of_kind(quiz, "category"):
        names = category_names(path.findtext("category/text", ""))
        assert names[:2] == ["$course$", "top"]
        assert all(1 <= len(name) <= 255 for name in names)


def _all() -> Selection:
    return Selection(frozenset(("question", "score", "answer")), frozenset(("practice", "test")))


@pytest.mark.parametrize("corpus", [ORIGINAL, nasty_corpus()], ids=["sample", "nasty"])
def test_our_importer_reads_what_was_asked(corpus: Corpus) -> None:
    (library,) = gather(corpus, _all())
    read = drafts_of("moodle-xml", written(corpus, **QUESTIONS)["sample.xml"])
    assert [came_back(fields) for fields in read] == [
        said_of(item) for item in library.items() if item.kind == "question"
    ]


def test_scores_are_read_back_too() -> None:
    read = drafts_of("moodle-xml", written(ORIGINAL, kinds="score")["sample.xml"])
    (library,) = gather(ORIGINAL, Selection(frozenset(("score",))))
    assert [fields["answer"] for fields in read] == [item.key.text.lines() for item in library.items()]


def test_only_what_may_move_is_shuffled() -> None:
    (library,) = gather(ORIGINAL, _all())
    quiz = bank(ORIGINAL)
    shuffled = {q.findtext("idnumber"): q.findtext("shuffleanswers") for q in of_kind(quiz, "multichoice")}
    expected = {item.id: "true" if item.may_shuffle else "false" for item in library.items()}
    assert shuffled == expected
    assert set(shuffled.values()) == {"true", "false"}


def test_hints_are_for_practice_and_what_would_be_one_in_a_test_comes_after_it() -> None:
    for question in of_kind(bank(ORIGINAL, kinds="question"), "multichoice"):
        pool = next(tag.text for tag in question.iter("text") if (tag.text or "").startswith("pool:"))
        said = question.findtext("generalfeedback/text", "")
        assert (question.find("hint") is not None) == (pool == "pool:practice")
        assert ("Hint for next time" in said) == (pool == "pool:test")


def test_an_essay_tells_graders_what_the_expert_scored() -> None:
    (question,) = of_kind(bank(ORIGINAL), "essay")
    graders = question.findtext("graderinfo/text", "")
    pack = ORIGINAL.shelves[0].packs[0]
    for candidate in pack.evaluate.candidates:
        assert f"Answer {candidate.id.upper()}: {candidate.total} of 100" in graders
    assert "my manager asked me to look into it" in graders
    assert question.findtext("defaultgrade") == "100"
    assert graders not in question.findtext("questiontext/text", "")


def test_categories_follow_library_principle_pack_and_pool() -> None:
    paths = [one.findtext("category/text", "") for one in of_kind(bank(ORIGINAL), "category")]
    pack = '$course$/top/Sample Principles/Ownership/Quiet an Alarm that "Everybody" Ignores'
    assert paths == [
        "$course$/top/Sample Principles",
        "$course$/top/Sample Principles/Ownership",
        pack,
        *(f"{pack}/{pool}" for pool in ("Practice", "Test", "Score the answers")),
    ]


@pytest.mark.parametrize("names", [["a/b"], ["/a"], ["a/", "b"], ["a//b", "c"], ["CI/CD", "TCP/IP", "/"], ["a / b"]])
def test_a_slash_in_a_name_parts_nothing(names: list[str]) -> None:
    assert category_names(path_of(names))[2:] == names


def test_names_of_one_category_are_told_apart() -> None:
    long = "x" * 300
    found = distinct_titles({"a": "Same", "b": "Same", "c": "Other", "d": long, "e": long + "y"})
    assert found["c"] == "Other"
    assert found["a"] == "Same (a)"
    assert len(set(found.values())) == 5
    assert max(map(len, found.values())) == 255
    assert title("List<String> &\n a<b") == "List‹String› & a‹b"


def test_ids_that_are_too_long_are_told_apart() -> None:
    source = {**SOURCE, "pack": {**SOURCE["pack"], "tags": ["t" * 80 + "1", "t" * 80 + "2"]}}
    first = source["pack"]["questions"][0]
    source["pack"]["questions"] = [{**first, "id": "q" * 120 + end, "formerly": []} for end in "ab"]
    quiz = bank(corpus_of(source), kinds="question")
    idnumbers = [question.findtext("idnumber", "") for question in of_kind(quiz, "multichoice")]
    assert len(set(idnumbers)) == 2
    assert {len(name) for name in idnumbers} == {100}
    tags = [tag.findtext("text", "") for tag in of_kind(quiz, "multichoice")[0].iter("tag")]
    assert len(set(tags)) == len(tags)
    assert len([tag for tag in tags if tag.startswith("tag:ttt")]) == 2


@pytest.mark.parametrize(("files", "names"), [("library", ["sample.xml"]), ("pack", ["sample/quiet-alarm.xml"])])
def test_a_file_for_each_library_or_pack(files: str, names: list[str]) -> None:
    assert list(written(ORIGINAL, files=files)) == [*names, "README.md"]
    assert f"- `{names[0]}`: 13 questions" in written(ORIGINAL, files=files)["README.md"].decode()


def test_the_files_are_as_committed(golden: Golden) -> None:
    folder = Path(__file__).parent / "golden"
    for name, content in written(ORIGINAL).items():
        golden(folder / name, content.decode())


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    assert written(nasty_corpus()) == written(nasty_corpus())
    assert list(written(Corpus(()))) == ["README.md"]
    with pytest.raises(LpkitError, match="kinds names essay"):
        written(ORIGINAL, kinds="essay")


def test_what_changed_and_what_is_gone() -> None:
    changed = (Touched("question", "quiet-alarm/alarm-principle", 1),)
    lost = (RetiredItem("question", "quiet-alarm/old", 1, "It *could* be guessed.", "alarm-figure", ""),)
    shelf = ORIGINAL.shelves[0]._replace(since=Since("v1.0", changed, lost))
    files = written(Corpus((shelf,)))
    assert list(files) == ["sample.xml", "README.md", "changes.json"]
    (question,) = of_kind(ElementTree.fromstring(files["sample.xml"]), "multichoice")
    assert question.findtext("idnumber") == "sample/quiet-alarm/alarm-principle"
    readme = files["README.md"].decode()
    assert "## Since v1.0" in readme
    assert "- `sample/quiet-alarm/old`. It could be guessed. See `alarm-figure`\n" in readme
    assert "## Since" not in written(ORIGINAL)["README.md"].decode()


@pytest.mark.parametrize("corpus", [ORIGINAL, nasty_corpus()], ids=["sample", "nasty"])
def test_moodle2amc_reads_every_choice_with_its_key(corpus: Corpus, tmp_path: Path) -> None:
    if find_spec("amc2moodle") is None:
        assert not os.environ.get("CI"), "CI needs the extra dev"
        pytest.skip("no amc2moodle here: pip install amc2moodle")
    file, tex = tmp_path / "quiz.xml", tmp_path / "quiz.tex"
    file.write_bytes(written(corpus, kinds="question,score")["sample.xml"])
    command = [sys.executable, str(READ_BY_ANOTHER), str(file), str(tex)]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    text = tex.read_text(encoding="utf-8")
    items = [item for library in gather(corpus, _all()) for item in library.items()]
    blocks = text.split("\\begin{question}")[1:]
    assert len(blocks) == len(items)
    for block, item in zip(blocks, items, strict=True):
        assert block.count("\\correctchoice{") == 1
        assert block.count("choice{") == len(item.options)
        if not set(item.key.text.source) & set("<>&\\\n"):
            said = block.partition("\\correctchoice{")[2].partition("\n")[0]
            assert item.key.text.source in said.replace("\\", "")
