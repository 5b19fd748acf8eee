"""What a pattern's page loads at once, and what only when another mode than Evaluate is asked for."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from playing import choose, gives, open_learn

PACK = "packs/sample/quiet-alarm.html"
AT_ONCE = ["app.js", "evaluate.js", "pack.css", "print.css", "quiet-alarm.html"]
LATER = ["en.js", "later.css", "memory.js", "pack.js", "rehearse.js", "sample.js", "stories.js"]


def names_asked_for(page: Page) -> list[str]:
    """Collect the names of the files that a page asks for from now on."""
    names: list[str] = []
    page.on("request", lambda request: request.url.startswith("data:") or names.append(request.url.split("/")[-1]))
    return names


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page; whatever it complains about fails the test."""
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    assert errors == []


def test_scripts_of_other_modes_come_when_one_is_opened(page: Page, site: Path) -> None:
    asked = names_asked_for(page)
    page.goto((site / PACK).as_uri())
    page.locator(".sentence").first.click()
    assert sorted(asked) == AT_ONCE
    asked.clear()
    page.get_by_role("link", name="Practice").click()
    choose(page, "practice")
    assert sorted(asked) == LATER
    asked.clear()
    open_learn(page)
    page.get_by_role("link", name="Rehearse").click()
    page.locator(".rehearse textarea").wait_for()
    assert asked == [], "once is enough"


def test_an_address_that_names_a_mode_has_it_ready(page: Page, site: Path) -> None:
    page.goto(f"{(site / PACK).as_uri()}#practice")
    expect(page.locator(".practice .check")).to_be_visible()
    gives("js ready", page.evaluate, "document.documentElement.className")
    page.go_back()
    page.goto(f"{(site / PACK).as_uri()}#rehearse")
    expect(page.locator(".rehearse textarea")).to_be_visible()


def test_the_mode_before_stays_until_the_next_one_is_ready(page: Page, site: Path) -> None:
    """Nobody presses what does nothing yet; and who changes their mind meanwhile gets what they asked for last."""
    waiting: list[Route] = []
    page.route("**/assets/pack.js", lambda route: waiting.append(route))
    page.goto((site / PACK).as_uri())
    page.get_by_role("link", name="Practice").click()
    page.wait_for_url("**#practice")
    expect(page.locator(".mode.here h2")).to_have_text("Evaluate")
    page.get_by_role("link", name="Test").click()
    page.wait_for_url("**#test")
    for route in waiting:
        route.continue_()
    expect(page.locator(".mode.here h2")).to_have_text("Test")
    expect(page.locator("#test-title:focus")).to_be_visible()


def test_what_did_not_come_is_said(page: Page, site: Path) -> None:
    page.route(re.compile(r"/(memory|pack|stories|rehearse)\.js$"), lambda route: route.abort())
    page.goto((site / PACK).as_uri())
    page.get_by_role("link", name="Practice").click()
    expect(page.get_by_text("Part of this page could not be loaded")).to_be_visible()
    page.get_by_role("link", name="Evaluate").click()
    page.locator(".sentence").first.click()
    expect(page.locator(".sentence[aria-pressed=true]")).to_have_count(1)


def test_a_pattern_prints_as_a_handout_before_any_mode_was_opened(page: Page, site: Path) -> None:
    page.goto((site / PACK).as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".on-paper.answers")).to_have_count(1)
