"""HTML of any origin as the format takes it: the text, and the names of what is lost."""

import html
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lpkit.export.markdown import render_markdown
from lpkit.importing.markup import from_markdown, held, is_page, lined, literal, named
from lpkit.source import decode

_FILE = Path(__file__).with_name("markup.yaml")
CASES: list[dict[str, Any]] = decode(_FILE.read_bytes(), _FILE.name).data


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["html"][:40])
def test_html(case: dict[str, Any]) -> None:
    losses = tuple(case.get("losses", ()))
    assert held(case["html"], markdown=True) == (case["prose"], losses)
    plain = held(case["html"], markdown=False)
    assert plain.text == case.get("plain", case["prose"])
    # Plain text has no emphasis anyway, so that only prose can lack signs for it.
    expected = [loss for loss in case.get("plain_losses", losses) if not loss.startswith("emphasis")]
    assert [*plain.losses] == expected


def test_line_breaks_of_moodle_are_breaks_but_beside_tags() -> None:
    assert held("one\ntwo <b>three</b>", markdown=False, breaks=True).text == "one\ntwo three"
    assert held("<p>one</p>\n<p>two</p>", markdown=False, breaks=True).text == "one\n\ntwo"
    assert held("one\n  two", markdown=True, breaks=True).text == "one\n  two"


@pytest.mark.parametrize(
    ("text", "prose", "plain", "losses"),
    [
        ("See **this** `a * b`.", "See **this** `a * b`.", "See this a * b.", ()),
        ("# Head\n\n> said", "**Head**\n\nsaid", "Head\n\nsaid", ()),
        ("![a map](x/map.png)", "a map", "a map", ("the image map.png",)),
        ("- a\n- b &amp; c", "- a\n- b & c", "- a\n- b & c", ()),
        ("    x = 1\n", "    x = 1", "x = 1", ()),
        ("a <b>c</b>", "a **c**", "a c", ()),
    ],
)
def test_markdown(text: str, prose: str, plain: str, losses: tuple[str, ...]) -> None:
    assert from_markdown(text.rstrip("\n"), markdown=True) == (prose, losses)
    assert from_markdown(text, markdown=False) == (plain, losses)


@pytest.mark.parametrize(
    ("texts", "page"),
    [
        (["<p>One?</p>", "a", "b"], True),
        (["One<br>or two?", "a"], True),
        (["<img src=x> What is it?"], True),
        (["Which tag?", "<p>", "<b>"], False),
        (["Which pair?", "<b></b>", "<i></i>"], False),
        (["a < b", "List<String>", "vector<int>x</int>"], False),
        (["A &amp; B"], False),
    ],
)
def test_whether_tags_are_marks(texts: list[str], page: bool) -> None:
    assert is_page(texts) is page


def test_losses_are_named_once_and_five_of_them() -> None:
    assert named(["a", "b", "a"]) == "a, b"
    assert named(map(str, range(8))) == "0, 1, 2, 3, 4 and 3 more"


def _shown(prose: str) -> str:
    """Give what a page shows, by the parser of the standard library, which the product does not use."""
    parts: list[str] = []
    reader = HTMLParser()
    reader.handle_data = parts.append  # type: ignore[method-assign]
    reader.feed(render_markdown(prose))
    reader.close()
    return " ".join("".join(parts).split())


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("one\ntwo *x*", "one\\\ntwo *x*"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("x\n\nif a:\n    b()\n\n    c()\n\ny", "x\n\n```\nif a:\n    b()\n\n    c()\n```\n\ny"),
        ("\tx = `a` + ```b```", "````\n\tx = `a` + ```b```\n````"),
        ("1. a\n- b", "1\\. a\\\n\\- b"),
    ],
)
def test_lines_that_are_meant(text: str, prose: str) -> None:
    assert lined(text) == prose.replace("*x*", "\\*x\\*")


_SIGNS = st.text(st.sampled_from("ab *_`[]()<>\\&#;-+1.!~\n"), max_size=30)


@given(_SIGNS)
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    text = "x" + text.strip() + "x"
    assert _shown(literal(text)) == " ".join(text.split())


@given(st.lists(st.tuples(st.sampled_from(["b", "em", "p", "code", "span", "li", ""]), _SIGNS), max_size=5))
def test_every_sign_of_html_is_shown_in_prose(pieces: list[tuple[str, str]]) -> None:
    markup = "".join(f"<{tag}>{html.escape(text)}</{tag}>" if tag else html.escape(text) for tag, text in pieces)
    signs = [sign for _, text in pieces for sign in text if sign in "ab*`[]<>\\&#;!~"]
    assert [sign for sign in _shown(held(markup, markdown=True).text) if sign in "ab*`[]<>\\&#;!~"] == signs


@pytest.mark.parametrize(
    "unit", ["<b>", "<li>", "<!--", "<![CDATA[", "<?", "<a href='", "&#x110000;", "<p><", "\ufdd0", "</"]
)
def test_no_html_is_too_much(unit: str) -> None:
    for markdown in (True, False):
        held(unit * (40_000 // len(unit)), markdown=markdown)
