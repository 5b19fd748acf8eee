"""A disk that is slow, or refuses: what a page says to be done is done, also for who leaves at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from rehearsing import OTHER, PACK, STORIES, TITLE, keep, load, look, record, restored, saved, wait_for_sound

from playing import ANSWER, SHIFTS, SLOW_DISK, gives

UNDELETABLE = "IDBObjectStore.prototype.delete = () => { throw new DOMException('no', 'UnknownError') }"
STILL_KEPT = "This browser did not delete what you asked it to"
LEFT = "Object.keys(localStorage).filter(name => name.startsWith('lpkit/left/'))"
Open = Callable[[str], Page]


@pytest.fixture
def slow(context: BrowserContext, opened: Open) -> Open:
    """Give what opens pages whose database takes its time."""
    context.add_init_script(SLOW_DISK)
    return opened


def drop(page: Page) -> None:
    page.get_by_role("button", name="Delete the recording").click()
    page.get_by_role("button", name="Yes, delete it").click()


def delete(page: Page, button: str) -> None:
    page.locator(button).first.click()
    page.locator(button).first.click()


def forget(home: Page) -> None:
    home.get_by_role("button", name="Reset").click()
    home.get_by_role("button", name="Yes, forget everything").click()


def test_what_is_shown_as_gone_is_gone(slow: Open) -> None:
    page = slow(f"{PACK}#rehearse")
    record(page)
    page.reload()
    expect(page.locator(".rehearse audio")).to_have_count(1)
    drop(page)
    expect(page.locator(".rehearse audio")).to_have_count(0)
    page.reload()
    restored(page)
    expect(page.locator(".rehearse audio")).to_have_count(0)


def test_nothing_moves_when_stories_have_been_read(slow: Open) -> None:
    page = slow(STORIES)
    expect(page.locator(".empty")).to_be_visible()
    gives(0, page.evaluate, SHIFTS)


def test_who_deletes_and_leaves_at_once_deletes(slow: Open) -> None:
    page = slow(f"{PACK}#rehearse")
    record(page)
    drop(page)
    page.goto(page.url.replace(PACK, OTHER))
    restored(page)
    page.goto(page.url.replace(OTHER, PACK))
    restored(page)
    expect(page.locator(".rehearse audio")).to_have_count(0)
    gives([], page.evaluate, LEFT)


def test_who_types_and_leaves_at_once_finds_it_again(slow: Open) -> None:
    page = slow(f"{PACK}#rehearse")
    restored(page)
    page.locator(".rehearse textarea").fill(ANSWER)
    page.reload()
    expect(page.locator(".rehearse textarea")).to_have_value(ANSWER)
    look(page)
    page.locator(".rehearse [type=number]").first.fill("7")
    page.reload()
    expect(page.locator(".rehearse [type=number]").first).to_have_value("7")
    expect(page.locator(".tally")).to_be_visible()


def test_who_types_before_the_draft_is_found_goes_on_with_that(context: BrowserContext, slow: Open) -> None:
    page = slow(f"{PACK}#rehearse")
    page.locator(".rehearse textarea").fill("An older draft.")
    context.add_init_script("self.held = true")
    page.reload()
    page.locator(".rehearse textarea").fill(ANSWER)
    page.evaluate("self.held = false")
    restored(page)
    expect(page.locator(".rehearse textarea")).to_have_value(ANSWER)
    page.reload()
    page.evaluate("self.held = false")
    expect(page.locator(".rehearse textarea")).to_have_value(ANSWER)


def test_who_keeps_a_take_and_leaves_at_once_has_it_once(slow: Open) -> None:
    """The take, its story, its recording and the end of the draft are one: none is there without the others."""
    page = slow(f"{PACK}#rehearse")
    record(page)
    look(page)
    page.locator(".rehearse").get_by_label("Its title").fill(TITLE)
    page.locator(".keep-take").click()
    page.reload()
    restored(page)
    expect(page.locator(".rehearse textarea")).to_have_value("")
    expect(page.locator(".rehearse audio")).to_have_count(0)
    stories = slow(STORIES)
    expect(stories.locator(".story h3")).to_have_text([TITLE])
    stories.locator(".listen").click()
    wait_for_sound(stories, ".heard audio")


def test_stories_stay_as_they_were_said_to_be(slow: Open) -> None:
    page = slow(f"{PACK}#rehearse")
    for place in range(2):
        look(page, f"{ANSWER} {place}")
        keep(page, TITLE, story=TITLE if place else "")
    page.goto(page.url.replace(f"{PACK}#rehearse", STORIES))
    page.get_by_text("Change this story").click()
    page.get_by_label("Title").fill("The alarm")
    page.get_by_role("button", name="Rename").click()
    expect(page.locator(".story h3")).to_have_text(["The alarm"])
    page.reload()
    expect(page.locator(".story h3")).to_have_text(["The alarm"])
    delete(page, ".take .delete")
    expect(page.locator(".take")).to_have_count(1)
    page.reload()
    expect(page.locator(".take")).to_have_count(1)
    page.get_by_text("Change this story").click()
    delete(page, ".story .keep-form .delete")
    page.reload()
    expect(page.locator(".empty")).to_be_visible()
    expect(page.locator(".story")).to_have_count(0)


def test_a_file_that_was_taken_over_is_there_and_what_was_reset_is_not(slow: Open, tmp_path: Path) -> None:
    page = slow(f"{PACK}#rehearse")
    look(page)
    keep(page, TITLE)
    page.goto(page.url.replace(f"{PACK}#rehearse", "index.html"))
    file = tmp_path / "all.json"
    count = len(saved(page, file)["items"])  # type: ignore[arg-type]
    forget(page)
    expect(page.locator(".keeping .answer")).to_have_text("Nothing is kept any more.")
    page.reload()
    load(page, file, f"{count + 2} entries taken over.")
    page.reload()
    stories = slow(STORIES)
    expect(stories.locator(".story h3")).to_have_text([TITLE])
    forget(page)
    expect(page.locator(".keeping .answer")).to_have_text("Nothing is kept any more.")
    page.reload()
    stories.reload()
    expect(stories.locator(".empty")).to_be_visible()


def test_what_is_not_deleted_stays_on_the_page(context: BrowserContext, opened: Open) -> None:
    page = opened(f"{PACK}#rehearse")
    record(page)
    look(page)
    keep(page, TITLE)
    record(page)
    context.add_init_script(UNDELETABLE)
    page.reload()
    expect(page.locator(".rehearse audio")).to_have_count(1)
    drop(page)
    expect(page.locator(".note", has_text=STILL_KEPT)).to_be_visible()
    expect(page.get_by_role("button", name="Delete the recording")).to_be_focused()
    expect(page.locator(".rehearse audio")).to_have_count(1)
    stories = opened(STORIES)
    delete(stories, ".take .delete")
    expect(stories.locator(".note", has_text=STILL_KEPT)).to_be_visible()
    expect(stories.locator(".take .delete")).to_have_text("Delete this take")
    expect(stories.locator(".take .delete")).to_be_enabled()
    home = opened("index.html")
    forget(home)
    expect(home.locator(".keeping .answer")).to_have_text("Only your stories are still kept.")


@pytest.mark.parametrize(
    "left", ["7", "{", '[["takes"]]', '[["gone", "x", null, 1], null]', '[["audio", "x", {"id": "x", "data": "?"}, 9]]']
)
def test_strange_things_left_behind_break_nothing(opened: Open, left: str) -> None:
    opened("index.html").evaluate("left => localStorage.setItem('lpkit/left/1', left)", left)
    page = opened(f"{PACK}#rehearse")
    restored(page)
    look(page)
    keep(page, TITLE)
    expect(page.locator(".note:visible")).to_have_count(0)
    gives([], page.evaluate, LEFT)
