"""Everything of a pack stands on its page, as text."""

import re
from html.parser import HTMLParser
from importlib.resources import files

import pytest
from golden import GOLDEN, rendered
from hostile import PAYLOADS, attacked, texts
from hypothesis import given
from hypothesis import strategies as st

from lpkit.export import Corpus, Shelf, changes, load_exporter, render_markdown
from lpkit.model import Mix
from lpkit_exporters.html.bundling import BUNDLES, FINDER, LATER, PARTS, SCRIPTS, STYLES
from lpkit_exporters.html.package_files import read
from lpkit_exporters.html.prose import prose
from lpkit_exporters.html.wording import letter

PAGE = "packs/sample/quiet-alarm.html"
INLINE = {"a", "code", "del", "em", "ins", "mark", "span", "strong"}


class Page(HTMLParser):
    """The elements of a page with the names of their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[str]]] = []
        self.parts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, [name for name, _ in attrs]))
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())


def pages(corpus: Corpus) -> dict[str, str]:
    return {artifact.path: artifact.content.decode() for artifact in load_exporter("html").render(corpus, {})}


def test_every_text_is_on_the_page(corpus: Corpus) -> None:
    def words(text: str) -> str:
        return " ".join(re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "", text)))

    files = pages(corpus)
    found = words(Page(files[PAGE]).text)
    for text in texts(corpus.shelves[0].packs[0].model_dump(mode="json", exclude={"retired"})):
        assert words(text) in found
    assert "alarm-colour replaced by alarm-figure" in Page(files["coverage/index.html"]).text
    assert "It asked for taste." in Page(files["coverage/index.html"]).text


def test_what_only_authors_need_is_on_their_page(corpus: Corpus) -> None:
    files = pages(corpus)
    (digest,) = set(re.findall(r"<code>([0-9a-f]{16})</code>", files["coverage/index.html"]))
    assert f'"hash":"{digest}"' in files[PAGE]
    for path in (PAGE, "index.html", "principles/sample/ownership.html"):
        assert digest not in Page(re.sub(r"<script.*?</script>", "", files[path])).text
        assert "coverage" not in files[path]


def test_one_is_said_of_one(corpus: Corpus) -> None:
    (shelf,) = corpus.shelves
    (pack,) = shelf.packs
    few = pack.model_copy(update={"questions": [pack.questions[0], pack.questions[2]]})
    test = shelf.library.test.model_copy(update={"draw": 1, "mix": Mix(easy=1, medium=0, hard=0)})
    library = shelf.library.model_copy(update={"test": test})
    text = Page(pages(Corpus((Shelf(library, (few,)),)))[PAGE]).text
    assert "Practice 1 question Test 1 of 1 question " in text
    assert "A test draws 1 question: 1 easy" in text
    assert not re.search(r"(?<![\d.])1 (questions|answers|words|points|minutes)\b", text)


def test_every_figure_is_on_the_page(corpus: Corpus) -> None:
    text = Page(pages(corpus)[PAGE]).text
    for part in (
        *("Structure 20 12 17", "Ownership signal 50 4 46", "Impact 30 3 26", "Total 100 19 89"),
        *("Verdict No Hire Strong Hire", "Candidate A above 40", "3 or more"),
        *("draws 2 questions: 1 easy, 1 medium", "With 80% right", "2 min", "57 words", "0:23–0:26"),
        *("Lean No Hire 40–59", "Ownership signal: 5 at most. Verdict: No Hire at most."),
    ):
        assert part in text


def test_no_markup_tells_the_answers_apart(corpus: Corpus) -> None:
    """What stands between the answers and the rubric is the same for each, but for words and ids."""
    html = pages(corpus)[PAGE]
    assert "<mark" not in html
    exercise = html[html.index('<div class="candidates">') : html.index('<details class="reveal rubric">')]
    answers = [
        re.sub(r"(?:candidate|marking|scoring)-[ab]|(?<=>)[^<]+", "", part) for part in exercise.split("<article ")[1:]
    ]
    assert len(answers) == 2
    assert len({part.partition("</article>")[0] for part in answers}) == 1


@pytest.mark.parametrize("start", range(len(PAYLOADS)))
def test_hostile_text_stays_text(corpus: Corpus, start: int) -> None:
    """Each payload stands in each field once: the elements are those of a page of harmless words."""
    files = pages(attacked(corpus, start))
    twins = pages(attacked(corpus, start, harmless=True))
    for path in ("index.html", PAGE):
        page, twin = Page(files[path]), Page(twins[path])
        assert page.elements == twin.elements
        assert not {"img", "style", "base", "iframe"} & {tag for tag, _ in page.elements}
        scripts = [names for tag, names in page.elements if tag == "script"]
        # Only pages of packs look for markers and count, with scripts of the site's own.
        now, later = (2, 6) if path == PAGE else (4, 0)
        assert scripts[:now] == [["src"]] * now
        assert scripts[len(scripts) - later :] == [["src"]] * later
        assert all(names == ["type", "class"] for names in scripts[now : len(scripts) - later])
        assert not [name for _, names in page.elements for name in names if name.startswith("on")]
    for text in texts(attacked(corpus, start).shelves[0].packs[0].model_dump(mode="json", include={"prompt", "title"})):
        assert " ".join(text.split()) in Page(files[PAGE]).text


def test_the_same_bytes_twice(corpus: Corpus) -> None:
    first, second = (list(load_exporter("html").render(corpus, {})) for _ in range(2))
    assert first == second


def test_several_libraries_and_none(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    other = Shelf(shelf.library.model_copy(update={"id": "other", "language": "de"}), shelf.packs)
    files = pages(Corpus((shelf, other)))
    assert "packs/other/quiet-alarm.html" in files
    assert '<html lang="de" dir="ltr">' in files["packs/other/quiet-alarm.html"]
    assert files["index.html"].count('<h2 id="library-') == 2
    assert "no patterns yet" in pages(Corpus(()))["index.html"]


def test_neighbours_are_linked(corpus: Corpus) -> None:
    shelf = corpus.shelves[0]
    packs = [shelf.packs[0].model_copy(update={"id": name}) for name in ("a", "b", "c")]
    files = pages(Corpus((Shelf(shelf.library, tuple(packs)),)))
    assert '<a href="../../packs/sample/a.html" rel="prev">' in files["packs/sample/b.html"]
    assert '<a href="../../packs/sample/c.html" rel="next">' in files["packs/sample/b.html"]


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("[x](https://e.org/?a=1&b=2)", '<p><a href="https://e.org/?a=1&amp;b=2">x</a></p>'),
        ("[x](mailto:a@e.org)", '<p><a href="mailto:a@e.org">x</a></p>'),
        ("[x](JaVaScRiPt:alert(1))", "<p>[x](JaVaScRiPt:alert(1))</p>"),
        ("[x](&#106;avascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("# a", "<p># a</p>"),
        ("a\n===", "<p>a\n===</p>"),
        ("***", "<p>***</p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("![a](b.png)", "<p>![a](b.png)</p>"),
        ("![a](https://e.org/b.png)", '<p>!<a href="https://e.org/b.png">a</a></p>'),
        ("[x](//e.org)", "<p>[x](//e.org)</p>"),
        ("<https://e.org>", '<p><a href="https://e.org">https://e.org</a></p>'),
    ],
)
def test_prose(source: str, html: str) -> None:
    assert prose(source) == html


@pytest.mark.parametrize(
    ("before", "after", "removed", "added"),
    [
        ("we found it", "I found it", ["we"], ["I"]),
        ("a b c d", "a b c d", [], []),
        ("one", "two words", ["one"], ["two words"]),
        ("x the y", "p the q", ["x the y"], ["p the q"]),
        ("x of the y", "p of the q", ["x", "y"], ["p", "q"]),
        ("keep this", "keep this now", [], ["now"]),
    ],
)
def test_changes(before: str, after: str, removed: list[str], added: list[str]) -> None:
    change = changes(before, after)
    assert "".join(run.text for run in change.before) == before
    assert "".join(run.text for run in change.after) == after
    assert [run.text for run in change.before if run.changed] == removed
    assert [run.text for run in change.after if run.changed] == added


def test_a_long_rewrite_of_few_words_comes_to_an_end() -> None:
    before, after = "Kept as it was: " + "a b c " * 3000 + "d", "Kept as it was: " + "b a c " * 3000 + "e"
    change = changes(before, after)
    assert "".join(run.text for run in change.before) == before
    assert "".join(run.text for run in change.after) == after
    assert next(run.text for run in change.before if not run.changed).startswith("Kept as it was:")
    assert change.before[-1].changed


def test_letters() -> None:
    assert [letter(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_the_page_is_the_golden_one() -> None:
    for name, content in rendered().items():
        assert content.decode() == (GOLDEN / name).read_text(encoding="utf-8"), "read CONTRIBUTING.md on golden pages"


def test_dark_differs_in_colours_alone() -> None:
    """What is asked in light alone, such as names and roles, holds in dark too."""
    asking = [name for name in STYLES if "prefers-color-scheme" in read("assets", name)]
    assert asking == ["tokens.css"]
    dark = read("assets", "tokens.css").partition("(prefers-color-scheme: dark) {")[2]
    assert re.fullmatch(r"\s*:root \{(\s*--[\w-]+: #[0-9a-f]{6};)+\s*\}\s*\}\s*", dark)
    assert not [name for name in SCRIPTS if "matchMedia" in read("assets/js", f"{name}.js")]


def test_pictures_have_their_colours(corpus: Corpus) -> None:
    """A shape that no rule of the style sheet fills is black in both schemes."""
    style = "".join(read("assets", name) for name in STYLES)
    shapes = {name for html in pages(corpus).values() for name in re.findall(r'<(?:rect|line) class="([^"]+)"', html)}
    shapes |= {
        name for module in SCRIPTS for name in re.findall(r'class: "(bar-[^"]+)"', read("assets/js", f"{module}.js"))
    }
    assert len(shapes) >= 6
    assert {name for name in shapes if not re.search(rf"\.{name} \{{ (fill|stroke):", style)} == set()


def test_a_script_stands_on_those_that_its_pages_have() -> None:
    assert {name for names in (*PARTS.values(), *LATER.values()) for name in names} == set(BUNDLES)
    for part, bundles in PARTS.items():
        there: set[str] = set()
        for bundle in (*bundles, *LATER.get(part, ())):
            there |= {*BUNDLES[bundle]}
            for name in BUNDLES[bundle]:
                text = read("assets/js", f"{name}.js")
                assert set(re.findall(r'^import .* from "\./(\w+)\.js";$', text, re.MULTILINE)) <= there, (part, bundle)


def test_modules_import_only_what_stands_before_them() -> None:
    seen: set[str] = set()
    for name in (*SCRIPTS, *FINDER):
        text = read("assets/js", f"{name}.js")
        assert set(re.findall(r'^import .* from "\./(\w+)\.js";$', text, re.MULTILINE)) <= seen
        assert len(text.splitlines()) <= 250
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", text)
        seen.add(name)
    folder = files("lpkit_exporters.html") / "assets/js"
    assert {entry.name for entry in folder.iterdir()} == {f"{name}.js" for name in seen}


@given(st.text(st.sampled_from("aB9é .,;:'\"-+*_`[]()<>&#!~=|\\\n\t\u00a0"), max_size=12))
def test_plain_text_takes_no_other_way_than_markdown(text: str) -> None:
    assert prose(text) == render_markdown(text)
