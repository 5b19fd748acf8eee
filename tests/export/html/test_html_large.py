"""A library that is too large for one page: short lists, pages of a principle, and a script with all patterns."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lpkit.corpus.content import arrange
from lpkit.export import Corpus, load_exporter
from lpkit.writing import MANIFEST, write_folder
from lpkit_exporters.html.listing import CARDS
from playing import beginning, fits, gives, violations_in_both_schemes, write_site
from project import PATIENCE

COUNT = 150
OWNERS = 100
"""So many are of the first principle, the others of the second."""
FIRST = 20
"""So many of each principle are on the home page."""
FAR = 77
"""A pattern that is on no home page, and on the second page of its principle."""
BYTES, ELEMENTS = 150_000, 1_500
"""What the home page may weigh with its style sheets and scripts, and of how many elements it may be made."""

TONGUES = """card => [...card.querySelectorAll(".meta > span")]
    .map(words => (words.querySelector("[lang]") ?? words).closest("[lang]").lang)"""


def large(corpus: Corpus, count: int = COUNT, language: str = "en") -> Corpus:
    """Give the sample again and again, each pack with words of its own; every third one is of the higher level."""
    (shelf,) = corpus.shelves
    packs = [
        shelf.packs[0].model_copy(
            update={
                "id": f"p{number:04}",
                "title": f"Pattern {number}",
                "prompt": f"What did you do in case{number}x?",
                "principle": "ownership" if number < OWNERS else "curiosity",
                "level": "sde-2" if number % 3 == 0 else "sde-1",
            }
        )
        for number in range(count)
    ]
    return arrange([(shelf.library.model_copy(update={"language": language}), packs)])


@pytest.fixture(scope="session")
def large_site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(large(corpus), tmp_path_factory.mktemp("large"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser profile that nobody used before; whatever a page complains about fails the test."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("console", lambda message: errors.append(message.text))
    yield context
    context.close()
    assert errors == []


def home(context: BrowserContext, site: Path) -> tuple[Page, list[str]]:
    """Open the home page; give it with the scripts of patterns that it asks for."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: "/patterns/" in request.url and asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.locator("html.ready").wait_for()
    return page, asked


def keep(page: Page, number: int) -> None:
    """Keep what a reader keeps who scored the answers of a pattern and missed its first exercise."""
    key = f"lpkit/1/sample/p{number:04}"
    gap = {"id": "structure", "title": "Structure", "weight": 20, "gap": 5, "off": 5, "answers": 1}
    entries = {
        f"{key}/evaluate": {"scores": {}, "opened": True, "at": 1},
        f"{key}/gaps": {"dimensions": [gap], "time": 1, "at": 1},
        f"{key}/learn": {"opened": True, "at": 1},
    }
    page.evaluate(
        "entries => Object.entries(entries).forEach(([name, value]) => localStorage.setItem(name, value))",
        {name: json.dumps(value) for name, value in entries.items()},
    )


def shown(page: Page) -> list[str]:
    return page.locator(".card:visible a").all_inner_texts()


def loaded(page: Page, site: Path) -> list[Path]:
    """Give the style sheets and scripts of a page."""
    wanted = "[...document.querySelectorAll('script[src], link[rel=stylesheet]')].map(one => one.src || one.href)"
    return [site / "assets" / address.rpartition("/")[2] for address in page.evaluate(wanted)]


def test_the_first_page_stays_small(context: BrowserContext, large_site: Path) -> None:
    page, asked = home(context, large_site)
    expect(page.locator(".what")).to_have_text(
        beginning("9 minutes, 6 exercises from 3 patterns: 6 new."), use_inner_text=True
    )
    expect(page.locator(".keeping .sum")).to_have_text(f"{COUNT} patterns, none begun yet.", use_inner_text=True)
    expect(page.locator(".steps-now a")).to_have_text(["Pattern 0"], use_inner_text=True)
    numbers = [*range(FIRST), *range(OWNERS, OWNERS + FIRST)]
    assert shown(page) == [f"Pattern {number}" for number in numbers]
    expect(page.locator(".card .standing:not(:text-is('Not started'))")).to_have_count(0)
    gives(True, page.evaluate, "most => document.querySelectorAll('*').length <= most", ELEMENTS)
    weights = [file.stat().st_size for file in loaded(page, large_site)]
    assert (large_site / "index.html").stat().st_size + sum(weights) <= BYTES
    assert asked == []


@pytest.mark.parametrize("count", [CARDS, CARDS + 1])
def test_what_fits_is_shown_whole(corpus: Corpus, count: int) -> None:
    files = {artifact.path: artifact.content for artifact in load_exporter("html").render(large(corpus, count), {})}
    whole = count == CARDS
    assert files["index.html"].count(b'<li class="card"') == count - (0 if whole else 1)
    assert (b"<template" in files["index.html"]) is not whole
    assert ("patterns/sample.js" in files) is not whole
    assert ("principles/sample/ownership.2.html" in files) is not whole


def test_search_finds_all_patterns(context: BrowserContext, large_site: Path) -> None:
    page, asked = home(context, large_site)
    page.get_by_label("Search").fill(f"CASE{FAR}X")
    expect(page.locator(".card:visible a")).to_have_text([f"Pattern {FAR}"])
    assert len(asked) == 1
    expect(page.locator(".found")).to_have_text("1 pattern", use_inner_text=True)
    page.get_by_label("Search").fill("curiosity")
    expect(page.locator(".found")).to_have_text(f"50 patterns, the first {CARDS} are here")
    assert shown(page) == [f"Pattern {number}" for number in range(OWNERS, OWNERS + CARDS)]
    page.get_by_label("Level").select_option(label="SDE 2")
    expect(page.locator(".found")).to_have_text("16 patterns")
    page.get_by_label("Search").fill("nowhere")
    expect(page.locator(".nothing")).to_be_visible()
    page.get_by_role("button", name="Show all patterns").click()
    expect(page.locator(".card:visible")).to_have_count(2 * FIRST)
    expect(page.locator(".card")).to_have_count(2 * FIRST)
    page.get_by_label("Search").fill(f"case{FAR}x")
    expect(page.locator(".card:visible a")).to_have_text([f"Pattern {FAR}"])
    page.locator(".card:visible a").click()
    expect(page.locator(".pack h1")).to_have_text(f"Pattern {FAR}")
    assert len(asked) == 1


def test_a_level_alone_and_no_word(context: BrowserContext, large_site: Path) -> None:
    page, _ = home(context, large_site)
    page.get_by_label("Level").select_option(label="SDE 2")
    expect(page.locator(".found")).to_have_text(f"50 patterns, the first {CARDS} are here")
    assert shown(page) == [f"Pattern {number}" for number in range(0, COUNT, 3)][:CARDS]


def test_who_began_is_told_of_all(context: BrowserContext, large_site: Path) -> None:
    page, asked = home(context, large_site)
    keep(page, FAR)
    page.reload()
    expect(page.locator(".steps-now a")).to_have_text([f"Pattern {FAR}", "Pattern 100"])
    assert len(asked) == 1
    expect(page.locator(".steps-now .label")).to_have_text(["Continue", "Recommended"], use_inner_text=True)
    expect(page.locator(".keeping .sum")).to_have_text(f"1 of {COUNT} patterns begun, 0 strong.", use_inner_text=True)
    expect(page.locator(".reached-words")).to_have_text(
        beginning("You have begun 1 of 2 principles"), use_inner_text=True
    )
    rows = page.locator(".of-principles tbody tr").evaluate_all("rows => rows.map(row => row.textContent)")
    assert rows == [f"Ownership{OWNERS}10", f"Curiosity{COUNT - OWNERS}00"], "patterns, begun, strong"
    expect(page.locator(".of-gaps")).to_be_visible()
    expect(page.locator(".items li a").first).to_have_attribute("href", re.compile(f"^packs/sample/p{FAR:04}.html#"))
    expect(page.locator(".today")).to_have_attribute("aria-busy", "false")


def test_a_list_that_is_gone_is_named(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    site = write_site(large(corpus, CARDS + 1), tmp_path)
    (site / "patterns/sample.js").write_text("")
    page, _ = home(context, site)
    keep(page, 3)
    page.reload()
    expect(page.locator(".note:visible")).to_have_text(re.compile("^The list of all patterns could not be loaded"))
    expect(page.locator(".steps-now a")).to_have_text(["Pattern 3", "Pattern 0"])
    page.get_by_label("Search").fill("case0x")
    expect(page.locator(".card:visible a")).to_have_text(["Pattern 0"])


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_card_that_was_found_is_like_others(
    context: BrowserContext, corpus: Corpus, tmp_path: Path, language: str
) -> None:
    """Its words are made by a script, those of the principle's page by a template; French content has English words."""
    site = write_site(large(corpus, CARDS + 1, language), tmp_path)
    page, _ = home(context, site)
    page.locator("#find").fill(f"case{CARDS}x")
    made = page.locator(".card:visible")
    expect(made.locator("a")).to_have_text([f"Pattern {CARDS}"])
    words, address = made.inner_text(), made.locator("a").evaluate("link => link.href")
    spoken = made.evaluate(TONGUES)
    page.goto((site / "principles/sample/ownership.2.html").as_uri())
    listed = page.locator(f'.card[data-pack="sample/p{CARDS:04}"]')
    expect(listed.locator(".standing")).not_to_be_empty()
    gives((words, address), lambda: (listed.inner_text(), listed.locator("a").evaluate("link => link.href")))
    gives(spoken, listed.evaluate, TONGUES)


@pytest.mark.parametrize("scripts", [True, False])
def test_pages_of_a_principle(browser: Browser, large_site: Path, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto((large_site / "index.html").as_uri())
    page.get_by_role("link", name=f"All {OWNERS} patterns").click()
    seen: list[str] = []
    for place in (f"1 to {CARDS}", f"{CARDS + 1} to {2 * CARDS}", f"{2 * CARDS + 1} to {OWNERS}"):
        expect(page.locator(".neighbours p")).to_have_text(f"{place} of {OWNERS} patterns", use_inner_text=True)
        seen += page.locator(".card a").all_inner_texts()
        last = page.locator("[rel=next]").count() == 0
        if not last:
            page.locator("[rel=next]").click()
    assert last
    assert seen == [f"Pattern {number}" for number in range(OWNERS)]
    page.locator("[rel=prev]").click()
    expect(page).to_have_title("Ownership (page 2 of 3) – Sample Principles")
    block = json.loads(page.locator(".library-data").text_content() or "")
    expect(page.locator(".card a")).to_have_text([entry["title"] for entry in block["packs"]], use_inner_text=True)
    context.close()


@pytest.mark.parametrize("path", ["index.html", "principles/sample/ownership.2.html"])
def test_accessible_at_any_width(context: BrowserContext, large_site: Path, path: str) -> None:
    page = context.new_page()
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((large_site / path).as_uri())
        page.locator("html.ready").wait_for()
        assert violations_in_both_schemes(page) == ""
        fits(page)


def test_every_link_leads_somewhere(large_site: Path) -> None:
    """Each pattern is reached by links alone, and so is each page of a principle."""
    seen: set[Path] = set()
    waiting = [large_site / "index.html"]
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        for link in re.findall(r'<a[^>]* href="([^"#]+)', file.read_text(encoding="utf-8")):
            if not link.startswith("https:"):
                waiting.append((file.parent / link).resolve(strict=True))
    assert {file.stem for file in seen if "packs" in file.parts} == {f"p{number:04}" for number in range(COUNT)}
    assert len([file for file in seen if "principles" in file.parts]) == 3 + 2


def test_a_changed_hint_writes_one_page(corpus: Corpus, tmp_path: Path) -> None:
    """What has not changed keeps its bytes and its time; beside the page, that for authors shows the pack's hash."""
    before = large(corpus, CARDS + 1)
    (shelf,) = before.shelves
    first, *others = shelf.packs
    question = first.questions[0].model_copy(update={"hint": "Think of another hint."})
    changed = first.model_copy(update={"questions": [question, *first.questions[1:]]})
    times = []
    for packs in (shelf.packs, (changed, *others)):
        write_folder(tmp_path, load_exporter("html").render(arrange([(shelf.library, packs)]), {}))
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        times.append({file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in files})
    assert times[0].keys() == times[1].keys()
    written = {file.relative_to(tmp_path).as_posix() for file in times[0] if times[0][file] != times[1][file]}
    assert written - {MANIFEST} == {f"packs/sample/{first.id}.html", "coverage/index.html"}
