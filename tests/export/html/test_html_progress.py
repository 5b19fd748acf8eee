"""What is kept and where it is shown: the home page, two tabs, no storage, files, the single file."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import PAYLOADS, attacked
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lpkit.export import Corpus, Shelf
from lpkit.model import Option, Question
from playing import choose, live, open_learn, open_mode, score_all, shown, violations, with_second_pack, write_site

PACK = "packs/sample/quiet-alarm.html"
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL_STORAGE = """
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, value) {
    if (name.startsWith("lpkit/1/")) throw new DOMException("full", "QuotaExceededError");
    put.call(this, name, value);
}"""
FILL = """() => {
    for (let size = 2 ** 22, number = 0; size >= 1; number += 1) {
        try { localStorage.setItem(`other/${number}`, "x".repeat(size)) } catch { size = Math.floor(size / 2) }
    }
}"""


@pytest.fixture(scope="module")
def two_packs(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(with_second_pack(corpus), tmp_path_factory.mktemp("two"))


@pytest.fixture(scope="module")
def single(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single")
    return write_site(with_second_pack(corpus), folder, {"single-file": "true"}) / "index.html"


def answer(page: Page, right: bool = True) -> None:
    choose(page, "practice", right)
    page.locator(".here .practice .check").click()


def standing(page: Page, pack: str) -> str:
    return page.locator(f'.here .card[data-pack="sample/{pack}"] .standing').inner_text()


def test_home_shows_how_far_one_is(context: BrowserContext, two_packs: Path) -> None:
    page = context.new_page()
    page.goto((two_packs / "index.html").as_uri())
    assert standing(page, "quiet-alarm") == "Not started"
    expect(page.locator(".sum")).to_have_text("2 patterns, none begun yet.", use_inner_text=True)
    page.goto((two_packs / PACK).as_uri())
    open_learn(page)
    page.locator(".fix-it textarea").fill("I counted")
    open_mode(page, "Test")
    page.locator(".test .start").click()
    page.goto((two_packs / "index.html").as_uri())
    assert standing(page, "quiet-alarm") == "1 fix-it tried · test begun"
    expect(page.locator(".sum")).to_have_text("1 of 2 patterns begun, 0 strong.", use_inner_text=True)
    page.goto((two_packs / PACK).as_uri() + "#practice")
    answer(page)
    open_mode(page, "Test")
    for _ in range(2):
        choose(page, "test")
        page.locator(".test .next").click(force=True)
    page.locator(".test .finish").click()
    for path in ("index.html", "principles/sample/ownership.html"):
        page.goto((two_packs / path).as_uri())
        assert " ".join(standing(page, "quiet-alarm").split()) == "Strong 1 fix-it tried · 1 of 2 practised"
    page.goto((two_packs / "index.html").as_uri())
    expect(page.locator(".sum")).to_have_text("1 of 2 patterns begun, 1 strong.", use_inner_text=True)


SEARCHES: list[tuple[str, str, list[str]]] = [
    ("NOBODY", "", ["Ask where nobody does"]),
    ("quiet everybody", "", ["Quiet an Alarm"]),
    ("curiosity", "", ["Ask where nobody does"]),
    ("", "sde-1", ["Quiet an Alarm"]),
    ("", "", ["Quiet an Alarm", "Ask where nobody does"]),
    ("nobody", "sde-1", []),
    ("<script>", "", []),
]
"""A word, a level, and how the titles begin that are found."""


def test_home_finds_patterns(context: BrowserContext, two_packs: Path) -> None:
    page = context.new_page()
    page.goto((two_packs / "index.html").as_uri())
    for word, level, found in SEARCHES:
        page.get_by_label("Search").fill(word)
        page.get_by_label("Level").select_option(level)
        titles = page.locator(".card:visible a").all_inner_texts()
        assert [title.startswith(start) for title, start in zip(titles, found, strict=True)] == [True] * len(found), (
            word
        )
        expect(page.locator(".nothing")).to_be_visible(visible=not found)
        assert violations(page) == ""
        if not found:
            page.get_by_role("button", name="Show all patterns").click()
            expect(page.locator(".card:visible")).to_have_count(2)
    page.get_by_label("Search").fill("nobody")
    page.get_by_label("Level").select_option("sde-2")
    page.locator(".card:visible a").click()
    page.go_back()
    expect(page.get_by_label("Search")).to_have_value("nobody")
    expect(page.locator(".card:visible a")).to_have_text(["Ask where nobody does"])


def test_two_tabs_keep_each_others_work(context: BrowserContext, two_packs: Path) -> None:
    home, one, two = context.new_page(), context.new_page(), context.new_page()
    home.goto((two_packs / "index.html").as_uri())
    for page in (one, two):
        page.goto((two_packs / PACK).as_uri() + "#practice")
    answer(one)
    two.locator(".practice .sheet button").nth(1).click()
    answer(two, right=False)
    home.locator(".standing", has_text="2 of 2 practised").wait_for()
    # Each of them tells at once what the other one did, and counts it.
    for page in (one, two):
        expect(page.locator(".practice .score")).to_have_text("1 of 2 right")
        expect(page.locator(".practice .run-end")).to_be_visible()
    for page in (one, two):
        page.reload()
        labels = page.locator(".practice .sheet button").evaluate_all("list => list.map(entry => entry.ariaLabel)")
        assert labels == ["Question 1, right", "Question 2, missed"]


def test_two_tabs_take_one_test(context: BrowserContext, two_packs: Path) -> None:
    one, two = context.new_page(), context.new_page()
    one.goto((two_packs / PACK).as_uri() + "#test")
    one.locator(".test .start").click()
    two.goto((two_packs / PACK).as_uri() + "#test")
    choose(one, "test")
    expect(two.locator(".test .left")).to_have_text("1 not answered")
    expect(shown(two, "test").locator("input:checked")).to_have_count(1)
    two.locator(".test .next").click()
    choose(two, "test", right=False)
    expect(one.locator(".test .left")).to_have_text("All answered")
    one.locator(".test .finish").click()
    expect(two.locator(".test .result")).to_have_text("1 of 2 right, 50%")


def test_two_tabs_score_together(context: BrowserContext, two_packs: Path) -> None:
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto((two_packs / PACK).as_uri() + "#evaluate")
    for place, page in enumerate((one, two)):
        for field in page.locator(".scoring").nth(place).locator("input[type=number]").all():
            field.fill("3")
    expect(one.locator(".to-go")).to_have_text("2 verdicts to go")
    one.reload()
    expect(one.locator(".to-go")).to_have_text("2 verdicts to go", use_inner_text=True)
    expect(one.locator(".own-total output")).to_have_text(["9", "9"], use_inner_text=True)


def test_two_tabs_write_one_rewrite(context: BrowserContext, two_packs: Path) -> None:
    one, two = context.new_page(), context.new_page()
    for page in (one, two):
        page.goto((two_packs / PACK).as_uri() + "#learn")
    one.locator(".open-learn").click()
    expect(two.locator(".lesson")).to_be_visible()
    one.locator(".fix-it textarea").fill("I counted")
    expect(two.locator(".fix-it textarea")).to_have_value("I counted")
    two.locator(".fix-it textarea").press_sequentially(" 64 alarms, as my manager asked me")
    one.locator(".compare").focus()
    two.locator(".fix-it textarea").press("End")
    two.keyboard.type("!")
    expect(one.locator(".fix-it textarea")).to_have_value("I counted 64 alarms, as my manager asked me!")
    expect(one.locator(".mirror mark")).to_have_text("my manager asked me")
    two.locator(".compare").click()
    expect(one.locator(".fix-it .after")).to_be_visible()
    one.reload()
    expect(one.locator(".fix-it textarea")).to_have_value("I counted 64 alarms, as my manager asked me!")


@pytest.mark.parametrize("fault", [NO_STORAGE, FULL_STORAGE])
def test_everything_works_without_storage(context: BrowserContext, two_packs: Path, fault: str) -> None:
    context.add_init_script(fault)
    errors: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((two_packs / PACK).as_uri() + "#practice")
    answer(page)
    expect(live(page)).to_have_text("Right. The solution is open.")
    expect(page.locator("#storage-note:visible + .page")).to_have_count(1)
    page.locator(".practice .next").click()
    answer(page)
    expect(page.locator(".practice .run-end .result")).to_have_text("2 of 2 right", use_inner_text=True)
    open_mode(page, "Test")
    page.locator(".test .start").click()
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    expect(page.locator(".test-result .past li")).to_have_count(1)
    page.reload()
    expect(page.locator(".practice .told")).to_have_count(0)
    assert errors == []


def test_a_store_that_became_full_is_still_read(context: BrowserContext, two_packs: Path) -> None:
    """What fills it may be another site's: files on a disk and the pages of a company share a store."""
    page = context.new_page()
    page.goto((two_packs / PACK).as_uri() + "#practice")
    answer(page)
    page.evaluate(FILL)
    page.goto((two_packs / "index.html").as_uri())
    assert standing(page, "quiet-alarm") == "1 of 2 practised"
    page.goto((two_packs / PACK).as_uri() + "#practice")
    expect(page.locator(".practice .told")).to_have_count(1)
    page.locator(".practice .sheet button").nth(1).click()
    answer(page)
    expect(page.locator(".practice .score")).to_have_text("2 of 2 right", use_inner_text=True)
    expect(page.locator("#storage-note")).to_be_visible()


def test_progress_travels_as_a_file(context: BrowserContext, two_packs: Path, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto((two_packs / PACK).as_uri() + "#practice")
    answer(page)
    page.goto((two_packs / "index.html").as_uri())
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    file = tmp_path / "progress.json"
    download.value.save_as(file)
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert (kept["kind"], kept["version"]) == ("lpkit-progress", 1)
    assert "sample/quiet-alarm/question/alarm-principle" in kept["items"]
    page.get_by_role("button", name="Reset").click()
    page.locator(".keeping .sum").click()
    page.get_by_role("button", name="Reset").dblclick()
    assert standing(page, "quiet-alarm") == "1 of 2 practised"
    page.get_by_role("button", name="Yes, forget everything").click()
    expect(page.locator('.here .card[data-pack="sample/quiet-alarm"] .standing')).to_have_text("Not started")
    page.locator(".load").set_input_files(file)
    page.locator(".keeping .answer", has_text="4 entries taken over.").wait_for()
    assert standing(page, "quiet-alarm") == "1 of 2 practised"
    page.locator(".load").set_input_files(file)
    page.locator(".keeping .answer", has_text="0 entries taken over.").wait_for()


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        ("not json", "This file holds no progress."),
        ("[]", "This file holds no progress."),
        ('{"kind": "lpkit-progress", "version": 2, "items": {}}', "another version"),
        ('{"kind": "lpkit-progress", "version": 1, "items": {"../x y": {"at": 9}, "a/b": 3}}', "0 entries"),
    ],
)
def test_a_strange_file_is_refused(
    context: BrowserContext, two_packs: Path, tmp_path: Path, content: str, answer: str
) -> None:
    file = tmp_path / "progress.json"
    file.write_text(content, encoding="utf-8")
    page = context.new_page()
    page.goto((two_packs / "index.html").as_uri())
    page.locator(".load").set_input_files(file)
    page.locator(".keeping .answer", has_text=answer).wait_for()


BROKEN = [
    *(
        "{",
        "null",
        "7",
        '"x"',
        "[]",
        '{"chosen": 99, "round": 1, "hash": "HASH"}',
        '{"round": "x", "place": -1, "only": 3}',
        '{"round": 1, "place": 0.5}',
    ),
    *('{"kind": "draw", "questions": ["alarm-trial"], "answers": {"alarm-trial": 77}, "started": 1, "finished": 2}',),
    *('{"questions": [1]}', '{"questions": ["alarm-trial"], "answers": {"alarm-trial": 77}, "started": 1, "place": 9}'),
    '{"questions": ["alarm-trial"], "answers": {}, "started": 1, "place": 0.5}',
    '{"kind": "draw", "questions": ["alarm-trial"], "answers": {}, "started": 1, "finished": "x"}',
    '{"kind": "draw", "questions": ["alarm-trial"], "answers": {}, "started": 1, "finished": 1e300}',
    '{"kind": "draw", "questions": ["alarm-trial"], "answers": {}, "started": "x", "finished": 2}',
    *(
        '{"questions": [], "answers": {}, "started": 1}',
        '{"scores": {"a": {"structure": "9", "impact": 900}}, "opened": 1}',
    ),
]


def test_broken_progress_breaks_nothing(context: BrowserContext, two_packs: Path) -> None:
    html = (two_packs / PACK).read_text(encoding="utf-8")
    digest = re.findall(r'"hash":"(\w+)"', html)[0]
    names = ("question/alarm-principle", "practice", "evaluate", "test/x", "fix-it/own-start")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((two_packs / PACK).as_uri())
    for value in BROKEN:
        kept = json.dumps(value.replace("HASH", digest))
        script = "".join(f"localStorage.setItem('lpkit/1/sample/quiet-alarm/{name}', {kept});" for name in names)
        page.evaluate(f"localStorage.clear(); {script}")
        for path in (PACK, "index.html"):
            page.goto((two_packs / path).as_uri())
            expect(page.locator("html.js.ready"), value).to_have_count(1)
        assert errors == [], value


@pytest.mark.parametrize("named", [True, False])
def test_new_wording_keeps_answers(context: BrowserContext, corpus: Corpus, tmp_path: Path, named: bool) -> None:
    """An answer is kept by the id of its option: through other words, another order, an option more.

    Without an id of its author's, an option is found again as long as its own text stays, also once it got an id.
    """
    (shelf,) = corpus.shelves
    (pack,) = shelf.packs

    def publish(change: Callable[[Question], Question]) -> None:
        changed = pack.model_copy(update={"questions": [change(question) for question in pack.questions]})
        write_site(Corpus((Shelf(shelf.library, (changed,)),)), tmp_path)

    def first(question: Question) -> Question:
        options = [option.model_copy(update={"id": f"o{at}"}) for at, option in enumerate(question.options)]
        return question.model_copy(update={"options": options}) if named else question

    def edited(question: Question) -> Question:
        options = [
            Option(
                id=f"o{at}",
                text=f"{option.text}, so to say" if named and option.text != question.answer else option.text,
            )
            for at, option in enumerate(question.options)
        ]
        turned = [Option(id="more", text="One more"), *reversed(options)]
        return question.model_copy(update={"stem": f"{question.stem} In other words?", "options": turned})

    publish(first)
    page = context.new_page()
    page.goto((tmp_path / PACK).as_uri() + "#practice")
    answer(page, right=False)
    practice = shown(page, "practice").locator("li.wrong .text").inner_text()
    open_mode(page, "Test")
    page.locator(".test .start").click()
    choose(page, "test", right=False)
    test = shown(page, "test").locator("li:has(:checked) .text").inner_text()
    publish(edited)
    page.reload()
    said = ", so to say" if named else ""
    expect(shown(page, "test").locator("li:has(:checked) .text")).to_have_text(f"{test}{said}", use_inner_text=True)
    open_mode(page, "Practice")
    expect(shown(page, "practice").locator("li.wrong .text")).to_have_text(f"{practice}{said}", use_inner_text=True)
    expect(shown(page, "practice").locator("li.right")).to_have_count(1)
    publish(lambda question: question.model_copy(update={"options": [Option(text=question.answer), Option(text="No")]}))
    page.reload()
    expect(shown(page, "practice").locator(".told-mark"), "what was chosen is gone: asked anew").to_have_count(0)
    page.goto((tmp_path / "index.html").as_uri())
    assert "1 of 2 practised" in standing(page, "quiet-alarm")


def test_the_single_file_works_offline(context: BrowserContext, single: Path) -> None:
    context.set_offline(True)
    page = context.new_page()
    requests: list[str] = []
    noise: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: noise.append(message.text))
    page.goto(single.as_uri())
    expect(page.locator(".page:visible")).to_have_count(1)
    page.set_viewport_size({"width": 800, "height": 400})
    page.get_by_role("link", name="Ask where nobody does").scroll_into_view_if_needed()
    left = page.evaluate("scrollY")
    assert left > 0
    page.get_by_role("link", name="Ask where nobody does").click()
    expect(page).to_have_title(re.compile("^Ask where nobody does"))
    expect(page.locator("h1:focus")).to_have_text("Ask where nobody does")
    open_mode(page, "Practice")
    answer(page)
    page.reload()
    expect(shown(page, "practice").locator(".told-mark")).to_have_count(1)
    page.go_back()
    # The page hears of each step back in its own time; whoever takes two at once may overtake it.
    expect(page.locator(".here .practice")).to_be_hidden()
    page.go_back()
    expect(page.locator(".here h1")).to_have_text("Sample Principles")
    expect(page.locator("html")).to_have_js_property("scrollTop", left)
    assert standing(page, "pack-question-two") == "1 of 2 practised"
    assert standing(page, "quiet-alarm") == "Not started"
    page.get_by_role("link", name="Curiosity", exact=True).click()
    expect(page.locator(".here h1")).to_have_text("Curiosity")
    assert violations(page) == ""
    assert {url.partition("#")[0] for url in requests if not url.startswith("data:")} == {single.as_uri()}
    assert noise == []


def test_the_single_file_is_readable_without_javascript(browser: Browser, single: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(single.as_uri())
    expect(page.locator(".page:visible"), "all but that for authors").to_have_count(6)
    expect(page.locator(".page")).to_have_count(7)
    expect(page.locator(".js-only:visible")).to_have_count(0)
    context.close()


def test_ids_are_unique_in_the_single_file(context: BrowserContext, single: Path) -> None:
    page = context.new_page()
    page.goto(single.as_uri())
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(entry => entry.id)")
    assert len(ids) == len(set(ids))
    targets = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(entry => entry.hash.slice(1))")
    assert set(targets) <= set(ids)


def test_hostile_text_stays_text_while_playing(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    for start in range(0, len(PAYLOADS), 3):
        page = context.new_page()
        events: list[str] = []
        page.on("dialog", lambda dialog, events=events: (events.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error, events=events: events.append(str(error)))
        page.on("console", lambda message, events=events: events.append(message.text))
        write_site(attacked(corpus, start), tmp_path, {"single-file": "true"})
        page.goto((tmp_path / "index.html").as_uri())
        page.evaluate("localStorage.clear()")
        page.locator(".here .card a").first.click()
        score_all(page)
        page.locator(".here .open-rubric").click()
        open_mode(page, "Learn")
        page.locator(".here .fix-it textarea").first.fill(f"{PAYLOADS[start]} and some words of my own")
        page.locator(".here .compare").first.click()
        open_mode(page, "Practice")
        answer(page, right=False)
        expect(page.locator("img, iframe, base, link[rel=stylesheet]")).to_have_count(0)
        expect(page.locator("script")).to_have_count(1 + page.locator("script[type='application/json']").count())
        assert events == []
        page.close()


def test_progress_follows_former_names(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    """What was kept under the former name of the pack, and of a question that came from another one, goes on."""
    (shelf,) = corpus.shelves
    pack = shelf.packs[0]
    first, second, *rest = pack.questions
    moved = [first.model_copy(update={"formerly": ["elsewhere/was-first"]}), second, *rest]
    renamed = pack.model_copy(update={"formerly": ["old-name"], "questions": moved})
    site = write_site(Corpus((shelf._replace(packs=(renamed,)),)), tmp_path)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    keep = "([name, round]) => localStorage.setItem(`lpkit/1/sample/${name}`, JSON.stringify({round}))"
    for name, number in (
        ("elsewhere/question/was-first", 7),
        (f"old-name/question/{second.id}", 8),
        ("old-name/evaluate", 9),
        ("elsewhere/question/other", 10),
    ):
        page.evaluate(keep, [name, number])
    page.goto((site / f"packs/sample/{pack.id}.html").as_uri())
    expect(page.locator("html")).to_have_class(re.compile("ready"))
    kept = page.evaluate("() => Object.fromEntries(Object.entries(localStorage))")
    rounds = {name.removeprefix("lpkit/1/sample/"): json.loads(text).get("round") for name, text in kept.items()}
    assert rounds[f"{pack.id}/question/{first.id}"] == 7
    assert rounds[f"{pack.id}/question/{second.id}"] == 8
    assert rounds[f"{pack.id}/evaluate"] == 9
    assert rounds["elsewhere/question/other"] == 10
    assert not {"elsewhere/question/was-first", "old-name/evaluate"} & rounds.keys()
