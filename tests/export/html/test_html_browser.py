"""What a real browser makes of the site: no fault, no script, nothing hidden, for everybody."""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from hostile import PAYLOADS, attacked
from playwright.sync_api import Browser, Page, expect

from lpkit.export import Corpus, load_exporter
from lpkit_exporters.html.bundling import PARTS
from playing import (
    SCHEMES,
    SHIFTS,
    WIDTHS,
    choose,
    gives,
    real_corpus,
    real_files,
    states,
    violations_in_both_schemes,
    write_files,
    write_site,
)

PAGE = "packs/sample/quiet-alarm.html"
PATHS = ("index.html", "principles/sample/ownership.html", "stories/index.html", PAGE)
INTRUDERS = """document.querySelectorAll(
    "img, iframe, base, style, script:not([src]):not([type='application/json'])"
).length"""
"""How many elements a page has that no page of ours has."""
BEGUN = """([begun, dated, done]) => {
    const now = Date.now(), today = new Date(now), two = number => String(number).padStart(2, "0");
    const day = date => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
    const put = (name, value) => localStorage.setItem(`lpkit/1/${name}`, JSON.stringify({...value, at: now}));
    const libraries = [...document.querySelectorAll(".library-data")].map(block => JSON.parse(block.textContent));
    const packs = libraries.flatMap(
        ({id, packs}) => packs.map(pack => [`${id}/${pack.id}`, pack.practice.split(" ")[0]])
    );
    localStorage.clear();
    const items = packs.slice(0, begun).map(([pack, id], place) => {
        put(`${pack}/question/${id}`, {chosen: "", right: false, round: 1, tries: 1});
        put(`${pack}/memory/question/${id}`, {
            form: 1, stability: 3, difficulty: 6, last: now, due: now + 3 * 86_400_000,
            right: false, sure: place % 2 ? "sure" : null, times: 1, about: "What was right here?"
        });
        if (begun > 1) {
            put(`${pack}/evaluate`, {opened: true});
            put(`${pack}/test/a`, {kind: "draw", questions: [id], answers: {}, started: 1, finished: now, percent: 70});
        }
        return `${pack}/question/${id}`;
    });
    if (done) put("today/run", {kind: "today", items: items.slice(0, 6), day: day(today)});
    if (dated) put("plan", {date: day(new Date(now + 21 * 86_400_000))});
}"""
"""Keeps that some patterns were begun with a question that was missed, several with a test as well; a date; and that
the exercises of the day are done."""
STATES = [(0, False, False), (0, True, False), (1, False, False), (1, True, False), (1, True, True), (10, True, True)]
"""How many patterns were begun, whether there is a date, and whether the day's exercises are done."""
LIMIT = 170_000
"""Bytes of all that a page loads until another mode than Evaluate is opened. Short patterns of two candidates
have 150,000; up to four candidates with reasons for every score and with probes take 20,000 more."""
MEAN = 160_000
"""The same of the pages of a real library, on average."""
WORDS_LIMIT = 10_500
"""Bytes of what a page in another language than English brings more: its own, longer words. The first page has most."""
MARKERS_LIMIT = 145_000
"""Bytes of the script that finds a library's markers, which comes with other modes than Evaluate and is the same for
all packs. 88,000 were enough until the groups of words and frames of the library were nearly doubled: of 72 rewordings
that nobody had seen, 61 are found in place of 56."""


def listen(page: Page) -> list[str]:
    """Collect what the page complains about, and every request that leaves the disk."""
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("request", lambda request: request.url.startswith(("file:", "data:")) or noise.append(request.url))
    return noise


def overflow(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scripts", [True, False])
def test_accessible_and_quiet(browser: Browser, site: Path, path: str, scripts: bool) -> None:
    page = browser.new_page()
    noise = listen(page)
    if not scripts:
        page.route("**/assets/*.js", lambda route: route.abort())
    page.goto((site / path).as_uri())
    for folded in (True, False):
        if not folded:
            unfold(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert overflow(page) <= 0
            assert violations_in_both_schemes(page) == "", width
    assert noise == [] if scripts else all(".js" in text or "ERR_FAILED" in text for text in noise)
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_accessible_in_every_mode(browser: Browser, site: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    noise = listen(page)
    page.goto((site / PAGE).as_uri())
    for state in states(page):
        assert violations_in_both_schemes(page) == "", state
        assert overflow(page) <= 0, state
    assert noise == []
    context.close()


def test_nothing_moves_while_it_loads(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    for path in PATHS:
        page.goto((site / path).as_uri())
        gives(0, page.evaluate, SHIFTS, where=path)
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_style_sheet_arrives(browser: Browser, site: Path, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / PAGE).as_uri())
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == {"light": "rgb(250, 248, 244)", "dark": "rgb(20, 23, 28)"}[scheme]
    page.close()


def test_everything_opens_without_javascript(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    folds = page.locator("details")
    expect(folds).to_have_count(9)
    for number in range(folds.count()):
        fold = folds.nth(number)
        expect(fold.locator(":scope > :not(summary, .js-only)").first).to_be_hidden()
        fold.locator("summary").click()
        for part in fold.locator(":scope > :not(summary, .js-only)").all():
            expect(part).to_be_visible()
    expect(page.locator(".js-only:visible")).to_have_count(0)
    context.close()


def test_the_keyboard_reaches_the_content(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    page.keyboard.press("Tab")
    gives("skip", page.evaluate, "document.activeElement.className")
    page.keyboard.press("Enter")
    expect(page.locator("#main:focus")).to_be_visible()
    page.close()


def test_print_shows_what_is_folded(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    page.emulate_media(media="print")
    for text in ("Step by step", "Know before you practise", "Score comparison", "What is missing from"):
        expect(page.get_by_text(text).first).to_be_visible()
    expect(page.locator(".js-only:visible, summary:text-is('Open the rubric'):visible")).to_have_count(0)
    page.close()


def test_hostile_text_runs_nothing(browser: Browser, corpus: Corpus, tmp_path: Path) -> None:
    page = browser.new_page()
    events: list[str] = []
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: events.append(message.text))
    for start in range(len(PAYLOADS)):
        write_site(attacked(corpus, start), tmp_path)
        for path in PATHS:
            page.goto((tmp_path / path).as_uri(), wait_until="domcontentloaded")
            unfold(page)
            gives(0, page.evaluate, INTRUDERS)
            expect(page.locator("html.ready")).to_have_count(1)
            assert events == [], start
    page.close()


def assets_of(path: str, files: dict[str, int]) -> int:
    """Add up what a page loads."""
    part = {"packs": "pack", "stories": "stories"}.get(path.partition("/")[0], "home")
    names = (f"{part}.css", "print.css", *(f"{script}.js" for script in PARTS[part]))
    return sum(files[f"assets/{name}"] for name in names)


def test_pages_are_small(site: Path) -> None:
    files = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.*")}
    assert all(files[path] + assets_of(path, files) < LIMIT for path in PATHS)


def test_a_real_pack_is_small() -> None:
    files = {path: len(content) for path, content in real_files().items()}
    sizes = {path: size + assets_of(path, files) for path, size in files.items() if path.endswith(".html")}
    assert {path: size for path, size in sizes.items() if size >= LIMIT} == {}
    assert sum(sizes.values()) / len(sizes) < MEAN
    assert files["markers/amazon-lp.js"] < MARKERS_LIMIT


@cache
def german_files() -> dict[str, bytes]:
    """Render the packs of this repository as a German library: the words of the interface are German."""
    (shelf,) = real_corpus().shelves
    german = Corpus((shelf._replace(library=shelf.library.model_copy(update={"language": "de"})),))
    return {file.path: file.content for file in load_exporter("html").render(german, {})}


def test_another_language_costs_little() -> None:
    """A page whose words are not English carries those that it needs at once, and no more."""
    files = {path: len(content) for path, content in german_files().items()}
    assert files["words/de.js"] < WORDS_LIMIT
    english = {path: len(content) for path, content in real_files().items() if path.endswith(".html")}
    assert {path: size for path, size in english.items() if files[path] - size >= WORDS_LIMIT} == {}


def has_patterns(page: Page) -> None:
    """Wait until three patterns are on the first screen as a whole."""
    ends = "all => all.filter(card => card.getBoundingClientRect().bottom <= innerHeight).length >= 3"
    gives(True, page.locator(".principle .card").evaluate_all, ends)


@pytest.mark.parametrize("language", ["en", "de"])
def test_home_shows_patterns_on_the_first_screen(browser: Browser, tmp_path: Path, language: str) -> None:
    """Below what to do next, three patterns are there as a whole, whatever there is to be said."""
    write_files(real_files() if language == "en" else german_files(), tmp_path)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.clock.install(time=datetime(2026, 3, 16, 9, tzinfo=UTC))
    page.goto((tmp_path / "index.html").as_uri())
    for begun, dated, done in [
        (0, False, False),
        (0, True, False),
        (1, False, False),
        (1, True, True),
        (10, True, True),
    ]:
        page.evaluate(BEGUN, [begun, dated, done])
        page.reload()
        expect(page.locator(".steps-now .tile")).to_have_count(2 if begun else 1)
        expect(page.locator("#interview")).to_have_value(re.compile("." if dated else "^$"))
        expect(page.locator(".more-today")).to_be_visible(visible=done)
        expect(page.locator(".mistaken > summary")).to_be_visible(visible=bool(begun))
        expect(page.locator(".sure-and-wrong > summary")).to_be_visible(visible=begun > 1)
        expect(page.locator(".card .chip")).to_have_count(begun if begun > 1 else 0)
        has_patterns(page)
    page.close()


def test_home_shows_the_next_step_on_a_phone(browser: Browser, tmp_path: Path) -> None:
    """Whoever has begun has a pattern to go on with and mistakes as well."""
    write_files(real_files(), tmp_path)
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((tmp_path / "packs/amazon-lp/need-behind-the-request.html").as_uri() + "#practice")
    choose(page, "practice", right=False)
    page.locator(".practice .check").click()
    page.goto((tmp_path / "index.html").as_uri())
    expect(page.locator(".steps-now .label")).to_have_text(["Continue", "Recommended"])
    expect(page.locator(".mistaken > summary")).to_be_visible()
    has_patterns(page)
    page.set_viewport_size({"width": 360, "height": 640})
    expect(page.locator(".start-today")).to_be_in_viewport(ratio=1)
    page.close()


def test_motion_waits_for_who_wants_it(browser: Browser, site: Path) -> None:
    moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0)"
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    for path in PATHS:
        page.goto((site / path).as_uri())
        gives(0, page.evaluate, f"{moving}.length")
        gives(0, page.evaluate, "document.getAnimations().length")
    context.close()


def test_real_packs_fit_a_phone(browser: Browser, tmp_path: Path) -> None:
    """Real titles and texts are longer than those of the sample, and some packs have three candidates."""
    write_files(real_files(), tmp_path)
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto((tmp_path / "index.html").as_uri())
    assert overflow(page) <= 0
    page.locator(".card a").first.click()
    page.wait_for_url("**/packs/**")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) <= 0
    page.evaluate("document.documentElement.style.fontSize = ''")
    for state in states(page):
        assert overflow(page) <= 0, state
    for file in sorted(tmp_path.glob("packs/*/*.html")):
        page.goto(f"{file.as_uri()}#evaluate")
        page.evaluate("document.querySelector('.evaluate').classList.add('opened')")
        unfold(page)
        assert overflow(page) <= 0, file.name
        cut = page.locator(".scroll").evaluate_all("list => list.filter(e => e.scrollWidth > e.clientWidth).length")
        assert cut == 0, file.name
    page.close()
