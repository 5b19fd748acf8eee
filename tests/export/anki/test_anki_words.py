"""Labels of cards in the language of their library, also where a learner has libraries in several."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from wrapped import OPEN, bracket_catalogue, in_other_letters, outside

from lpkit.export import Shelf
from lpkit_exporters.anki.package import package
from lpkit_exporters.catalogue.words import Catalogues
from playing import gives

Rendered = dict[str, tuple[str, str]]
KINDS = ("alarm-figure", "own-start", "candidate/a/score", "candidate/a/dimension 2", "auto-fail", "concept/price")
"""A card of each kind, by a part of its name."""


def translated(shelf: Shelf, language: str) -> Shelf:
    """Give a library of the same content that says it is in another language."""
    library = shelf.library.model_copy(update={"id": f"sample-{language.lower()}", "language": language})
    return shelf._replace(library=library)


@pytest.fixture
def rendered(collection: Any) -> Callable[[], Rendered]:
    """Render front and back of every card of the collection as Anki does, by its id and the name of its template."""

    def render() -> Rendered:
        cards: Rendered = {}
        for number in collection.find_cards(""):
            card = collection.get_card(number)
            output = card.render_output()
            cards[f"{card.note()['Id']}/{card.template()['name'].lower()}"] = tuple(
                f'<!doctype html><meta charset="utf-8"><title>card</title><style>{output.css}</style>'
                f'<body class="card"><main id="qa">{text}</main></body>'
                for text in (output.question_text, output.answer_text)
            )
        return cards

    return render


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_context(viewport={"width": 360, "height": 640})
    page = opened.new_page()
    page.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    yield page
    opened.close()


def shown(page: Page, html: str) -> str:
    """Give the text of a side of a card with everything unfolded, as it is seen."""
    page.goto("http://cards.test/")
    page.set_content(html)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    return page.locator(".lp").inner_text()


def of(cards: Rendered, library: str, kind: str) -> tuple[str, str]:
    return next(sides for name, sides in sorted(cards.items()) if name.startswith(f"{library}/") and kind in name)


def test_cards_of_two_languages_live_in_one_collection(
    shelf: Shelf, imported: Callable[..., dict[str, int]], collection: Any, rendered: Callable[[], Rendered], page: Page
) -> None:
    """Whatever is imported first, last or again: each card has the words of its own library."""
    german = translated(shelf, "de-AT")
    for order in ((shelf, german), (shelf,)):
        for one in order:
            imported(package(one))
        names = [entry.name for entry in collection.models.all_names_and_ids() if entry.name.startswith("lpkit")]
        assert len(names) == 5, "no note type twice"
        cards = rendered()
        front, back = (shown(page, side) for side in of(cards, "sample", "alarm-figure"))
        assert ("Practice question" in front, "Worked solution" in back) == (True, True)
        front, back = (shown(page, side) for side in of(cards, "sample-de-at", "alarm-figure"))
        assert ("Frage (Üben)" in front, "Lösungsweg" in back) == (True, True)
        for word in ("question", "solution", "Hint", "mistakes"):
            assert word not in re.sub(r"sample-de-at\S*", "", front + back)


def test_a_german_card_tells_in_german_what_came_of_a_choice(
    shelf: Shelf, imported: Callable[..., dict[str, int]], rendered: Callable[[], Rendered], page: Page
) -> None:
    imported(package(translated(shelf, "de-AT")))
    cards = rendered()
    for kind, place, said in (
        ("candidate/a/dimension 2", 0, "Wie der Experte."),
        ("candidate/a/dimension 2", 1, "Du warst 1 Stufe zu großzügig."),
        ("candidate/a/dimension 3", 4, "Du warst 4 Stufen zu großzügig."),
        ("candidate/a/score", 3, "Du warst 3 Urteile zu großzügig."),
        ("candidate/b/dimension 2", -2, "Du warst 1 Stufe zu streng."),
    ):
        front, back = of(cards, "sample-de-at", kind)
        shown(page, front)
        page.locator(".lp-bands li").nth(place).click()
        shown(page, back)
        expect(page.locator(".lp-result")).to_have_text(said, use_inner_text=True)
        gives(["de", "ltr"], page.locator(".lp-result i").evaluate, "told => [told.lang, told.dir]")
        beside = page.locator(".lp-bands .lp-chosen").evaluate("row => getComputedStyle(row, '::after').content")
        assert beside == ('"beide"' if said == "Wie der Experte." else '"du"')


def test_a_language_without_a_catalogue_has_english_labels_that_say_so(
    shelf: Shelf, imported: Callable[..., dict[str, int]], rendered: Callable[[], Rendered], page: Page
) -> None:
    imported(package(translated(shelf, "fr")))
    cards = rendered()
    for kind in KINDS:
        for side in of(cards, "sample-fr", kind):
            shown(page, side)
            labels = page.locator("bdi[lang='en']")
            expect(labels.first).to_be_attached()
            gives(True, labels.evaluate_all, "all => all.every(one => one.checkVisibility())")
    assert 'bdi lang="en">Concept</bdi>' in of(cards, "sample-fr", "concept/price")[0]


@pytest.fixture
def bracketed(sample: Any, shelve: Callable[..., Shelf], tmp_path: Path) -> tuple[Shelf, Catalogues]:
    shelf = shelve(tuple(map(in_other_letters, sample)))
    catalogues = bracket_catalogue(tmp_path)
    return translated(shelf, "ru"), Catalogues(catalogues.folder)


def test_no_label_stands_outside_the_catalogue(
    bracketed: tuple[Shelf, Catalogues],
    imported: Callable[..., dict[str, int]],
    rendered: Callable[[], Rendered],
    page: Page,
) -> None:
    """Content is written in other letters, and each message in brackets: no other word is Latin."""
    shelf, catalogues = bracketed
    imported(package(shelf, catalogues=catalogues))
    for name, sides in rendered().items():
        for side in sides:
            text = shown(page, side)
            assert OPEN in text
            assert re.findall("[A-Za-z]{2,}", re.sub(r"sample-ru\S*", "", outside(text))) == [], name


def test_the_overview_of_a_deck_is_in_its_language(shelf: Shelf, imported: Callable[..., Any], collection: Any) -> None:
    imported(package(translated(shelf, "de")))
    deck = collection.decks.by_name("Sample Principles")
    assert "neue Karten am Tag sind reichlich" in deck["desc"]


def test_german_is_no_loss_any_more(shelf: Shelf) -> None:
    from lpkit.export import Corpus
    from lpkit_exporters.anki import exporter

    def lost(language: str) -> list[str]:
        losses = exporter.losses(Corpus((translated(shelf, language),)))
        return [loss.field for loss in losses if loss.field == "library.language"]

    assert lost("de-CH") == lost("en-GB") == []
    assert lost("fr")
