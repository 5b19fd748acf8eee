"""Libraries in other directions: an Arabic one reads from the right, with its full stops in place."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lpkit.corpus.content import arrange
from lpkit.export import Corpus
from playing import fits, gives, open_learn, violations, write_site

TITLE = "أسكت إنذارا يتجاهله الجميع"
PROMPT = "حدثني عن مشكلة اعتادها الجميع ثم قمت أنت بحلها."
CONCEPT = "احسب الدقائق التي تضيع كل أسبوع في AWS."
PAGE = "packs/sample/quiet-alarm.html"
ENDS = """(element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const signs = [];
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.checkVisibility()) {
            [...node.data].forEach((sign, place) => sign.trim() && signs.push([node, place]));
        }
    }
    return signs.slice(-2).reverse().map(([node, place]) => {
        const range = document.createRange();
        range.setStart(node, place);
        range.setEnd(node, place + 1);
        return range.getBoundingClientRect().left;
    });
}"""
"""Where the last sign of a text stands, and where the one before it does."""


@pytest.fixture(scope="module")
def arabic(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    shelf = corpus.shelves[0]
    library = shelf.library.model_copy(update={"language": "ar"})
    pack = shelf.packs[0]
    concepts = [pack.concepts[0].model_copy(update={"text": CONCEPT}), *pack.concepts[1:]]
    packs = [pack.model_copy(update={"title": TITLE, "prompt": PROMPT, "concepts": concepts})]
    return write_site(arrange([(library, packs)]), tmp_path_factory.mktemp("arabic"))


def stops_at_the_left(page: Page, selector: str) -> bool:
    """Tell whether the last sign of a text stands left of the one before it."""
    last, before = page.locator(selector).first.evaluate(ENDS)
    return bool(last < before)


@pytest.mark.parametrize("width", [360, 1280])
def test_an_arabic_library_reads_from_the_right(browser: Browser, arabic: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((arabic / PAGE).as_uri())
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    assert stops_at_the_left(page, ".prompt")
    open_learn(page)
    assert stops_at_the_left(page, ".concept .prose p")
    title, text = page.locator("h1").bounding_box(), page.locator("#main").bounding_box()
    assert title is not None
    assert text is not None
    assert title["x"] + title["width"] > text["x"] + text["width"] - 130
    fits(page)
    assert violations(page) == ""
    page.close()


def test_arrows_go_where_lines_go(browser: Browser, arabic: Path) -> None:
    """What comes next is at the left: by keys, and by the signs that point there."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((arabic / PAGE).as_uri() + "#practice")
    page.locator(".practice .shown h3").focus()
    for key, place in (("ArrowLeft", 2), ("ArrowRight", 1)):
        page.keyboard.press(key)
        expect(page.locator(".practice .sheet [aria-current]")).to_have_text(str(place), use_inner_text=True)
    page.locator(".practice .sureness input").first.focus()
    page.keyboard.press("ArrowLeft")
    gives("unsure", page.evaluate, "document.activeElement.value")
    page.goto((arabic / PAGE).as_uri() + "?#evaluate")
    page.locator(".sentence").first.focus()
    page.keyboard.press("ArrowLeft")
    gives(1, page.evaluate, "[...document.querySelectorAll('.sentence')].indexOf(document.activeElement)")
    turned = "list => list.map(element => getComputedStyle(element).scale)"
    gives({"-1 1"}, lambda: set(page.locator(".stepper button, .icon-back").evaluate_all(turned)))
    page.locator(".evaluate [type=range]").first.focus()
    for key, points in (("ArrowRight", "0"), ("ArrowLeft", "5")):
        page.keyboard.press(key)
        expect(page.locator(".evaluate [type=number]").first).to_have_value(points)
    page.close()


def test_english_words_of_the_page_keep_their_full_stops(browser: Browser, arabic: Path) -> None:
    page = browser.new_page()
    page.goto((arabic / PAGE).as_uri() + "#practice")
    assert not stops_at_the_left(page, "#practice > .lede")
    assert not stops_at_the_left(page, ".site-foot p")
    page.goto((arabic / "index.html").as_uri())
    assert stops_at_the_left(page, ".card .voice")
    page.close()


def test_an_english_library_reads_from_the_left(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    assert not stops_at_the_left(page, ".prompt")
    page.close()


def test_two_directions_on_one_page(browser: Browser, corpus: Corpus, tmp_path: Path) -> None:
    shelf = corpus.shelves[0]
    other = shelf.library.model_copy(update={"id": "other", "language": "he"})
    write_site(arrange([(shelf.library, list(shelf.packs)), (other, list(shelf.packs))]), tmp_path)
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    gives(
        [
            ["he", "rtl"],
            ["en", "ltr"],
        ],
        page.locator(".library").evaluate_all,
        "all => all.map(e => [e.lang, getComputedStyle(e).direction])",
    )
    page.close()
