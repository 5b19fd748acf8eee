"""Today on the home page: what to do now, the way through it and back, mistakes, the plan; and a learner of 21 days."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lpkit.corpus.content import arrange
from lpkit.export import Corpus
from playing import beginning, ending, fits, live, open_mode, violations, violations_in_both_schemes, write_site
from project import PATIENCE

START = datetime(2026, 3, 16, 9, tzinfo=UTC)
ZONE = "Europe/Berlin"
"""The clocks of this zone go forward on the 29th of March, within the days that are played."""
PACKS = ("quiet-alarm", "second-alarm", "third-alarm")
PRACTICE = 4
PLACES = {"q0": 0, "q1": 1, "own-start": 2, "q2": 3, "q3": 4}
"""Where an exercise stands in its pattern: a rewrite after every second question."""
COST = {"question": 1.5, "fix-it": 2.5}


def three_packs(corpus: Corpus) -> Corpus:
    """Give the sample thrice, with four questions to practise each."""
    (shelf,) = corpus.shelves
    model = shelf.packs[0]
    asked = next(question for question in model.questions if question.pool == "practice")
    tested = [question for question in model.questions if question.pool == "test"]
    packs = []
    for name in PACKS:
        practice = [asked.model_copy(update={"id": f"q{n}", "stem": f"{name} {n}?"}) for n in range(PRACTICE)]
        packs.append(model.model_copy(update={"id": name, "title": f"The {name}", "questions": [*practice, *tested]}))
    return arrange([(shelf.library, packs)])


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(three_packs(corpus), tmp_path_factory.mktemp("today"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a new profile at nine in the morning, in a zone; whatever a page complains about fails the test."""
    context = browser.new_context(timezone_id=ZONE)
    context.set_default_timeout(PATIENCE)
    context.clock.install(time=START)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert errors == []


def home(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())


def unseal(page: Page, site: Path) -> None:
    """Open Learn in all patterns: before that no rewrite is offered, since it would give Evaluate away."""
    home(page, site)
    for pack in PACKS:
        page.evaluate(f"localStorage.setItem('lpkit/1/sample/{pack}/learn', '{{\"opened\": true}}')")
    page.reload()


def here(page: Page) -> str:
    """Give the item that the page asks, as it is named in what is kept; wait until it is there."""
    page.locator(".session-item").wait_for()
    found = re.search(r"(?:packs/|#)(\w+)[/.]([\w-]+)(?:\.html#|\.)(question|fix-it)-([\w-]+)$", page.url)
    assert found, page.url
    return "/".join(found.groups())


def keys(page: Page) -> dict[str, str]:
    block = json.loads(page.locator(".page.here .pack-data").text_content() or "")
    return {
        question["id"]: next(option["id"] for option in question["options"] if option.get("correct"))
        for question in block["questions"]
    }


def answer(page: Page, right: bool, sure: str | None) -> None:
    """Answer what is asked, a question or a rewrite."""
    item = here(page)
    if "/fix-it/" in item:
        page.locator(".session textarea").fill("I counted 64 alarms")
        page.get_by_role("button", name="Compare with the reference").click()
        page.get_by_role("button", name="As good" if right else "Far off").click()
        return
    key = keys(page)[item.rpartition("/")[2]]
    wanted = f'[value="{key}"]' if right else f':not([value="{key}"])'
    page.locator(f".session .options label:has(input{wanted})").first.click()
    if sure:
        page.locator(".session .sureness").get_by_text(sure, exact=True).click()
    page.locator(".session .check").click()


def listed(page: Page) -> list[str]:
    """Give the items of the list of today, by where their links lead."""
    links = page.locator(".items li a").evaluate_all("list => list.map(link => link.href)")
    found = [re.search(r"packs/(\w+)/([\w-]+)\.html#(question|fix-it)-([\w-]+)$", link) for link in links]
    return ["/".join(one.groups()) for one in found if one]


def to_next(page: Page) -> None:
    """Go on to the next item; where the run ends, to ten minutes more."""
    left = page.url
    page.locator(".session .run-foot a").click()
    page.wait_for_url(lambda url: url != left)
    if page.url.endswith("index.html"):
        page.get_by_role("button", name="Ten more minutes").click()
        page.get_by_role("link", name="Begin").click()


def test_a_run_leads_through_and_home_again(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    expect(page.locator(".what")).to_have_text("9 minutes, 6 exercises from 3 patterns: 6 new.", use_inner_text=True)
    items = listed(page)
    assert [item.split("/")[1] for item in items] == [*PACKS, *PACKS], "mixed over patterns"
    expect(page.locator(".steps-now .label")).to_have_text(["Recommended"], use_inner_text=True)
    page.get_by_role("link", name="Begin").click()
    for place, item in enumerate(items):
        assert here(page) == item
        expect(page.locator(".session h2")).to_have_text(f"Today: {place + 1} of 6", use_inner_text=True)
        expect(page.locator(".session h2:focus")).to_be_visible()
        expect(page.locator(".mode:visible")).to_have_count(1)
        if place == 2:
            home(page, site)
            expect(page.locator(".what")).to_have_text("2 of 6 done, about 6 minutes to go.", use_inner_text=True)
            expect(page.locator(".now progress")).to_have_attribute("aria-label", "2 of 6 done")
            page.get_by_role("link", name="Go on").click()
        answer(page, right=place != 1, sure="sure")
        expect(page.locator(".session .run-foot a:focus")).to_have_text("Next" if place < 5 else re.compile("^Finish"))
        page.keyboard.press("Enter")
    expect(page.locator(".what")).to_have_text("Done for today: 5 of 6 right.")
    expect(page.locator(".steps-now .label")).to_have_text(["Continue"], use_inner_text=True)
    page.get_by_role("button", name="Ten more minutes").click()
    assert not set(listed(page)) & set(items)
    expect(page.locator(".what")).to_have_text(ending(": 6 new."), use_inner_text=True)


def test_a_page_left_open_overnight_begins_the_new_day(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    page.get_by_role("link", name="Begin").click()
    first = here(page)
    answer(page, right=True, sure=None)
    home(page, site)
    context.clock.set_system_time(START + timedelta(days=1))
    page.get_by_role("link", name="Go on").click()
    assert here(page) != first
    expect(page.locator(".session h2")).to_have_text("Today: 2 of 6", use_inner_text=True)


def test_a_question_that_went_does_not_hold_the_run_up(context: BrowserContext, site: Path) -> None:
    """A new edition of the site may come between two exercises."""
    page = context.new_page()
    home(page, site)
    run = {
        "kind": "today",
        "day": "2026-03-16",
        "items": [f"sample/{PACKS[0]}/question/{name}" for name in ("gone", "q1")],
    }
    page.evaluate("run => localStorage.setItem('lpkit/1/today/run', JSON.stringify(run))", run)
    page.reload()
    assert listed(page) == [f"sample/{PACKS[0]}/question/q1"]
    page.get_by_role("link", name="Begin").click()
    answer(page, right=True, sure=None)
    page.keyboard.press("Enter")
    expect(page.locator(".what")).to_have_text("Done for today: 1 of 1 right.")


def test_keys_and_a_reload(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    page.get_by_role("link", name="Begin").click()
    first = here(page)
    expect(page.locator(".session h2:focus")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".session .left")).to_have_text("Choose an option first.", use_inner_text=True)
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    expect(page.locator(".session .told")).to_have_count(1)
    page.reload()
    assert here(page) == first
    expect(page.locator(".session .left")).to_have_text(beginning("Answered already. Comes again"), use_inner_text=True)
    open_mode(page, "Practice")
    expect(page.locator(".mode:visible")).to_have_count(1)
    expect(page.locator(".practice .shown .told-mark").first, "the practice counts it").to_be_attached()
    page.go_back()
    assert here(page) == first


def test_mistakes_are_gone_through_until_they_are_right(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    expect(page.locator(".mistaken:visible, .sure-and-wrong:visible")).to_have_count(0)
    page.get_by_role("link", name="Begin").click()
    for right, sure in ((False, "sure"), (False, "guess"), (True, "sure")):
        answer(page, right, sure)
        page.locator(".session .run-foot a").click()
    here(page)
    home(page, site)
    expect(page.locator(".sure-and-wrong summary")).to_have_text("Sure and wrong (1)", use_inner_text=True)
    expect(page.locator(".mistaken summary")).to_have_text("Mistakes (2)", use_inner_text=True)
    page.locator(".mistaken summary").click()
    lines = page.locator(".mistaken li").all_inner_texts()
    assert [line.split("\n")[0] for line in lines] == ["second-alarm 0?", "quiet-alarm 0?"], "the latest first"
    page.locator(".mistaken a").first.click()
    here(page)
    expect(page.locator(".session h2")).to_have_text("Mistakes: 1 of 2", use_inner_text=True)
    answer(page, right=True, sure=None)
    page.locator(".session .run-foot a").click()
    assert here(page) == "sample/quiet-alarm/question/q0"
    answer(page, right=False, sure="unsure")
    page.get_by_role("link", name="Finish").click()
    expect(page.locator(".mistaken summary")).to_have_text("Mistakes (1)")
    expect(page.locator(".sure-and-wrong")).to_be_hidden()


def test_what_a_test_asked_comes_again_today(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto((site / "packs/sample/quiet-alarm.html").as_uri() + "#test")
    page.locator(".test .start").click()
    name = (page.locator(".test .shown").get_attribute("id") or "").removeprefix("question-")
    page.locator(f'.test .shown label:has(input:not([value="{keys(page)[name]}"]))').first.click()
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    context.clock.set_system_time(START + timedelta(days=1, hours=-2))
    home(page, site)
    assert listed(page)[0] == f"sample/quiet-alarm/question/{name}"
    expect(page.locator(".what")).to_have_text(ending(": 1 due, 5 new."), use_inner_text=True)
    page.get_by_role("link", name="Begin").click()
    answer(page, right=True, sure="unsure")
    open_mode(page, "Test")
    expect(page.locator(".test-result .past li"), "the test stays what it was").to_have_count(1)


LEFT = "3 patterns to begin, 15 exercises to try"
PLANS = [
    (
        "2026-03-21",
        "5 days left: 3 patterns to begin, 15 exercises to try. That is 3 new exercises a day, about 6 minutes",
    ),
    (
        "2026-03-17",
        "1 day left: 3 patterns to begin, 15 exercises to try. That is 15 new exercises a day, about 26 minutes",
    ),
    ("2026-03-16", "It is today."),
    ("2026-03-10", "That day has passed."),
    ("", "With a date, this says how much to do a day."),
]


def test_a_plan_to_the_interview(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    for day, words in PLANS:
        page.get_by_label("Your interview").fill(day)
        expect(page.locator(".plan-words")).to_have_text(beginning(words), use_inner_text=True)
        page.reload()
        expect(page.get_by_label("Your interview")).to_have_value(day)
        expect(page.locator(".plan-words")).to_have_text(beginning(words), use_inner_text=True)


def test_the_single_file_has_a_today(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    file = write_site(three_packs(corpus), tmp_path, {"single-file": "true"}) / "index.html"
    page = context.new_page()
    page.goto(file.as_uri())
    page.get_by_role("link", name="Begin").click()
    for place in range(6):
        assert here(page).split("/")[1] == PACKS[place % 3]
        expect(page.locator(".session h2:focus:visible")).to_have_text(f"Today: {place + 1} of 6", use_inner_text=True)
        answer(page, right=True, sure=None)
        page.locator(".session:visible .run-foot a").click()
    expect(page.locator(".what")).to_have_text("Done for today: 6 of 6 right.")
    assert violations(page) == ""
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(entry => entry.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [360, 1280])
def test_accessible_today(context: BrowserContext, site: Path, width: int) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    unseal(page, site)
    top = page.locator(".start-today").evaluate("link => link.getBoundingClientRect().bottom")
    assert top < 800, "the next step is on the first screen"
    page.locator(".items summary").click()
    assert violations_in_both_schemes(page) == ""
    page.get_by_role("link", name="Begin").click()
    seen = set()
    while len(seen) < 2:
        kind = here(page).split("/")[2]
        states = {kind} - seen
        seen.add(kind)
        for _ in states:
            assert violations_in_both_schemes(page) == "", kind
            fits(page)
        answer(page, right=False, sure="sure")
        for _ in states:
            assert violations_in_both_schemes(page) == "", kind
        to_next(page)
    home(page, site)
    for summary in page.locator(".wrong-lists summary:visible").all():
        summary.click()
    assert violations_in_both_schemes(page) == ""
    fits(page)


def test_a_reload_after_an_answer_keeps_its_solution(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    page.get_by_role("link", name="Begin").click()
    answer(page, right=False, sure=None)
    chosen = page.locator(".session input:checked").input_value()
    page.reload()
    here(page)
    expect(page.locator(".session .left")).to_have_text(beginning("Answered already."), use_inner_text=True)
    expect(page.locator(".session input:checked")).to_have_value(chosen)
    expect(page.locator(".session .steps")).to_be_visible()
    expect(page.locator(".session input:enabled")).to_have_count(0)


def test_a_rewrite_of_today_takes_an_attempt(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    unseal(page, site)
    address = f"packs/sample/{PACKS[0]}.html"
    run = {"kind": "today", "day": "2026-03-16", "items": [f"sample/{PACKS[0]}/fix-it/own-start"]}
    page.evaluate("run => localStorage.setItem('lpkit/1/today/run', JSON.stringify(run))", run)
    page.goto(f"{(site / address).as_uri()}#fix-it-own-start")
    assert "/fix-it/" in here(page)
    for text, lack in (
        ("", "Write 4 more words before you compare."),
        ("In spring my manager asked me to look into it!", "This is the passage as it was: change it first."),
    ):
        page.locator(".session textarea").fill(text)
        page.get_by_role("button", name="Compare with the reference").click()
        expect(live(page)).to_have_text(lack)
        expect(page.locator(".session .left")).to_have_text(lack, use_inner_text=True)
        expect(page.locator(".session textarea")).to_be_focused()
        expect(page.locator(".session .after")).to_be_hidden()
    assert violations_in_both_schemes(page) == ""
    page.get_by_role("button", name="Show the reference").click()
    expect(page.locator(".session .after")).to_be_visible()
    expect(page.locator(".session .run-foot a")).to_be_focused()
    expect(page.locator(".session .left"), "as one far off does").to_have_text(
        beginning("Kept. Comes again tomorrow"), use_inner_text=True
    )


def test_a_memory_of_no_day_is_no_mistake(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    home(page, site)
    memory = {"form": 1, "stability": 3, "difficulty": 5, "last": 1e300, "due": 1e300, "right": False}
    name = f"lpkit/1/sample/{PACKS[0]}/memory/question/q0"
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, json.dumps(memory)])
    page.reload()
    expect(page.locator(".what")).to_have_text("9 minutes, 6 exercises from 3 patterns: 6 new.", use_inner_text=True)
    expect(page.locator(".mistaken")).to_be_hidden()


def test_a_test_goes_on_under_a_clock_that_was_set_back(context: BrowserContext, site: Path) -> None:
    """The test of the wrong future is over, though it seems to be the later one; what home calls begun is found."""
    context.clock.set_system_time(START + timedelta(days=400))
    page = context.new_page()
    page.goto(f"{(site / f'packs/sample/{PACKS[0]}.html').as_uri()}#test")
    page.locator(".test .start").click()
    for _ in range(2):
        page.locator(".test .finish").click()
    context.clock.set_system_time(START)
    page.locator(".test .fresh").click()
    page.locator(".test .start").click()
    page.locator(".test .question.shown label").first.click()
    page.reload()
    expect(page.locator(".test .question.shown input:checked")).to_be_visible()
    home(page, site)
    page.get_by_role("link", name=f"The {PACKS[0]}").first.click()
    open_mode(page, "Test")
    expect(page.locator(".test .finish")).to_be_visible()


def test_a_clock_that_was_set_back_is_named(context: BrowserContext, site: Path) -> None:
    context.clock.set_system_time(START + timedelta(days=400))
    page = context.new_page()
    home(page, site)
    page.get_by_role("link", name="Begin").click()
    answer(page, right=True, sure="sure")
    first = here(page)
    context.clock.set_system_time(START)
    home(page, site)
    expect(page.locator(".note:visible")).to_have_text(
        beginning("The clock of this device was set back"), use_inner_text=True
    )
    assert listed(page)[0] == first
    page.get_by_role("link", name="Begin").click()
    answer(page, right=True, sure="sure")
    page.locator(".session .run-foot a").click()
    here(page)
    home(page, site)
    expect(page.locator(".note:visible")).to_have_count(0)
    expect(page.locator(".what")).to_have_text(beginning("1 of "), use_inner_text=True)


@dataclass
class Learner:
    """What the package `fsrs` says of each item that was answered, and which answers were wrong."""

    scheduler: Scheduler = field(
        default_factory=lambda: Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    )
    cards: dict[str, Card] = field(default_factory=dict)
    wrong: dict[str, str | None] = field(default_factory=dict)

    def learn(self, item: str, right: bool, sure: str | None, now: datetime) -> None:
        grades = {"guess": Rating.Hard, "sure": Rating.Easy}
        rating = grades.get(sure or "", Rating.Good) if right else Rating.Again
        self.cards[item], _ = self.scheduler.review_card(self.cards.get(item, Card()), rating, now)
        self.wrong.pop(item, None)
        if not right:
            self.wrong[item] = sure

    def due(self, now: datetime) -> list[str]:
        """Give what falls on this day in the learner's zone, the most nearly forgotten first."""
        today = now.astimezone(ZoneInfo(ZONE)).date()
        found = [item for item, card in self.cards.items() if card.due.astimezone(ZoneInfo(ZONE)).date() <= today]
        known = self.scheduler.get_card_retrievability
        return sorted(found, key=lambda item: (known(self.cards[item], now), PLACES[item.rpartition("/")[2]], item))


def cost(items: list[str]) -> float:
    return sum(COST[item.split("/")[2]] for item in items)


def fitting(items: list[str]) -> list[str]:
    taken: list[str] = []
    for item in items:
        if cost([*taken, item]) <= 10:
            taken.append(item)
    return taken


def test_a_learner_of_21_days(context: BrowserContext, site: Path) -> None:
    """Each day the queue, the mistakes and the plan are what the package and the calendar say."""
    learner, page = Learner(), context.new_page()
    interview = date(2026, 4, 6)
    unseal(page, site)
    page.get_by_label("Your interview").fill(interview.isoformat())
    asked = repeated = 0
    for day in range(21):
        now = START + timedelta(days=day, minutes=37 * day % 240)
        context.clock.set_system_time(now)
        home(page, site)
        queue, due = listed(page), learner.due(now)
        assert set(queue) & set(learner.cards) == set(fitting(due)), day
        fresh = [item for item in queue if item not in learner.cards]
        assert cost(queue) <= 10
        left = 15 - len(learner.cards)
        assert fresh or not left or cost(fitting(due)) > 10 - COST["fix-it"], "room is used for new ones"
        assert len(set(queue)) == len(queue)
        check_home(page, learner, left, (interview - now.astimezone(ZoneInfo(ZONE)).date()).days)
        if not queue:
            expect(page.locator(".what")).to_have_text(beginning("Nothing is due"), use_inner_text=True)
            continue
        page.get_by_role("link", name="Begin").click()
        for place, item in enumerate(queue):
            assert here(page) == item
            right, sure = (asked * 7 + day) % 4 != 0, (None, "guess", "unsure", "sure")[asked % 4]
            if "/fix-it/" in item:
                sure = None
            answer(page, right, sure)
            learner.learn(item, right, sure, now)
            asked, repeated = asked + 1, repeated + (item not in fresh)
            page.locator(".session .run-foot a").click()
            if place + 1 < len(queue):
                page.locator(".session h2", has_text=f"{place + 2} of").wait_for()
        page.locator(".what", has_text="Done for today").wait_for()
    assert repeated > 15
    assert len(learner.cards) == 15


def check_home(page: Page, learner: Learner, left: int, days: int) -> None:
    """Compare mistakes and plan with what the learner did."""
    wrong = len(learner.wrong)
    sure = sum(sureness == "sure" for sureness in learner.wrong.values())
    for name, title, count in (("mistaken", "Mistakes", wrong), ("sure-and-wrong", "Sure and wrong", sure)):
        part = page.locator(f".{name}")
        expect(part).to_be_visible(visible=count > 0)
        if count:
            expect(part.locator("summary")).to_have_text(f"{title} ({count})", use_inner_text=True)
    words = page.locator(".plan-words").inner_text()
    if days == 0:
        assert words.startswith("It is today.")
    elif left:
        daily = -(-left // days)
        assert words.startswith(f"{days} days left: "), words
        assert f", {left} exercise{'s' if left > 1 else ''} to try" in words
        assert f"{daily} new exercise{'s' if daily > 1 else ''} a day" in words
    else:
        assert "every exercise was tried" in words
