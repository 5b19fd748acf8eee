"""The modes at their edges: the next draw, scores just at a limit, and phrases of markers that meet."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from lpkit.corpus.content import arrange
from lpkit.export import Corpus, Shelf, load_exporter
from lpkit_exporters.html.wording import duration
from playing import (
    DRAWN,
    POOL,
    beginning,
    choose,
    data,
    give,
    gives,
    keys,
    open_mode,
    shown_id,
    with_large_pool,
    write_site,
)

PACK = "packs/sample/quiet-alarm.html"


def _page(context: BrowserContext, corpus: Corpus, folder: Path, mode: str) -> Page:
    page = context.new_page()
    page.goto(f"{(write_site(corpus, folder) / PACK).as_uri()}#{mode}")
    return page


def _asked(page: Page) -> list[str]:
    """Give the questions of the test that runs, as they are kept."""
    records = (
        "Object.keys(localStorage).filter(name => name.includes('/test/')).map(name => JSON.parse(localStorage[name]))"
    )
    latest = f"{records}.sort((one, other) => other.started - one.started)[0].questions"
    return list(page.evaluate(latest))


def _finish(page: Page, right: int) -> None:
    """Answer so many questions rightly and the others wrongly, and end the test."""
    for number in range(sum(DRAWN.values())):
        choose(page, "test", number < right)
        if number + 1 < sum(DRAWN.values()):
            page.locator(".test .next").click()
    page.locator(".test .finish").click()


def test_the_next_test_begins_with_what_the_last_one_left_out(
    context: BrowserContext, corpus: Corpus, tmp_path: Path
) -> None:
    page = _page(context, with_large_pool(corpus), tmp_path, "test")
    page.locator(".test .start").click()
    first = _asked(page)
    _finish(page, 0)
    page.locator(".test .fresh").click()
    page.locator(".test .start").click()
    second = _asked(page)
    pool = {question["id"] for question in data(page)["questions"] if question["pool"] == "test"}
    left_out = pool - set(first)
    assert len(left_out) == sum(POOL.values()) - sum(DRAWN.values())
    assert left_out <= set(second)


@pytest.mark.parametrize(
    ("right", "strong_from", "verdict"),
    [(8, 80, "Strong"), (7, 80, "Nearly"), (6, 80, "Nearly"), (5, 80, "Not yet"), (1, 21, "Nearly")],
)
def test_a_verdict_begins_just_at_its_limit(
    context: BrowserContext, corpus: Corpus, tmp_path: Path, right: int, strong_from: int, verdict: str
) -> None:
    large = with_large_pool(corpus).shelves[0]
    test = large.library.test.model_copy(update={"strong_from": strong_from})
    shelf = Shelf(large.library.model_copy(update={"test": test}), large.packs)
    page = _page(context, Corpus((shelf,)), tmp_path, "test")
    page.locator(".test .start").click()
    gives(True, lambda: shown_id(page, "test") in keys(page))
    _finish(page, right)
    expect(page.locator(".test-result .verdict")).to_have_text(verdict, use_inner_text=True)
    expect(page.locator(".test .result")).to_have_text(f"{right} of 10 right, {10 * right}%", use_inner_text=True)


@pytest.mark.parametrize(("scores", "earned"), [((20, 20, 0), False), ((20, 20, 1), True)], ids=["at it", "above it"])
def test_a_message_is_earned_above_its_limit(
    context: BrowserContext, corpus: Corpus, tmp_path: Path, scores: tuple[int, int, int], earned: bool
) -> None:
    page = _page(context, corpus, tmp_path, "evaluate")
    named = dict(zip(("Structure", "Ownership signal", "Impact"), scores, strict=True))
    for sheet in page.locator(".scoring").all():
        give(sheet, named, "hire")
    page.locator(".open-rubric").click()
    expect(page.get_by_text("You scored the tone.")).to_be_visible(visible=earned)
    expect(page.locator(".calm")).to_be_visible(visible=not earned)


def test_of_phrases_that_overlap_the_earlier_and_longer_one_is_lit(
    context: BrowserContext, corpus: Corpus, tmp_path: Path
) -> None:
    shelf = corpus.shelves[0]
    phrases = ["my manager", "my manager asked me", "asked me to"]
    marker = shelf.library.markers[0].model_copy(update={"phrases": phrases})
    library = shelf.library.model_copy(update={"markers": [marker, *shelf.library.markers[1:]]})
    page = _page(context, Corpus((Shelf(library, shelf.packs),)), tmp_path, "learn")
    page.locator(".open-learn").click()
    for text, lit in (
        ("Then my manager asked me to look", ["my manager asked me"]),
        ("my manager, who asked me to look", ["my manager", "asked me to"]),
        ("my manager my manager asked me to", ["my manager", "my manager asked me"]),
    ):
        page.locator(".fix-it textarea").first.fill(text)
        expect(page.locator(".mirror mark")).to_have_text(lit)
        expect(page.locator(".mirror").first).to_have_text(f"{text}\n")


def test_what_was_kept_at_the_same_moment_is_no_news(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    page = _page(context, corpus, tmp_path, "practice")
    choose(page, "practice")
    page.locator(".practice .check").click()
    open_mode(page, "Learn")
    text = page.evaluate(
        "JSON.stringify({kind: 'lpkit-progress', version: 1, items: Object.fromEntries(Object.keys(localStorage)"
        ".map(name => [name.slice('lpkit/1/'.length), JSON.parse(localStorage[name])]))})"
    )
    page.goto((tmp_path / "index.html").as_uri())
    file = tmp_path / "progress.json"
    file.write_text(text, encoding="utf-8")
    page.locator(".load").set_input_files(file)
    page.locator(".keeping .answer", has_text="0 entries taken over.").wait_for()


def test_the_rule_of_a_marker_stands_there_once_for_each_answer(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    (pack,) = shelf.packs
    first, *others = pack.evaluate.candidates
    found = first.auto_fails[0]
    again = found.model_copy(update={"quote": "so the team and I tried", "why": "Nobody knows who."})
    candidate = first.model_copy(update={"auto_fails": [found, again]})
    evaluate = pack.evaluate.model_copy(update={"candidates": [candidate, *others]})
    changed = Corpus((Shelf(shelf.library, (pack.model_copy(update={"evaluate": evaluate}),)),))
    pages = {artifact.path: artifact.content.decode() for artifact in load_exporter("html").render(changed, {})}
    assert pages[PACK].count("5 at most. Verdict: No Hire at most.") == 1
    assert pages[PACK].count("Nobody knows who.") == 1


@pytest.mark.parametrize(
    ("seconds", "words"),
    [([5], "0:05"), ([60], "1:00"), ([65, 129], "1:05–2:09"), ([599, 600], "9:59–10:00"), ([3600], "60:00")],
)
def test_seconds_have_two_digits(seconds: list[int], words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize("pool", ["practice", "test"])
def test_a_pool_without_questions_is_said_to_have_none(
    context: BrowserContext, corpus: Corpus, tmp_path: Path, pool: str
) -> None:
    """A pattern is played to its end without them, and the next step is one that is there."""
    (shelf,) = corpus.shelves
    pack = shelf.packs[0]
    others = [question for question in pack.questions if question.pool != pool]
    bare = arrange([(shelf.library, [pack.model_copy(update={"questions": others})])])
    page = _page(context, bare, tmp_path, pool)
    expect(page.locator(f".{pool} .lede")).to_have_text(beginning("This pattern has no questions "))
    expect(page.locator(f".{pool} :is(button, input):visible")).to_have_count(0)
    expect(page.locator(f".modes a[href$={pool}]")).to_contain_text("0 questions")
    page.evaluate("localStorage.setItem('lpkit/1/sample/quiet-alarm/evaluate', '{\"opened\": true, \"at\": 1}')")
    for question in data(page)["questions"]:
        name = f"lpkit/1/sample/quiet-alarm/question/{question['id']}"
        page.evaluate('name => localStorage.setItem(name, \'{"right": true, "at": 1}\')', name)
    page.goto((tmp_path / "index.html").as_uri())
    step = {"practice": "test yourself", "test": "rehearse your own answer"}[pool]
    expect(page.locator(".steps-now .muted").first).to_have_text(step)
    page.locator(".steps-now a").first.click()
    expect(page.locator(f".mode.here.{ {'practice': 'test', 'test': 'rehearse'}[pool] }")).to_be_visible()
