"""How a reader plays the modes of a pack, by mouse; and how axe is asked about what is on the screen."""

import json
import re
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

from lpkit.corpus.content import Corpus, Shelf, arrange
from lpkit.export import load_exporter
from lpkit.model import Library, Mix, Pack
from lpkit.source import read_source
from project import PATIENCE

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # Without this axe fetches the style sheet a second time, which the page's policy rightly refuses.
    "preload": False,
    "resultTypes": ["violations"],
}
AXE = Axe().axe_script
AXE_RUN = "options => axe.run(document, options).then(found => found.violations)"
WIDTHS = (360, 1280)
SCHEMES: dict[Literal["light", "dark"], dict[str, Any]] = {
    "light": AXE_OPTIONS,
    "dark": {**AXE_OPTIONS, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}},
}
"""What axe is asked in each scheme."""
DRAWN = {"easy": 3, "medium": 4, "hard": 3}
ANSWER = "In spring my manager asked me to look into it. I counted 64 pages in three weeks. I removed 61 of them."
"""An answer of the reader's own, which shows a marker."""
REWRITE = "My manager asked me, so I began"
STORY = "The night of the pages"
SLOW_DISK = """{
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (kinds, ...others) {
        const store = begin.call(this, kinds, "readwrite").objectStore([kinds].flat()[0]);
        let left = 300;
        const hold = () => { if ((left -= 1) > 0 || self.held) store.getKey("").onsuccess = hold; };
        hold();
        return begin.call(this, kinds, ...others);
    };
}"""
"""Makes each transaction of a page wait for another one that asks for much, or lasts while the page is `held`."""
SHIFTS = """() => new Promise(done => {
    const seen = [];
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => done(seen.reduce((sum, {value}) => sum + value, 0))));
})"""
"""How much of a page moved since it was asked for, without what a reader did."""
POOL = {"easy": 4, "medium": 6, "hard": 3}


PACKS = Path(__file__).parents[1] / "packs/amazon-lp"


@cache
def corpus_of(folder: Path) -> Corpus:
    """Load a library of this repository."""
    packs = [Pack.model_validate(read_source(file, "").data) for file in sorted(folder.glob("*/*.yaml"))]
    return arrange([(Library.model_validate(read_source(folder / "library.yaml", "").data), packs)])


def real_corpus() -> Corpus:
    """Load the packs of the larger library of this repository."""
    return corpus_of(PACKS)


@cache
def real_files() -> dict[str, bytes]:
    """Render the packs of this repository; give the files of the site by path."""
    return {artifact.path: artifact.content for artifact in load_exporter("html").render(real_corpus(), {})}


def with_large_pool(corpus: Corpus) -> Corpus:
    """Give the sample a test pool that is larger than what a test draws."""
    shelf = corpus.shelves[0]
    pack = shelf.packs[0]
    model = next(question for question in pack.questions if question.pool == "test")
    pool = [
        model.model_copy(
            update={"id": f"{name}-{number}", "difficulty": name, "stem": f"{model.stem} ({name} {number})"}
        )
        for name, count in POOL.items()
        for number in range(count)
    ]
    practice = [question for question in pack.questions if question.pool == "practice"]
    test = shelf.library.test.model_copy(update={"draw": 10, "mix": Mix(**DRAWN)})
    library = shelf.library.model_copy(update={"test": test})
    return arrange([(library, [pack.model_copy(update={"questions": practice + pool})])])


def with_second_pack(corpus: Corpus) -> Corpus:
    shelf = corpus.shelves[0]
    other = shelf.packs[0].model_copy(
        update={"id": "pack-question-two", "principle": "curiosity", "level": "sde-2", "title": "Ask where nobody does"}
    )
    return Corpus((Shelf(shelf.library, (*shelf.packs, other)),))


def write_site(corpus: Corpus, folder: Path, options: dict[str, str] | None = None) -> Path:
    files = load_exporter("html").render(corpus, options or {})
    return write_files({artifact.path: artifact.content for artifact in files}, folder)


def write_files(files: dict[str, bytes], folder: Path) -> Path:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def violations(page: Page, options: dict[str, Any] = AXE_OPTIONS) -> str:
    """Ask axe about what is on the screen; only what it finds comes back, since all that passes is megabytes."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    found = page.evaluate(AXE_RUN, options)
    return "\n".join(f"{one['id']}: {one['help']}: {[node['target'] for node in one['nodes']]}" for one in found)


def violations_in_both_schemes(page: Page) -> str:
    """Ask axe in light, and in dark about the colours, which are all that differs (a test of the style sheet says so).

    The colours must not be on their way from one scheme to the other, hence reduced motion.
    """
    found = []
    for scheme, options in SCHEMES.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        found.append(violations(page, options))
    return "\n".join(filter(None, found))


def data(page: Page) -> dict[str, Any]:
    """Give the pack's data block."""
    block: dict[str, Any] = json.loads(page.locator(".page.here .pack-data").text_content() or "")
    return block


def keys(page: Page) -> dict[str, str]:
    """Give the id of the right option by question."""
    return {
        question["id"]: next(option["id"] for option in question["options"] if option.get("correct"))
        for question in data(page)["questions"]
    }


def live(page: Page) -> Locator:
    """Give what a screen reader is told."""
    return page.locator("#live")


def beginning(text: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(text)}")


def ending(text: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(text)}\s*$")


def gives(wanted: object, ask: Callable[..., object], *arguments: Any, where: str = "") -> None:
    """Ask a page until it gives what is wanted: what follows a click or a key comes in its own time."""
    end = time.monotonic() + PATIENCE / 1000
    while (given := ask(*arguments)) != wanted and time.monotonic() < end:
        pass
    assert given == wanted, where


def fits(page: Page) -> None:
    """Wait until a page is not wider than its window."""
    gives(True, page.evaluate, "document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def said(page: Page) -> str:
    return page.locator("#live").text_content() or ""


def shown(page: Page, mode: str) -> Locator:
    return page.locator(f".here .{mode} .question.shown")


def shown_id(page: Page, mode: str) -> str:
    return (shown(page, mode).get_attribute("id") or "").rpartition("question-")[2]


def choose(page: Page, mode: str, right: bool = True) -> None:
    """Click the right option of the question on the screen, or a wrong one."""
    key = keys(page)[shown_id(page, mode)]
    wanted = f'[value="{key}"]' if right else f':not([value="{key}"])'
    shown(page, mode).locator(f".options label:has(input{wanted})").first.click()


def open_mode(page: Page, name: str) -> None:
    """Click a mode and wait until it is there: the browser tells of the new address in its own time."""
    page.locator(f".page.here .modes a[href$='{name.lower()}']").click()
    page.locator(f".page.here .mode[id$='{name.lower()}']").wait_for()


def open_learn(page: Page) -> None:
    """Go to Learn and open it though the answers are not scored."""
    open_mode(page, "Learn")
    page.locator(".page.here .open-learn").click()


def score_all(page: Page, verdict: int = 0) -> None:
    """Give every dimension its highest score and every answer the same verdict, by hand as far as a bar shows it."""
    sheets = page.locator(".page.here .evaluate .scoring")
    sheets.first.wait_for()  # A click on a link is answered before the page has heard of its new address.
    for sheet in sheets.all():
        give(sheet, {}, verdict)


def give(sheet: Locator, points: dict[str, int], verdict: int | str) -> None:
    """Fill a sheet step by step: points by the title of a dimension, the most where none are named; and a verdict."""
    for row in sheet.locator(".score-row").all():
        title = row.locator(".title").text_content() or ""
        stepped = sheet.locator(".stepper .after")
        if row.locator("[type=radio]").count():
            chosen = verdict if isinstance(verdict, str) else row.locator("[type=radio]").nth(verdict).input_value()
            row.locator(f"label:has([value={chosen}])").click()
        else:
            field = row.locator("[type=number]")
            field.fill(str(points.get(title, field.get_attribute("max"))))
        if stepped.is_visible() and not row.evaluate("row => row.matches(':nth-last-child(2)')"):
            stepped.click()


def states(page: Page) -> Iterator[str]:
    """Play all modes to their ends and stop wherever something new is on the screen."""
    yield "evaluate"
    open_mode(page, "Learn")
    yield "sealed"
    open_mode(page, "Evaluate")
    page.locator(".sentence").first.press("Enter")
    score_all(page)
    yield "scored"
    page.locator(".open-rubric").click()
    yield "rubric"
    open_mode(page, "Learn")
    yield "learn"
    page.locator(".fix-it textarea").first.fill(REWRITE)
    yield "rewrite"
    page.locator(".compare").first.click()
    yield "reference"
    open_mode(page, "Practice")
    yield "practice"
    page.locator(".practice .nudge").click()
    for right in (False, True):
        choose(page, "practice", right)
        page.locator(".practice .check").click()
        yield f"told {right}"
        page.locator(".practice .next").click()
    yield "round"
    open_mode(page, "Test")
    yield "test"
    page.locator(".test .start").click()
    choose(page, "test", right=False)
    yield "question"
    page.locator(".test .finish").click()
    page.locator(".test .finish").click()
    yield "result"
    open_mode(page, "Rehearse")
    yield "rehearse"
    page.locator(".rehearse textarea").fill(ANSWER)
    page.locator(".rehearse .look").click()
    yield "looked at"
    give(page.locator(".rehearse .scoring"), {}, 0)
    page.locator(".rehearse .keep-form input").fill(STORY)
    yield "own scores"
    page.locator(".keep-take").click()
    page.locator(".kept-take:visible").wait_for()
    yield "kept"
