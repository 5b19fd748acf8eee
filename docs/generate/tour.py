"""The pictures of the tour: every mode of the site, on windows from that of a phone to that of a large screen."""

import base64
import json
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pypdfium2
from playwright.sync_api import FilePayload, Page, expect

from playing import choose, give
from reader import NOW, progress
from scenes import ANSWER, Scene, Scheme, show

SITE = "tour"
"""Where the site of this repository's own library is, in the project of the pictures."""
PACK = "packs/amazon-lp/answer-from-another-trade.html"
PHONE, TABLET, DESK, WALL = (360, 720), (768, 900), (1280, 800), (1920, 1000)
PAPER = (840, 620)
SCORES = {
    "tracking layer": ({"STAR structure": 11, "Ownership signal": 24, "Action specificity": 17}, "hire"),
    "roll of tape": ({"STAR structure": 13, "Ownership signal": 27, "Action specificity": 24}, "strong-hire"),
}
"""What the reader gives to the answers with these words; of the rest the most, which is too much."""
MARKED = {"tracking layer": "dropped the ball", "roll of tape": "roll of tape"}
"""The sentence that the reader marks in each: one fails its answer, one fails nothing."""
OWN = "I moved 40 files of the archive by hand to see which of them come back"
MISSED = (3, 6)
"""The questions of the test that the reader gets wrong, from 0."""
SHEET = """([width, height, pixels]) => {
    document.body.innerHTML = '<canvas style="inline-size: 100%; display: block"></canvas>';
    document.body.style.margin = 0;
    const bytes = Uint8ClampedArray.from(atob(pixels), unit => unit.charCodeAt(0));
    Object.assign(document.querySelector("canvas"), {width, height})
        .getContext("2d").putImageData(new ImageData(bytes, width, height), 0, 0);
}"""
"""Shows a picture of so many pixels, each four bytes."""


def begun(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Today: the first page of a reader who has been here for two weeks."""
    page.clock.set_fixed_time(NOW)
    page.goto((project / SITE / "index.html").as_uri())
    block = json.loads(page.locator(".library-data").text_content() or "")
    listed = {entry["id"]: entry for entry in block["packs"]}
    file = FilePayload(name="progress.json", mimeType="application/json", buffer=progress(listed).encode())
    page.locator(".keeping .load").set_input_files([file])
    expect(page.locator(".keeping .answer")).to_contain_text("taken over")
    page.reload()
    return nullcontext()


def standing(page: Page, project: Path, scheme: Scheme) -> AbstractContextManager[None]:
    """Where you stand: gaps by dimension and over time, and progress over the principles."""
    begun(page, project, scheme)
    show(page.locator("#gauges-title"), 12)
    return nullcontext()


def changing(page: Page, project: Path, scheme: Scheme) -> AbstractContextManager[None]:
    """Where you stand: the curves."""
    begun(page, project, scheme)
    show(page.locator(".in-time"), 0)
    return nullcontext()


def telling(page: Page, project: Path, scheme: Scheme) -> AbstractContextManager[None]:
    """Your stories: which principles they show, and their takes."""
    begun(page, project, scheme)
    page.locator(".to-stories a").click()
    page.locator(".story").first.wait_for(state="attached")
    return nullcontext()


def judging(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Evaluate: an answer that is marked and scored, and nothing that tells."""
    _open(page, project, "evaluate")
    first = page.locator(".candidates > .candidate").first
    first.locator(".sentence").nth(4).click()
    points, verdict = next(iter(SCORES.values()))
    sheet = first.locator(".scoring")
    for title, number in points.items():
        field = sheet.locator(".score-row", has_text=title).locator("[type=number]")
        if field.is_visible():
            field.fill(str(number))
    if (choice := sheet.locator(f"label:has([value={verdict}])")).is_visible():
        choice.click()
    show(first, 12 if page.locator(".modes").bounding_box()["width"] < 300 else 64)  # type: ignore[index]
    return nullcontext()


def comparing(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Evaluate: the reader's scores beside the expert's, with the reasons."""
    _scored(page, project)
    show(page.locator(".compared").filter(has_text="Candidate A"), 64)
    return nullcontext()


def finding(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Evaluate: the answers side by side, with the sentences that were found and missed."""
    _scored(page, project)
    show(page.locator(".candidates"), 16)
    return nullcontext()


def rewriting(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Learn: the reader's own rewrite above the reference."""
    _open(page, project, "learn")
    page.locator(".open-learn").click()
    fix_it = page.locator(".fix-it").first
    fix_it.locator("textarea").fill(OWN)
    fix_it.locator(".compare").click()
    show(fix_it, 180)
    return nullcontext()


def practising(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Practice: a wrong choice and the answer; the next button is where the thumb is."""
    _open(page, project, "practice")
    page.locator(".practice .sureness label").nth(1).click()
    choose(page, "practice", right=False)
    page.locator(".practice .check").click()
    return nullcontext()


def tested(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Test: its result by difficulty, and the review."""
    _open(page, project, "test")
    page.locator(".test .start").click()
    count = page.locator(".test .sheet button").count()
    for place in range(count):
        choose(page, "test", right=place not in MISSED)
        page.locator(".test .next" if place + 1 < count else ".test .finish").click()
    show(page.locator(".test-result"), 64)
    return nullcontext()


def rehearsing(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Rehearse: what the reader's own answer counts beside what is looked for."""
    _open(page, project, "rehearse")
    page.locator(".rehearse textarea").first.fill(ANSWER)
    page.locator(".rehearse .look").click()
    show(page.locator(".rehearse .counted"), 12)
    return nullcontext()


def printed(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Print: the first page of a handout."""
    _open(page, project, "evaluate")
    sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0]
    bitmap = sheet.render(scale=2, rev_byteorder=True, prefer_bgrx=True)
    page.goto("about:blank")
    pixels = base64.b64encode(bytes(bitmap.buffer)).decode()
    page.evaluate(SHEET, [bitmap.width, bitmap.height, pixels])
    return nullcontext()


def _open(page: Page, project: Path, mode: str) -> None:
    page.clock.set_fixed_time(NOW)
    page.goto(f"{(project / SITE / PACK).as_uri()}#{mode}")
    page.locator(f"#{mode}.here").wait_for()


def _scored(page: Page, project: Path) -> None:
    """Mark a sentence of each answer, give all scores, and open the rubric."""
    _open(page, project, "evaluate")
    for words, (points, verdict) in SCORES.items():
        answer = page.locator(".candidate").filter(has_text=words)
        answer.locator(".sentence").filter(has_text=MARKED[words]).first.press("Enter")
        give(answer.locator(".scoring"), points, verdict)
    page.locator(".open-rubric").click()


TOUR: dict[str, tuple[tuple[int, int], Scene]] = {
    "tour-today": (DESK, begun),
    "tour-today-phone": (PHONE, begun),
    "tour-evaluate": (DESK, judging),
    "tour-evaluate-phone": (PHONE, judging),
    "tour-compared": (TABLET, comparing),
    "tour-found": (WALL, finding),
    "tour-learn": (TABLET, rewriting),
    "tour-practice-phone": (PHONE, practising),
    "tour-test": (TABLET, tested),
    "tour-rehearse": (DESK, rehearsing),
    "tour-stories": (DESK, telling),
    "tour-stand": (DESK, standing),
    "tour-stand-phone": (PHONE, changing),
    "tour-print": (PAPER, printed),
}
"""The pictures by name, each with width and height in pixels of the style sheet."""
