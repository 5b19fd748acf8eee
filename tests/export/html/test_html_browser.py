"""What a real browser makes of the site: no fault, no script, nothing hidden, for everybody."""

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from hostile import PAYLOADS, attacked
from playwright.sync_api import Browser, Page

from lpkit.export import Corpus, load_exporter

PAGE = "packs/sample/quiet-alarm.html"
PATHS = ("index.html", PAGE)
WIDTHS = (360, 1280)
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Without this axe fetches the style sheet a second time, which the page's policy rightly refuses.
    "preload": False,
}
LIMIT = 150_000
"""Bytes of a page with its style sheet."""


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_and_quiet(
    browser: Browser, site: Path, path: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    noise: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto((site / path).as_uri())
    for folded in (True, False):
        if not folded:
            unfold(page)
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0
        results = Axe().run(page, options=AXE_OPTIONS)
        assert results.violations_count == 0, results.generate_report()
    assert noise == []
    assert all(url.startswith(("file:", "data:")) for url in requests)
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_style_sheet_arrives(browser: Browser, site: Path, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / PAGE).as_uri())
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == {"light": "rgb(250, 248, 244)", "dark": "rgb(20, 23, 28)"}[scheme]
    page.close()


def test_marks_wait_for_the_rubric(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / PAGE).as_uri())
    colour = "getComputedStyle(document.querySelector('mark')).backgroundColor"
    assert page.evaluate(colour) == "rgba(0, 0, 0, 0)"
    page.get_by_text("Open the rubric", exact=True).click()
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"
    page.close()


def test_everything_opens_without_javascript(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    folds = page.locator("details")
    assert folds.count() == 10
    for number in range(folds.count()):
        fold = folds.nth(number)
        assert not fold.locator(":scope > :not(summary)").first.is_visible()
        fold.locator("summary").click()
        for part in fold.locator(":scope > :not(summary)").all():
            assert part.is_visible()
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
    assert page.get_by_text("Step by step").first.is_visible()
    assert not page.get_by_text("Open the rubric", exact=True).is_visible()
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
            assert page.locator("script, img, iframe, base, style").count() == 0
        assert events == []
        page.close()


def test_pages_are_small(site: Path) -> None:
    style = (site / "assets/style.css").stat().st_size
    assert all((site / path).stat().st_size + style < LIMIT for path in PATHS)
