"""What a reader does who rehearses: looks at an answer, records it, keeps it, and takes all of it elsewhere."""

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from playing import ANSWER

PACK = "packs/sample/quiet-alarm.html"
OTHER = "packs/sample/pack-question-two.html"
STORIES = "stories/index.html"
TITLE = "The night of the pages"
LOADED = """selector => {
    const audio = document.querySelector(selector);
    return audio?.readyState && audio.duration > 0;
}"""


def look(page: Page, text: str = ANSWER) -> None:
    page.locator(".rehearse textarea").fill(text)
    page.locator(".rehearse .look").click()
    expect(page.locator(".counted h3")).to_be_focused()


def keep(page: Page, title: str = "", story: str = "") -> None:
    if story:
        page.locator(".rehearse").get_by_label("Story").select_option(label=story)
    else:
        page.locator(".rehearse").get_by_label("Its title").fill(title)
    page.locator(".keep-take").click()
    expect(page.locator(".kept-take")).to_be_focused()


def record(page: Page) -> None:
    page.locator(".rehearse .record").click()
    expect(page.locator(".listening")).to_have_text("Recording…")
    # Until the clock has moved a microphone may have given nothing yet.
    expect(page.locator(".rehearse .clock")).not_to_have_text("2:00")
    page.locator(".rehearse .record").click()
    expect(page.locator(".rehearse audio")).to_be_visible()


def restored(page: Page) -> None:
    """Wait until what was begun before is found again, or that there is nothing."""
    page.locator(".rehearse .own-answer:not([aria-busy])").wait_for()


def rows(table: Locator) -> list[str]:
    return [" ".join(row.split()) for row in table.locator("tbody tr").all_inner_texts()]


def saved(page: Page, file: Path) -> dict[str, object]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    download.value.save_as(file)
    content: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return content


def wait_for_sound(page: Page, selector: str) -> None:
    """Wait until a recording is read so far that its length is known."""
    page.wait_for_function(LOADED, arg=selector, polling=100)


def load(page: Page, file: Path, answer: str) -> None:
    page.locator(".load").set_input_files(file)
    expect(page.locator(".keeping .answer")).to_have_text(answer)
