"""Code of a question in a browser: the lines and spaces of the source, before and after scripts have run."""

from pathlib import Path

from playwright.sync_api import Browser

from lpkit.export import Corpus, Shelf, load_exporter
from playing import gives

CODE = "for n in range(2):\n    if n:\n        print(n)"
OPTION = "if a:\n    b()\n    c()"


def test_a_page_shows_code_as_it_stands(corpus: Corpus, tmp_path: Path, browser: Browser) -> None:
    shelf = corpus.shelves[0]
    pack = shelf.packs[0].model_dump(by_alias=True, exclude_none=True)
    question = next(entry for entry in pack["questions"] if entry["pool"] == "practice")
    right = next(option for option in question["options"] if option["text"] == question["answer"])
    question |= {"stem": f"What is printed?\n\n{CODE}", "excerpt": CODE, "answer": OPTION}
    question["steps"] = [f"Run it:\n\n```\n{CODE}\n```"]
    right["text"] = OPTION
    changed = Corpus((Shelf(shelf.library, (type(shelf.packs[0]).model_validate(pack),), {}),))
    for artifact in load_exporter("html").render(changed, {}):
        file = tmp_path / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.content)
    address = next(tmp_path.glob("packs/**/*.html")).as_uri()
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(address)
        article = page.locator(f'[id$="question-{question["id"]}"]')
        for place, code in (
            (".stem pre", CODE),
            ("blockquote pre", CODE),
            (".options pre", OPTION),
            (".steps pre", CODE),
        ):
            gives(code, article.locator(place).evaluate, r"element => element.textContent.replace(/\n+$/, '')")
            space = article.locator(place).evaluate("element => getComputedStyle(element).whiteSpace")
            assert space.startswith("pre")
        context.close()
