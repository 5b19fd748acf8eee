"""Characters that no file holds, in every text of a pack: packages stay XML, and the loss is declared."""

from typing import Any
from xml.etree import ElementTree

import pytest
from packed import members

from fields import SOURCE, corpus_of
from lpkit.export import load_exporter

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
