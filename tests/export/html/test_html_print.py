"""What comes out of a printer: a handout of each pattern, and the library as a book."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lpkit.export import Corpus
from paper import Paper
from playing import PACKS, corpus_of, gives, open_learn, with_second_pack, write_site

HANDOUT, BOOK = 11, 199
"""The most pages of a pattern and of a library."""
PACK = "packs/sample/quiet-alarm.html"
OWN = "I counted the alarms of four weeks by hand"


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Page:
    page = context.new_page()
    page.goto((site / PACK).as_uri())
    return page


def first(texts: list[str], words: str) -> int:
    """Give the page on which words stand first, whether lines end within them or not."""
    return next(number for number, text in enumerate(texts) if words in text)


@pytest.mark.parametrize("library", sorted(folder.name for folder in PACKS.parent.iterdir()))
def test_real_packs_are_handouts(browser: Browser, tmp_path: Path, library: str) -> None:
    corpus = corpus_of(PACKS.parent / library)
    write_site(corpus, tmp_path)
    page = browser.new_page()
    for pack in corpus.shelves[0].packs:
        page.goto((tmp_path / f"packs/{library}/{pack.id}.html").as_uri())
        paper = Paper(page)
        assert len(paper) <= HANDOUT, pack.id
        assert paper.overprinted() == [], pack.id
        texts = paper.texts()
        answers = first(texts, "Answers Evaluate")
        assert not any("Step by step" in text or "Why these points" in text for text in texts[:answers])
        assert sum(text.count("Step by step") for text in texts[answers:]) == len(pack.questions), pack.id
    page.close()


def test_a_real_library_is_a_book(browser: Browser, tmp_path: Path) -> None:
    corpus = corpus_of(PACKS)
    write_site(corpus, tmp_path, {"single-file": "true"})
    page = browser.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    paper = Paper(page)
    assert len(paper) <= BOOK
    texts = paper.texts()
    for pack in corpus.shelves[0].packs:
        assert sum(text.count(pack.title) for text in texts) == 2, pack.title
    page.close()


def test_questions_come_first_and_answers_last(page: Page) -> None:
    texts = Paper(page).texts()
    told = first(texts, "Answers")
    asked, answered = " ".join(texts[:told]), " ".join(texts[told:])
    for words in ("Know before you practise", "Your rewrite", "Your scores", "What is missing from"):
        assert words in asked
        assert words not in answered
    assert re.search(r"\d+ words", asked) is None
    for words in ("Step by step", "Score comparison", "Why not the others", "Common mistakes"):
        assert words in answered
        assert words not in asked


def test_what_answers_is_not_given_away(page: Page) -> None:
    """Neither marks nor what was heard, and the screen is as it was once the printer has its pages."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    gives(
        True,
        page.locator(".mode mark").evaluate_all,
        "marks => marks.every(e => getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)')",
    )
    expect(page.locator(".mode :is(.delivery, .solution, .rubric, .after):visible")).to_have_count(0)
    ids = page.locator("[id]").evaluate_all("named => named.map(e => e.id)")
    assert len(set(ids)) == len(ids)
    page.emulate_media(media="screen")
    expect(page.locator(".on-paper:visible")).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".on-paper")).to_have_count(0)


def test_own_work_is_printed(page: Page) -> None:
    open_learn(page)
    page.locator(".fix-it textarea").first.fill(OWN)
    page.locator(".modes").get_by_role("link", name="Evaluate").click()
    page.get_by_label(re.compile("^Structure, .* number$")).first.fill("7")
    texts = Paper(page).texts()
    told = first(texts, "Answers")
    assert first(texts, OWN) < told
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".score-sheet td:nth-child(2):text-is('7')").first).to_be_attached()
    expect(page.locator(".score-sheet td:nth-child(3):empty").first).to_be_attached()
    expect(page.locator(".score-sheet td:nth-child(3):not(:empty)")).to_have_count(0)
    heads = page.locator(".score-sheet th[scope='col']").all_text_contents()
    answers = page.locator(".candidates h3").all_text_contents()
    assert heads == ["Your scores", *answers, "of"]
    scored = page.locator(".scoring").first.locator("xpath=ancestor::article").locator("h3").text_content()
    assert scored == answers[0]


def test_a_book_has_own_work_of_patterns_that_were_not_opened(
    context: BrowserContext, corpus: Corpus, tmp_path: Path
) -> None:
    single = write_site(with_second_pack(corpus), tmp_path, {"single-file": "true"}) / "index.html"
    page = context.new_page()
    page.goto(f"{single.as_uri()}#sample.pack-question-two.learn")
    page.locator(".here .open-learn").click()
    page.locator(".here .fix-it textarea").first.fill(OWN)
    page.goto("about:blank")
    page.goto(single.as_uri())
    texts = Paper(page).texts()
    assert sum(text.count(OWN) for text in texts) == 1
    assert sum(text.count("Ask where nobody does") for text in texts) == 2
    page.goto(f"{single.as_uri()}#sample.pack-question-two.pack")
    page.locator(".here .fix-it").first.wait_for(state="attached")
    assert sum(text.count(OWN) for text in Paper(page).texts()) == 1


def test_paper_is_a4_and_light(browser: Browser, site: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto((site / PACK).as_uri())
    assert [round(side) for side in Paper(page).size()] == [595, 842]
    page.emulate_media(media="print")
    gives("rgb(0, 0, 0)", page.evaluate, "getComputedStyle(document.documentElement).color")
    page.close()


def test_without_scripts_solutions_follow_their_questions(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / PACK).as_uri())
    paper = Paper(page)
    text = " ".join(paper.texts())
    assert paper.overprinted() == []
    expect(page.locator(".question")).to_have_count(text.count("Step by step"))
    context.close()
