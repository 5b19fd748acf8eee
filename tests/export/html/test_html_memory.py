"""What is remembered of each question: by answers and sureness, in two tabs, under clocks that jump, in odd forms."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import BrowserContext, Page, expect

from lpkit.export import Corpus
from playing import beginning, choose, shown_id, with_large_pool, write_site

PACK = "packs/sample/quiet-alarm.html"
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(with_large_pool(corpus), tmp_path_factory.mktemp("memory"))


@pytest.fixture
def open_page(context: BrowserContext, site: Path) -> Iterator[Callable[[str], Page]]:
    """Open the pack in a mode at nine in the morning; whatever the page complains about fails the test."""
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.clock.install(time=START)

    def opened(mode: str) -> Page:
        page = context.new_page()
        page.goto(f"{(site / PACK).as_uri()}#{mode}")
        return page

    yield opened
    assert errors == []


OpenPage = Callable[[str], Page]


def answer(page: Page, right: bool, sure: str | None = None) -> str:
    """Answer the question of the practice; give its id."""
    name = shown_id(page, "practice")
    choose(page, "practice", right)
    if sure:
        page.locator(".practice .sureness").get_by_text(sure, exact=True).click()
    page.locator(".practice .check").click()
    return name


def memory(page: Page, name: str, kind: str = "question") -> dict[str, Any]:
    text = page.evaluate(f"localStorage.getItem('lpkit/1/sample/quiet-alarm/memory/{kind}/{name}')")
    kept: dict[str, Any] = json.loads(text or "{}")
    return kept


def moment(time: datetime) -> int:
    return round(time.timestamp() * 1000)


SURENESS = [
    (True, "sure", Rating.Easy),
    (True, "unsure", Rating.Good),
    (True, None, Rating.Good),
    (True, "guess", Rating.Hard),
    (False, "sure", Rating.Again),
    (False, "guess", Rating.Again),
]
"""Whether an answer is right, how sure the reader was, and what that is to the scheduler."""


@pytest.mark.parametrize(("right", "sure", "rating"), SURENESS)
def test_an_answer_is_remembered(open_page: OpenPage, right: bool, sure: str | None, rating: Rating) -> None:
    page = open_page("practice")
    name = answer(page, right, sure)
    card, _ = SCHEDULER.review_card(Card(), rating, START)
    kept = memory(page, name)
    assert (kept["stability"], kept["difficulty"]) == pytest.approx((card.stability, card.difficulty), abs=1e-4)
    assert kept["due"] - kept["last"] == (card.due - START) // timedelta(milliseconds=1)
    assert (kept["right"], kept["sure"], kept["times"]) == (right, sure, 1)
    days = (card.due - START).days
    words = "Comes again tomorrow." if days == 1 else f"Comes again in {days} days."
    expect(page.locator(".practice .left")).to_have_text(words, use_inner_text=True)
    expect(page.locator(".practice .sureness")).to_be_hidden()
    page.locator(".practice .next").click()
    expect(page.locator(".practice .sureness input:checked")).to_have_count(0)


def test_a_test_is_remembered_when_it_ends(open_page: OpenPage) -> None:
    page = open_page("test")
    page.locator(".test .start").click()
    first = shown_id(page, "test")
    choose(page, "test", right=False)
    page.locator(".test .sureness").get_by_text("sure", exact=True).click()
    page.locator(".test .next").click()
    second = shown_id(page, "test")
    expect(page.locator(".test .sureness input:checked")).to_have_count(0)
    choose(page, "test")
    page.locator(".test .back").click()
    expect(page.locator(".test .sureness input:checked")).to_have_attribute("value", "sure")
    page.reload()
    expect(page.locator(".test .sureness input:checked")).to_have_attribute("value", "sure")
    assert memory(page, first) == {}
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    assert (memory(page, first)["right"], memory(page, first)["sure"]) == (False, "sure")
    assert (memory(page, second)["right"], memory(page, second)["sure"]) == (True, None)
    kept = page.evaluate("Object.keys(localStorage).filter(name => name.includes('/memory/')).length")
    assert kept == 2, "what was not answered tells nothing"


def test_two_tabs_learn_together(open_page: OpenPage) -> None:
    """Each tab keeps what it was told; what the other one answered is shown as answered, and counts once."""
    one, two = open_page("practice"), open_page("practice")
    first = answer(one, right=False)
    two.locator(".practice .sheet button").nth(1).click()
    second = answer(two, right=True, sure="sure")
    assert (memory(one, first)["right"], memory(one, second)["right"]) == (False, True)
    two.locator(".practice .sheet button").nth(0).click()
    expect(two.locator(".practice .shown .told-mark")).to_have_count(2)
    expect(two.locator(".practice .check")).to_be_hidden()
    one.locator(".practice .sheet button").nth(1).click()
    expect(one.locator(".practice .shown .told-mark")).to_have_text("✓ Right", use_inner_text=True)
    assert memory(one, second)["times"] == 1


def test_a_finished_test_counts_once_in_two_tabs(open_page: OpenPage) -> None:
    one = open_page("test")
    one.locator(".test .start").click()
    name = shown_id(one, "test")
    choose(one, "test")
    two = open_page("test")
    one.locator(".test .finish").click()
    one.locator(".test .finish").click()
    two.reload()
    expect(two.locator(".test-result")).to_be_visible()
    assert memory(two, name)["times"] == 1


def test_answers_from_before_count_as_the_first(open_page: OpenPage) -> None:
    page = open_page("practice")
    name = shown_id(page, "practice")
    kept = json.dumps({"chosen": "gone", "right": True, "round": 0, "tries": 1, "at": moment(START - 5 * DAY)})
    page.evaluate(f"localStorage.setItem('lpkit/1/sample/quiet-alarm/question/{name}', '{kept}')")
    answer(page, right=True, sure="unsure")
    card, _ = SCHEDULER.review_card(Card(), Rating.Good, START - 5 * DAY)
    card, _ = SCHEDULER.review_card(card, Rating.Good, START)
    assert memory(page, name)["stability"] == pytest.approx(card.stability, abs=1e-3)
    assert memory(page, name)["times"] == 2


def test_a_clock_that_was_set_back(open_page: OpenPage, context: BrowserContext) -> None:
    """What was answered in a wrong future is asked again by the clock of now; nothing is reckoned from that future."""
    context.clock.set_system_time(START + 1000 * DAY)
    page = open_page("practice")
    name = answer(page, right=True, sure="sure")
    context.clock.set_system_time(START)
    page.locator(".practice .next").click()
    answer(page, right=True)
    page.locator(".practice .again").click()
    while shown_id(page, "practice") != name:
        page.locator(".practice .sheet button").nth(1).click()
    answer(page, right=True)
    kept = memory(page, name)
    assert kept["last"] == pytest.approx(moment(START), abs=60_000)
    assert 1 <= (kept["due"] - kept["last"]) / 86_400_000 <= 30


STRANGE = [
    *("7", "[]", "{", '"x"', "null"),
    '{"form": 1, "stability": "x", "difficulty": 5, "last": 1, "due": 2}',
    '{"form": 1, "stability": -3, "difficulty": 5, "last": 1, "due": 2}',
    '{"form": 1, "stability": 3, "difficulty": 50, "last": 1, "due": 2}',
    '{"form": 1, "stability": 3, "difficulty": 5, "last": 9, "due": 2}',
    '{"form": 0, "stability": 3, "difficulty": 5, "last": 1, "due": 2}',
]


@pytest.mark.parametrize("text", STRANGE)
def test_a_strange_memory_is_begun_anew(open_page: OpenPage, text: str) -> None:
    page = open_page("practice")
    name = shown_id(page, "practice")
    page.evaluate(
        "([name, text]) => localStorage.setItem(name, text)",
        [f"lpkit/1/sample/quiet-alarm/memory/question/{name}", text],
    )
    answer(page, right=True)
    assert memory(page, name)["times"] == 1


def test_what_a_newer_site_planned_is_left_alone(open_page: OpenPage) -> None:
    page = open_page("practice")
    name = shown_id(page, "practice")
    newer = {"form": 2, "curve": [1, 2]}
    page.evaluate(
        "([name, text]) => localStorage.setItem(name, text)",
        [f"lpkit/1/sample/quiet-alarm/memory/question/{name}", json.dumps(newer)],
    )
    answer(page, right=True)
    assert memory(page, name) == newer
    expect(page.locator(".note:visible")).to_have_text(
        beginning("Part of your progress was kept by a newer version"), use_inner_text=True
    )
    expect(page.locator(".practice .left")).to_have_text("", use_inner_text=True)


def test_progress_of_a_newer_site_is_named(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    expect(page.locator(".note:visible")).to_have_count(0)
    page.evaluate("localStorage.setItem('lpkit/2/sample/quiet-alarm', '{}')")
    page.reload()
    expect(page.locator(".note:visible")).to_have_text(
        "Part of your progress was kept by a newer version of this site. It is left as it is, and not shown here."
    )
