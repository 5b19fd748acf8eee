"""Whatever signs a question is made of, these formats give it back through our importers, and nothing else."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fields import SOURCE, corpus_of
from lpkit.export import load_exporter
from lpkit_exporters.bundle.selection import Selection
from lpkit_exporters.items import gather
from lpkit_exporters.items.page import explained
from returning import came_back, drafts_of, said_of, seen

FORMATS = {
    "moodle": ("sample.xml", "moodle-xml"),
    "gift": ("sample.gift.txt", "gift"),
    "aiken": ("sample/quiet-alarm/practice.txt", "aiken"),
    "qti": ("sample.zip", "qti"),
    "canvas": ("sample.zip", "qti"),
}
SIGNS = [*"~=#{}:\\%[]<>&*_`-+!?.\"'|$^()/1aB ", "->", "::", "####", "%50%", "[html]", "//", "A) ", "ANSWER: A", "]]>"]
SIGNS += ["&lt;", "&#39;", "<b>", "</p>", "$CATEGORY: x", "\\n", "é", "ש", "😀", "\u00a0"]
texts = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join).filter(lambda text: text.strip(" \u00a0"))


def one_line(said: dict[str, Any]) -> dict[str, Any]:
    """Give what came back with each run of spaces as one: HTML does not count them."""

    def folded(text: str) -> str:
        return " ".join(text.split())

    options = [(folded(text), folded(why)) for text, why in said["options"]]
    return {**{key: folded(said[key]) for key in ("stem", "answer", "steps", "hint")}, "options": options}


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=30)
@given(texts, st.lists(texts, min_size=2, max_size=5, unique_by=lambda text: "".join(text.split())), texts)
def test_any_question_comes_back(name: str, stem: str, options: list[str], why: str) -> None:
    path, importer = FORMATS[name]
    entry = {
        **SOURCE["pack"]["questions"][0],
        "stem": stem,
        "excerpt": None,
        "options": [{"text": text, "why": why if text != options[0] else None} for text in options],
        "answer": options[0],
        "steps": [why],
        "mistakes": [],
    }
    corpus = corpus_of({**SOURCE, "pack": {**SOURCE["pack"], "questions": [entry]}})
    (library,) = gather(corpus, Selection(frozenset(("question",))))
    (item,) = library.items()
    files = {artifact.path: artifact.content for artifact in load_exporter(name).render(corpus, {"kinds": "question"})}
    (read,) = drafts_of(importer, files[path])
    found, meant = one_line(came_back(read)), one_line(said_of(item, prose=name != "aiken"))
    if name in {"gift", "canvas"}:
        meant |= {"steps": seen(explained(item, with_hints=True)), "hint": ""}
    if name == "aiken":
        found["stem"] = found["stem"].removeprefix("Question: ")
    assert found == meant
