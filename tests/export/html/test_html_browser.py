"""What a real browser makes of the site: no fault, no script, nothing hidden, for everybody."""

from pathlib import Path
from typing import Literal

import pytest
from hostile import PAYLOADS, attacked
from playing import real_corpus, states, violations
from playwright.sync_api import Browser, Page

from lpkit.export import Corpus, load_exporter

PAGE = "packs/sample/quiet-alarm.html"
PATHS = ("index.html", "principles/sample/ownership.html", PAGE)
WIDTHS = (360, 1280)
SHIFTS = """() => new Promise(done => {
    const seen = [];
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => done(seen.reduce((sum, {value}) => sum + value, 0))));
})"""
LIMIT = 150_000
"""Bytes of a page with its style sheet and its script."""


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
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False])
def test_accessible_and_quiet(
    browser: Browser, site: Path, path: str, width: int, scheme: Literal["light", "dark"], scripts: bool
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    noise = listen(page)
    if not scripts:
        page.route("**/app.js", lambda route: route.abort())
    page.goto((site / path).as_uri())
    for folded in (True, False):
        if not folded:
            unfold(page)
        assert overflow(page) <= 0
        assert violations(page) == ""
    assert noise == [] if scripts else all("app.js" in text or "ERR_FAILED" in text for text in noise)
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_in_every_mode(browser: Browser, site: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    noise = listen(page)
    page.goto((site / PAGE).as_uri())
    for state in states(page):
        assert violations(page) == "", state
        assert overflow(page) <= 0, state
    assert noise == []
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves_while_it_loads(browser: Browser, site: Path, path: str) -> None:
    page = browser.new_page()
    page.goto((site / path).as_uri())
    moved = page.evaluate(SHIFTS)
    assert moved == 0
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_style_sheet_arrives(browser: Browser, site: Path, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / PAGE).as_uri())
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == {"light": "rgb(250, 248, 244)", "dark": "rgb(20, 23, 28)"}[scheme]
    page.close()


def test_marks_wait_for_the_rubric(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    colour = "e => getComputedStyle(e).backgroundColor"
    assert page.locator("mark").first.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.locator("summary", has_text="Open the rubric").click()
    assert page.locator("mark").first.evaluate(colour) != "rgba(0, 0, 0, 0)"
    context.close()


def test_everything_opens_without_javascript(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    folds = page.locator("details")
    assert folds.count() == 10
    for number in range(folds.count()):
        fold = folds.nth(number)
        assert not fold.locator(":scope > :not(summary, .js-only)").first.is_visible()
        fold.locator("summary").click()
        for part in fold.locator(":scope > :not(summary, .js-only)").all():
            assert part.is_visible()
    assert page.locator(".js-only:visible").count() == 0
    context.close()


def test_the_keyboard_reaches_the_content(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_print_shows_what_is_folded(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    page.emulate_media(media="print")
    for text in ("Step by step", "Know before you practise", "Score comparison", "What is missing from"):
        assert page.get_by_text(text).first.is_visible()
    assert page.locator(".js-only:visible, summary:text-is('Open the rubric'):visible").count() == 0
    page.close()


def test_hostile_text_runs_nothing(browser: Browser, corpus: Corpus, tmp_path: Path) -> None:
    for start in range(len(PAYLOADS)):
        page = browser.new_page()
        events: list[str] = []
        page.on("dialog", lambda dialog, events=events: (events.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message, events=events: events.append(message.text))
        for artifact in load_exporter("html").render(attacked(corpus, start), {}):
            file = tmp_path / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.content)
        for path in PATHS:
            page.goto((tmp_path / path).as_uri())
            unfold(page)
            assert page.locator("img, iframe, base, style").count() == 0
            assert page.locator("script:not([src]):not([type='application/json'])").count() == 0
            assert page.locator("html.ready").count() == 1
        assert events == []
        page.close()


def test_pages_are_small(site: Path) -> None:
    assets = sum(file.stat().st_size for file in (site / "assets").iterdir())
    assert all((site / path).stat().st_size + assets < LIMIT for path in PATHS)


def test_a_real_pack_is_small() -> None:
    files = {artifact.path: len(artifact.content) for artifact in load_exporter("html").render(real_corpus(), {})}
    assets = sum(size for path, size in files.items() if path.startswith("assets/"))
    sizes = {path: size + assets for path, size in files.items() if not path.startswith("assets/")}
    assert {path: size for path, size in sizes.items() if size >= LIMIT} == {}
