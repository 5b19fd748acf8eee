"""Texts of items: the HTML, the lines and the XML that formats get, whatever the text says."""

from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lpkit.export import render_markdown
from lpkit_exporters.bundle.printable import printable
from lpkit_exporters.items.text import Text, list_html
from lpkit_exporters.items.xml import document, element, fragment

pieces = st.sampled_from([*"aB \n*_`<>&\\[~", "]]>", "](", "# ", "- ", "1. "])
texts = st.lists(pieces | st.characters(exclude_categories=("Cs",)), max_size=30).map("".join)
RTL, TEX, CODE = "שלום **עולם**", r"\(x^2\) $$y$$", "a\n\n    b = {c}\n\nd"
NASTY = ["]]>", "\x00\x0b\x1f", RTL, TEX, CODE, "~ = # { } :", "x" * 2000, "\ud800"]


@given(texts)
@example("“It’s >50 %”, isn't it?")
def test_prose_means_what_it_means_everywhere(text: str) -> None:
    rendered = render_markdown(printable(text).strip()).replace("<br>", "<br/>")
    assert Text(text, prose=True).html() == rendered.replace("&#x27;", "'")


@given(texts, st.booleans())
def test_html_is_xml_and_says_what_the_text_says(text: str, prose: bool) -> None:
    root = ElementTree.fromstring(document(element("item", {}, *fragment(Text(text, prose).html()))))
    assert {one.tag for one in root.iter()} <= {"item", "p", "br", "pre", "code", "em", "strong", "a", "ul", "ol", "li"}
    if not prose:
        said = "".join(root.itertext()).split()
        bare = [line for line in printable(text).split("\n") if not line.strip().startswith(("```", "~~~"))]
        assert "".join(said) == "".join("".join(bare).split()) or "```" in text or "~~~" in text


@pytest.mark.parametrize("text", NASTY)
def test_xml_holds_any_text(text: str) -> None:
    root = ElementTree.fromstring(document(element("a", {"name": text}, element("b", {}, text), "tail", element("c"))))
    assert root.findtext("b") == printable(text)
    assert root.get("name") == printable(text)


def test_a_document_is_indented_only_where_there_is_no_text() -> None:
    root = element("q", {}, element("r", {}, element("s")), element("p", {}, "one ", element("em", {}, "two")))
    assert document(root).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<q>\n  <r>\n    <s/>\n  </r>\n  <p>one <em>two</em></p>\n</q>\n'
    )
    code = element("q", {}, element("pre", {}, element("code", {}, "x")))
    assert b"<pre><code>x</code></pre>" in document(code)


FORMS = [
    (Text("a\nb\n\nc"), "<p>a<br/>b</p><p>c</p>", "a\nb\n\nc", "a b c"),
    (
        Text("Look:\n\n    if x:\n        y\n\nWhy?"),
        "<p>Look:</p><pre><code>    if x:\n        y</code></pre><p>Why?</p>",
        None,
        None,
    ),
    (Text("one"), "<p>one</p>", "one", "one"),
    (Text("~~~"), "<p>~~~</p>", "~~~", "~~~"),
    (Text("*a* & `b`", prose=True), "<p><em>a</em> &amp; <code>b</code></p>", "a & b", "a & b"),
    (Text("- a\n- [b](https://x.org)", prose=True), None, "• a\n\n• b (https://x.org)", "• a • b (https://x.org)"),
]


@pytest.mark.parametrize(("text", "html", "lines", "line"), FORMS)
def test_forms_of_a_text(text: Text, html: str | None, lines: str | None, line: str | None) -> None:
    assert html is None or text.html() == html
    assert lines is None or text.lines() == lines
    assert line is None or text.line() == line


def test_a_phrase_has_no_paragraph_around_it() -> None:
    assert Text("one").phrase() == "one"
    assert Text("one\n\ntwo").phrase() == "<p>one</p><p>two</p>"
    assert Text("```\nx\n```", prose=True).phrase() == "<pre><code>x\n</code></pre>"


def test_lists() -> None:
    assert list_html(()) == ""
    assert list_html((Text("one"),)) == "<p>one</p>"
    assert list_html((Text("one"), Text("*two*", prose=True)), "ol") == "<ol><li>one</li><li><em>two</em></li></ol>"


def test_what_no_file_holds_is_known() -> None:
    assert Text("a\x01").holds_unprintable()
    assert not Text("a\r\nb").holds_unprintable()
