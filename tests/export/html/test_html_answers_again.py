"""Answers come again by FSRS: what fails them is marked anew, and their scores are given anew."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import BrowserContext, Page, expect

from lpkit.corpus.content import arrange
from lpkit.export import Corpus
from playing import give, gives, live, violations_in_both_schemes, write_site

START = datetime(2026, 3, 16, 9, tzinfo=UTC)
PACKS = ("quiet-alarm", "second-alarm", "third-alarm")
WORDS = {"a": "my manager asked me", "b": "I counted the pages"}
EXPERT = {
    "a": ({"Structure": 12, "Ownership signal": 4, "Impact": 3}, "no-hire"),
    "b": ({"Structure": 17, "Ownership signal": 46, "Impact": 26}, "strong-hire"),
}
FAILS = ("my manager asked", "In the end we raised")
"""Words of the sentences that fail the first answer."""
GRADES = {"good": Rating.Good, "fair": Rating.Hard, "poor": Rating.Again}
KEPT = "name => JSON.parse(localStorage.getItem(`lpkit/1/${name}`))"
ITEM = re.compile(r"packs/(\w+)/([\w-]+)\.html#(marking|scoring)-(\w+)$")


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site of the sample's pattern thrice, without questions to practise: only its answers come again."""
    (shelf,) = corpus.shelves
    tested = [question for question in shelf.packs[0].questions if question.pool == "test"]
    without = {"fix_its": [], "questions": tested}
    packs = [shelf.packs[0].model_copy(update={"id": name, **without}) for name in PACKS]
    return write_site(arrange([(shelf.library, packs)]), tmp_path_factory.mktemp("again"))


@pytest.fixture
def page(context: BrowserContext) -> Page:
    context.clock.install(time=START)
    return context.new_page()


def evaluate(page: Page, site: Path, pack: str, over: int, marks: tuple[str, ...]) -> None:
    """Mark sentences, score each answer so many points of ownership over the expert's, and open the rubric."""
    page.goto((site / f"packs/sample/{pack}.html").as_uri())
    for words in marks:
        page.locator(".evaluate .sentence").filter(has_text=words).first.click()
    for name, (points, verdict) in EXPERT.items():
        own = {**points, "Ownership signal": min(50, points["Ownership signal"] + over)}
        give(page.locator(".evaluate .candidate").filter(has_text=WORDS[name]).locator(".scoring"), own, verdict)
    page.locator(".open-rubric").click()


def again(page: Page, site: Path) -> list[str]:
    """Give the answers that today's list holds, by where its links lead."""
    page.goto((site / "index.html").as_uri())
    links = page.locator(".items li a").evaluate_all("list => list.map(link => link.href)")
    return ["/".join(found.groups()) for link in links if (found := ITEM.search(link))]


def open_item(page: Page, item: str) -> None:
    """Begin today's run with an item of its list."""
    page.locator(".items > summary").click()
    _, pack, kind, name = item.split("/")
    page.locator(f".items a[href$='{pack}.html#{kind}-{name}']").click()
    page.locator(".session .candidate").wait_for()


def test_nothing_comes_again_before_it_was_scored(page: Page, site: Path) -> None:
    assert again(page, site) == []
    page.goto((site / "packs/sample/quiet-alarm.html").as_uri())
    expect(page.locator("[id*=marking], [id*=scoring]"), "an id would name the candidate").to_have_count(0)


def test_what_was_missed_comes_again_tomorrow(page: Page, site: Path, context: BrowserContext) -> None:
    evaluate(page, site, PACKS[0], over=26, marks=())
    kept = page.evaluate(KEPT, "sample/quiet-alarm/evaluate")["worth"]
    assert kept == {"a": {"marking": "poor", "scoring": "poor"}, "b": {"marking": "good", "scoring": "good"}}
    assert again(page, site) == []
    context.clock.set_system_time(START + timedelta(days=1))
    assert sorted(again(page, site)) == ["sample/quiet-alarm/marking/a", "sample/quiet-alarm/scoring/a"]
    expect(page.locator(".items")).to_contain_text("sentences that fail an answer, due")
    open_item(page, "sample/quiet-alarm/marking/a")
    expect(page.locator(".session .candidate h3")).to_have_text("Candidate A", use_inner_text=True)
    for words in FAILS:
        page.locator(".session .sentence").filter(has_text=words).click()
    assert violations_in_both_schemes(page) == ""
    page.locator(".session .check").click()
    expect(page.locator(".session .left")).to_have_text(re.compile("^As the expert. Comes again"))
    expect(page.locator(".session .mark-notes")).to_contain_text("2 of 2 passages", use_inner_text=True)
    gives(True, lambda: page.evaluate(KEPT, "sample/quiet-alarm/memory/marking/a")["right"])
    page.locator(".session .run-foot a").click()
    page.locator(".session .scoring").wait_for()
    page.locator(".session .check").click()
    expect(live(page)).to_have_text("Give these scores and a verdict first.")
    give(page.locator(".session .scoring"), *EXPERT["a"])
    assert violations_in_both_schemes(page) == ""
    page.locator(".session .check").click()
    expect(page.locator(".session .left")).to_have_text(re.compile("^As the expert."))
    expect(page.locator(".session .compared .far")).to_have_count(0)
    page.reload()
    expect(page.locator(".session .left")).to_contain_text("Answered already.")
    again(page, site)
    expect(page.locator(".what")).to_have_text("Done for today: 2 of 2 right.", use_inner_text=True)


def test_on_a_phone_the_sheet_stands_on_the_button(page: Page, site: Path, context: BrowserContext) -> None:
    evaluate(page, site, PACKS[0], over=26, marks=FAILS)
    context.clock.set_system_time(START + timedelta(days=1))
    page.set_viewport_size({"width": 360, "height": 720})
    (item,) = again(page, site)
    open_item(page, item)
    edges = """() => [".session .scoring", ".session .run-foot"]
        .map(name => document.querySelector(name).getBoundingClientRect()).map(({top, bottom}) => [top, bottom])"""
    (_, sheet), (foot, bottom) = page.evaluate(edges)
    assert sheet <= foot + 1
    assert bottom <= 721
    give(page.locator(".session .scoring"), *EXPERT["a"])
    page.locator(".session .check").click()
    expect(page.locator(".session .compared")).to_be_in_viewport()


def test_verdicts_on_the_wrong_side_are_poor(page: Page, site: Path) -> None:
    page.goto((site / "packs/sample/quiet-alarm.html").as_uri())
    for name, (points, _) in EXPERT.items():
        give(page.locator(".candidate").filter(has_text=WORDS[name]).locator(".scoring"), points, "hire")
    page.locator(".open-rubric").click()
    worth = page.evaluate(KEPT, "sample/quiet-alarm/evaluate")["worth"]
    assert [worth[name]["scoring"] for name in "ab"] == ["poor", "good"]


def test_who_scored_before_this_was_kept_is_asked_too(page: Page, site: Path, context: BrowserContext) -> None:
    evaluate(page, site, PACKS[0], over=0, marks=())
    name = "sample/quiet-alarm/evaluate"
    old = {key: value for key, value in page.evaluate(KEPT, name).items() if key not in {"worth", "scored"}}
    page.evaluate("([name, value]) => localStorage.setItem(`lpkit/1/${name}`, JSON.stringify(value))", [name, old])
    context.clock.set_system_time(START + timedelta(days=2))
    assert [item.split("/")[2] for item in sorted(again(page, site))] == ["marking", "scoring"]


def test_a_learner_of_21_days_scores_better(page: Page, site: Path, context: BrowserContext) -> None:
    """What comes again each day is what the package says, one of a kind and pattern; the curve is what was scored."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[str, Card] = {}
    overs = {0: (PACKS[0], 12), 4: (PACKS[1], 6), 9: (PACKS[2], 2)}
    asked = 0
    for day in range(21):
        now = START + timedelta(days=day, minutes=11 * day)
        context.clock.set_system_time(now)
        found = again(page, site)
        due = [item for item, card in cards.items() if card.due.date() <= now.date()]
        piles = {item.rpartition("/")[0] for item in due}
        assert set(found) <= set(due), day
        assert len({item.rpartition("/")[0] for item in found}) == len(found), "one of a kind and pattern"
        assert len(found) == len(piles) or sum(cost(item) for item in found) > 10 - 3, day
        for item in found:
            again(page, site)
            open_item(page, item)
            asked += 1
            worth = redo(page, item, well=asked % 3 != 0)
            cards[item], _ = scheduler.review_card(cards[item], GRADES[worth], now)
        if day in overs:
            pack, over = overs[day]
            evaluate(page, site, pack, over, FAILS)
            kept = page.evaluate(KEPT, f"sample/{pack}/evaluate")["worth"]
            for name, kind in ((name, kind) for name in "ab" for kind in ("marking", "scoring")):
                card, _ = scheduler.review_card(Card(), GRADES[kept[name][kind]], now)
                cards[f"sample/{pack}/{kind}/{name}"] = card
    assert asked > 12
    check_curve(page, site)


def cost(item: str) -> float:
    return 2.5 if "/marking/" in item else 3


def redo(page: Page, item: str, well: bool) -> str:
    """Mark or score an answer as the expert did, or otherwise; give what that is worth."""
    _, _, kind, name = item.split("/")
    sentences = page.locator(".session .sentence")
    if kind == "marking":
        fails = [sentences.filter(has_text=words) for words in FAILS] if name == "a" else []
        for sentence in fails if well else [sentences.last if name == "b" else sentences.first]:
            sentence.click()
    else:
        points, verdict = EXPERT[name]
        other = "hire" if name == "a" else "no-hire"
        give(page.locator(".session .scoring"), points, verdict if well else other)
    page.locator(".session .check").click()
    page.locator(".session .run-foot a").wait_for()
    # One sentence that was marked for nothing, where nothing fails, is not all wrong.
    return "good" if well else "fair" if item.endswith("marking/b") else "poor"


def check_curve(page: Page, site: Path) -> None:
    """Compare the curve of ownership, and its table, with what was scored at first."""
    page.goto((site / "index.html").as_uri())
    labels: list[Any] = page.locator(".curves svg[role=img]").evaluate_all("list => list.map(svg => svg.ariaLabel)")
    assert labels[1] == "3 patterns: first +8, latest +2, lowest +2, highest +8"
    page.get_by_text("Gaps over time as a table").click()
    expect(page.locator(".in-time tbody tr")).to_have_count(3)
    rows = [row.locator("th, td").all_inner_texts() for row in page.locator(".in-time tbody tr").all()]
    days = [date(2026, 3, 16 + day) for day in (0, 4, 9)]
    assert [row[1] for row in rows] == [f"Mar {day.day}, 2026" for day in days]
    assert [row[2:] for row in rows] == [["0", gap, "0"] for gap in ("+8", "+5", "+2")]
