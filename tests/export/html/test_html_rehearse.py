"""Rehearse: the reader's own answer, typed or recorded, what is said of it, and the story that it is kept with."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from rehearsing import OTHER, PACK, STORIES, TITLE, keep, load, look, record, restored, rows, saved, wait_for_sound

from lpkit.export import Corpus
from playing import ANSWER, give, gives, live, open_mode, score_all, violations, with_second_pack, write_site

NO_DATABASE = "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no', 'SecurityError') }})"
FULL_DATABASE = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }"
NEWER_DATABASE = """new Promise(done => {
    const asked = indexedDB.open("lpkit-stories", 9);
    asked.onsuccess = () => { asked.result.close(); done(); };
})"""
REFUSED = """if (self.MediaDevices) {
    MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));
}"""
NO_MICROPHONE = REFUSED.replace("NotAllowed", "NotFound")
NO_RECORDER = "delete window.MediaRecorder"


def test_an_answer_is_counted_as_the_rules_count(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    expect(page.locator(".rehearse .countdown .clock")).to_have_text("2:00")
    page.locator(".rehearse .look").click()
    expect(live(page)).to_have_text("Say or type your answer first.")
    expect(page.locator(".rehearse mark"), "nothing is told before the answer is done").to_have_count(0)
    look(page)
    gives(
        [
            "Minutes 0:09–0:10 to say 2:00 at most",
            "Words 22 260–300 fill the time",
            "Sentences that begin with “I” 2 ✗ 3 or more; Ownership signal expects the first person",
            "Figures that measure 3: 64, 61, three 3 or more; Impact expects a number",
        ],
        rows,
        page.locator(".tally"),
    )
    expect(page.locator(".rehearse mark")).to_have_text(["my manager asked me"], use_inner_text=True)
    expect(page.locator(".lit-markers li")).to_have_text(
        ["my manager asked me – Manager-directed task"], use_inner_text=True
    )
    page.locator(".rehearse textarea").fill("I counted 64 pages, I removed 61. " * 20)
    gives(True, lambda: rows(page.locator(".tally"))[2].startswith("Sentences that begin with “I” 20 3 or more"))
    expect(page.locator(".rehearse mark")).to_have_count(0)
    expect(page.locator(".found-markers .muted")).to_have_text(re.compile("this is no praise"))
    page.locator(".rehearse textarea").fill("word " * 310)
    gives(True, lambda: rows(page.locator(".tally"))[0].startswith("Minutes 2:04–2:23 to say ✗"))


def test_scores_of_ones_own_say_a_verdict(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    look(page)
    give(page.locator(".rehearse .scoring"), {"Structure": 10, "Ownership signal": 40, "Impact": 12}, "hire")
    expect(page.locator(".rehearse .own-total output")).to_have_text("62", use_inner_text=True)
    expect(page.locator(".rehearse .band"), "a marker allows no more").to_have_text(
        "So your scores say No Hire", use_inner_text=True
    )
    expect(page.locator(".rehearse .caps li")).to_have_text(
        ["Manager-directed task Ownership signal: 5 at most, and you gave 40. Verdict: No Hire at most."],
        use_inner_text=True,
    )
    assert violations(page) == ""
    page.reload()
    expect(page.locator(".rehearse textarea")).to_have_value(ANSWER)
    expect(page.locator(".rehearse .own-total output")).to_have_text("62")
    expect(page.locator(".rehearse .caps li")).to_have_count(1)
    expect(page.locator(".rehearse [value=hire]")).to_be_checked()
    page.locator(".rehearse textarea").fill("I counted 64 pages in three weeks.")
    expect(page.locator(".rehearse .caps li")).to_have_count(0)
    expect(page.locator(".rehearse .band")).to_have_text("So your scores say Hire", use_inner_text=True)


def test_follow_up_questions_come_after_evaluate(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    look(page)
    expect(page.locator(".probing .seal")).to_be_visible()
    expect(page.locator(".ask-me")).to_be_hidden()
    open_mode(page, "Evaluate")
    score_all(page)
    page.locator(".open-rubric").click()
    open_mode(page, "Rehearse")
    expect(page.locator(".probing .seal")).to_be_hidden()
    for asked in (["Who asked?"], ["Who asked?", "And then?"]):
        page.locator(".ask-me").click()
        expect(page.locator(".asked li")).to_have_text(asked, use_inner_text=True)
        expect(live(page)).to_have_text(asked[-1])
    expect(page.locator(".ask-me")).to_be_hidden()


def test_takes_of_a_story_stand_beside_the_principles(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    look(page)
    page.locator(".keep-take").click()
    expect(live(page)).to_have_text("Give the story a title first.")
    for place, points in enumerate((12, 20), start=1):
        if place > 1:
            look(page)
        give(page.locator(".rehearse .scoring"), {"Structure": points, "Ownership signal": 4, "Impact": 3}, "no-hire")
        keep(page, TITLE, story=TITLE if place > 1 else "")
        expect(page.locator(".kept-take")).to_have_text(
            f"Kept as take {place} of “{TITLE}”. Your stories", use_inner_text=True
        )
    page.locator(".kept-take a").click()
    table = page.locator(".grid")
    expect(table.locator("thead th")).to_have_text(["Principle", "Stories", TITLE])
    expect(page.locator(".covering .sum")).to_have_text("1 of 2 principles without a story.", use_inner_text=True)
    gives("Ownership 1 27 of 100 2 takes", lambda: rows(table)[0])
    gives(True, lambda: rows(table)[1].startswith("Curiosity no story"))
    expect(page.locator(".take .score")).to_have_text(["27 of 100 (+8)", "19 of 100"], use_inner_text=True)
    expect(page.locator(".take .failing")).to_have_text(["Markers: Manager-directed task"] * 2, use_inner_text=True)
    assert violations(page) == ""
    page.get_by_text("Read it").first.click()
    expect(page.locator(".take .voice").first).to_have_text(ANSWER)
    page.locator(".take a").first.click()
    expect(page.locator(".rehearse.here textarea")).to_have_value("")
    page.go_back()
    page.get_by_text("Change this story").click()
    page.get_by_label("Title").fill("The alarm")
    page.get_by_role("button", name="Rename").click()
    expect(page.locator(".story h3")).to_have_text(["The alarm"])
    page.locator(".take .delete").first.click()
    page.locator(".take .delete").first.click()
    expect(page.locator(".take")).to_have_count(1)
    expect(page.locator(".story-list h2")).to_be_focused()
    page.get_by_text("Change this story").click()
    page.locator(".story .keep-form .delete").click()
    page.locator(".story .keep-form .delete").click()
    expect(page.locator(".empty")).to_be_visible()
    expect(page.locator(".of-story")).to_have_count(0)


def test_a_recording_is_kept_and_played(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    record(page)
    expect(page.locator(".rehearse .countdown .go")).to_have_text("Stop the clock", use_inner_text=True)
    wait_for_sound(page, ".rehearse audio")
    page.reload()
    expect(page.locator(".rehearse audio")).to_be_visible()
    page.locator(".rehearse .look").click()
    told = [
        "Words – 260–300 fill the time",
        "Sentences that begin with “I” – 3 or more; Ownership signal expects the first person",
        "Figures that measure – 3 or more; Impact expects a number",
    ]
    gives(told, lambda: rows(page.locator(".tally"))[1:])
    expect(page.locator(".unheard")).to_be_visible()
    expect(page.locator(".found-markers")).to_have_text("", use_inner_text=True)
    keep(page, TITLE)
    expect(page.locator(".rehearse audio")).to_have_count(0)
    page.locator(".kept-take a").click()
    page.locator(".listen").click()
    wait_for_sound(page, ".heard audio")
    expect(page.locator(".take .meta")).to_contain_text("recorded", use_inner_text=True)
    assert violations(page) == ""


def test_a_recording_may_be_deleted(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    record(page)
    page.get_by_role("button", name="Delete the recording").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.locator(".rehearse audio")).to_have_count(0)
    expect(page.locator(".rehearse .record")).to_be_focused()
    page.reload()
    restored(page)
    expect(page.locator(".rehearse audio")).to_have_count(0)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (REFUSED, "This page may not use the microphone. You can type your answer."),
        (NO_MICROPHONE, "There is no microphone. You can type your answer."),
        (NO_RECORDER, "This browser cannot record here. You can type your answer."),
    ],
)
def test_without_a_microphone_one_types(
    context: BrowserContext, opened: Callable[[str], Page], fault: str, words: str
) -> None:
    context.add_init_script(fault)
    page = opened(f"{PACK}#rehearse")
    page.locator(".rehearse textarea").wait_for()
    if page.locator(".record").is_visible():
        page.locator(".record").click()
    expect(page.locator(".no-mic")).to_have_text(words)
    assert violations(page) == ""
    look(page)
    keep(page, TITLE)


@pytest.mark.parametrize("fault", [NO_DATABASE, FULL_DATABASE])
def test_without_a_database_stories_last_as_long_as_the_page(
    context: BrowserContext, opened: Callable[[str], Page], fault: str
) -> None:
    context.add_init_script(fault)
    page = opened(f"{PACK}#rehearse")
    look(page)
    expect(page.locator(".note", has_text="This browser keeps no stories")).to_be_visible()
    keep(page, TITLE)
    look(page)
    page.locator(".rehearse").get_by_label("Story").select_option(label=TITLE)
    keep(page, story=TITLE)
    expect(page.locator(".kept-take")).to_contain_text("take 2", use_inner_text=True)
    page.reload()
    look(page)
    expect(page.locator(".rehearse select option")).to_have_text(["A new story"], use_inner_text=True)


def test_stories_of_a_newer_site_are_left_alone(opened: Callable[[str], Page]) -> None:
    opened("index.html").evaluate(NEWER_DATABASE)
    page = opened(STORIES)
    expect(page.locator(".note", has_text="kept by a newer version")).to_be_visible()
    expect(page.locator(".empty")).to_be_visible()


def test_everything_travels_in_one_file(opened: Callable[[str], Page], tmp_path: Path) -> None:
    page = opened(f"{PACK}#rehearse")
    record(page)
    look(page)
    keep(page, TITLE)
    other = opened(f"{OTHER}#rehearse")
    other.locator(".rehearse textarea").fill("A draft.")
    other.reload()
    expect(other.locator(".rehearse textarea")).to_have_value("A draft.")
    # Pages that are open draw an order of their own at once, which is newer than that of the file.
    for pattern in (page, other):
        pattern.close()
    home = opened("index.html")
    file = tmp_path / "all.json"
    content = saved(home, file)
    home.get_by_role("button", name="Reset").click()
    home.get_by_role("button", name="Yes, forget everything").click()
    expect(home.locator(".keeping .answer")).to_have_text("Nothing is kept any more.")
    stories = opened(STORIES)
    expect(stories.locator(".empty")).to_be_visible()
    older = tmp_path / "older.json"
    older.write_text(json.dumps({"kind": content["kind"], "version": 1, "items": {"sample/a": {"at": 9}}}))
    load(home, older, "1 entry taken over.")
    items = len(content["items"])  # type: ignore[arg-type]
    load(home, file, f"{items + 3} entries taken over.")
    load(home, file, "0 entries taken over.")
    stories.bring_to_front()  # A browser may leave sounds of a page aside that is not looked at.
    stories.reload()
    stories.locator(".listen").click()
    wait_for_sound(stories, ".heard audio")
    expect(stories.locator(".story h3")).to_have_text([TITLE], use_inner_text=True)
    expect(opened(f"{OTHER}#rehearse").locator(".rehearse textarea")).to_have_value("A draft.")


def test_what_is_here_and_newer_stays(opened: Callable[[str], Page], tmp_path: Path) -> None:
    page = opened(f"{PACK}#rehearse")
    look(page)
    keep(page, TITLE)
    home = opened("index.html")
    file = tmp_path / "all.json"
    saved(home, file)
    stories = opened(STORIES)
    stories.get_by_text("Change this story").click()
    stories.get_by_label("Title").fill("A newer title")
    stories.get_by_role("button", name="Rename").click()
    expect(stories.locator(".story h3")).to_have_text(["A newer title"])
    look(page, "Another answer, with 3 figures.")
    keep(page, "Another story")
    load(home, file, "0 entries taken over.")
    stories.reload()
    expect(stories.locator(".story h3")).to_have_text(["A newer title", "Another story"])


STRANGE = "This file holds stories that cannot be read. Nothing was taken over."
WHOLE = {"form": 1, "stories": [], "takes": [], "drafts": [], "audio": []}
_OF = {"story": "s", "pack": "sample/quiet-alarm", "principle": "sample/ownership"}
TAKE = {"id": "t", "at": 9, "title": "T", "text": "x", **_OF}
STORY = {"id": "s", "at": 9, "title": "S"}
SOUND = {"id": "t", "at": 9, "type": "audio/webm;codecs=opus", "data": "AAAA"}


@pytest.mark.parametrize(
    ("stories", "answer"),
    [
        *((strange, STRANGE) for strange in (None, 7, [], {}, {**WHOLE, "takes": {}}, {**WHOLE, "stories": [None]})),
        ({**WHOLE, "stories": [{**STORY, "title": 3}]}, STRANGE),
        ({**WHOLE, "stories": [{**STORY, "at": "x"}]}, STRANGE),
        ({**WHOLE, "takes": [TAKE]}, STRANGE),
        ({**WHOLE, "stories": [STORY], "audio": [{**SOUND, "data": "?"}]}, STRANGE),
        ({**WHOLE, "stories": [STORY], "audio": [{**SOUND, "type": "text/html"}]}, STRANGE),
        ({**WHOLE, "form": 2}, "This file is of another version; open it with a newer page."),
    ],
)
def test_a_file_with_strange_stories_is_refused_whole(
    opened: Callable[[str], Page], tmp_path: Path, stories: object, answer: str
) -> None:
    file = tmp_path / "strange.json"
    file.write_text(
        json.dumps({"kind": "lpkit-progress", "version": 1, "items": {"sample/a": {"at": 9}}, "stories": stories})
    )
    page = opened("index.html")
    load(page, file, answer)
    gives([], page.evaluate, "Object.keys(localStorage).filter(name => name.includes('sample/a'))")
    page = opened(STORIES)
    expect(page.locator(".empty")).to_be_visible()


def test_strange_values_in_a_take_break_nothing(opened: Callable[[str], Page], tmp_path: Path) -> None:
    """What is no more than strange is shown as far as it can be."""
    takes = [
        {**TAKE, "scores": 3, "total": "x", "weight": None, "counts": 7, "markers": "<b>", "seconds": "y"},
        {**TAKE, "id": "u", "pack": "", "principle": "gone/gone", "total": 1e9, "weight": 0, "counts": {"spoken": [1]}},
    ]
    file = tmp_path / "odd.json"
    data = {**WHOLE, "stories": [STORY], "takes": takes}
    file.write_text(json.dumps({"kind": "lpkit-progress", "version": 1, "items": {}, "stories": data}))
    load(opened("index.html"), file, "3 entries taken over.")
    page = opened(STORIES)
    expect(page.locator(".take")).to_have_count(2)
    assert violations(page) == ""


def test_the_single_file_rehearses_too(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    noise: list[str] = []
    context.on("weberror", lambda error: noise.append(str(error.error)))
    context.on("console", lambda message: noise.append(message.text))
    site = write_site(with_second_pack(corpus), tmp_path, {"single-file": "true"})
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".here .card a").first.click()
    open_mode(page, "Rehearse")
    page.locator(".here .rehearse textarea").fill(ANSWER)
    page.locator(".here .rehearse .record").click()
    expect(page.locator(".listening")).to_have_text("Recording…")
    expect(page.locator(".here .rehearse .clock")).not_to_have_text("2:00")
    page.locator(".here .rehearse .record").click()
    page.locator(".here .rehearse audio").wait_for()
    page.locator(".here .rehearse .look").click()
    page.locator(".here .rehearse").get_by_label("Its title").fill(TITLE)
    page.locator(".here .keep-take").click()
    page.locator(".here .kept-take a").click()
    expect(page.locator(".here .story h3")).to_have_text([TITLE])
    page.locator(".here .listen").click()
    wait_for_sound(page, ".heard audio")
    page.locator(".here .grid thead a").click()
    expect(page.locator(".here .story")).to_be_focused()
    assert noise == []


def test_what_was_rehearsed_follows_a_new_name(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    """The site before and the one after a pattern got its name: takes, drafts and recordings are of that pattern."""
    noise: list[str] = []
    context.on("weberror", lambda error: noise.append(str(error.error)))
    context.on("console", lambda message: noise.append(message.text))
    (shelf,) = with_second_pack(corpus).shelves
    pack, other = shelf.packs
    before = shelf._replace(packs=(pack.model_copy(update={"id": "old-name"}), other))
    after = shelf._replace(packs=(pack.model_copy(update={"formerly": ["older", "old-name"]}), other))
    for options in ({}, {"single-file": "true"}):
        old = write_site(Corpus((before,)), tmp_path / "before")
        new = write_site(Corpus((after,)), tmp_path / f"after{len(options)}", options)
        page = context.new_page()
        page.goto((old / "packs/sample/old-name.html").as_uri() + "#rehearse")
        look(page)
        keep(page, TITLE)
        record(page)
        page.locator(".rehearse textarea").fill("A draft.")
        page.reload()
        expect(page.locator(".rehearse textarea")).to_have_value("A draft.")
        page.goto((new / ("index.html" if options else STORIES)).as_uri() + "#stories")
        page.locator(".take a:visible").first.click()
        expect(page.locator(".rehearse.here textarea")).to_have_value("A draft.")
        expect(page.locator(".rehearse.here audio")).to_be_visible()
        page.locator(".rehearse.here textarea").fill("")
        page.locator(".rehearse.here .drop").click()
        page.locator(".rehearse.here .drop").click()
        page.goto((old / STORIES).as_uri())
        expect(page.locator(".take a").first).not_to_have_attribute("href", re.compile("old-name"))
        page.close()
        forget = context.new_page()
        forget.goto((old / "index.html").as_uri())
        forget.locator(".reset").click()
        forget.locator(".reset").click()
        expect(forget.locator(".keeping .answer")).to_have_text("Nothing is kept any more.")
        forget.close()
    assert noise == []


def test_the_keyboard_alone_rehearses(opened: Callable[[str], Page]) -> None:
    page = opened(f"{PACK}#rehearse")
    page.locator(".rehearse textarea").focus()
    page.keyboard.type("I counted 3 pages. 1 2 ?")
    page.keyboard.press("Tab")
    expect(page.locator(".rehearse .look")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".counted h3")).to_be_focused()
    expect(page.locator(".rehearse textarea")).to_have_value("I counted 3 pages. 1 2 ?")
