"""Calibration on the home page: gaps to the expert over patterns and over time, principles, from storage alone."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lpkit.corpus.content import arrange
from lpkit.export import Corpus
from playing import SCHEMES, beginning, fits, give, gives, violations, violations_in_both_schemes, write_site

PACKS = ("quiet-alarm", "second-alarm", "third-alarm")
EXPERT = {
    "my manager asked me": {"Structure": 12, "Ownership signal": 4, "Impact": 3},
    "I counted the pages": {"Structure": 17, "Ownership signal": 46, "Impact": 26},
}
"""The expert's scores, by words of the answer that got them."""
KEEP = "([name, value]) => localStorage.setItem(`lpkit/1/${name}`, JSON.stringify(value))"
KEPT = "name => JSON.parse(localStorage.getItem(`lpkit/1/${name}`))"
PLACES = """list => list.map(svg => {
    const {left, width} = svg.getBoundingClientRect();
    const [zero, bar] = [".zero", ".bar-own"].map(kind => svg.querySelector(kind).getBoundingClientRect());
    const middle = (zero.left + zero.right) / 2;
    return [bar.left - middle, bar.right - middle].map(x => Math.round((100 * x) / width));
})"""
"""Where the bar of each picture begins and ends, from the line of no gap, in hundredths of the width."""

SHAPES = (
    """list => list.filter(e => e.checkVisibility()).map(getComputedStyle).map(({fill, stroke}) => [fill, stroke])"""
)


def several_packs(corpus: Corpus) -> Corpus:
    """Give the sample's pattern thrice."""
    (shelf,) = corpus.shelves
    return arrange([(shelf.library, [shelf.packs[0].model_copy(update={"id": name}) for name in PACKS])])


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(several_packs(corpus), tmp_path_factory.mktemp("calibration"))


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Iterator[Page]:
    """Open the home page; whatever a page complains about fails the test."""
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    yield page
    assert errors == []


def score(page: Page, site: Path, pack: str, off: dict[str, tuple[int, int]]) -> None:
    """Score both answers of a pattern so far off the expert's scores, and open the rubric."""
    page.goto((site / f"packs/sample/{pack}.html").as_uri())
    for place, (words, points) in enumerate(EXPERT.items()):
        own = {title: value + off.get(title, (0, 0))[place] for title, value in points.items()}
        give(page.locator(".candidate").filter(has_text=words).locator(".scoring"), own, 0)
    page.locator(".open-rubric").click()


def cells(page: Page, part: str) -> list[list[str]]:
    rows = page.locator(f"{part} tbody tr").all()
    return [[cell.text_content() or "" for cell in row.locator("th, td").all()] for row in rows]


def labels(page: Page, part: str) -> list[str]:
    return page.locator(f"{part} svg[role=img]").evaluate_all("list => list.map(svg => svg.ariaLabel)")


def kept(**changed: Any) -> dict[str, Any]:
    entry = {"id": "impact", "title": "Impact", "weight": 30, "gap": 12, "off": 12, "answers": 2, **changed}
    return {"dimensions": [entry], "time": 1, "at": 1}


def test_at_first_a_sentence_says_what_will_stand_there(page: Page) -> None:
    expect(page.locator(".no-gauge")).to_have_text(
        beginning("Score the answers of a pattern and open its rubric"), use_inner_text=True
    )
    expect(page.locator(".gauge:visible")).to_have_count(0)


def test_two_patterns_make_a_picture_and_a_table(page: Page, site: Path) -> None:
    score(page, site, PACKS[0], {"Ownership signal": (24, 4), "Structure": (-6, 0), "Impact": (5, -5)})
    score(page, site, PACKS[1], {"Ownership signal": (10, -2), "Structure": (-1, -3), "Impact": (0, 0)})
    page.goto((site / "index.html").as_uri())
    words = "You overrate Ownership signal by 9 points of 50, over 4 answers."
    past = "It was +14 in your first pattern, and +4 in the latest pattern."
    expect(page.locator(".gap-words")).to_have_text(f"{words} {past}", use_inner_text=True)
    assert cells(page, ".of-gaps") == [
        ["Structure", "−2", "3", "−3", "−2"],
        ["Ownership signal", "+9", "10", "+14", "+4"],
        ["Impact", "0", "3", "0", "0"],
    ]
    assert labels(page, ".of-gaps > .gauge-rows") == [
        "2 points less than the expert; first −3, latest −2",
        "9 points more than the expert; first +14, latest +4",
        "As the expert; first 0, latest 0",
    ]
    expect(page.locator(".of-gaps > .gauge-rows svg[role=img] > text")).to_have_text(["−2", "+9", "0"])
    drawn = page.locator(".of-gaps > .gauge-rows svg[role=img]").evaluate_all(PLACES)
    assert drawn[:2] == [[-6, 0], [0, 25]], "39 hundredths are the widest gap, 14"
    expect(page.locator(".no-gauge:visible")).to_have_count(0)
    expect(page.locator(".reached-words")).to_have_text(
        "You have begun 1 of 1 principle, and are strong in 0.", use_inner_text=True
    )
    assert labels(page, ".of-principles") == ["2 of 3 patterns begun, 0 strong"]
    assert [row[1:] for row in cells(page, ".of-principles")] == [["3", "2", "0"]]


def test_the_first_scores_count(page: Page, site: Path) -> None:
    """Whoever scores anew has seen the answers; and a page that is opened again writes nothing."""
    score(page, site, PACKS[0], {"Impact": (12, 0)})
    first = page.evaluate(KEPT, "sample/quiet-alarm/gaps")
    assert [(entry["id"], entry["gap"], entry["off"], entry["answers"]) for entry in first["dimensions"]] == [
        ("structure", 0, 0, 2),
        ("ownership_signal", 0, 0, 2),
        ("impact", 12, 12, 2),
    ]
    page.locator(".rescore").click()
    score(page, site, PACKS[0], {})
    gives(first, page.evaluate, KEPT, "sample/quiet-alarm/gaps")


def test_who_scored_before_gaps_were_kept_finds_them(page: Page, site: Path) -> None:
    score(page, site, PACKS[0], {"Impact": (-2, -2)})
    page.evaluate("localStorage.removeItem('lpkit/1/sample/quiet-alarm/gaps')")
    page.reload()
    scored = page.evaluate(KEPT, "sample/quiet-alarm/evaluate")
    gives(scored["at"], lambda: page.evaluate(KEPT, "sample/quiet-alarm/gaps")["time"])
    page.goto((site / "index.html").as_uri())
    expect(page.locator(".gap-words")).to_have_text(
        "You underrate Impact by 2 points of 30, over 2 answers.", use_inner_text=True
    )
    expect(page.locator(".over-time:visible, .at-first"), "one pattern has no past").to_have_count(0)


def test_gaps_that_cancel_each_other_are_told(page: Page, site: Path) -> None:
    score(page, site, PACKS[0], {"Impact": (4, -4)})
    page.goto((site / "index.html").as_uri())
    words = (
        "Over 2 answers you score like the expert on average, but single scores are off by up to 4 points either way."
    )
    expect(page.locator(".gap-words")).to_have_text(words, use_inner_text=True)


def test_the_result_of_another_tab_arrives(page: Page, context: BrowserContext, site: Path) -> None:
    score(context.new_page(), site, PACKS[2], {"Impact": (0, -6)})
    expect(page.locator(".gap-words")).to_have_text("You underrate Impact by 3 points of 30, over 2 answers.")
    page.locator(".by-dimension summary").click()
    score(context.new_page(), site, PACKS[0], {"Impact": (0, -2)})
    expect(page.locator(".gap-words")).to_contain_text("by 2 points of 30, over 4 answers. It was −3 in your first")
    expect(page.locator(".by-dimension table"), "what was opened stays open").to_be_visible()


STRANGE: list[Any] = [
    {"dimensions": "none"},
    {"dimensions": [None, 3, [], {}], "time": "yesterday"},
    kept(gap="12"),
    kept(gap=None),
    kept(gap=700, off=700),
    kept(off=2),
    kept(answers=0),
    kept(title=""),
    kept(weight=-1),
    kept(title=["<b>"]),
]


@pytest.mark.parametrize("entry", STRANGE, ids=json.dumps)
def test_strange_entries_do_no_harm(page: Page, entry: Any) -> None:
    page.evaluate(KEEP, ["sample/quiet-alarm/gaps", entry])
    page.reload()
    expect(page.locator(".of-gaps:visible")).to_have_count(0)
    page.evaluate(KEEP, ["sample/second-alarm/gaps", kept()])
    page.evaluate(KEEP, ["sample/gone-away/gaps", kept(gap=-20, off=20)])
    page.reload()
    expect(page.locator(".gap-words")).to_have_text(
        "You overrate Impact by 6 points of 30, over 2 answers.", use_inner_text=True
    )


@pytest.mark.parametrize("width", [360, 1280])
def test_accessible_pictures(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert violations_in_both_schemes(page) == ""
    score(page, site, PACKS[0], {"Ownership signal": (24, 4), "Structure": (-6, 0)})
    score(page, site, PACKS[1], {"Ownership signal": (1, 0)})
    page.goto((site / "index.html").as_uri())
    for summary in page.locator(".gauges summary").all():
        summary.click()
    assert violations_in_both_schemes(page) == ""
    fits(page)
    # Only the table that has a column for each dimension may be pushed aside.
    wide = page.locator(".gauges .scroll").evaluate_all(
        "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.ariaLabel)"
    )
    assert set(wide) <= {"Gaps over time"}
    expect(page.locator(".in-time tbody tr")).to_have_count(2)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_forced_colours_leave_the_shapes(browser: Browser, site: Path, scheme: Any) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    for pack, gap in zip(PACKS, (12, -8, 4), strict=True):
        page.evaluate(KEEP, [f"sample/{pack}/gaps", kept(gap=gap)])
        page.evaluate(KEEP, [f"sample/{pack}/evaluate", {"opened": True}])
    page.reload()
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    shapes = page.locator(".gauge-picture :is(rect, path, line, text)").evaluate_all(SHAPES)
    assert len(shapes) == 12
    assert [colours for colours in shapes if set(colours) <= {paper, "none"}] == []
    context.close()


def test_each_library_has_its_own(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    """A file with two libraries: each has its heading and its own gaps."""
    (shelf,) = several_packs(corpus).shelves
    other = shelf.library.model_copy(update={"id": "other", "title": "The other library"})
    both = arrange([(shelf.library, list(shelf.packs)), (other, list(shelf.packs))])
    page = context.new_page()
    page.goto((write_site(both, tmp_path, {"single-file": "true"}) / "index.html").as_uri())
    page.evaluate(KEEP, ["other/quiet-alarm/gaps", kept(gap=-12)])
    page.reload()
    expect(page.locator(".gauge:visible h3")).to_have_text(["The other library"], use_inner_text=True)
    page.evaluate(KEEP, ["sample/quiet-alarm/gaps", kept()])
    page.reload()
    words = [text.split(" by ")[0] for text in page.locator(".gap-words:visible").all_inner_texts()]
    assert sorted(words) == ["You overrate Impact", "You underrate Impact"]
    assert violations(page) == ""


@pytest.mark.parametrize("options", [{}, {"single-file": "true"}])
def test_today_leads_to_where_one_stands_and_back(
    context: BrowserContext, corpus: Corpus, tmp_path: Path, options: dict[str, str]
) -> None:
    page = context.new_page()
    page.goto((write_site(corpus, tmp_path, options) / "index.html").as_uri())
    for link, place in ((".to-gauges a", "#gauges-title"), (".gauges a[href='#today-title']", "#today-title")):
        page.locator(link).click()
        expect(page.locator(place)).to_be_focused()
        expect(page.locator(place)).to_be_in_viewport(ratio=1)
