"""The coverage page: the counts of `lpkit stats`, for everybody, with and without JavaScript."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from test_html_text import Page

from lpkit.export import Corpus, Shelf, cover, load_exporter
from playing import WIDTHS, fits, real_corpus, real_files, violations_in_both_schemes, write_files, write_site

PATH = "coverage/index.html"


@pytest.fixture(scope="module")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(real_files(), tmp_path_factory.mktemp("coverage"))


def shown(corpus: Corpus) -> str:
    (page,) = [file for file in load_exporter("html").render(corpus, {}) if file.path == PATH]
    return page.content.decode()


@pytest.mark.parametrize("scripts", [True, False])
def test_accessible(browser: Browser, real_site: Path, scripts: bool) -> None:
    page = browser.new_page()
    if not scripts:
        page.route("**/assets/*.js", lambda route: route.abort())
    page.goto((real_site / PATH).as_uri())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        fits(page)
        expect(page.locator("table:visible")).to_have_count(6)
        assert violations_in_both_schemes(page) == "", width
    page.close()


def test_it_leads_to_what_it_names(browser: Browser, real_site: Path) -> None:
    page = browser.new_page()
    page.goto((real_site / PATH).as_uri())
    page.get_by_role("link", name="Are Right, A Lot").click()
    expect(page.locator("h1:visible")).to_have_text("Are Right, A Lot", use_inner_text=True)
    page.go_back()
    page.get_by_role("link", name="All patterns").click()
    expect(page).to_have_url(re.compile(r"index\.html$"))
    page.close()


def test_every_count_is_on_the_page(corpus: Corpus) -> None:
    text = Page(shown(corpus)).text
    found = cover(corpus.shelves[0])
    for entry in found.principles:
        counts = [*entry.levels.values(), *entry.practice.values(), *entry.test.values()]
        assert f"{entry.title} {' '.join(map(str, counts))}" in text
    markers = {marker.id: marker.title for marker in corpus.shelves[0].library.markers}
    for marker, count in found.markers.items():
        never = "" if count else " never shown"
        assert f"{markers[marker]}{never} {count} of {len(found.answers)}" in text
    for answer in found.answers:
        length = f"{answer.words} 0:{answer.seconds_fast:02}–0:{answer.seconds_slow:02}"
        assert re.search(rf"{answer.candidate.upper()} [\w ]+ {length}", text)
    total = sum(found.positions.values())
    for place, count in found.positions.items():
        assert f"{place} {count} of {total}" in text


def test_gaps_are_named(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    passing = {verdict.id for verdict in shelf.library.verdicts if verdict.passes}
    pack = shelf.packs[0]
    good = [one for one in pack.evaluate.candidates if one.verdict in passing]
    bare = pack.model_copy(update={"evaluate": pack.evaluate.model_copy(update={"candidates": good})})
    text = Page(shown(Corpus((Shelf(shelf.library, (bare,)),)))).text
    assert text.count("never shown") == len(shelf.library.markers)
    assert text.count("never low") == 3


def test_several_libraries_and_none(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    other = Shelf(shelf.library.model_copy(update={"id": "other", "title": "Other"}), shelf.packs)
    html = shown(Corpus((other, shelf)))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert html.count("<table") == 12
    assert "There are no patterns yet" in shown(Corpus(()))


def test_the_single_file_has_it(browser: Browser, tmp_path: Path) -> None:
    file = write_site(real_corpus(), tmp_path, {"single-file": "true"}) / "index.html"
    page = browser.new_page()
    page.goto(f"{file.as_uri()}#coverage")
    expect(page).to_have_title("Coverage")
    expect(page.locator(".page.here h1")).to_have_text("Coverage", use_inner_text=True)
    expect(page.locator(".page.here table")).to_have_count(6)
    page.close()


def test_without_scripts_the_single_file_shows_it_to_who_asks(browser: Browser, corpus: Corpus, tmp_path: Path) -> None:
    """Hashes, and counts beside verdicts, are nothing for learners: all pages follow one another there."""
    file = write_site(corpus, tmp_path, {"single-file": "true"}) / "index.html"
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator(".page:visible").nth(2)).to_be_visible()
    expect(page.locator(".coverage")).to_be_hidden()
    page.goto(f"{file.as_uri()}#coverage")
    expect(page.locator(".coverage h1")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".coverage h1")).to_be_visible()
    page.goto(file.as_uri())
    expect(page.locator(".coverage")).to_be_hidden()
    context.close()
