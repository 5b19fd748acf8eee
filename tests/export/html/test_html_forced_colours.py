"""Where the reader's system decides on colours: no text is on its own colour, and what stands out still does."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from playing import SCHEMES, gives, open_learn, score_all, states

PAGE = "packs/sample/quiet-alarm.html"
UNREADABLE = """() => {
    const clear = 'rgba(0, 0, 0, 0)';
    const behind = (element) => {
        for (let node = element; node; node = node.parentElement) {
            const colour = getComputedStyle(node).backgroundColor;
            if (colour !== clear) return colour;
        }
        return getComputedStyle(document.documentElement).backgroundColor;
    };
    const own = (element) => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    return [...document.body.querySelectorAll('*:not(script)')]
        .filter(element => own(element) && element.checkVisibility() && !element.closest('.mirror, svg'))
        .filter(element => getComputedStyle(element).color === behind(element))
        .map(element => `${element.localName}.${element.className}: ${element.textContent.slice(0, 40)}`);
}"""
"""Elements whose text has the colour of what is behind it."""
INVISIBLE = """() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const canvas = paper === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : paper;
    const filled = '.bar-fill, .bar-own, .fill-pass, .fill-fail';
    const seen = [...document.querySelectorAll(filled)].filter(e => e.checkVisibility());
    return seen.filter(e => getComputedStyle(e).fill === canvas).length;
}"""


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_can_be_read(browser: Browser, site: Path, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    marks = 0
    for state in states(page):
        gives([], page.evaluate, UNREADABLE, where=state)
        gives(0, page.evaluate, INVISIBLE, where=state)
        marks += page.locator(".candidate mark:visible").count()
    assert marks
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_failing_sentence_stands_out(browser: Browser, site: Path, scheme: Literal["light", "dark"]) -> None:
    """Failing sentences were black on black where the system is dark."""
    context = browser.new_context(forced_colors="active", color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    score_all(page)
    page.locator(".open-rubric").click()
    mark = page.locator(".candidate mark").first
    colour, behind = mark.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert behind not in (colour, paper)
    context.close()


def test_a_mirror_has_no_letters(browser: Browser, site: Path) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    open_learn(page)
    page.locator(".fix-it textarea").first.fill("my manager asked me to look")
    mirror = page.locator(".mirror").first
    mirror.locator("mark").wait_for(state="attached")
    for part in (mirror, mirror.locator("mark")):
        gives("rgba(0, 0, 0, 0)", part.evaluate, "e => getComputedStyle(e).color")
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_how_far_one_is_can_be_seen(browser: Browser, site: Path, scheme: Literal["light", "dark"]) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    bar = page.locator(".now progress")
    shown = []
    for share in (0, 1):
        bar.evaluate("(bar, share) => (bar.value = share * bar.max)", share)
        shown.append(bar.screenshot())
    assert shown[0] != shown[1]
    context.close()
