"""Evaluate: nothing tells before the scores are given, and everything does afterwards."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from lpkit.corpus.content import Corpus, arrange
from lpkit.corpus.view import LibraryView, PackView
from lpkit.corpus.viewing import view_library, view_pack
from lpkit.export import sentence_starts
from lpkit.source import read_source
from lpkit.verdict import prove
from lpkit_exporters.html.bundling import SCRIPTS
from playing import beginning, give, gives, live, open_learn, open_mode, write_site

PAGE = "packs/sample/quiet-alarm.html"
EXPERT = {
    "a": ({"Structure": 12, "Ownership signal": 4, "Impact": 3}, "no-hire"),
    "b": ({"Structure": 17, "Ownership signal": 46, "Impact": 26}, "strong-hire"),
}
WORDS = {"a": "my manager asked me", "b": "I counted the pages"}
"""Words by which an answer is known: neither its place nor its name tells."""
LIBRARIES = sorted(file.parent for file in (Path(__file__).parents[3] / "packs").glob("*/library.yaml"))
KEEP = "([name, value]) => localStorage.setItem(`lpkit/1/${name}`, JSON.stringify(value))"
ASK = """([module, totals]) => {
    const { follows, capOf } = lpkitModules[module];
    const pack = JSON.parse(document.querySelector(".pack-data").textContent);
    const { candidates, rubric } = pack.evaluate;
    return candidates.map(candidate => [
        totals.map(total => follows(pack, candidate, total).id),
        rubric.dimensions.map(({id}) => capOf(candidate, id) ?? null),
    ]);
}"""


@pytest.fixture
def page(context: BrowserContext, site: Path) -> Iterator[Page]:
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    page.goto((site / PAGE).as_uri())
    yield page
    assert errors == []


def answer(page: Page, name: str) -> Locator:
    return page.locator(".candidate").filter(has_text=WORDS[name])


def score(page: Page, wrong: str = "") -> None:
    """Score like the expert, but for an answer that gets full marks and the highest verdict."""
    for name, (points, verdict) in EXPERT.items():
        given = ({}, 3) if name == wrong else (points, verdict)
        give(answer(page, name).locator(".scoring"), *given)


def sheet(page: Page, name: str) -> Locator:
    return page.locator(".compared").filter(has_text=f"Candidate {name.upper()}")


def test_a_new_pattern_begins_with_evaluate(page: Page) -> None:
    expect(page.locator(".mode:visible h2")).to_have_text("Evaluate")
    names = page.locator(".modes a").evaluate_all("list => list.map(link => link.innerText.trim().split(/\\s/)[0])")
    assert names[:4] == ["Evaluate", "Learn", "Practice", "Test"]


SECRETS = (
    "Candidate",
    "directed",
    "at ease",
    "Dry and",
    "nobody can tell what",
    "Step that A",
    "expert gave",
    "/ 19",
    "89",
)
"""What is said of the sample's answers, or would be."""


def test_nothing_tells_before_the_scores(page: Page) -> None:
    """Neither what is seen nor what is read out, nor an element, class or id that one answer alone has."""
    told = page.locator("body").aria_snapshot() + page.locator("body").inner_text()
    assert [secret for secret in SECRETS if secret in told] == []
    expect(page.locator("mark, .delivery:visible, .totals:visible, .bar:visible")).to_have_count(0)
    assert re.search(r"\d+ words", told) is None, "a long answer may be a habit of its author"
    shapes = page.locator(".candidate").evaluate_all(
        """list => list.map(article => [article, ...article.querySelectorAll("*")].filter(e => !e.matches(".sentence"))
            .map(e => [e.tagName, ...[...e.attributes].map(({name, value}) => `${name}=${value}`)].join(" ")))"""
    )
    first, second = ([re.sub(r"nswer[- ]\d|verdict-\d", "", line) for line in shape] for shape in shapes)
    assert first == second
    kinds = page.locator(".sentence").evaluate_all("list => list.map(e => [e.className, e.ariaPressed].join())")
    assert set(kinds) == {"sentence,false"}


def test_readers_see_the_answers_in_orders_of_their_own(page: Page) -> None:
    orders = set()
    for seed in range(12):
        page.evaluate(KEEP, ["sample/quiet-alarm/order", {"seed": f"s{seed}"}])
        seen = []
        for _ in range(2):
            page.reload()
            seen.append(WORDS["a"] in page.locator(".candidate").first.inner_text().replace("\n", " "))
        assert seen[0] == seen[1], "a reader finds the order of the last time again"
        orders.add(seen[0])
        expect(page.locator(".candidate h3")).to_have_text(["Answer 1", "Answer 2"], use_inner_text=True)
    assert orders == {True, False}


def test_whoever_scores_like_the_expert_is_told_so(page: Page) -> None:
    score(page)
    page.locator(".open-rubric").click()
    expect(page.locator(".agreed")).to_have_text("You agree with the expert on 2 of 2 verdicts.", use_inner_text=True)
    rows = sheet(page, "a").locator("tfoot tr").all_inner_texts()
    assert rows[1:] == [
        "Its band\tNo Hire\tNo Hire\t",
        "Markers allow at most\tNo Hire\tNo Hire\t",
        "So the scores say\tNo Hire\tNo Hire\tsame",
        "Your verdict\tNo Hire\tNo Hire\tsame",
    ]
    expect(page.locator(".own-sheet tfoot", has_text="differs")).to_have_count(0)
    headings = page.locator(".candidate h3").all_inner_texts()
    assert sorted(heading.partition(": ")[2] for heading in headings) == ["Candidate A", "Candidate B"]


def test_gaps_and_caps_are_told(page: Page) -> None:
    score(page, wrong="a")
    page.locator(".open-rubric").click()
    rows = sheet(page, "a").locator("tbody tr").all_inner_texts()
    assert [" ".join(row.split()) for row in rows] == [
        "Structure 20 12 +8",
        "Ownership signal 50 over cap 5 4 cap 5 +46",
        "Impact 30 3 +27",
    ]
    feet = [" ".join(row.split()) for row in sheet(page, "a").locator("tfoot tr").all_inner_texts()]
    assert feet == [
        "Total 100 19 +81",
        "Its band Strong Hire No Hire",
        "Markers allow at most No Hire No Hire",
        "So the scores say No Hire No Hire same",
        "Your verdict Strong Hire No Hire differs",
    ]
    expect(live(page)).to_have_text(
        "The rubric is open. You agree with the expert on 1 of 2 verdicts. 1 calibration message."
    )
    expect(page.locator(".delivery").first).to_be_visible()


def test_reasons_stand_below_the_gaps(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    (shelf,) = corpus.shelves
    (pack,) = shelf.packs
    reasons = {"impact": "No *figure* says so.", "structure": "It has an end."}
    first, *rest = pack.evaluate.candidates
    exercise = pack.evaluate.model_copy(update={"candidates": [first.model_copy(update={"reasons": reasons}), *rest]})
    changed = arrange([(shelf.library, [pack.model_copy(update={"evaluate": exercise})])])
    page = context.new_page()
    page.goto((write_site(changed, tmp_path) / PAGE).as_uri())
    expect(page.get_by_text("No figure says so.")).to_be_hidden()
    score(page)
    page.locator(".open-rubric").click()
    rows = sheet(page, "a").locator("tbody tr")
    expect(rows.nth(1)).to_have_text("It has an end.", use_inner_text=True)
    expect(rows.nth(4)).to_have_text("No figure says so.", use_inner_text=True)
    expect(rows.nth(4).locator("em")).to_have_text("figure", use_inner_text=True)
    expect(page.get_by_text("No figure says so.").locator("visible=true")).to_have_count(1)


def test_only_what_is_to_be_scored_first_is_needed(page: Page) -> None:
    expect(page.locator(".to-go")).to_have_text("4 scores and 2 verdicts to go", use_inner_text=True)
    page.locator(".open-rubric").click(force=True)
    expect(live(page)).to_have_text("4 scores and 2 verdicts to go before the rubric opens.")
    gives("Ownership signal, Answer 1, as a number", page.evaluate, "document.activeElement.ariaLabel")
    for article in page.locator(".candidate").all():
        for title in ("Ownership signal", "Impact"):
            article.get_by_label(re.compile(f"^{title}, .* as a number$")).fill("3")
        article.locator("label", has_text="No Hire").first.click()
    expect(page.locator(".to-go")).to_have_text("All that is needed is there.", use_inner_text=True)
    page.locator(".open-rubric").click()
    rows = [" ".join(row.split()) for row in sheet(page, "a").locator("tr").all_inner_texts()]
    assert "Structure – 12 –" in rows
    assert "Total – 19 –" in rows
    assert "So the scores say – No Hire –" in rows


def sentence(page: Page, words: str) -> Locator:
    return page.locator(".sentence").filter(has_text=words)


def test_marks_are_judged(page: Page) -> None:
    """A quote of several sentences is found by any of them; a sentence that a fix-it mends is weak and no mistake."""
    for words in ("my manager asked", "weeks. It caught"[7:], "I counted"):
        sentence(page, words).click()
    sentence(page, "I counted").click()
    score(page)
    page.reload()
    expect(page.locator('.sentence[aria-pressed="true"]')).to_have_count(2)
    page.locator(".open-rubric").click()
    notes = page.locator(".mark-notes")
    a = sheet(page, "a").locator(".mark-notes")
    expect(a.locator("p")).to_have_text("2 of 2 passages that fail this answer found.", use_inner_text=True)
    b = sheet(page, "b").locator(".mark-notes")
    expect(b.locator("p")).to_have_text("No passage fails this answer by itself.", use_inner_text=True)
    expect(b.locator("li").first).to_have_text(beginning("Marked, but it fails nothing: "), use_inner_text=True)
    expect(notes).to_have_count(2)
    expect(page.locator(".candidate mark")).to_have_count(2)
    expect(page.locator(".candidate .flag:text-is('✓ found')")).to_have_count(2)
    expect(page.locator(".sentence")).to_have_count(0)
    height = "e => [e, e.closest('.voice')].map(one => getComputedStyle(one).lineHeight)"
    for told in page.locator(".candidate mark").all():
        own, around = told.evaluate(height)
        assert own == around, "lines stand as far apart as in the rest of the answer"


def test_missed_and_weak_sentences_are_told(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    (shelf,) = corpus.shelves
    (pack,) = shelf.packs
    first, *rest = pack.evaluate.candidates
    alone = first.model_copy(
        update={"auto_fails": [first.auto_fails[1].model_copy(update={"quote": "the alarm was quiet"})]}
    )
    exercise = pack.evaluate.model_copy(update={"candidates": [alone, *rest]})
    changed = arrange([(shelf.library, [pack.model_copy(update={"evaluate": exercise})])])
    page = context.new_page()
    page.goto((write_site(changed, tmp_path) / PAGE).as_uri())
    sentence(page, "my manager asked").click()
    score(page)
    page.locator(".open-rubric").click()
    lines = sheet(page, "a").locator(".mark-notes li").all_inner_texts()
    assert lines[0] == "✗ Missed: the alarm was quiet – Collective language"
    assert lines[1].startswith("Weak, but it shows no marker: In spring my manager")
    assert lines[1].endswith(" – Start the story yourself")
    expect(answer(page, "a").locator(".flag")).to_have_text(["weak, but no marker", "✗ missed"], use_inner_text=True)


def test_sentences_are_marked_by_keys(page: Page) -> None:
    page.locator(".candidate h3").first.evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    page.keyboard.press("Tab")
    for key in ("ArrowDown", "Space", "ArrowUp", "Enter", "End", "ArrowRight", "Home", "ArrowLeft"):
        page.keyboard.press(key)
    pressed = page.locator(".candidate").first.locator(".sentence")
    states = pressed.evaluate_all("list => list.map(e => e.ariaPressed)")
    assert states == ["true", "true", *["false"] * (len(states) - 2)]
    page.keyboard.press("Tab")
    gives("range", page.evaluate, "document.activeElement.type")


def test_a_selection_keeps_the_mouse_from_marking_and_no_key(page: Page) -> None:
    """A search of the browser leaves what it found selected."""
    first = page.locator(".sentence").first
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.prompt'))")
    first.dispatch_event("click")
    expect(first).to_have_attribute("aria-pressed", "false")
    first.press("Space")
    expect(first).to_have_attribute("aria-pressed", "true")


def test_looking_at_verdicts_chooses_none(page: Page) -> None:
    first = page.locator(".scoring").first
    first.locator("[type=radio]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(first.locator(":checked")).to_have_count(0)
    page.keyboard.press("Space")
    expect(first.locator(":checked")).to_have_value("hire")
    page.keyboard.press("ArrowDown")
    expect(first.locator(":checked")).to_have_value("hire")


def test_a_phone_has_one_dimension_at_a_time(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    bar = page.locator(".scoring").first
    page.locator(".candidate .voice").first.scroll_into_view_if_needed()
    expect(bar.locator(".score-row:visible")).to_have_count(1)
    gives(True, bar.evaluate, "e => e.getBoundingClientRect().bottom <= innerHeight")
    gives(True, bar.locator("[type=range]:visible").evaluate, "e => e.offsetWidth / e.max >= 16")
    expect(bar.locator(".at")).to_have_text("Ownership signal · 1 of 4", use_inner_text=True)
    bar.locator(".after").click()
    expect(live(page)).to_have_text("Impact, 2 of 4")
    bar.locator(".after").click()
    bar.locator("label", has_text="Lean").click()
    for _ in range(2):
        bar.locator(".after").click()
    expect(page.locator("h3:focus")).to_have_text("Answer 2")


def test_learn_waits_until_it_is_asked_for(page: Page, site: Path) -> None:
    open_mode(page, "Learn")
    expect(page.locator(".lesson")).to_be_hidden()
    expect(page.locator(".learn .seal")).to_contain_text("gives the exercise of Evaluate away", use_inner_text=True)
    open_mode(page, "Practice")
    expect(page.locator(".practice .seal")).to_be_visible()
    open_learn(page)
    expect(page.locator(".lesson h3:focus")).to_have_text("Know before you practise")
    open_mode(page, "Evaluate")
    expect(page.locator(".given-away")).to_be_visible()
    for name in ("Candidate A", "Candidate B"):
        expect(page.locator(".candidate h3").filter(has_text=f": {name}")).to_have_count(1)
    expect(page.locator(".candidate h3")).to_have_count(2)
    page.goto(f"{(site / PAGE).as_uri()}#learn")
    page.reload()
    expect(page.locator(".lesson"), "what was opened once stays open").to_be_visible()
    page.locator(".fix-it .before a").click()
    expect(page.locator("#candidate-a:focus")).to_be_visible()


def test_learn_opens_after_the_scores(page: Page) -> None:
    score(page)
    page.locator(".open-rubric").click()
    open_mode(page, "Learn")
    expect(page.locator(".lesson")).to_be_visible()
    open_mode(page, "Evaluate")
    expect(page.locator(".given-away")).to_be_hidden()
    page.locator(".rescore").click()
    expect(page.locator(".to-go")).to_have_text("4 scores and 2 verdicts to go", use_inner_text=True)
    expect(page.locator(".rubric, .given-away").locator("visible=true")).to_have_count(0)
    expect(page.locator(".candidate h3")).to_have_text(["Answer 1", "Answer 2"], use_inner_text=True)
    expect(page.locator(".candidate mark")).to_have_count(0)


def views(library: Path) -> Iterator[PackView]:
    """Give the packs of a library as rules see them."""
    words = view_library(read_source(library / "library.yaml", "library.yaml"))[1]
    for file in sorted(library.glob("*/*.yaml")):
        view = view_pack(read_source(file, file.name), words)[1]
        assert view
        yield view


def totals(library: LibraryView) -> list[int]:
    """Give totals on both sides of every border."""
    starts = [verdict.starts_at for verdict in library.library.verdicts]
    return sorted({0, 100, *starts, *(start - 1 for start in starts if start)})


def proven(view: PackView, library: LibraryView) -> list[Any]:
    """Ask lpkit for what `ASK` asks the page."""
    assert view.rubric
    (first, *_), found = view.rubric.dimensions, []
    for candidate in view.pack.evaluate.candidates:
        of = (candidate.model_copy(update={"scores": {first.id: total}}) for total in totals(library))
        proofs = [prove(other, view.rubric, library) for other in of]
        found.append([[proof.verdict for proof in proofs], [term.cap for term in proofs[0].terms]])
    return found


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda folder: str(folder.name))
def test_the_page_judges_as_lpkit_does(context: BrowserContext, tmp_path: Path, library: Path) -> None:
    """In every pack verdicts are those of `lpkit verdict`, and whoever scores like the expert is told so."""
    found = list(views(library))
    words = found[0].library
    assert words
    write_site(arrange([(words.library, [view.pack for view in found])]), tmp_path)
    page = context.new_page()
    for view in found:
        pack = view.pack
        page.goto((tmp_path / f"packs/{words.library.id}/{pack.id}.html").as_uri())
        asked = page.evaluate(ASK, [SCRIPTS.index("verdict"), totals(words)])
        assert asked == proven(view, words), pack.id
        candidates = pack.evaluate.candidates
        scored = {
            "scores": {candidate.id: candidate.scores for candidate in candidates},
            "verdicts": {candidate.id: candidate.verdict for candidate in candidates},
        }
        page.evaluate(KEEP, [f"{words.library.id}/{pack.id}/evaluate", scored])
        page.reload()
        page.locator(".open-rubric").click()
        count = len(candidates)
        expect(page.locator(".agreed")).to_have_text(
            f"You agree with the expert on {count} of {count} verdicts.", use_inner_text=True
        )
        told = page.locator(".own-sheet tfoot").all_inner_texts()
        assert [words for words in told if "differs" in words or "same" not in words] == [], pack.id
        expect(page.locator(".cap.far"), pack.id).to_have_count(0)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", [0]),
        ("One. Two.", [0, 5]),
        ("He said “No.” Then I left.", [0, 14]),
        ("v1.2 is out, e.g. now", [0]),
        ("One\n\nTwo. ", [0, 5]),
    ],
)
def test_where_sentences_begin(text: str, starts: list[int]) -> None:
    assert sentence_starts(text) == starts


def test_marks_outlive_other_signs(context: BrowserContext, corpus: Corpus, tmp_path: Path) -> None:
    """Sentences are counted as scripts count: an emoji is two. What is kept of a sentence that is gone is forgotten."""
    (shelf,) = corpus.shelves
    (pack,) = shelf.packs
    first, *rest = pack.evaluate.candidates
    told = first.model_copy(update={"answer": f"🎉🎉 Hooray. {first.answer}"})
    exercise = pack.evaluate.model_copy(update={"candidates": [told, *rest]})
    changed = arrange([(shelf.library, [pack.model_copy(update={"evaluate": exercise})])])
    page = context.new_page()
    page.goto((write_site(changed, tmp_path) / PAGE).as_uri())
    texts = answer(page, "a").locator(".sentence").all_text_contents()
    assert texts[0] == "🎉🎉 Hooray."
    assert texts[1].startswith("The disk alarm")
    answer(page, "a").locator(".sentence").nth(0).click()
    answer(page, "a").locator(".sentence").nth(2).click()
    write_site(corpus, tmp_path)
    page.reload()
    expect(page.locator('.sentence[aria-pressed="true"]')).to_have_text([texts[2]])
    kept = json.loads(page.evaluate("localStorage['lpkit/1/sample/quiet-alarm/evaluate']"))
    assert kept["marks"]["a"] == [texts[0], texts[2]]
