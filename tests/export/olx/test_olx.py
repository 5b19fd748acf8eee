"""Open edX: files as Studio imports them, judged by Open edX's own code (`judges.sh`), the same bytes each time."""

import io
import json
import os
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, load_exporter
from lpkit_exporters.bundle.printable import UNPRINTABLE
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import Choice, ItemLibrary, Option, Text, gather
from lpkit_exporters.items.page import explained, open_hints
from lpkit_exporters.items.xml import document
from lpkit_exporters.olx.blocks import block, boxed
from lpkit_exporters.olx.names import Names, option_names
from lpkit_exporters.olx.problem import may_shuffle
from project import Golden
from returning import corpus_of_controls, nasty_corpus, seen

EXPORTER = load_exporter("olx")
HERE = Path(__file__).parent
ENVIRONMENT = Path(__file__).parents[3] / ".judges/open-edx"
VARIABLES = "$seed costs $5, $anonymous_student_id and $script_code"
ABSENT = {"grading_policy.json", "'start'", "'end'", "'course_image'", "'submission_start'", "'submission_due'"}
"""What olxcleaner misses, and what is the teacher's to set: dates, grading and a picture."""


def members(corpus: Corpus, **options: str) -> dict[str, bytes]:
    """Give the files in the archive of a library."""
    archive = next(one for one in EXPORTER.render(corpus, options) if one.path.endswith(".tar.gz"))
    with tarfile.open(fileobj=io.BytesIO(archive.content)) as packed:
        return {one.name: packed.extractfile(one).read() for one in packed.getmembers()}  # type: ignore[union-attr]


def trees(files: dict[str, bytes]) -> dict[str, Element]:
    return {name: ElementTree.fromstring(content) for name, content in files.items() if name.endswith(".xml")}


def library_of(corpus: Corpus) -> ItemLibrary:
    (library,) = gather(corpus, Selection(frozenset(("question", "score", "answer")), frozenset(("practice", "test"))))
    return library


def with_variables() -> Corpus:
    """Give the sample with texts that look like variables of Open edX, wherever there may be one."""
    source = deepcopy(SOURCE)
    question = source["pack"]["questions"][0]
    options = [{"text": f"{VARIABLES} {place}", "why": VARIABLES} for place in range(3)]
    said = {"stem": VARIABLES, "steps": [VARIABLES], "hint": VARIABLES, "mistakes": [VARIABLES]}
    question |= {**said, "options": options, "answer": options[1]["text"]}
    return corpus_of(source)


CORPORA = {"sample": ORIGINAL, "nasty": nasty_corpus(), "variables": with_variables()}


@pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)
@pytest.mark.parametrize("kind", ["course", "library"])
def test_everything_is_named_once_and_found(corpus: Corpus, kind: str) -> None:
    found = trees(members(corpus, **{"as": kind}))
    named: list[str] = []
    for path, tree in found.items():
        outer = [tree] if path.endswith(("course.xml", "library.xml")) and kind == "course" else []
        for one in [*outer, *(child for child in tree.iter() if child is not tree)]:
            if one.get("url_name") and one.tag != "openassessment":
                named.append(f"{kind}/{one.tag}/{one.get('url_name')}.xml")
    assert len(set(named)) == len(named)
    assert {*named, f"{kind}/{kind}.xml"} == set(found)
    library = library_of(corpus)
    names = Names(library)
    assert {Path(path).stem for path in named if "/problem/" in path} == {names.item(one.id) for one in library.items()}
    assert all(len(Path(path).stem) <= 90 and Path(path).stem.isascii() for path in named)


def test_a_course_has_chapters_subsections_and_units() -> None:
    found = trees(members(ORIGINAL))
    shown = [tree.get("display_name") for path, tree in found.items() if path.split("/")[1] in OUTLINE]
    title = 'Quiet an Alarm that "Everybody" Ignores'
    units = ["The question", "Practice", "Test", "Score the answers", "Write an answer", "How the expert scored"]
    assert shown == ["Sample Principles", "Ownership", f"{title} (SDE 1)", *units]


OUTLINE = {"course", "chapter", "sequential", "vertical"}


def test_a_test_takes_one_answer_and_gives_no_hint() -> None:
    for path, tree in trees(members(ORIGINAL, kinds="question")).items():
        if "/problem/" in path:
            is_test = tree.get("display_name", "").startswith("Test")
            assert (tree.get("max_attempts") == "1") == is_test
            assert tree.find("demandhint") is None or not is_test


@pytest.mark.parametrize(
    ("pinned", "shuffled"),
    [("", True), ("0", True), ("3", True), ("03", True), ("1", False), ("12", False), ("012", False), ("0123", False)],
)
def test_options_are_shuffled_where_pinned_ones_stand_at_the_ends(pinned: str, shuffled: bool) -> None:
    options = tuple(Option(f"o{n}", Text(f"{n}"), None, n == 0, str(n) in pinned) for n in range(4))
    assert may_shuffle(options) == shuffled


def test_ids_that_are_too_long_are_told_apart() -> None:
    source = deepcopy(SOURCE)
    first = source["pack"]["questions"][0]
    source["pack"]["questions"] = [{**first, "id": "q" * 120 + end, "formerly": []} for end in "ab"]
    problems = [path for path in members(corpus_of(source), kinds="question") if "/problem/" in path]
    assert len(problems) == 2
    assert {len(Path(path).stem) for path in problems} == {90}
    options = tuple(Option(name, Text(name), None, False, False) for name in ("option.1", "option_1", "option-1"))
    assert len(set(option_names(options).values())) == 3


def test_variables_are_parted_from_their_sign() -> None:
    made = document(block("p", '<a href="x?$seed">$seed $x</a>')).decode()
    assert made.endswith('\n<p><a href="x?%24seed"><span>$</span>seed $x</a></p>\n')


def test_learners_are_trained_on_answers_that_are_scored_in_all() -> None:
    assert len(assessment_of(SOURCE).findall(".//example")) == 2
    source = deepcopy(SOURCE)
    candidates = source["pack"]["evaluate"]["candidates"]
    candidates[1]["answer"] = f"{candidates[0]['answer']}\n"
    (example,) = assessment_of(source).findall(".//example")
    assert len(example.findall("select")) == 4
    for candidate in candidates:
        candidate["scores"].popitem()
    found = assessment_of(source)
    assert [step.get("name") for step in found.iter("assessment")] == ["peer-assessment", "self-assessment"]


def assessment_of(source: dict[str, Any]) -> Element:
    found = trees(members(corpus_of(source)))
    return next(one for tree in found.values() for one in tree.iter("openassessment"))


def test_points_of_levels_rise_from_nothing_to_all() -> None:
    for criterion in assessment_of(SOURCE).findall("rubric/criterion"):
        points = [int(option.get("points", "")) for option in criterion.findall("option")]
        if criterion.findtext("name") == "Verdict":
            assert set(points) == {0}
        else:
            assert points == sorted(set(points))
            assert points[0] == 0
    evaluation = next(pack.evaluation for pack in library_of(ORIGINAL).packs() if pack.evaluation)
    weights = [entry.weight for entry in evaluation.rubric]
    rubric = assessment_of(SOURCE).findall("rubric/criterion")[:-1]
    assert [int(criterion.findall("option")[-1].get("points", "")) for criterion in rubric] == weights


@pytest.mark.parametrize("kind", ["course", "library"])
def test_what_no_xml_holds_is_replaced_and_declared(kind: str) -> None:
    for name, content in members(corpus_of_controls(), **{"as": kind}).items():
        assert UNPRINTABLE.search(content.decode()) is None
        assert name.endswith((".html", ".json")) or ElementTree.fromstring(content) is not None
    assert "alarm-principle" in {loss.item for loss in EXPORTER.losses(corpus_of_controls())}


@given(st.text(), st.booleans())
def test_any_text_is_shown_as_it_is(source: str, prose: bool) -> None:
    html = Text(source, prose=prose).html()
    made = document(boxed("choice", html))
    shown = "".join(ElementTree.fromstring(made).itertext())
    assert shown.split() == "".join(ElementTree.fromstring(f"<div>{html}</div>").itertext()).split()


@pytest.mark.parametrize("kind", ["course", "library"])
def test_the_files_are_as_committed(kind: str, golden: Golden) -> None:
    files = members(ORIGINAL, **{"as": kind})
    golden(HERE / f"golden/{kind}.txt", "".join(f"=== {name}\n{text.decode()}" for name, text in files.items()))
    (readme,) = (one for one in EXPORTER.render(ORIGINAL, {"as": kind}) if one.path == "README.md")
    golden(HERE / f"golden/README.{kind}.md", readme.content.decode())


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    first, second = (list(EXPORTER.render(nasty_corpus(), {})) for _ in range(2))
    assert first == second
    assert [artifact.path for artifact in first] == ["sample.course.tar.gz", "README.md"]
    assert [artifact.path for artifact in EXPORTER.render(Corpus(()), {})] == ["README.md"]
    with pytest.raises(LpkitError, match="as is bank"):
        list(EXPORTER.render(ORIGINAL, {"as": "bank"}))


@pytest.fixture
def judge(tmp_path: Path) -> Callable[[Corpus], dict[str, Any]]:
    """Judge a course in the environment of Open edX's own code."""
    if not (ENVIRONMENT / "complete").exists():
        assert not os.environ.get("CI"), "CI makes it: tests/export/olx/judges.sh"
        pytest.skip("Open edX's own code is not here: tests/export/olx/judges.sh")

    def run(corpus: Corpus) -> dict[str, Any]:
        for name, content in members(corpus).items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        command = [str(ENVIRONMENT / "bin/python"), str(HERE / "judge.py"), str(tmp_path)]
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert told.returncode == 0, told.stderr
        found: dict[str, Any] = json.loads(told.stdout)
        return found

    return run


@pytest.mark.parametrize("corpus", list(CORPORA.values())[1:], ids=list(CORPORA)[1:])
def test_open_edx_grades_shows_and_trains(corpus: Corpus, judge: Callable[[Corpus], dict[str, Any]]) -> None:
    found = judge(corpus)
    library = library_of(corpus)
    names = Names(library)
    assert found["problems"].keys() == {names.item(item.id) for item in library.items()}
    for item in library.items():
        assert list(faults(item, found["problems"][names.item(item.id)])) == []
    (assessment,) = found["assessments"]
    assert (assessment["fit"], assessment["message"]) == (True, "")
    (training, *_) = assessment["rubric_assessments"]
    evaluation = next(pack.evaluation for pack in library.packs() if pack.evaluation)
    texts = [example["answer"]["parts"][0]["text"] for example in training["examples"]]
    assert texts == [answer.text.lines() for answer in evaluation.answers]
    for example, answer in zip(training["examples"], evaluation.answers, strict=True):
        chosen = {one["criterion"]: one["option"] for one in example["options_selected"]}
        assert chosen == {**{name: level.name for name, level in answer.levels.items()}, "Verdict": answer.verdict}
    assert [error for error in found["errors"] if not any(name in error for name in ABSENT)] == []


def faults(item: Choice, judged: dict[str, Any]) -> Iterator[str]:
    """Tell what Open edX does otherwise than the item says: scores, feedback, texts, hints, solution, order."""
    option_of = {f"choice_{name}": option for option, name in option_names(item.options).items()}
    options = {option.id: option for option in item.options}
    judged = json.loads(json.dumps(judged).replace("<span>$</span>", "$"))
    page = seen(judged["html"])
    if any(sign in judged["html"] for sign in ("choicehint", "demandhint", "feedback-hint")):
        yield "feedback or a hint is shown before an answer"
    if seen(item.stem.html()) not in page:
        yield f"no stem: {item.stem.source}"
    for graded in judged["options"]:
        option = options[option_of[graded["name"]]]
        if graded["score"] != {"score": int(option.is_key), "total": 1}:
            yield f"score of {option.id}: {graded['score']}"
        said = seen(option.feedback.html()) if option.feedback else ""
        if not seen(graded["said"]).endswith(said) or bool(graded["said"]) != bool(said):
            yield f"feedback of {option.id}: {graded['said']}"
        if seen(option.text.html()) not in page:
            yield f"no option: {option.text.source}"
    if [seen(hint) for hint in judged["hints"]] != [seen(hint.html()) for hint in open_hints(item)]:
        yield f"hints: {judged['hints']}"
    if seen(explained(item)) not in seen(judged["solution"]):
        yield f"solution: {judged['solution']}"
    shown = [option.id for option in item.options]
    for order in judged["orders"]:
        places = [option_of[name] for name in order]
        if any(option.pinned and places[place] != option.id for place, option in enumerate(item.options)):
            yield f"a pinned option moved: {places}"
        if sorted(places) != sorted(shown):
            yield f"options: {places}"
    if may_shuffle(item.options) and len({tuple(order) for order in judged["orders"]}) == 1 and len(shown) > 2:
        yield "never shuffled"
