"""Aiken: read by our importer and by the rules of Moodle's, whatever the texts begin with; the same bytes each time."""

import re
from pathlib import Path
from string import ascii_uppercase

import pytest

from fields import ORIGINAL, SOURCE, corpus_of
from lpkit.export import Corpus, LpkitError, Since, Touched, load_exporter
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import Choice, gather
from project import Golden
from returning import came_back, drafts_of, nasty_corpus

EXPORTER = load_exporter("aiken")
NASTY = nasty_corpus()
CHOICE = re.compile(r"[A-Z][).][ \t]")
"""What Moodle takes for an option; a line that begins with ANSWER: ends a question, any other begins one."""


def written(corpus: Corpus, **options: str) -> dict[str, str]:
    return {artifact.path: artifact.content.decode() for artifact in EXPORTER.render(corpus, options)}


def pools(corpus: Corpus) -> dict[str, tuple[Choice, ...]]:
    kinds = Selection(frozenset(("question", "score")), frozenset(("practice", "test")))
    return {
        f"{library.id}/{pack.file.id}/{pool.id}.txt": pool.items
        for library in gather(corpus, kinds)
        for pack in library.packs()
        for pool in pack.pools
    }


def one_line(item: Choice, stem: str) -> str:
    """Give the text that a question has on one line: what is read before it, and the stem."""
    above = [
        f"{f'{passage.title}: ' if passage.title else ''}{f'“{text}”' if passage.quoted else text}"
        for passage in item.context
        for text in [passage.text.line()]
    ]
    text = " ".join([*above, item.stem.line()])
    assert stem in {text, f"Question: {text}"}
    return stem


@pytest.mark.parametrize("corpus", [ORIGINAL, NASTY], ids=["sample", "nasty"])
def test_our_importer_reads_what_was_asked(corpus: Corpus) -> None:
    files = written(corpus)
    for path, items in pools(corpus).items():
        read = [came_back(fields) for fields in drafts_of("aiken", files[path].encode())]
        assert read == [
            {
                "stem": one_line(item, fields["stem"]),
                "options": [(option.text.line(), "") for option in item.options],
                "answer": item.key.text.line(),
                "steps": "",
                "hint": "",
            }
            for item, fields in zip(items, read, strict=True)
        ]


@pytest.mark.parametrize("corpus", [ORIGINAL, NASTY], ids=["sample", "nasty"])
def test_moodles_rules_hold(corpus: Corpus) -> None:
    files = written(corpus)
    for path, items in pools(corpus).items():
        for block, item in zip(files[path].removesuffix("\n\n").split("\n\n"), items, strict=True):
            stem, *options, answer = block.split("\n")
            assert not CHOICE.match(stem)
            assert not stem.startswith("ANSWER:")
            assert len(stem) >= 2
            assert all(map(CHOICE.match, options))
            assert [option[0] for option in options] == [*ascii_uppercase][: len(options)]
            assert item.options[ord(answer.removeprefix("ANSWER: ")) - ord("A")].is_key


def test_options_that_differ_by_lines_alone_are_left_out_and_declared() -> None:
    first = SOURCE["pack"]["questions"][0]
    code = ["if a:\n    b\nc", "if a:\n    b\n    c", "another"]
    asked = [
        {**first, "id": "lines", "options": code, "answer": "another"},
        {**first, "id": "many", "options": [f"no {number}" for number in range(27)], "answer": "no 3"},
        {**first, "id": "code", "stem": "What is `x`?\n\n    x = 1\n    y = 2"},
        first,
    ]
    corpus = corpus_of({**SOURCE, "pack": {**SOURCE["pack"], "questions": asked}})
    files = written(corpus, kinds="question")
    assert files["sample/quiet-alarm/practice.txt"].count("ANSWER:") == 2
    assert "- `sample/quiet-alarm/practice.txt`: 2 questions" in files["README.md"]
    named = {(loss.field, loss.item) for loss in EXPORTER.losses(corpus) if loss.item}
    assert {("questions", "lines"), ("questions", "many"), ("questions.stem", "code")} <= named


def test_the_files_are_as_committed(golden: Golden) -> None:
    for name, content in written(ORIGINAL).items():
        golden(Path(__file__).parent / "golden" / name.replace("/", "-"), content)


def test_files_settings_and_news() -> None:
    assert list(written(ORIGINAL, kinds="question", pools="test")) == ["sample/quiet-alarm/test.txt", "README.md"]
    assert list(written(Corpus(()))) == ["README.md"]
    assert written(NASTY) == written(NASTY)
    with pytest.raises(LpkitError, match="kinds names answer"):
        written(ORIGINAL, kinds="answer")
    since = Since("v1", (Touched("question", "quiet-alarm/alarm-principle", 1),), ())
    files = written(Corpus((ORIGINAL.shelves[0]._replace(since=since),)))
    assert list(files) == ["sample/quiet-alarm/practice.txt", "README.md", "changes.json"]
    assert files["sample/quiet-alarm/practice.txt"].count("ANSWER:") == 1
