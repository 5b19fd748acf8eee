"""The order of options on the page: another one each time, but for pinned options and rising numbers."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lpkit.export import Corpus, Shelf
from playing import with_large_pool, write_site


def _with_options(corpus: Corpus, texts: list[str], pinned: set[int]) -> Corpus:
    """Give every question of the sample these options, the first of which is right."""
    (shelf,) = with_large_pool(corpus).shelves
    (pack,) = shelf.packs
    model = pack.questions[0].options[0]
    options = [
        model.model_copy(update={"text": text, "why": None, "pinned": place in pinned})
        for place, text in enumerate(texts)
    ]
    questions = [entry.model_copy(update={"options": options, "answer": texts[0]}) for entry in pack.questions]
    return Corpus((Shelf(shelf.library, (pack.model_copy(update={"questions": questions}),)),))


def _orders(browser: Browser, folder: Path) -> set[tuple[str, ...]]:
    """Begin a test of ten questions in four browsers that nobody used before; give the orders of options.

    Of the six orders of three options, ten questions show less than four in one run of fifty, which once failed;
    forty questions do so with a probability of 2e-11.
    """
    return {order for _ in range(4) for order in _orders_once(browser, folder)}


def _orders_once(browser: Browser, folder: Path) -> set[tuple[str, ...]]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{(folder / 'packs/sample/quiet-alarm.html').as_uri()}#test")
    page.locator(".test .start").click()
    read = "lists => lists.map(list => [...list.querySelectorAll('.text')].map(text => text.textContent))"
    found = page.locator(".here .test .question .options").evaluate_all(read)
    context.close()
    return set(map(tuple, found))


@pytest.mark.parametrize("pinned", [set(), {3}, {0}])
def test_pinned_options_stay_while_others_move(
    browser: Browser, corpus: Corpus, tmp_path: Path, pinned: set[int]
) -> None:
    trees = ["oak", "elm", "ash", "fir"]
    found = _orders(browser, write_site(_with_options(corpus, trees, pinned), tmp_path))
    assert len(found) >= (4 if len(pinned) == 1 else 6)
    assert {tuple(sorted(order)) for order in found} == {tuple(sorted(trees))}
    assert all(order[place] == trees[place] for order in found for place in pinned)


def test_rising_numbers_stay(browser: Browser, corpus: Corpus, tmp_path: Path) -> None:
    numbers = ["2 pages", "31 pages", "62 pages", "64 pages"]
    site = write_site(_with_options(corpus, numbers, set()), tmp_path)
    assert _orders(browser, site) == {tuple(numbers)}
