"""Tests: the items of one part of a pack in a row, for practice or for a test, and the sum of their scores."""

from collections.abc import Sequence
from html import escape
from xml.etree.ElementTree import Element

from lpkit_exporters.items import ItemPack, Text
from lpkit_exporters.qti.names import title
from lpkit_exporters.qti.version import Version

_OPEN = {"maxAttempts": "0", "showFeedback": "true", "allowReview": "true"}
_ONCE = {"maxAttempts": "1", "showFeedback": "false", "allowReview": "true"}


def about_pack(pack: ItemPack) -> str:
    """Give what is read before all items of a test, as HTML: the principle, and the level of the pack."""
    principle = pack.file.principle
    head = f"<p><strong>{escape(principle.title)}</strong></p>{Text(principle.summary, prose=True).html()}"
    return f"{head}<p>Level: {escape(pack.file.level.title)}</p>"


def test_of(name: str, text: str, part: str, about: str, items: Sequence[tuple[str, str]], version: Version) -> Element:
    """Make a test of items, given as identifiers and paths from the test; `about` is read first.

    One for practice says after each answer what is said of it, and takes any number of answers; one of the pool `test`
    has its items in random order, takes one answer each and says nothing before the end.
    """
    strict = part == "test"
    float_ = {"cardinality": "single", "baseType": "float"}
    zero = version.element("defaultValue", {}, version.element("value", {}, "0"))
    section = version.element(
        "assessmentSection",
        {"identifier": "section-1", "title": title(text), "visible": "true"},
        version.element("ordering", {"shuffle": "true" if strict else "false"}),
        version.block("rubricBlock", {"view": "candidate", **version.newer(use="instructions")}, about),
        *(version.element("assessmentItemRef", {"identifier": one, "href": path}) for one, path in items),
    )
    mode = {"navigationMode": "nonlinear", "submissionMode": "simultaneous" if strict else "individual"}
    total = version.element("sum", {}, version.element("testVariables", {"variableIdentifier": "SCORE"}))
    parts = [
        version.element("outcomeDeclaration", {"identifier": "SCORE", **float_}, zero),
        version.element(
            "testPart",
            {"identifier": "part-1", **mode},
            version.element("itemSessionControl", _ONCE if strict else _OPEN),
            section,
        ),
        version.element("outcomeProcessing", {}, version.element("setOutcomeValue", {"identifier": "SCORE"}, total)),
    ]
    return version.root("assessmentTest", {"identifier": name, "title": title(text)}, parts)
