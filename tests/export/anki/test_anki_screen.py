"""Cards on screen, in a real browser: order, choice, storage, scripts off, phones, night."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lpkit.export import Shelf
from lpkit_exporters.anki.notes import notes
from lpkit_exporters.anki.page import pages
from lpkit_exporters.bundle.option_ids import option_names
from playing import fits, gives

HOST = "http://cards.test"
QUESTION = "sample/quiet-alarm/question/alarm-figure"
REASONED = "sample/quiet-alarm/question/alarm-weakness"
ANSWER = "sample/quiet-alarm/candidate/a"
STRONG = "sample/quiet-alarm/candidate/b"
DENY = "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('denied'); }});"
# Anki on the desktop: the side of the card is put into a document that stays, and its scripts are run.
SHOW = """html => {
  const parsed = new DOMParser().parseFromString(html, "text/html"), qa = document.querySelector("#qa");
  document.querySelector("style").textContent = parsed.querySelector("style").textContent;
  qa.innerHTML = parsed.querySelector("#qa").innerHTML;
  for (const old of qa.querySelectorAll("script")) {
    const script = document.createElement("script"); script.text = old.text; old.replaceWith(script);
  }
}"""


@pytest.fixture
def context(browser: Browser, card_pages: dict[str, tuple[str, str]]) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 640})
    yield serve(opened, card_pages)
    opened.close()


def serve(context: BrowserContext, pages: dict[str, tuple[str, str]]) -> BrowserContext:
    def answer(route: Any) -> None:
        item, _, side = unquote(route.request.url).removeprefix(f"{HOST}/").rpartition("/")
        route.fulfill(body=pages[item][side == "back"], content_type="text/html; charset=utf-8")

    context.route("**/*", answer)
    return context


ROWS = ".lp-options:not(.lp-short) li"


def keys(page: Page) -> list[str]:
    return page.locator(ROWS).evaluate_all("rows => rows.map(row => row.dataset.key)")


def chosen(page: Page) -> list[str]:
    return page.locator(f"{ROWS}.lp-chosen").evaluate_all("rows => rows.map(row => row.dataset.key)")


def ids(shelf: Shelf, item: str) -> list[str]:
    """Give the ids of a question's options, in the order of the source."""
    question = next(entry for entry in shelf.packs[0].questions if item.endswith(f"/{entry.id}"))
    return [name.id for name in option_names(question)]


def orders(context: BrowserContext, item: str) -> set[tuple[str, ...]]:
    """Open the front of a card again and again."""
    page = context.new_page()
    found = set()
    for _ in range(12):
        page.goto(f"{HOST}/{item}/front")
        found.add(tuple(keys(page)))
    return found


def test_options_are_shuffled(context, shelf):
    found = orders(context, REASONED)
    assert len(found) > 1
    assert {tuple(sorted(order)) for order in found} == {tuple(sorted(ids(shelf, REASONED)))}


def test_rising_numbers_keep_their_order(context, shelf):
    assert orders(context, QUESTION) == {tuple(ids(shelf, QUESTION))}


@pytest.mark.parametrize("pinned", [3, 0, 1])
def test_a_pinned_option_keeps_its_place(browser, shelf, card_pages, pinned):
    question = next(entry for entry in shelf.packs[0].questions if entry.id == "alarm-weakness")
    options = [option.model_copy(update={"pinned": place == pinned}) for place, option in enumerate(question.options)]
    pack = shelf.packs[0].model_copy(update={"questions": [question.model_copy(update={"options": options})]})
    (note,) = [note for note in notes(*pages(Shelf(shelf.library, (pack,)))) if "Options" in note.fields]
    front, back = card_pages[REASONED]
    rows = re.search(r"<ol>.*?</ol>", front)[0]
    opened = browser.new_context()
    found = orders(serve(opened, {REASONED: (front.replace(rows, note.fields["Options"]), back)}), REASONED)
    assert {order[pinned] for order in found} == {ids(shelf, REASONED)[pinned]}
    assert len(found) > 1
    opened.close()


@pytest.mark.parametrize("key", [None, "3", "arrow"])
def test_a_fresh_document_for_the_back_keeps_order_and_choice(context, shelf, key):
    page = context.new_page()
    page.goto(f"{HOST}/{QUESTION}/front")
    row = page.locator(".lp-options li").nth(2)
    if key is None:
        row.click()
    elif key == "arrow":
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    else:
        page.keyboard.press(key)
    expect(row).to_have_attribute("aria-checked", "true")
    order, choice = keys(page), chosen(page)
    assert choice == [order[2]]
    page.goto(f"{HOST}/{QUESTION}/back")
    assert (keys(page), chosen(page)) == (order, choice)
    verdict = "You chose right." if choice == ids(shelf, QUESTION)[:1] else "Not this one."
    expect(page.locator(".lp-result")).to_contain_text(verdict, use_inner_text=True)


def test_no_choice_says_the_answer(context):
    page = context.new_page()
    page.goto(f"{HOST}/{QUESTION}/front")
    page.goto(f"{HOST}/{QUESTION}/back")
    expect(page.locator(".lp-result")).to_have_text("Answer", use_inner_text=True)
    expect(page.locator(".lp-short")).to_have_text("2", use_inner_text=True)
    assert chosen(page) == []


def test_reasons_stand_under_their_options(context):
    page = context.new_page()
    page.goto(f"{HOST}/{REASONED}/front")
    expect(page.locator(".lp-reason")).to_have_count(0)
    page.goto(f"{HOST}/{REASONED}/back")
    expect(page.locator(f"{ROWS} .lp-reason")).to_have_count(3)
    expect(page.locator(".lp-whys")).to_be_hidden()
    option = page.locator(ROWS, has_text="The brand of the disk")
    expect(option).to_contain_text("Nobody scores a brand.")


@pytest.mark.parametrize(
    ("option", "shown"),
    [
        ("The brand of the disk", ["The brand of the disk\nNobody scores a brand.", "A named actor"]),
        ("A named actor", ["A named actor"]),
    ],
)
def test_what_was_chosen_stands_beside_the_answer_with_its_reason(context, option, shown):
    page = context.new_page()
    page.goto(f"{HOST}/{REASONED}/front")
    page.locator(ROWS, has_text=option).click()
    page.goto(f"{HOST}/{REASONED}/back")
    expect(page.locator(".lp-short li")).to_have_text(shown, use_inner_text=True)
    expect(page.locator(".lp-why")).to_have_text("so a named actor is missing.", use_inner_text=True)
    expect(page.locator(ROWS)).to_have_count(4)
    expect(page.locator(ROWS).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize(
    ("card", "place", "said"),
    [
        ("dimension 2", 0, "As the expert has it."),
        ("dimension 2", 1, "You were 1 band too generous."),
        ("dimension 3", 4, "You were 4 bands too generous."),
        ("score", 0, "As the expert has it."),
        ("score", 3, "You were 3 verdicts too generous."),
    ],
)
def test_a_tapped_band_is_kept_and_compared(context, card, place, said):
    page = context.new_page()
    page.goto(f"{HOST}/{ANSWER}/{card}/front")
    asked = page.locator(".lp-bands li")
    names = asked.all_inner_texts()
    expect(page.locator("blockquote").first, "a long answer is folded").to_be_hidden()
    asked.nth(place).click()
    expect(page.get_by_role("radio", checked=True)).to_have_text([names[place]], use_inner_text=True)
    page.goto(f"{HOST}/{ANSWER}/{card}/back")
    expect(page.locator(".lp-result")).to_have_text(said, use_inner_text=True)
    gives(
        [str(number) for number in range(1, len(names) + 1)],
        page.locator(".lp-bands li").evaluate_all,
        "rows => rows.map(row => row.dataset.key)",
    )  # MSG, "bands stay in their order"
    expect(page.locator(".lp-bands .lp-chosen")).to_have_attribute("data-key", str(place + 1))


def test_a_band_is_chosen_by_keys_too_and_too_strict_is_said(context):
    page = context.new_page()
    page.goto(f"{HOST}/{STRONG}/dimension 2/front")
    page.locator(".lp-bands li").first.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.goto(f"{HOST}/{STRONG}/dimension 2/back")
    expect(page.locator(".lp-result")).to_have_text("You were 1 band too strict.", use_inner_text=True)


@pytest.mark.parametrize("denied", [False, True])
def test_many_cards_in_one_document(context, card_pages, denied):
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    if denied:
        page.add_init_script(DENY)
    page.goto(f"{HOST}/sample/quiet-alarm/concept/price/front")
    for item in (QUESTION, "sample/quiet-alarm/fix-it/own-start", REASONED, f"{ANSWER}/score", QUESTION):
        front, back = card_pages[item]
        page.evaluate(SHOW, front)
        options = page.locator(ROWS)
        if options.count():
            options.nth(1).click()
        order, choice = keys(page), chosen(page)
        assert len(choice) == bool(order)
        page.evaluate(SHOW, back)
        assert (keys(page), chosen(page)) == (order, choice)
    assert errors == []


def test_storage_denied_and_a_fresh_back_still_shows_the_answer(context):
    page = context.new_page()
    page.add_init_script(DENY)
    page.goto(f"{HOST}/{QUESTION}/front")
    page.keyboard.press("1")
    page.goto(f"{HOST}/{QUESTION}/back")
    expect(page.locator(".lp-result")).to_have_text("Answer", use_inner_text=True)
    expect(page.locator(".lp-short")).to_have_text("2", use_inner_text=True)


def test_scripts_off(browser, card_pages):
    context = serve(browser.new_context(java_script_enabled=False), card_pages)
    page = context.new_page()
    page.goto(f"{HOST}/{REASONED}/front")
    expect(page.locator(".lp-options")).to_have_text(re.compile(r"^\s*[^\s]"), use_inner_text=True)
    expect(page.get_by_text("A named actor")).to_be_visible()
    page.goto(f"{HOST}/{REASONED}/back")
    expect(page.locator(".lp-short")).to_have_text("A named actor", use_inner_text=True)
    page.locator("details", has_text="All options").locator("summary").click()
    expect(page.locator(".lp-whys")).to_be_visible()
    context.close()


def test_every_card_fits_a_phone_and_reads_well_by_day_and_by_night(context, card_pages):
    from axe_playwright_python.sync_playwright import Axe

    by_day = {"runOnly": ["wcag2a", "wcag2aa"], "rules": {"html-has-lang": {"enabled": False}}}
    by_night = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    page = context.new_page()
    page.goto(f"{HOST}/{QUESTION}/front")
    page.evaluate(Axe().axe_script)
    for item, sides in card_pages.items():
        for side in sides:
            page.evaluate(SHOW, side)
            page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
            # Night changes colours alone: the elements, and so all other rules, are those of the day.
            for night, ground, rules in ((False, "rgb(251, 250, 247)", by_day), (True, "rgb(27, 29, 33)", by_night)):
                for name in ("nightMode", "night_mode"):
                    page.evaluate("([name, on]) => document.body.classList.toggle(name, on)", [name, night])
                gives(True, page.evaluate, "document.documentElement.scrollWidth <= 360", where=f"{item} {side}")
                gives(ground, page.evaluate, "getComputedStyle(document.body).backgroundColor")
                found = page.evaluate("rules => axe.run(document, rules).then(found => found.violations)", rules)
                assert [(item, fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_a_card_asks_for_nothing_from_elsewhere(context):
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{HOST}/{QUESTION}/front")
    page.goto(f"{HOST}/{QUESTION}/back")
    assert [url for url in requests if not url.endswith("favicon.ico")] == [
        f"{HOST}/{QUESTION}/front",
        f"{HOST}/{QUESTION}/back",
    ]


def test_an_arabic_card_reads_from_the_right(context: BrowserContext, card_pages: dict[str, tuple[str, str]]) -> None:
    """Its headings are English: they stand at the right, and their question marks and full stops at their own ends."""
    arabic = {
        name: tuple(side.replace('lang="en" data', 'lang="ar-EG" data') for side in sides)
        for name, sides in card_pages.items()
    }
    context.unroute_all()
    page = serve(context, arabic).new_page()
    for name in (QUESTION, f"{ANSWER}/score"):
        for side in ("front", "back"):
            page.goto(f"{HOST}/{name}/{side}")
            gives("rtl", page.locator(".lp").evaluate, "card => getComputedStyle(card).direction")
            labels = page.locator("bdi[lang='en']")
            expect(labels.nth(2)).to_be_attached()
            gives(True, labels.evaluate_all, "all => all.every(label => getComputedStyle(label).direction === 'ltr')")
            fits(page)
    row = page.locator(".lp-options li").first
    expect(row).to_have_css("text-align", re.compile("^(start|center)$"))
    page.goto(f"{HOST}/{QUESTION}/front")
    right_of_text = """row => {
        const range = document.createRange();
        range.selectNodeContents(row);
        return row.getBoundingClientRect().right - range.getBoundingClientRect().right;
    }"""
    gives(True, lambda: page.locator(ROWS).first.evaluate(right_of_text) > 40)
