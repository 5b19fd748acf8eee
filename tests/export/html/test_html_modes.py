"""The four modes, played to their ends in a real browser: with the mouse, with the keyboard, and with interruptions."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from lpkit.export import Corpus
from playing import (
    DRAWN,
    beginning,
    choose,
    data,
    give,
    gives,
    keys,
    live,
    open_mode,
    shown,
    shown_id,
    with_large_pool,
    write_site,
)

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
    expect(live(page)).to_have_text("Choose an option first.")
    page.locator(".practice .nudge").click()
    expect(shown(page, "practice").locator(".hint div")).to_be_visible()
    expect(live(page)).to_have_text(beginning("Hint: "))
    choose(page, "practice", right=False)
    expect(page.locator(".told")).to_have_count(0)
    page.locator(".practice .check").click()
    expect(live(page)).to_have_text(beginning("Not right. The answer is "))
    expect(shown(page, "practice").locator(".wrong")).to_contain_text("Your choice", use_inner_text=True)
    expect(shown(page, "practice").locator(".right")).to_contain_text("The answer", use_inner_text=True)
    expect(shown(page, "practice").get_by_text("Step by step")).to_be_visible()
    expect(shown(page, "practice").locator("input").first).to_be_disabled()
    page.locator(".practice .next").click()
    choose(page, "practice")
    page.locator(".practice .check").click()
    expect(live(page)).to_have_text("Right. The solution is open.")
    page.locator(".practice .next").click()
    expect(page.locator(".practice .run-end .result")).to_have_text("1 of 2 right", use_inner_text=True)
    page.locator(".practice .missed").click()
    expect(page.locator(".practice .sheet button")).to_have_count(1)
    choose(page, "practice")
    page.locator(".practice .check").click()
    expect(page.locator(".practice .run-end .result")).to_have_text("1 of 1 right", use_inner_text=True)
    expect(page.locator(".practice .missed")).to_be_hidden()


def test_the_reason_stands_below_the_wrong_choice(open_page: OpenPage) -> None:
    page = open_page("practice")
    shown(page, "practice").locator("label", has_text="Frugality").click()
    page.locator(".practice .check").click()
    expect(shown(page, "practice").locator(".wrong .why-wrong")).to_have_text(
        "Nothing was saved yet.", use_inner_text=True
    )
    expect(page.locator(".here").get_by_text("Nothing was saved yet.").locator("visible=true")).to_have_count(1)
    expect(page.get_by_text("Why not the others").locator("visible=true")).to_have_count(0)
    expect(live(page)).to_contain_text("Why not yours: Nothing was saved yet.")


def test_practice_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".modes a", has_text="Practice").focus()
    press(page, "Enter")
    expect(page.locator("h2:focus")).to_have_text("Practice")
    press(page, digit(page, "practice"), "Enter")
    expect(live(page)).to_have_text("Right. The solution is open.")
    press(page, "Enter")
    expect(page.locator(".practice .count")).to_have_text("Question 2 of 2", use_inner_text=True)
    press(page, "ArrowLeft", "ArrowRight", "ArrowDown", "ArrowDown")
    expect(shown(page, "practice").locator("input:checked")).to_have_count(0)
    press(page, "Enter", "Tab", "Tab", "Tab")
    expect(page.locator(":focus")).to_have_text("Check")
    press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab")
    expect(shown(page, "practice").locator(".options li").nth(1).locator("input")).to_be_checked()
    press(page, digit(page, "practice", right=False), "Enter", "Enter")
    expect(page.locator(":focus")).to_have_text("Round finished")
    expect(live(page)).to_have_text("Round finished: 1 of 2 right.")
    press(page, "Tab", "Enter")
    expect(page.locator(".practice .count")).to_have_text("Question 1 of 1", use_inner_text=True)


def test_no_key_counts_while_the_focus_is_elsewhere(open_page: OpenPage) -> None:
    page = open_page("practice")
    page.locator(".site-head a").first.focus()
    press(page, "1")
    expect(shown(page, "practice").locator("input:checked")).to_have_count(0)


def test_haste_skips_nothing(open_page: OpenPage) -> None:
    """Two clicks where one was meant, a key held down, a screen too small for the solution: nothing is missed."""
    page = open_page("practice")
    page.set_viewport_size({"width": 390, "height": 500})
    page.locator(".practice .check").click()
    expect(page.locator(".practice .left")).to_have_text("Choose an option first.", use_inner_text=True)
    choose(page, "practice", right=False)
    expect(page.locator(".practice .left")).to_have_text("", use_inner_text=True)
    page.locator(".practice .check").dblclick()
    expect(page.locator(".practice .count")).to_have_text("Question 1 of 2", use_inner_text=True)
    gives(True, page.locator(".practice .shown .choices").evaluate, "e => e.getBoundingClientRect().top >= 0")
    page.locator(".practice .next").click()
    page.keyboard.press("1")
    for _ in range(3):
        page.keyboard.down("Enter")
    expect(page.locator(":focus")).to_have_text("See the result")
    open_mode(page, "Test")
    page.locator(".test .start").click()
    page.locator(".test .finish").dblclick()
    expect(page.locator(".test .run")).to_be_visible()
    page.locator(".test .next").click()
    expect(page.locator(".test .finish")).to_have_text("Finish the test", use_inner_text=True)


def test_the_second_of_two_clicks_takes_no_result_away(open_page: OpenPage) -> None:
    """What ends a test or a round gives its place to what begins another one, and a second click may fall there."""
    page = open_page("test")
    page.locator(".test .start").click()
    play_test(page, wrong=3)
    page.locator(".test .finish").dblclick()
    for button in (".fresh", ".retry"):
        page.locator(f".test {button}").dispatch_event("click", {"detail": 2})
    expect(page.locator(".test .result")).to_have_text("7 of 10 right, 70%", use_inner_text=True)
    expect(page.locator(".test .finish")).to_be_hidden()


def test_practice_goes_on_after_a_reload_and_a_reset(open_page: OpenPage) -> None:
    page = open_page("practice")
    choose(page, "practice", right=False)
    page.locator(".practice .check").click()
    page.locator(".practice .next").click()
    page.reload()
    expect(page.locator(".practice .count")).to_have_text("Question 2 of 2", use_inner_text=True)
    expect(page.locator(".practice .sheet button").first).to_have_attribute("aria-label", "Question 1, missed")
    page.locator(".practice .back").click()
    expect(shown(page, "practice").locator(".wrong .told-mark")).to_be_visible()
    page.evaluate("localStorage.clear()")
    page.locator(".practice .next").click()
    page.locator(".practice .back").click()
    choose(page, "practice")
    page.locator(".practice .check").click()
    expect(shown(page, "practice").locator(".told-mark")).to_have_count(1)


def play_test(page: Page, wrong: int = 0) -> list[str]:
    """Answer all questions of a test, the last ones wrongly; give their ids."""
    asked = []
    for number in range(sum(DRAWN.values())):
        asked.append(shown_id(page, "test"))
        choose(page, "test", right=number < sum(DRAWN.values()) - wrong)
        expect(page.locator(".test .told:visible")).to_have_count(0)
        expect(page.locator(".test .hint:visible, .test .solution:visible")).to_have_count(0)
        page.locator(".test .next").click(force=True)
    return asked


def test_a_test_with_the_mouse(open_page: OpenPage) -> None:
    page = open_page("test")
    page.locator(".test .start").click()
    first = play_test(page, wrong=3)
    difficulties = {question["id"]: question["difficulty"] for question in data(page)["questions"]}
    assert Counter(difficulties[name] for name in first) == DRAWN
    expect(page.locator(".test .left")).to_have_text("All answered", use_inner_text=True)
    page.locator(".test .finish").click()
    expect(page.locator(".test .verdict")).to_have_text("Nearly", use_inner_text=True)
    expect(page.locator(".test .result")).to_have_text("7 of 10 right, 70%", use_inner_text=True)
    expect(page.locator(".test .explain")).to_have_text(
        beginning("Strong from 80% on, nearly from 60%."), use_inner_text=True
    )
    expect(page.locator(".by-difficulty tbody tr")).to_have_text(
        [
            "easy\t3 of 3",
            "medium\t4 of 4",
            "hard\t0 of 3",
        ],
        use_inner_text=True,
    )
    expect(page.locator(".test .question.told:visible")).to_have_count(10)
    expect(page.locator(".test .told .solution[open]")).to_have_count(3)
    page.locator(".test .told .solution summary").first.click()
    expect(page.locator(".test .told .steps").first).to_be_visible()
    for view in page.locator(".test .question.told:visible").all():
        expect(view.locator(".key .letter")).to_have_text(view.locator(".right .letter").text_content())
    expect(page.locator(".test .asked")).to_have_count(0)
    page.locator(".test .retry").click()
    expect(page.locator(".test .sheet button")).to_have_count(3)
    expect(shown(page, "test").locator(".asked")).to_have_text("asked before", use_inner_text=True)
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    page.locator(".test .fresh").click()
    expect(page.locator(".test-start .past li")).to_have_count(1)
    expect(page.locator(".pool")).to_have_text(
        "3 of 13 questions were not asked yet; 7 of this test were asked before.", use_inner_text=True
    )
    page.locator(".test .start").click()
    expect(live(page)).to_have_text("The test has begun: 10 questions, 7 asked before.")
    second = play_test(page)
    asked_before = page.locator(".test .question:has(.asked)").evaluate_all("list => list.map(entry => entry.id)")
    assert {name.removeprefix("question-") for name in asked_before} == set(first) & set(second)
    assert set(difficulties) - {"alarm-principle", "alarm-figure"} == {*first, *second}
    asked = set(first)
    unseen = {name for name, difficulty in difficulties.items() if name not in asked and difficulty != "hard"}
    assert {name for name in unseen if name.startswith(("easy-", "medium-"))} <= set(second)
    page.locator(".test .finish").click()
    expect(page.locator(".test .verdict")).to_have_text("Strong", use_inner_text=True)
    expect(page.locator(".test-result .past .chip")).to_have_text(["Strong", "Nearly"], use_inner_text=True)


def test_a_test_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".modes a", has_text="Test").focus()
    press(page, "Enter")
    # The browser tells of the new address in its own time, and only then the mode is there to tab into.
    page.locator(".here .test").wait_for()
    press(page, "Tab", "Tab", "Tab", "Enter")
    expect(live(page)).to_have_text("The test has begun: 10 questions.")
    for number in range(10):
        if number != 4:
            press(page, digit(page, "test"))
        press(page, "Enter")
    expect(page.locator(":focus")).to_have_text("Finish the test")
    press(page, "Enter")
    expect(live(page)).to_have_text("1 question is not answered. Press again to finish anyway.")
    press(page, "Enter")
    expect(page.locator(":focus")).to_have_text("Strong")
    expect(live(page)).to_have_text("Strong: 9 of 10 right.")


def test_a_test_goes_on_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("test")
    page.locator(".test .start").click()
    order = shown(page, "test").locator(".options input").evaluate_all("list => list.map(input => input.value)")
    choose(page, "test")
    page.locator(".test .next").click()
    question = shown_id(page, "test")
    page.reload()
    gives(question, shown_id, page, "test")
    expect(page.locator(".test .left")).to_have_text("9 not answered", use_inner_text=True)
    page.locator(".test .back").click()
    expect(shown(page, "test").locator("input:checked")).to_have_count(1)
    gives(order, shown(page, "test").locator(".options input").evaluate_all, "list => list.map(input => input.value)")


def test_a_result_stays(open_page: OpenPage) -> None:
    """Whoever resets the progress meanwhile ends no test; whoever reloads still sees what it said."""
    page = open_page("test")
    page.locator(".test .start").click()
    choose(page, "test")
    page.evaluate("localStorage.clear()")
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    expect(page.locator(".test .result")).to_have_text("1 of 10 right, 10%", use_inner_text=True)
    page.reload()
    expect(page.locator(".test .result")).to_have_text("1 of 10 right, 10%", use_inner_text=True)
    expect(page.locator(".test .question.told:visible")).to_have_count(10)
    expect(page.locator(".test .right .told-mark", has_text="✓ Right")).to_have_count(1)
    gives(True, page.locator(".test-result").evaluate, "e => scrollY < e.offsetTop")
    page.locator(".test .fresh").click()
    expect(page.locator(":focus")).to_have_text("Start a test")


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
    expect(page.locator(".test .clock")).to_have_text("15:00 left", use_inner_text=True)
    choose(page, "test")
    context.clock.fast_forward("14:00")
    expect(live(page)).to_have_text("60 seconds left")
    context.clock.fast_forward("01:00")
    expect(live(page)).to_have_text("Time is up. Not yet: 1 of 10 right.")
    expect(page.locator(".test .explain")).to_have_text(
        beginning("The time was up. Strong from 80% on"), use_inner_text=True
    )


def test_the_clock_of_a_test_can_be_stopped(context: BrowserContext, open_page: OpenPage) -> None:
    page = standing_still(context, open_page, "test")
    page.locator(".test .timed").check()
    page.locator(".test .start").click()
    page.locator(".test .clock-off").click()
    context.clock.fast_forward("20:00")
    expect(page.locator(".test .run")).to_be_visible()
    expect(page.locator(".test .clock")).to_have_text("", use_inner_text=True)


def test_evaluate_with_the_mouse(open_page: OpenPage) -> None:
    page = open_page("evaluate")
    expect(page.locator(".rubric")).to_be_hidden()
    slider = page.locator(".scoring input[type=range]").first
    slider.click()
    expect(page.locator(".scoring input[type=number]").first).to_have_value("25")
    for sheet in page.locator(".scoring").all():
        give(sheet, {"Ownership signal": 46, "Structure": 17, "Impact": 26}, "strong-hire")
    expect(page.locator(".own-total output")).to_have_text(["89", "89"], use_inner_text=True)
    page.locator(".open-rubric").click()
    expect(page.locator(".rubric")).to_be_visible()
    expect(page.locator(".calibration")).to_contain_text("You scored the tone", use_inner_text=True)
    expect(page.locator(".open-rubric, .scoring").locator("visible=true")).to_have_count(0)
    expect(live(page)).to_have_text(
        "The rubric is open. You agree with the expert on 1 of 2 verdicts. 1 calibration message."
    )
    expect(page.locator("mark").first).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")


def test_evaluate_with_the_keyboard(open_page: OpenPage) -> None:
    page = open_page("evaluate")
    page.locator(".scoring input[type=range]").first.focus()
    for _ in range(2):
        for steps in (5, 0):
            press(page, "Home", *["ArrowRight"] * steps, "Tab", "Tab")
        press(page, "Space", "Tab", "Home", "ArrowRight", "Tab", "Tab", "Tab")
    press(page, *["Shift+Tab"] * 3, "ArrowRight")
    expect(page.locator(".own-total output")).to_have_text(["27", "29"], use_inner_text=True)
    press(page, "Tab", "Tab")
    expect(page.locator(":focus")).to_have_text("Open the rubric")
    press(page, "Enter")
    expect(page.locator(":focus")).to_have_text(beginning("Your scores beside"))
    expect(page.locator(".calm")).to_be_visible()
    expect(page.locator(".calibration li:visible")).to_have_count(0)


def test_evaluate_goes_on_after_a_reload(open_page: OpenPage) -> None:
    page = open_page("evaluate")
    first, second = page.locator(".scoring").all()
    give(first, {"Structure": 1, "Ownership signal": 2, "Impact": 3}, 0)
    second.locator("[type=number]").first.fill("4")
    page.reload()
    expect(page.locator(".to-go")).to_have_text("1 score and 1 verdict to go", use_inner_text=True)
    give(second, {"Structure": 4, "Ownership signal": 5, "Impact": 99}, 0)
    expect(page.locator(".own-total output").last).to_have_text("39", use_inner_text=True)
    page.locator(".open-rubric").click()
    page.reload()
    expect(page.locator(".own-sheet")).to_have_count(2)
    page.locator(".rescore").click()
    expect(page.locator(".to-go")).to_have_text("4 scores and 2 verdicts to go", use_inner_text=True)
    expect(page.locator(".rubric")).to_be_hidden()


def test_the_countdown_may_be_hidden(context: BrowserContext, open_page: OpenPage) -> None:
    page = standing_still(context, open_page, "evaluate")
    page.locator(".countdown .go").click()
    page.locator(".countdown .hide").click()
    context.clock.fast_forward("01:59")
    expect(page.locator(".countdown .clock")).to_be_hidden()
    page.locator(".countdown .hide").click()
    expect(page.locator(".countdown .clock")).to_have_text("0:01", use_inner_text=True)
    context.clock.fast_forward("00:01")
    expect(live(page)).to_have_text("Time is up. You may still finish your scores.")
    expect(page.locator(".countdown .clock")).to_have_text("Time is up", use_inner_text=True)


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
        expect(page.locator(".mirror mark")).to_have_text(lit)
        expect(page.locator(".mirror")).to_have_text(f"{text}\n")
        shown_lines = page.locator(".lit:not(.none) p").count()
        assert shown_lines == len(lit)


def test_silence_is_no_approval(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".open-learn").click()
    page.locator(".fix-it textarea").fill("I counted")
    expect(page.locator(".lit p")).to_have_count(0)
    page.locator(".fix-it textarea").fill("I counted the alarms of one month")
    expect(page.locator(".lit.none")).to_have_text(
        beginning("No known marker in it. That is no approval"), use_inner_text=True
    )


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
        expect(live(page)).to_have_text(lack)
        expect(page.locator(".lack")).to_have_text(lack, use_inner_text=True)
        expect(page.locator(".fix-it .after")).to_be_hidden()
    page.locator(".skip-it").click()
    expect(page.locator(".fix-it .after")).to_be_visible()


def test_a_rewrite_comes_before_the_reference(open_page: OpenPage) -> None:
    page = open_page("learn")
    page.locator(".open-learn").click()
    expect(page.locator(".fix-it .after")).to_be_hidden()
    page.locator(".fix-it textarea").focus()
    page.keyboard.type("I counted them all")
    press(page, "Tab", "Enter")
    expect(page.locator(".fix-it .after")).to_be_visible()
    expect(live(page)).to_have_text("The reference rewrite is open.")
    page.reload()
    expect(page.locator(".fix-it textarea")).to_have_value("I counted them all")
    expect(page.locator(".fix-it .after")).to_be_visible()


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
        gives("solid", current.evaluate, "e => getComputedStyle(e).outlineStyle")
    open_mode(page, "Learn")
    page.locator(".open-learn").click()
    page.locator(".fix-it .before a").press("Enter")
    expect(page.locator("#candidate-a:focus")).to_be_visible()
    last = page.locator(".practice .question").last.get_attribute("id")
    page.goto(f"{page.url.partition('#')[0]}#{last}")
    expect(shown(page, "practice")).to_have_attribute("id", last)
    page.reload()
    expect(shown(page, "practice")).to_have_attribute("id", last)
    group = page.get_by_role("group", name=shown(page, "practice").locator(".stem").inner_text())
    expect(group.get_by_role("radio").nth(2)).to_be_visible()
