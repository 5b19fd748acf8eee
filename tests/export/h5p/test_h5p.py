"""H5P: packages without libraries, judged by h5p-server; texts with no more elements than H5P keeps."""

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, load_exporter
from lpkit_exporters.bundle.printable import UNPRINTABLE
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.h5p.simple import simple
from lpkit_exporters.items import Choice, Text, gather
from lpkit_exporters.items.page import explained, open_hints
from project import Golden
from returning import corpus_of_controls, nasty_corpus, seen

EXPORTER = load_exporter("h5p")
HERE = Path(__file__).parent
POOLS = ("practice", "test", "score")
KEPT = {"p", "br", "strong", "em"}
"""Elements that h5p-server and H5P's own core leave in every text with markup of these content types."""


def written(corpus: Corpus, **options: str) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in EXPORTER.render(corpus, options)}


def read(content: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what describes a package, and its content."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.namelist() == ["h5p.json", "content/content.json"]
        return json.loads(packed.read("h5p.json")), json.loads(packed.read("content/content.json"))


def items_of(corpus: Corpus) -> dict[str, list[Choice]]:
    """Give the choices of the only pack by pool."""
    (library,) = gather(corpus, Selection(frozenset(("question", "score")), frozenset(("practice", "test"))))
    (pack,) = library.packs()
    return {pool.id: list(pool.items) for pool in pack.pools}


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from texts(entry)


@pytest.mark.parametrize("corpus", [ORIGINAL, nasty_corpus()], ids=["sample", "nasty"])
def test_every_question_is_there_as_it_reads(corpus: Corpus) -> None:
    files = written(corpus)
    assert list(files) == [*(f"sample/quiet-alarm/{pool}.h5p" for pool in POOLS), "README.md"]
    for pool, items in items_of(corpus).items():
        described, content = read(files[f"sample/quiet-alarm/{pool}.h5p"])
        assert described["mainLibrary"] == "H5P.QuestionSet"
        assert [one["library"] for one in content["questions"]] == ["H5P.MultiChoice 1.16"] * len(items)
        ids = [one["subContentId"] for one in content["questions"]]
        assert len(set(ids)) == len(ids)
        for item, question in zip(items, content["questions"], strict=True):
            assert list(faults(item, question["params"])) == []
        for text in texts(content):
            assert {tag.strip("/") for tag in re.findall(r"<([^>\s]*)[^>]*>", text)} <= KEPT


def faults(item: Choice, params: dict[str, Any]) -> Iterator[str]:
    """Tell what a question of H5P says otherwise than the item."""
    if not words(params["question"]).endswith(words(item.stem.html())):
        yield f"stem: {params['question']}"
    if params["behaviour"]["randomAnswers"] != item.may_shuffle:
        yield "order"
    hint = words("".join(hint.html() for hint in open_hints(item)))
    for option, answer in zip(item.options, params["answers"], strict=True):
        said = answer["tipsAndFeedback"]
        if (words(answer["text"]), answer["correct"]) != (words(option.text.html()), option.is_key):
            yield f"option: {answer}"
        if words(said["tip"]) != hint:
            yield f"hint: {said}"
        solution = words(explained(item)) if option.is_key else ""
        reason = words(option.feedback.html()) if option.feedback else solution
        if (words(said["chosenFeedback"]), words(said["notChosenFeedback"])) != (reason, solution):
            yield f"feedback: {said}"


def words(html: str) -> str:
    """Give what HTML shows, without the signs that stand for a list."""
    return re.sub(r"(^| )(•|\d+\.)(?= )", "", seen(html)).strip().replace("\N{NO-BREAK SPACE}", " ")


SIMPLE = [
    ("<p>a <b>b</b> <code>c &lt; d</code></p>", "<p>a <strong>b</strong> c &lt; d</p>"),
    ("plain &amp; simple", "<p>plain &amp; simple</p>"),
    ("<ul><li>a</li><li><p>b</p><p>c</p></li></ul>", "<p>• a</p><p>• b</p><p>c</p>"),
    ('<ol start="3"><li>a</li><li><ul><li>b</li></ul></li></ol>', "<p>3. a</p><p>4. • b</p>"),
    ("<ul><li></li></ul>", "<p>• </p>"),
    ("<pre><code>if a:\n    b  # &amp;\n\tc</code></pre>", "<p>if a:<br/>____b__# &amp;<br/>____c</p>"),
    ("<blockquote><p>a<br/>b</p></blockquote><hr/><p>c</p>", "<p>a<br/>b</p><p>c</p>"),
    ('<p><a href="https://a.example/?b=c&amp;d">here</a></p>', "<p>here (https://a.example/?b=c&amp;d)</p>"),
    ('<p><a href="https://a.example">https://a.example</a></p>', "<p>https://a.example</p>"),
    ("<h2>a</h2>b <em>c</em><p>d</p>", "<p>a</p><p>b <em>c</em></p><p>d</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "expected"), SIMPLE)
def test_html_becomes_what_h5p_keeps(html: str, expected: str) -> None:
    assert simple(html).replace("\N{NO-BREAK SPACE}", "_") == expected


@given(st.text(), st.booleans())
def test_any_text_keeps_its_words(source: str, prose: bool) -> None:
    html = Text(source, prose=prose).html()
    made = simple(html)
    assert {tag.strip("/") for tag in re.findall(r"<([^>\s]*)[^>]*>", made)} <= KEPT
    if not re.search("<(li|a)[ >]", html):
        assert seen(made).split() == seen(html).split()


def test_what_no_file_holds_is_replaced() -> None:
    for path, content in written(corpus_of_controls()).items():
        for data in read(content) if path.endswith(".h5p") else (content.decode(),):
            assert not any(UNPRINTABLE.search(text) for text in texts(data))
    assert "alarm-principle" in {loss.item for loss in EXPORTER.losses(corpus_of_controls())}


def test_a_test_draws_and_tells_nothing_before_its_end() -> None:
    source = deepcopy(SOURCE)
    source["library"]["test"] |= {"draw": 1, "mix": {"easy": 0, "medium": 1, "hard": 0}}
    files = written(corpus_of(source))
    (_, practice), (_, test) = (read(files[f"sample/quiet-alarm/{pool}.h5p"]) for pool in ("practice", "test"))
    assert (test["poolSize"], test["randomQuestions"], test["override"]) == (1, True, {"checkButton": False})
    assert (practice["randomQuestions"], practice["override"]) == (False, {"checkButton": True})
    assert "poolSize" not in practice
    assert {one["params"]["behaviour"]["enableRetry"] for one in test["questions"]} == {False}
    assert test["passPercentage"] == source["library"]["test"]["strong_from"]


def test_a_file_for_each_question_has_the_versions_that_the_site_has() -> None:
    source = deepcopy(SOURCE)
    first = source["pack"]["questions"][0]
    source["pack"]["questions"] = [{**first, "id": "q" * 120 + end, "formerly": []} for end in "ab"]
    source["library"]["language"] = "de-1996"
    files = written(corpus_of(source), content="questions", kinds="question", **{"multi-choice": "1.14"})
    assert len(files) == 3
    described, content = read(next(iter(files.values())))
    assert described["preloadedDependencies"] == [
        {"machineName": "H5P.MultiChoice", "majorVersion": 1, "minorVersion": 14}
    ]
    assert described["language"] == "de"
    assert content["answers"]
    readme = files["README.md"].decode()
    assert "- H5P.MultiChoice 1.14\n" in readme
    assert "H5P.QuestionSet" not in readme
    with pytest.raises(LpkitError, match="question-set is new"):
        written(ORIGINAL, **{"question-set": "new"})


def test_the_files_are_as_committed(golden: Golden) -> None:
    files = written(ORIGINAL)
    golden(HERE / "golden/README.md", files.pop("README.md").decode())
    for path, content in files.items():
        text = json.dumps(read(content), ensure_ascii=False, indent=1)
        golden(HERE / f"golden/{Path(path).stem}.json", f"{text}\n")


def test_the_same_bytes_twice_and_only_the_readme_without_packs() -> None:
    assert written(nasty_corpus()) == written(nasty_corpus())
    assert list(written(Corpus(()))) == ["README.md"]


def test_h5p_server_finds_nothing_wrong(tools: Path, tmp_path: Path) -> None:
    packages = []
    for place, (path, content) in enumerate(
        [*written(nasty_corpus()).items(), *written(nasty_corpus(), content="questions").items(), ("no.h5p", broken())]
    ):
        if path.endswith(".h5p"):
            file, folder = tmp_path / f"{place}.h5p", tmp_path / f"{place}"
            file.write_bytes(content)
            zipfile.ZipFile(file).extractall(folder)
            packages.append((str(file), str(folder)))
    (tmp_path / "packages.json").write_text(json.dumps(packages), encoding="utf-8")
    command = ["node", str(HERE / "validate.mjs"), str(tools)]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    *said, last = json.loads(told.stdout)
    assert len(said) > 20
    assert set(said) == {""}
    assert "invalid-h5p-json-file-2" in last


def broken() -> bytes:
    """Give a package whose description lacks its language: the judge must say so."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("h5p.json", '{"title": "x"}')
        packed.writestr("content/content.json", "{}")
    return archive.getvalue()
