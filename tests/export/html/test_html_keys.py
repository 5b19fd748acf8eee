"""Keys: what they do, that they change no answer unasked, and the sheet that tells of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from playing import gives, open_learn, shown, violations_in_both_schemes

PAGE = "packs/sample/quiet-alarm.html"


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Iterator[Page]:
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    page.goto(f"{(site / PAGE).as_uri()}#practice")
    yield page
    assert errors == []


def chosen(page: Page) -> list[int]:
    inputs = shown(page, "practice").locator("input")
    return list(inputs.evaluate_all("list => list.flatMap((input, place) => (input.checked ? [place] : []))"))


def test_arrows_change_no_answer(page: Page) -> None:
    shown(page, "practice").locator("label").first.click()
    for keys in (["ArrowDown", "ArrowDown"], ["ArrowUp"], ["ArrowRight"]):
        for key in keys:
            page.keyboard.press(key)
        gives(1, page.evaluate, "document.querySelectorAll('.practice input:checked').length")
    expect(page.locator(".practice .count")).to_have_text("Question 2 of 2", use_inner_text=True)
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == [0]
    page.keyboard.press("1")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".practice .count")).to_have_text("Question 2 of 2", use_inner_text=True)
    page.keyboard.press("ArrowLeft")
    assert chosen(page) == [0]


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_what_is_looked_at_is_chosen_when_asked(page: Page, key: str) -> None:
    page.locator(".practice .shown h3").focus()
    for name in ("ArrowUp", "ArrowUp"):
        page.keyboard.press(name)
    assert chosen(page) == []
    page.keyboard.press(key)
    assert chosen(page) == [1]
    expect(page.locator(".practice .told")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".practice .told")).to_have_count(1)


def test_a_sheet_tells_the_keys(page: Page, site: Path) -> None:
    page.locator(".practice .shown h3").focus()
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys in Practice")
    expect(sheet).to_be_visible()
    told = sheet.locator("dl").inner_text()
    assert "Check, then go on" in told
    assert told.count("Enter") == 1
    assert violations_in_both_schemes(page) == ""
    page.keyboard.press("1")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator(".practice .shown h3:focus")).to_have_count(1)
    assert chosen(page) == []
    page.goto((site / "index.html").as_uri())
    page.locator(".show-keys").click()
    expect(page.get_by_role("dialog", name="Keys", exact=True)).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_label("Search").press("?")
    expect(page.locator("dialog")).to_have_count(0)


def test_a_question_mark_may_be_written(page: Page) -> None:
    open_learn(page)
    page.locator(".fix-it textarea").press("?")
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator(".fix-it textarea")).to_have_value("?")


def test_next_is_where_the_thumb_is(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    shown(page, "practice").locator("label").last.click()
    page.locator(".practice .check").click()
    place = "button => { const {top, bottom} = button.getBoundingClientRect(); return [top, bottom] }"
    top, bottom = page.locator(".practice .next").evaluate(place)
    assert 740 * 0.8 < top < bottom <= 740
    page.locator(".practice .next").click()
    stem, last = (shown(page, "practice").locator(part).last.evaluate(place) for part in (".stem", ".options li"))
    foot = page.locator(".practice .run-foot").evaluate(place)
    bar = page.locator(".modes").evaluate(place)
    assert bar[1] <= stem[0] < last[1] <= foot[0]
