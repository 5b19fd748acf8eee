"""Every word of the interface comes from a catalogue and says its language; it is German for a German library."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from wrapped import TAG, bracket_catalogue, lettered, outside

from lpkit.export import Corpus, load_exporter
from lpkit_exporters.catalogue.words import Catalogues
from lpkit_exporters.html.single import single_file
from lpkit_exporters.html.site import site as site_of
from playing import ANSWER, REWRITE, STORY, WIDTHS, fits, states, with_second_pack, write_files, write_site

PAGE = "packs/sample/quiet-alarm.html"
TYPED = (ANSWER, REWRITE, STORY)
"""What the reader wrote."""
OTHERS = {"lpkit", "lpkit-progress.json"}
"""Names that are the same in every language."""
SILENT = {"script", "style", "code"}
SPOKEN = {"aria-label", "title", "placeholder", "alt", "data-title"}
WATCH = """
const NAMES = ["aria-label", "title", "placeholder", "aria-valuetext", "alt", "data-title"];
self.texts = new Set();
const take = (text) => text?.trim() && self.texts.add(text.trim());
const look = (node) => {
  if (node.nodeType === Node.TEXT_NODE && !node.parentElement?.closest("script, style, code")) take(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const name of NAMES) take(node.getAttribute(name));
  node.childNodes.forEach(look);
};
new MutationObserver((changes) => {
  for (const { target, addedNodes, type } of changes) {
    if (type === "childList") addedNodes.forEach(look);
    else look(target);
  }
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
self.lookAll = () => {
  look(document.documentElement);
  take(document.title);
  return [...self.texts];
};
"""
"""Keeps every text that a page ever shows or says aloud, from its first moment on."""
LANGUAGES = """(tag) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (parentElement.closest("script, option")) continue;
    const own = parentElement.closest("time") || /^\\s*⟦[^⟦⟧]*⟧\\s*$/.test(data);
    const content = /^[^A-Za-z⟦⟧]*[а-я]{2}[^A-Za-z⟦⟧]*$/.test(data);
    if (!own && !content) continue;
    const said = parentElement.closest("[lang]").lang;
    if (said !== (own ? tag : "en")) wrong.push([said, data]);
  }
  return wrong;
}"""
"""Words of the interface, and of the content, that do not say in which language they are."""


def watched(browser: Browser) -> Page:
    context = browser.new_context()
    context.add_init_script(WATCH)
    return context.new_page()


def bare(page: Page) -> set[str]:
    """Give the texts of a page with Latin letters that are neither from the catalogue nor the reader's own."""
    texts = (" ".join(outside(text).split()) for text in page.evaluate("lookAll()"))
    pieces = {piece for text in texts for piece in re.split("[:,;] |[“”–·]", text)}
    others = {piece for piece in pieces if not any(piece.strip() in typed for typed in TYPED)}
    return {piece for piece in others if set(re.findall(r"[A-Za-z][A-Za-z.-]+", piece)) - OTHERS}


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Catalogues:
    return bracket_catalogue(tmp_path_factory.mktemp("locales"))


@pytest.fixture(scope="module")
def bracketed(corpus: Corpus, catalogues: Catalogues, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of two patterns, with every message in brackets and all content in other letters."""
    files = site_of(lettered(with_second_pack(corpus)), catalogues)
    return write_files({file.path: file.content for file in files}, tmp_path_factory.mktemp("bracketed"))


def around(page: Page, folder: Path) -> Iterator[str]:
    """Play the modes of a pattern to their ends, then today's run, and look at all other pages with what was kept."""
    page.goto((folder / PAGE).as_uri())
    yield from states(page)
    page.locator(".show-keys").click()
    page.locator("dialog").press("Escape")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    yield "on paper"
    page.emulate_media(media="screen")
    for path in ("stories/index.html", "principles/sample/ownership.html", "coverage/index.html", "index.html"):
        page.goto((folder / path).as_uri())
        page.locator("html.ready").wait_for()
        yield path
    page.locator("#interview").fill("2099-01-01")
    page.locator(".reset").click()
    page.locator("#find").fill("ничего")
    page.locator(".clear").click()
    yield "home"
    page.locator(".start-today").click()
    yield from today(page)


def today(page: Page) -> Iterator[str]:
    """Answer what today's run asks, wrong, until it is done."""
    foot = page.locator(".session .run-foot")
    while True:
        foot.wait_for()
        kind = "question" if page.locator(".session .question").count() else "fix-it"
        if kind == "question":
            page.locator(".session .options label").last.click()
            foot.locator(".check").click()
        else:
            foot.locator("button").click()
            foot.locator("button").first.click()
        yield f"today: {kind}"
        on = foot.locator("a.primary")
        if ".html#" not in (on.get_attribute("href") or ""):
            break
        on.click()
        foot.locator("a.primary").wait_for(state="detached")
    on.click()
    page.locator(".today .more-today").wait_for()
    yield "done for today"


def test_no_word_stands_outside_the_catalogue(browser: Browser, bracketed: Path) -> None:
    page = watched(browser)
    found: dict[str, set[str]] = {}
    for state in around(page, bracketed):
        if words := bare(page):
            found[state] = words
    assert found == {}, found
    page.context.close()


def test_words_and_content_say_their_language(browser: Browser, bracketed: Path) -> None:
    page = browser.new_context().new_page()
    found = {state: wrong for state in around(page, bracketed) if (wrong := page.evaluate(LANGUAGES, TAG))}
    assert found == {}, found
    page.context.close()


@pytest.fixture(scope="module")
def german(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of a library that says that it is German, as an Austrian one."""
    return write_site(in_german(with_second_pack(corpus)), tmp_path_factory.mktemp("german"))


def in_german(corpus: Corpus) -> Corpus:
    (shelf,) = corpus.shelves
    return Corpus((shelf._replace(library=shelf.library.model_copy(update={"language": "de-AT"})),))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_german_library_is_played_in_german(browser: Browser, german: Path, width: int) -> None:
    """Long words fit a phone too."""
    context = browser.new_context(locale="de-DE", viewport={"width": width, "height": 800})
    page = context.new_page()
    noise: list[str] = []
    page.on("pageerror", lambda error: noise.append(str(error)))
    told: dict[str, str] = {}
    for state in around(page, german):
        told[state] = page.locator("#live").text_content() or ""
        # Paper is wider than a phone.
        if state != "on paper":
            fits(page)
    assert told["rubric"].startswith("Der Bewertungsbogen ist offen. Du stimmst mit dem Experten bei ")
    assert told["told False"].startswith("Nicht richtig. Die Lösung ist ")
    assert told["result"] == "Noch nicht: 0 von 2 richtig."
    assert told["looked at"] == told["result"]
    assert told["kept"] == "Behalten als Versuch 1 von „The night of the pages“."
    assert noise == []
    context.close()


def test_german_words_have_the_form_of_their_number(browser: Browser, german: Path) -> None:
    context = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.goto((german / PAGE).as_uri())
    scores = page.locator(".evaluate .to-go")
    expect(scores).to_have_text("Noch 4 Bewertungen und 2 Urteile")
    page.locator(".evaluate [type=number]").first.fill("3")
    page.locator(".evaluate label:has([type=radio])").first.click()
    expect(scores).to_have_text("Noch 3 Bewertungen und 1 Urteil")
    expect(page.locator("html")).to_have_attribute("lang", "de-AT")
    expect(page.locator("bdi")).to_have_count(0)
    context.close()


def test_each_library_has_its_own_words(corpus: Corpus) -> None:
    """Pages of all take those of the first one, and say so beside content in another language."""
    (shelf,) = corpus.shelves
    other = shelf.library.model_copy(update={"id": "zweite", "language": "de"})
    made = Corpus((shelf, shelf._replace(library=other)))
    files = {file.path: file.content.decode() for file in load_exporter("html").render(made, {})}
    assert ">Learn</h2>" in files["packs/sample/quiet-alarm.html"]
    assert ">Lernen</h2>" in files["packs/zweite/quiet-alarm.html"]
    assert ">Prinzip</p>" in files["principles/zweite/ownership.html"]
    assert '<h2 id="today-title" tabindex="-1"><bdi lang="en" dir="ltr">Today</bdi></h2>' in files["index.html"]
    assert '<th scope="col"><bdi lang="en" dir="ltr">Marker</bdi></th>' in files["coverage/index.html"]
    assert [path for path in files if path.startswith("words/")] == ["words/de.js"]


class _Texts(HTMLParser):
    """What a page says without its scripts: texts, and attributes that are read out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        about = ("name", "description") in attrs
        self.said += [value or "" for name, value in attrs if name in SPOKEN or (about and name == "content")]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(data)


@pytest.mark.parametrize("kind", ["site", "single"])
def test_no_page_says_a_word_outside_the_catalogue(corpus: Corpus, catalogues: Catalogues, kind: str) -> None:
    """Also what no script shows, on every page: with several libraries, and with none."""
    (shelf,) = lettered(with_second_pack(corpus)).shelves
    other = shelf._replace(library=shelf.library.model_copy(update={"id": "other", "title": "Другая"}))
    for shelves in ((shelf, other), (shelf,), ()):
        made = Corpus(shelves)
        files = site_of(made, catalogues) if kind == "site" else (single_file(made, catalogues),)
        for file in files:
            if file.path.endswith(".html"):
                said = (outside(text) for text in _Texts(file.content.decode()).said)
                assert [text for text in said if re.search("[A-Za-z]{2}", text)] == [], file.path
