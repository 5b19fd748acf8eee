"""Whatever a pack says stays text: no markup, no fields, no media, no mathematics."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from lpkit_exporters.anki.changes import mark_changes
from lpkit_exporters.anki.fields import plain, prose
from lpkit_exporters.anki.package import package
from lpkit_exporters.anki.passages import sentence

HOSTILE = (
    "<script>window.hit=1</script><img src=x onerror='window.hit=1'> {{7*7}} {{Stem}} {{c1::x}} [sound:x.mp3] "
    '[anki:play:q:0] [latex]x[/latex] [$]x[/$] \\(x\\) \\[x\\] " onmouseover="window.hit=1 '
    "[link](javascript:window.hit=1) [more](data:text/html,x) ![image](http://x.invalid/y.png) &lt;b&gt; ${body}"
)
IDS = {
    *("id", "format", "principle", "level", "status", "rubric", "candidate", "marker", "dimension", "verdict"),
    *("language", "pool", "difficulty", "expects", "replaced_by", "score_first"),
}


def poison(value: Any, key: str = "") -> Any:
    """Put the hostile text behind every free text."""
    if isinstance(value, dict):
        return {name: poison(entry, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [poison(entry, key) for entry in value]
    return f"{value} {HOSTILE}" if isinstance(value, str) and key not in IDS else value


@pytest.fixture
def poisoned(sample: Any, shelve: Callable[..., Any], imported: Callable[..., Any]) -> None:
    library, packs = sample
    imported(package(shelve((poison(library), poison(packs)))))


@pytest.mark.usefixtures("poisoned")
def test_anki_reads_no_markup(collection):
    for number in collection.find_cards(""):
        output = collection.get_card(number).render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        for html in (output.question_text, output.answer_text):
            said = html.split("<script>\n(function")[0]
            for sign in ("{{", "[sound", "[anki:", "[latex", "[$]", "\\(", "<img", "<script", 'href="java'):
                assert sign not in said, sign
    assert list(collection._backend.check_database()) == []


@pytest.mark.usefixtures("poisoned")
def test_a_browser_runs_nothing_of_it(collection, browser):
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for number in collection.find_cards(""):
        output = collection.get_card(number).render_output()
        for html in (output.question_text, output.answer_text):
            page.set_content(f"<style>{output.css}</style><body class=card>{html}")
            assert page.evaluate("window.hit") is None
            assert page.locator("[onerror], [onmouseover], img, iframe, a[href^=java], a[href^=data]").count() == 0
            assert "{{7*7}}" in page.locator("body").inner_text()
    assert requests == []
    page.close()


@pytest.mark.usefixtures("poisoned")
def test_deck_descriptions_are_text(collection):
    for deck in collection.decks.all():
        assert "<" not in deck["desc"], json.dumps(deck["desc"])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a < b & c\nd", "a &lt; b &amp; c<br>d"),
        ("part\x1fed \x00 \ud800", "part\ufffded \ufffd \ufffd"),
        ("{{x}} \\(y\\)", "&#123;&#123;x&#125;&#125; &#92;(y&#92;)"),
    ],
)
def test_plain_text(text, html):
    assert plain(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("[a](https://b.org/?c=1&d)", '<p><a href="https://b.org/?c=1&amp;d">a</a></p>'),
        ("[a](JavaScript:b)", "<p>&#91;a](JavaScript:b)</p>"),
        ("[a](file:///etc)", "<p>&#91;a](file:///etc)</p>"),
        ("[a](other.html)", "<p>&#91;a](other.html)</p>"),
        ("<https://b.org>", '<p><a href="https://b.org">https://b.org</a></p>'),
        ("<b>a</b> # b", "<p>&lt;b&gt;a&lt;/b&gt; # b</p>"),
    ],
)
def test_markdown(text, html):
    assert prose(text) == html


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("a b c", "a b c", ("a b c", "a b c")),
        ("we made it", "I made it", ("<del>we</del> made it", "<ins>I</ins> made it")),
        ("so one two", "so red blue", ("so <del>one two</del>", "so <ins>red blue</ins>")),
        ("all gone", "new words", ("all gone", "new words")),
        ("x <b>", "x <i>", ("x <del>&lt;b&gt;</del>", "x <ins>&lt;i&gt;</ins>")),
    ],
)
def test_marked_changes(before, after, marked):
    assert mark_changes(before, after) == marked


@pytest.mark.parametrize(
    ("quote", "lead", "found", "tail"),
    [
        ("words", "Two ", "words", " here."),
        ("three … of", "", "Three 3.5 of", "."),
        ("here. Three", "Two words ", "here. Three", " 3.5 of."),
        ("absent", "", "absent", ""),
    ],
)
def test_passages(quote, lead, found, tail):
    made = sentence("Zero. One. Two  words here. Three 3.5 of. Four.".replace("  ", " "), quote)
    assert (made.lead, made.quote, made.tail) == (lead, found, tail)


@pytest.mark.parametrize(
    ("others", "asked"),
    [(["Three"], "<p>One and two.</p>"), (["two"], "<p><mark>One</mark> and two.</p>")],
)
def test_a_sentence_with_two_quotes_says_which_one_is_meant(others, asked):
    assert sentence("One and two. Three.", "One", others).asked() == asked
