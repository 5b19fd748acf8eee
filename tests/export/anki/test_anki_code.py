"""Code of a question, as Anki keeps it and as a browser shows the card: the lines and spaces of the source."""

from collections.abc import Callable
from typing import Any

from anki.collection import Collection
from playwright.sync_api import Browser, expect

from lpkit.export import Shelf
from lpkit_exporters.anki.package import package
from playing import gives

CODE = "for n in range(2):\n    if n:\n        print(n)"
OPTION = "if a:\n    b()\n    c()"


def test_a_card_shows_code_as_it_stands(
    sample: Any,
    shelve: Callable[..., Shelf],
    imported: Callable[..., dict[str, int]],
    collection: Collection,
    browser: Browser,
) -> None:
    question = sample[1][0]["questions"][0]
    question["stem"] = f"What is printed?\n\n{CODE}"
    question["options"][question["options"].index(question["answer"])] = OPTION
    question["answer"] = OPTION
    question["steps"] = [f"Run it:\n\n```\n{CODE}\n```"]
    imported(package(shelve(sample)))
    (number,) = collection.find_cards(f'"Id:*question/{question["id"]}"')
    output = collection.get_card(number).render_output()
    page = browser.new_page()
    page.set_content(f"<style>{output.css}</style><body class=card>{output.answer_text}")
    expect(page.locator(".lp-context code")).to_have_text(CODE, use_inner_text=True)
    expect(page.locator(".lp-short code")).to_have_text(OPTION, use_inner_text=True)
    gives(CODE, lambda: page.locator(".lp-why pre").inner_text().rstrip("\n"))
    page.close()
