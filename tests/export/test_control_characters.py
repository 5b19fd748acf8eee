"""Characters that no file holds, in every text of a pack: packages stay XML, and the loss is declared."""

from copy import deepcopy
from typing import Any
from xml.etree import ElementTree

import pytest
from packed import members

from fields import ORIGINAL, SOURCE, corpus_of
from filling import Steps
from lpkit.export import Corpus, load_exporter

KEPT = {
    "id",
    "answer",
    "quote",
    "before",
    "candidate",
    "expects",
    "rubric",
    "verdict",
    "level",
    "principle",
    "language",
}
"""Keys whose values are ids, or must stand in another text."""

PARTS = ("title", "prompt", "concepts", "coaching", "fix_its", "model_answer", "questions")


def marked(value: Any, key: str = "") -> Any:
    """Put a control character and a link behind each text of a pack or a library."""
    if isinstance(value, dict):
        return {name: marked(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [marked(one, key) for one in value]
    marks = isinstance(value, str) and " " in value and key not in KEPT
    return f"{value} \x07\ufffe [a](http://example.org/?a=1&b=2)" if marks else value


@pytest.mark.parametrize(
    ("name", "options"),
    [("qti", {}), ("qti", {"version": "3.0"}), ("canvas", {}), ("cartridge", {}), ("cartridge", {"version": "1.3"})],
)
def test_every_member_is_xml_whatever_a_pack_says(name: str, options: dict[str, str]) -> None:
    said = {**SOURCE, "pack": {**SOURCE["pack"], **{key: marked(SOURCE["pack"][key], key) for key in PARTS}}}
    corpus = corpus_of(said)
    exporter = load_exporter(name)
    package, *_ = exporter.render(corpus, options)
    files = members(package.content)
    assert len(files) > 5
    for path, content in files.items():
        text = content.decode()
        assert "\x07" not in text
        if path.endswith(".xml"):
            ElementTree.fromstring(content)
    assert any("\ufffd" in content.decode() for content in files.values())
    assert any("control characters" in loss.reason for loss in exporter.losses(corpus))


SPOTS = [
    *(("library", "title"), ("library", "principles", 0, "summary"), ("library", "markers", 0, "why")),
    *(("pack", "model_answer", "guidance"), ("pack", "concepts", 0, "text"), ("pack", "fix_its", 0, "why")),
]
"""Texts outside questions and the exercise, which some formats hold."""


@pytest.mark.parametrize("at", SPOTS, ids=lambda at: ".".join(map(str, at)))
@pytest.mark.parametrize("name", ["moodle", "gift", "aiken", "olx", "h5p", "qti", "canvas", "cartridge"])
def test_whatever_becomes_another_sign_is_declared(name: str, at: Steps) -> None:
    exporter = load_exporter(name)
    corpus = _with_bell(at)
    shown = [artifact.content for artifact in exporter.render(corpus, {})]
    said = {loss.field for loss in exporter.losses(corpus) if "control characters" in loss.reason}
    field = f"library.{at[1]}" if at[0] == "library" else at[1]
    is_shown = shown != [artifact.content for artifact in exporter.render(ORIGINAL, {})]
    assert said == ({field} if is_shown or at[0] == "library" else set())


def _with_bell(at: Steps) -> Corpus:
    source = deepcopy(SOURCE)
    here: Any = source
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] += ""
    return corpus_of(source)
