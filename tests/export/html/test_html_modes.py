"""The four modes, played to their ends in a real browser: with the mouse, with the keyboard, and with interruptions."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from lpkit.export import Corpus
from playing import DRAWN, choose, data, give, keys, open_mode, said, shown, shown_id, with_large_pool, write_site

PACK = "packs/sample/quiet-alarm.html"


@pytest.fixture(scope="module")
def large_site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(with_large_pool(corpus), tmp_path_factory.mktemp("large"))


@pytest.fixture
def open_page(context: BrowserContext, large_site: Path) -> Iterator[Callable[[str], Page]]:
    """Open the pack in a mode; whatever the page complains about fails the test."""
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))

    def opened(mode: str) -> Page:
        page = context.new_page()
        page.goto(f"{(large_site / PACK).as_uri()}#{mode}")
        return page

    yield opened
    assert errors == []


OpenPage = Callable[[str], Page]


def press(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def digit(page: Page, mode: str, right: bool = True) -> str:
    """Give the key that chooses the right option of the question on the screen, or a wrong one."""
    inputs = shown(page, mode).locator(".options input").all()
    ids = [entry.get_attribute("value") for entry in inputs]
    index = ids.index(keys(page)[shown_id(page, mode)])
    return str(index + 1) if right else str((index + 1) % len(ids) + 1)


def test_practice_with_the_mouse(open_page: OpenPage) -> None:
    page = open_page("practice")
    page.locator(".practice .check").click()
    assert said(page) == "Choose an option first."
    page.locator(".practice .nudge").click()
    assert shown(page, "practice").locator(".hint div").is_visible()
    assert said(page).startswith("Hint: ")
    choose(page, "practice", right=False)
    assert not page.locator(".told").count()
    page.locator(".practice .check").click()
    assert said(page).startswith("Not right. The answer is ")
    assert "Your choice" in shown(page, "practice").locator(".wrong").inner_text()
    assert "The answer" in shown(page, "practice").locator(".right").inner_text()
    assert shown(page, "practice").get_by_text("Step by step").is_visible()
    assert shown(page, "practice").locator("input").first.is_disabled()
    page.locator(".practice .next").click()
    choose(page, "practice")
    page.locator(".practice .check").click()
    assert said(page) == "Right. The solution is open."
    page.locator(".practice .next").click()
    assert page.locator(".practice .run-end .result").inner_text() == "1 of 2 right"
    page.locator(".practice .missed").click()
    assert page.locator(".practice .sheet button").count() == 1
    choose(page, "practice")
    page.locator(".practice .check").click()
    assert page.locator(".practice .run-end .result").inner_text() == "1 of 1 right"
    assert not page.locator(".practice .missed").is_visible()


def test_the_reason_stands_below_the_wrong_choice(open_page: OpenPage) -> None:
    page = open_page("practice")
    shown(page, "practice").locator("label", has_text="Frugality").click()
    page.locator(".practice .check").click()
    assert shown(page, "practice").locator(".wrong .why-wrong").inner_text() == "Nothing was saved yet."
    assert page.locator(".here").get_by_text("Nothing was saved yet.").locator("visible=true").count() == 1
    assert not page.get_by_text("Why not the others").locator("visible=true").count()
    assert "Why not yours: Nothing was saved yet." in said(page)


def test_practice_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".modes a", has_text="Practice").focus()
    press(page, "Enter")
    expect(page.locator("h2:focus")).to_have_text("Practice")
    press(page, digit(page, "practice"), "Enter")
    assert said(page) == "Right. The solution is open."
    press(page, "Enter")
    assert page.locator(".practice .count").inner_text() == "Question 2 of 2"
    press(page, "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowDown")
    assert shown(page, "practice").locator("input:checked").count() == 0
    press(page, "Enter", "Tab", "Tab", "Tab")
    assert page.evaluate("document.activeElement.textContent") == "Check"
    press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab")
    assert shown(page, "practice").locator(".options li").nth(1).locator("input").is_checked()
    press(page, digit(page, "practice", right=False), "Enter", "Enter")
    assert page.evaluate("document.activeElement.textContent") == "Round finished"
    assert said(page) == "Round finished: 1 of 2 right."
    press(page, "Tab", "Enter")
    assert page.locator(".practice .count").inner_text() == "Question 1 of 1"


def test_no_key_counts_while_the_focus_is_elsewhere(open_page: OpenPage) -> None:
    page = open_page("practice")
    page.locator(".site-head a").first.focus()
    press(page, "1")
    assert shown(page, "practice").locator("input:checked").count() == 0


def test_haste_skips_nothing(open_page: OpenPage) -> None:
    """Two clicks where one was meant, a key held down, a screen too small for the solution: nothing is missed."""
    page = open_page("practice")
    page.set_viewport_size({"width": 390, "height": 500})
    page.locator(".practice .check").click()
    assert page.locator(".practice .left").inner_text() == "Choose an option first."
    choose(page, "practice", right=False)
    assert page.locator(".practice .left").inner_text() == ""
    page.locator(".practice .check").dblclick()
    assert page.locator(".practice .count").inner_text() == "Question 1 of 2"
    assert page.locator(".practice .shown .choices").evaluate("e => e.getBoundingClientRect().top") >= 0
    page.locator(".practice .next").click()
    page.keyboard.press("1")
    for _ in range(3):
        page.keyboard.down("Enter")
    assert page.evaluate("document.activeElement.textContent") == "See the result"
    open_mode(page, "Test")
    page.locator(".test .start").click()
    page.locator(".test .finish").dblclick()
    assert page.locator(".test .run").is_visible()
    page.locator(".test .next").click()
    assert page.locator(".test .finish").inner_text() == "Finish the test"


def test_practice_goes_on_after_a_reload_and_a_reset(open_page: OpenPage) -> None:
    page = open_page("practice")
    choose(page, "practice", right=False)
    page.locator(".practice .check").click()
    page.locator(".practice .next").click()
    page.reload()
    assert page.locator(".practice .count").inner_text() == "Question 2 of 2"
    assert page.locator(".practice .sheet button").first.get_attribute("aria-label") == "Question 1, missed"
    page.locator(".practice .back").click()
    assert shown(page, "practice").locator(".wrong .told-mark").is_visible()
    page.evaluate("localStorage.clear()")
    page.locator(".practice .next").click()
    page.locator(".practice .back").click()
    choose(page, "practice")
    page.locator(".practice .check").click()
    assert shown(page, "practice").locator(".told-mark").count() == 1


def play_test(page: Page, wrong: int = 0) -> list[str]:
    """Answer all questions of a test, the last ones wrongly; give their ids."""
    asked = []
    for number in range(sum(DRAWN.values())):
        asked.append(shown_id(page, "test"))
        choose(page, "test", right=number < sum(DRAWN.values()) - wrong)
        assert not page.locator(".test .told:visible").count()
        assert not page.locator(".test .hint:visible, .test .solution:visible").count()
        page.locator(".test .next").click(force=True)
    return asked


def test_a_test_with_the_mouse(open_page: OpenPage) -> None:
    page = open_page("test")
    page.locator(".test .start").click()
    first = play_test(page, wrong=3)
    difficulties = {question["id"]: question["difficulty"] for question in data(page)["questions"]}
    assert Counter(difficulties[name] for name in first) == DRAWN
    assert page.locator(".test .left").inner_text() == "All answered"
    page.locator(".test .finish").click()
    assert page.locator(".test .verdict").inner_text() == "Nearly"
    assert page.locator(".test .result").inner_text() == "7 of 10 right, 70%"
    assert page.locator(".test .explain").inner_text().startswith("Strong from 80% on, nearly from 60%.")
    assert page.locator(".by-difficulty tbody tr").all_inner_texts() == [
        "easy\t3 of 3",
        "medium\t4 of 4",
        "hard\t0 of 3",
    ]
    assert page.locator(".test .question.told:visible").count() == 10
    assert page.locator(".test .told .solution[open]").count() == 3
    page.locator(".test .told .solution summary").first.click()
    assert page.locator(".test .told .steps").first.is_visible()
    for view in page.locator(".test .question.told:visible").all():
        assert view.locator(".key .letter").text_content() == view.locator(".right .letter").text_content()
    assert page.locator(".test .asked").count() == 0
    page.locator(".test .retry").click()
    assert page.locator(".test .sheet button").count() == 3
    assert shown(page, "test").locator(".asked").inner_text() == "asked before"
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    page.locator(".test .fresh").click()
    assert page.locator(".test-start .past li").count() == 1
    assert (
        page.locator(".pool").inner_text() == "3 of 13 questions were not asked yet; 7 of this test were asked before."
    )
    page.locator(".test .start").click()
    assert said(page) == "The test has begun: 10 questions, 7 asked before."
    second = play_test(page)
    asked_before = page.locator(".test .question:has(.asked)").evaluate_all("list => list.map(entry => entry.id)")
    assert {name.removeprefix("question-") for name in asked_before} == set(first) & set(second)
    assert set(difficulties) - {"alarm-principle", "alarm-figure"} == {*first, *second}
    asked = set(first)
    unseen = {name for name, difficulty in difficulties.items() if name not in asked and difficulty != "hard"}
    assert {name for name in unseen if name.startswith(("easy-", "medium-"))} <= set(second)
    page.locator(".test .finish").click()
    assert page.locator(".test .verdict").inner_text() == "Strong"
    assert page.locator(".test-result .past .chip").all_inner_texts() == ["Strong", "Nearly"]


def test_a_test_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".modes a", has_text="Test").focus()
    press(page, "Enter")
    # The browser tells of the new address in its own time, and only then the mode is there to tab into.
    page.locator(".here .test").wait_for()
    press(page, "Tab", "Tab", "Tab", "Enter")
    assert said(page) == "The test has begun: 10 questions."
    for number in range(10):
        if number != 4:
            press(page, digit(page, "test"))
        press(page, "Enter")
    assert page.evaluate("document.activeElement.textContent") == "Finish the test"
    press(page, "Enter")
    assert said(page) == "1 question is not answered. Press again to finish anyway."
    press(page, "Enter")
    assert page.evaluate("document.activeElement.textContent") == "Strong"
    assert said(page) == "Strong: 9 of 10 right."


def test_a_test_goes_on_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("test")
    page.locator(".test .start").click()
    order = shown(page, "test").locator(".options input").evaluate_all("list => list.map(input => input.value)")
    choose(page, "test")
    page.locator(".test .next").click()
    question = shown_id(page, "test")
    page.reload()
    assert shown_id(page, "test") == question
    assert page.locator(".test .left").inner_text() == "9 not answered"
    page.locator(".test .back").click()
    assert shown(page, "test").locator("input:checked").count() == 1
    assert shown(page, "test").locator(".options input").evaluate_all("list => list.map(input => input.value)") == order


def test_a_result_stays(open_page: OpenPage) -> None:
    """Whoever resets the progress meanwhile ends no test; whoever reloads still sees what it said."""
    page = open_page("test")
    page.locator(".test .start").click()
    choose(page, "test")
    page.evaluate("localStorage.clear()")
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    assert page.locator(".test .result").inner_text() == "1 of 10 right, 10%"
    page.reload()
    assert page.locator(".test .result").inner_text() == "1 of 10 right, 10%"
    assert page.locator(".test .question.told:visible").count() == 10
    assert page.locator(".test .right .told-mark", has_text="✓ Right").count() == 1
    assert page.evaluate("scrollY") < page.locator(".test-result").evaluate("e => e.offsetTop")
    page.locator(".test .fresh").click()
    assert page.evaluate("document.activeElement.textContent") == "Start a test"


def standing_still(context: BrowserContext, open_page: OpenPage, mode: str) -> Page:
    """Open a mode with a clock that moves only when it is told to."""
    context.clock.install(time=0)
    page = open_page(mode)
    context.clock.pause_at(3600)
    return page


def test_the_clock_ends_a_test(context: BrowserContext, open_page: OpenPage) -> None:
    page = standing_still(context, open_page, "test")
    page.locator(".test .timed").check()
    page.locator(".test .start").click()
    assert page.locator(".test .clock").inner_text() == "15:00 left"
    choose(page, "test")
    context.clock.fast_forward("14:00")
    assert said(page) == "60 seconds left"
    context.clock.fast_forward("01:00")
    assert said(page) == "Time is up. Not yet: 1 of 10 right."
    assert page.locator(".test .explain").inner_text().startswith("The time was up. Strong from 80% on")


def test_the_clock_of_a_test_can_be_stopped(context: BrowserContext, open_page: OpenPage) -> None:
    page = standing_still(context, open_page, "test")
    page.locator(".test .timed").check()
    page.locator(".test .start").click()
    page.locator(".test .clock-off").click()
    context.clock.fast_forward("20:00")
    assert page.locator(".test .run").is_visible()
    assert page.locator(".test .clock").inner_text() == ""


def test_evaluate_with_the_mouse(open_page: OpenPage) -> None:
    page = open_page("evaluate")
    assert not page.locator(".rubric").is_visible()
    slider = page.locator(".scoring input[type=range]").first
    slider.click()
    assert page.locator(".scoring input[type=number]").first.input_value() == "25"
    for sheet in page.locator(".scoring").all():
        give(sheet, {"Ownership signal": 46, "Structure": 17, "Impact": 26}, "strong-hire")
    assert page.locator(".own-total output").all_inner_texts() == ["89", "89"]
    page.locator(".open-rubric").click()
    assert page.locator(".rubric").is_visible()
    assert "You scored the tone" in page.locator(".calibration").inner_text()
    assert not page.locator(".open-rubric, .scoring").locator("visible=true").count()
    assert said(page) == "The rubric is open. You agree with the expert on 1 of 2 verdicts. 1 calibration message."
    assert page.locator("mark").first.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_evaluate_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("evaluate")
    page.locator(".scoring input[type=range]").first.focus()
    for _ in range(2):
        for steps in (5, 0):
            press(page, "Home", *["ArrowRight"] * steps, "Tab", "Tab")
        press(page, "Space", "Tab", "Home", "ArrowRight", "Tab", "Tab", "Tab")
    press(page, *["Shift+Tab"] * 3, "ArrowRight")
    assert page.locator(".own-total output").all_inner_texts() == ["27", "29"]
    press(page, "Tab", "Tab")
    assert page.evaluate("document.activeElement.textContent") == "Open the rubric"
    press(page, "Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Your scores beside")
    assert page.locator(".calm").is_visible()
    assert not page.locator(".calibration li:visible").count()


def test_evaluate_goes_on_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("evaluate")
    first, second = page.locator(".scoring").all()
    give(first, {"Structure": 1, "Ownership signal": 2, "Impact": 3}, 0)
    second.locator("[type=number]").first.fill("4")
    page.reload()
    assert page.locator(".to-go").inner_text() == "1 score and 1 verdict to go"
    give(second, {"Structure": 4, "Ownership signal": 5, "Impact": 99}, 0)
    assert page.locator(".own-total output").last.inner_text() == "39"
    page.locator(".open-rubric").click()
    page.reload()
    assert page.locator(".own-sheet").count() == 2
    page.locator(".rescore").click()
    assert page.locator(".to-go").inner_text() == "4 scores and 2 verdicts to go"
    assert not page.locator(".rubric").is_visible()


def test_the_countdown_may_be_hidden(context: BrowserContext, open_page: OpenPage) -> None:
    page = standing_still(context, open_page, "evaluate")
    page.locator(".countdown .go").click()
    page.locator(".countdown .hide").click()
    context.clock.fast_forward("01:59")
    assert not page.locator(".countdown .clock").is_visible()
    page.locator(".countdown .hide").click()
    assert page.locator(".countdown .clock").inner_text() == "0:01"
    context.clock.fast_forward("00:01")
    assert said(page) == "Time is up. You may still finish your scores."
    assert page.locator(".countdown .clock").inner_text() == "Time is up"


LIT: list[tuple[str, list[str]]] = [
    ("My  manager\nasked me to look", ["My  manager\nasked me"]),
    ("my manager asked men", []),
    ("<b>my manager asked me</b>", ["my manager asked me"]),
    ("I counted the alarms", []),
]
"""What a learner writes, and what of it lights up."""


def test_markers_light_up(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".open-learn").click()
    for text, lit in LIT:
        page.locator(".fix-it textarea").fill(text)
        assert page.locator(".mirror mark").all_text_contents() == lit
        assert page.locator(".mirror").text_content() == f"{text}\n"
        shown_lines = page.locator(".lit:not(.none) p").count()
        assert shown_lines == len(lit)


def test_silence_is_no_approval(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".open-learn").click()
    page.locator(".fix-it textarea").fill("I counted")
    assert page.locator(".lit p").count() == 0
    page.locator(".fix-it textarea").fill("I counted the alarms of one month")
    assert page.locator(".lit.none").inner_text().startswith("No known marker in it. That is no approval")


def test_only_an_attempt_opens_the_reference(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".open-learn").click()
    for text, lack in (
        ("x", "Write 3 more words before you compare."),
        ("one two three", "Write 1 more word before you compare."),
        ("In spring my manager asked me to look into it!", "This is the passage as it was: change it first."),
    ):
        page.locator(".fix-it textarea").fill(text)
        page.locator(".compare").click(force=True)
        assert said(page) == page.locator(".lack").inner_text() == lack
        assert not page.locator(".fix-it .after").is_visible()
    page.locator(".skip-it").click()
    assert page.locator(".fix-it .after").is_visible()


def test_a_rewrite_comes_before_the_reference(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".open-learn").click()
    assert not page.locator(".fix-it .after").is_visible()
    page.locator(".fix-it textarea").focus()
    page.keyboard.type("I counted them all")
    press(page, "Tab", "Enter")
    assert page.locator(".fix-it .after").is_visible()
    assert said(page) == "The reference rewrite is open."
    page.reload()
    assert page.locator(".fix-it textarea").input_value() == "I counted them all"
    assert page.locator(".fix-it .after").is_visible()


def test_the_address_names_the_mode(open_page: OpenPage) -> None:
    page = open_page("practice")
    open_mode(page, "Test")
    expect(page).to_have_url(re.compile("#test$"))
    expect(page.locator(".test")).to_be_visible()
    page.go_back()
    expect(page.locator(".practice")).to_be_visible()
    expect(page.locator(".test")).to_be_hidden()
    page.emulate_media(forced_colors="active")
    for current in page.locator(".here [aria-current]:visible").all():
        assert current.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    open_mode(page, "Learn")
    page.locator(".open-learn").click()
    page.locator(".fix-it .before a").press("Enter")
    expect(page.locator("#candidate-a:focus")).to_be_visible()
    last = page.locator(".practice .question").last.get_attribute("id")
    page.goto(f"{page.url.partition('#')[0]}#{last}")
    expect(shown(page, "practice")).to_have_attribute("id", last)
    page.reload()
    assert shown(page, "practice").get_attribute("id") == last
    group = page.get_by_role("group", name=shown(page, "practice").locator(".stem").inner_text())
    assert group.get_by_role("radio").count() >= 3
