"""One rule orders the options in every front end: the JSON, the page and the card, over the same questions."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from ruamel.yaml import YAML
from test_anki_screen import HOST, SHOW, serve

from lpkit.export import Corpus, Shelf, fixed_places, load_exporter
from lpkit.model import Option, Question
from lpkit_exporters.bundle.option_ids import option_names

ROOT = Path(__file__).parents[3]
PINNED = ({0}, {3}, {0, 3}, {1, 2}, {0, 1, 2}, {0, 1, 2, 3})
TREES = ("oak", "elm", "ash", "fir")
NUMBERS = ("2 pages", "31 pages", "62 pages", "64 pages")
ROUNDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
READ = "lists => lists.map(list => [...list.querySelectorAll('input')].map(input => input.value))"
DRAW = f"""([front, times]) => Array.from({{ length: times }}, () => {{
  ({SHOW})(front);
  return [...document.querySelectorAll(".lp-options li")].map(row => row.dataset.key);
}})"""
_STYLE = re.compile("<style>.*?</style>", re.DOTALL)
"""Left out: a browser would read it each time that a card is shown."""
Orders = dict[str, list[list[str]]]
"""Orders of options that were seen, as their ids, by the question's id."""


@pytest.fixture(scope="module")
def questions() -> list[Question]:
    """Give questions of the packs of this repository, a third of them, and some in which places are fixed."""
    yaml = YAML(typ="safe")
    packs = [yaml.load(file) for file in sorted((ROOT / "packs/amazon-lp").glob("*/*.yaml"))]
    real = [Question.model_validate(entry) for pack in packs for entry in pack["questions"][::3]]
    made = [_made(f"trees-{place}-{number}", TREES, pins) for place, pins in enumerate(PINNED) for number in range(4)]
    made += [_made(f"numbers-{number}", NUMBERS, set()) for number in range(4)]
    return [entry.model_copy(update={"pool": "practice"}) for entry in (*real, *made)]


def _made(name: str, texts: tuple[str, ...], pinned: set[int]) -> Question:
    options = [Option(text=text, pinned=place in pinned) for place, text in enumerate(texts)]
    rest: Any = {"pool": "practice", "difficulty": "easy", "stem": "Which?", "steps": ["Read."], "hint": "Read."}
    return Question(id=name, options=options, answer=texts[0], **rest)


@pytest.fixture
def shelf(sample: Any, shelve: Callable[..., Shelf], questions: list[Question]) -> Shelf:
    """Give the sample with all these questions to practise."""
    plain = shelve(sample)
    return Shelf(plain.library, (plain.packs[0].model_copy(update={"questions": questions}),))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def _artifacts(shelf: Shelf, name: str) -> dict[str, bytes]:
    return {file.path: file.content for file in load_exporter(name).render(Corpus((shelf,)), {})}


def _bundled(shelf: Shelf) -> Orders:
    pack = json.loads(_artifacts(shelf, "json")["packs/sample/quiet-alarm.json"])
    return {entry["id"]: [entry["shuffled"]] for entry in pack["questions"]}


def _open_site(page: Page, shelf: Shelf, folder: Path) -> None:
    for path, content in _artifacts(shelf, "html").items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    page.goto((folder / "packs/sample/quiet-alarm.html").as_uri() + "#practice")


def _on_page(page: Page, shelf: Shelf) -> list[list[str]]:
    """Give the order of every question, as the page's scripts have put it."""
    expect(page.locator(".practice .question.shown")).to_be_visible()
    found: list[list[str]] = page.locator(".practice .question .options").evaluate_all(READ)
    assert len(found) == len(shelf.packs[0].questions)
    return found


def _in_rounds(page: Page, shelf: Shelf) -> Orders:
    """Give the orders in rounds of practice that were begun, as the site keeps them."""
    orders: Orders = {entry.id: [] for entry in shelf.packs[0].questions}
    for number, seed in enumerate(ROUNDS, start=2):
        kept = json.dumps({"round": number, "seed": seed, "only": None, "place": 0})
        page.evaluate("kept => localStorage.setItem('lpkit/1/sample/quiet-alarm/practice', kept)", kept)
        page.reload()
        for seen, order in zip(orders.values(), _on_page(page, shelf), strict=True):
            seen.append(order)
    return orders


def _on_cards(page: Page, cards: dict[str, tuple[str, str]], times: Mapping[str, int]) -> Orders:
    """Give the orders of each card: as the note holds it, then as its script has put it so many times."""
    asked = {name.rpartition("/")[2]: front for name, (front, _) in cards.items() if "/question/" in name}
    fronts = {name: _STYLE.sub("<style></style>", front) for name, front in asked.items()}
    serve(page.context, {"card": next(iter(cards.values()))})
    page.goto(f"{HOST}/card/front")
    orders: Orders = {name: page.evaluate(DRAW, [front, times.get(name, 0)]) for name, front in fronts.items()}
    for name, front in fronts.items():
        rows = front.split("<li data-key=")[1:]
        orders[name].insert(0, [row.split('"')[1] for row in rows])
    return orders


def _assert_obeyed(questions: list[Question], orders: Orders) -> None:
    """Free options change places among themselves; the others stay."""
    assert len(orders) == len(questions)
    for question in questions:
        ids = [name.id for name in option_names(question)]
        for order in ([ids.index(name) for name in seen] for seen in orders[question.id]):
            assert sorted(order) == list(range(len(question.options))), question.id
            assert all(order[place] == place for place in fixed_places(question, "en")), question.id


def _assert_moved(questions: list[Question], orders: Orders) -> None:
    for question in questions:
        free = len(question.options) - len(fixed_places(question, "en"))
        source = [name.id for name in option_names(question)]
        assert any(order != source for order in orders[question.id]) == (free > 1), question.id


def test_the_first_order_is_one_and_never_that_of_the_source(
    page: Page, shelf: Shelf, questions: list[Question], card_pages: dict[str, tuple[str, str]], tmp_path: Path
) -> None:
    bundled = _bundled(shelf)
    _assert_obeyed(questions, bundled)
    _assert_moved(questions, bundled)
    _open_site(page, shelf, tmp_path)
    assert dict(zip(bundled, ([order] for order in _on_page(page, shelf)), strict=True)) == bundled
    assert _on_cards(page, card_pages, {}) == bundled


def test_a_new_order_moves_what_is_free_and_nothing_else(
    page: Page, shelf: Shelf, questions: list[Question], card_pages: dict[str, tuple[str, str]], tmp_path: Path
) -> None:
    _open_site(page, shelf, tmp_path)
    rounds = _in_rounds(page, shelf)
    # By luck alone, of two free options one in 2**30 keeps its order each time, of four one in 24**6.
    times = {entry.id: 6 if len(entry.options) - len(fixed_places(entry, "en")) >= 4 else 30 for entry in questions}
    cards = {name: orders[1:] for name, orders in _on_cards(page, card_pages, times).items()}
    for orders in (rounds, cards):
        _assert_obeyed(questions, orders)
        _assert_moved(questions, orders)
