"""What readers do on the site, told once for all engines: by what is on the page, not by its words."""

import json
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2

from engines.reader import Reader
from engines.tab import HungError
from lpkit_exporters.html.listing import CARDS
from playing import ANSWER

PACK = "packs/sample/quiet-alarm.html"
TITLE = "The night of the pages"
KEPT = "() => Object.keys(localStorage).filter((name) => name.startsWith('lpkit/')).length"
TOLD = "(before) => seen('.keeping .answer').map((line) => line.textContent).find((text) => text && text !== before)"
"""What the home page says next of what is kept: stories are in the database by then, which takes a while."""
PAPER = "() => getComputedStyle(document.documentElement).backgroundColor"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
RIGHT = """(mode) => {
    const { questions } = JSON.parse(document.querySelector(".page.here .pack-data").textContent);
    const article = seen(`.${mode} .question`)[0];
    const id = /question-([\\w-]+)$/.exec(article.id || location.hash)[1];
    return questions.find((question) => question.id === id).options.find((option) => option.correct).id;
}"""
"""Which option is right of the question that a mode shows."""
CHOSEN = "(mode) => seen(`.${mode} .options input`).flatMap((input, place) => (input.checked ? [place] : []))"
CHECKED = "(selector) => seen(`${selector} input`).find((input) => input.checked)?.value"
LINE = "(selector) => getComputedStyle(seen(selector)[0]).textDecorationLine"
PLAYABLE = "() => seen('.rehearse audio').some(({ readyState, duration }) => readyState && duration > 0)"
SOUND = """() => [document.querySelector('.recording').innerText, ...[...document.querySelectorAll('.rehearse audio')]
    .map(({ readyState, duration, error }) => [readyState, duration, error && error.message])]"""


@dataclass(frozen=True)
class Flow:
    """What a reader does, and before what."""

    play: Callable[[Reader], None]
    site: str = "site"
    scheme: str = "http"
    dark: bool = False
    denied: bool = False
    prints: bool = False


def evaluate(reader: Reader) -> None:
    """Home, a pattern, its answers scored to the end, and all of it there after a reload; then Learn is open."""
    reader.open("index.html")
    reader.click(".card a")
    reader.see(".evaluate .candidate", 2)
    assert reader.count(".rubric[open], .sealed .learn") == 0
    reader.click(".evaluate .sentence")
    reader.see(".sentence[aria-pressed=true]", 1)
    assert reader.ask(LINE, ".sentence[aria-pressed=true]") == "underline", "no mark is a colour alone"
    for place in (1, 2):
        sheet = f".candidate:nth-child({place}) .scoring"
        for row in range(1, 1 + reader.count(f"{sheet} [type=number]")):
            field = f"{sheet} .score-row:nth-child({row + 1} of :not(.verdict-row, .stepper)) [type=number]"
            reader.type(field, "3")
        reader.click(f"{sheet} .verdict-row label")
    reader.see(".open-rubric[aria-disabled=false], .open-rubric:not([aria-disabled])")
    reader.click(".open-rubric")
    reader.see(".own-scores .compared", 2)
    agreed = reader.text(".agreed")
    reader.open(PACK)
    reader.see(".own-scores .compared", 2)
    assert reader.text(".agreed") == agreed
    reader.click(".modes a[href$=learn]")
    reader.see(".learn .concept")
    reader.type(".learn .fix-it textarea", ANSWER)
    reader.see(".learn .mirror mark, .learn .lit li")


def practise(reader: Reader) -> None:
    """Questions with how sure one is, to the end of the round; the result is there after a reload."""
    reader.open(f"{PACK}#practice")
    reader.see(".practice .sheet button", 4)
    for place, sure in enumerate(("guess", "sure", "unsure", "sure")):
        right = reader.wait(RIGHT, "practice")
        reader.click(f".practice .question.shown label:has([value='{right}'])")
        reader.click(f".practice .sureness label:has([value={sure}])")
        reader.click(".practice .check")
        reader.see(".practice .question.shown .told-mark")
        assert reader.count(".practice .run-end") == (place == 3)
        reader.click(".practice .next")
    result = reader.text(".practice .run-end .result")
    reader.open("index.html")
    reader.see(".card")
    reader.open(f"{PACK}#practice")
    reader.see(".practice .run-end")
    assert reader.text(".practice .run-end .result") == result


def take_a_test(reader: Reader) -> None:
    """A test to its end; its result and its history are there after a reload."""
    reader.open(f"{PACK}#test")
    reader.click(".test .start")
    reader.see(".test .question.shown")
    for place in range(reader.count(".test .sheet button")):
        reader.click(f".test .sheet li:nth-child({place + 1}) button")
        reader.click(f".test .question.shown label:has([value='{reader.wait(RIGHT, 'test')}'])")
    reader.click(".test .finish")
    reader.see(".test-result .verdict")
    verdict, result = reader.text(".test-result .verdict"), reader.text(".test-result .result")
    reader.open(f"{PACK}?#test")
    reader.see(".test-result .verdict")
    assert (reader.text(".test-result .verdict"), reader.text(".test-result .result")) == (verdict, result)


def rehearse(reader: Reader) -> None:
    """An answer typed, counted, scored and kept; and everything through a file, past a reset."""
    reader.open(f"{PACK}#rehearse")
    reader.type(".rehearse textarea", ANSWER)
    reader.click(".rehearse .look")
    reader.see(".tally tbody tr", 4)
    reader.see(".rehearse mark", 1)
    reader.type(".rehearse .scoring [type=number]", "7")
    reader.click(".rehearse .verdict-row label")
    reader.type(".rehearse .keep-form [type=text]", TITLE)
    reader.click(".keep-take")
    reader.click(".kept-take a")
    reader.see(".take", 1)
    assert reader.text(".story h3") == TITLE
    reader.open("index.html")
    reader.click(".keeping .save")
    file = reader.saved("lpkit-progress.json")
    assert [story["title"] for story in json.loads(file.read_text(encoding="utf-8"))["stories"]["stories"]] == [TITLE]
    reader.click(".keeping .reset")
    reader.see(".keeping .reset[data-asked]", 1)
    asked = reader.text(".keeping .answer")
    reader.click(".keeping .reset[data-asked]")
    gone = reader.wait(TOLD, asked)
    reader.wait(f"() => ({KEPT})() === 0")
    reader.give(".keeping .load", file)
    reader.wait(TOLD, gone)
    reader.wait(KEPT)
    reader.open("stories/index.html")
    reader.see(".take", 1)
    assert reader.text(".story h3") == TITLE


def record(reader: Reader) -> None:
    """An answer is recorded, and there to be heard after a reload."""
    reader.open(f"{PACK}#rehearse")
    before = reader.wait("() => seen('.rehearse .clock')[0]?.textContent")
    reader.click(".rehearse .record")
    reader.wait("(before) => seen('.rehearse .clock')[0]?.textContent !== before", before)
    reader.click(".rehearse .record")
    # WebKitGTK locks up for good where a page is left whose sound it is still opening.
    hear(reader)
    reader.open("index.html")
    reader.open(f"{PACK}#rehearse")
    reader.see(".rehearse audio")
    hear(reader)


def hear(reader: Reader) -> None:
    """Wait until the recording can be played; an engine that recorded nothing, or opens it for ever, hangs."""
    try:
        reader.wait(PLAYABLE)
    except AssertionError as error:
        raise HungError(f"the sound is not opened: {reader.ask(SOUND)}") from error


def today(reader: Reader) -> None:
    """The run of today leads through all its items and home again."""
    reader.open("index.html")
    left = reader.wait("() => document.querySelectorAll('.today .items li').length")
    assert left > 1
    reader.click(".start-today")
    while left:
        reader.see(".session-item")
        right = reader.wait(RIGHT, "session")
        reader.click(f".session .options label:has([value='{right}'])")
        reader.click(".session .sureness label:has([value=sure])")
        reader.click(".session .check")
        reader.see(".session .told-mark")
        address = reader.ask("() => location.href")
        reader.press("Enter")
        reader.wait("(address) => location.href !== address && document.readyState === 'complete'", address)
        left -= 1
    reader.see(".more-today")
    assert reader.count(".start-today") == 0


def keys(reader: Reader) -> None:
    """Signs choose, arrows change no answer, and `?` tells of both."""
    reader.open(f"{PACK}#practice")
    reader.see(".practice .question.shown")
    reader.click(".practice .question.shown .stem")
    reader.press("?")
    reader.see("dialog[open] kbd")
    reader.press("Escape")
    reader.see("dialog", 0)
    reader.press("1")
    assert reader.wait(CHOSEN, "practice") == [0]
    reader.press("ArrowDown", "ArrowDown")
    assert reader.ask(CHOSEN, "practice") == [0]
    reader.press("ArrowUp", "ArrowUp", "ArrowUp", " ")
    reader.click(".practice .sureness label:has([value=guess])")
    reader.press("ArrowRight", "ArrowDown")
    assert reader.ask(
        "() => seen('.practice .sureness input').filter((input) => input.checked).map((input) => input.value)"
    ) == ["guess"]
    reader.open(f"{PACK}?#evaluate")
    reader.click(".evaluate .verdict-row label")
    reader.press("ArrowRight", "ArrowDown")
    assert reader.ask("() => seen('.evaluate .verdict-row input').map((input) => input.checked).indexOf(true)") == 0
    reader.ask("() => seen('.evaluate [type=range]')[0].focus()")
    reader.press("ArrowRight")
    assert int(reader.wait("() => seen('.evaluate [type=number]')[0].value")) > 0


def hand_out(reader: Reader) -> None:
    """What is printed asks first and answers on its last page."""
    reader.open(PACK)
    reader.see(".candidate")
    pages = [
        " ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(reader.tab.printed())
    ]
    stem = reader.ask("() => document.querySelector('.practice .stem').textContent").strip()
    step = reader.ask("() => document.querySelector('.practice .steps li').textContent").strip()
    assert 1 < len(pages) < 12
    asked, told = (next(place for place, text in enumerate(pages) if words in text) for words in (stem, step))
    assert asked < told


def in_the_dark(reader: Reader) -> None:
    """Who prefers a dark page gets one, everywhere; and no page is wider than a narrow window."""
    reader.tab.resize(480, 800)
    for path in ("index.html", PACK, "stories/index.html", "principles/sample/ownership.html"):
        reader.open(path)
        reader.see("h1")
        assert reader.ask(PAPER) == "rgb(20, 23, 28)"
        assert reader.ask(OVERFLOW) <= 0


def from_the_right(reader: Reader) -> None:
    """An Arabic library reads from the right, and what is clicked is found there."""
    reader.open(PACK)
    assert reader.ask("() => getComputedStyle(seen('h1')[0]).direction") == "rtl"
    assert reader.ask(PAPER) == "rgb(250, 248, 244)"
    assert reader.ask(OVERFLOW) <= 0
    reader.click(".modes a[href$=practice]")
    reader.click(".practice .question.shown label")
    assert reader.wait(CHOSEN, "practice") == [0]
    edge = "(selector) => { const { left, right } = seen(selector)[0].getBoundingClientRect(); return [left, right] }"
    field, words = (reader.ask(edge, f".practice .question.shown label {part}") for part in ("input", ".text"))
    assert field[0] >= words[0], "the sign stands at the right of its words"
    reader.press("ArrowLeft")
    reader.see(".practice .sheet li:nth-child(2) [aria-current]")


def without_storage(reader: Reader) -> None:
    """Where nothing may be kept, a line says so and the rest works."""
    reader.open(f"{PACK}#practice")
    reader.see(".note")
    reader.click(".practice .question.shown label")
    reader.click(".practice .check")
    reader.see(".practice .question.shown .told-mark")
    reader.click(".modes a[href$=rehearse]")
    reader.type(".rehearse textarea", ANSWER)
    reader.click(".rehearse .look")
    reader.see(".tally tbody tr", 4)
    reader.type(".rehearse .keep-form [type=text]", TITLE)
    reader.click(".keep-take")
    reader.see(".kept-take")


def one_file(reader: Reader) -> None:
    """The single file works from a disk: home, a pattern, its practice, Today and the way back."""
    reader.open("index.html")
    reader.click(".here .card a")
    reader.see(".here .evaluate .candidate", 2)
    reader.click(".here .modes a[href$=practice]")
    right = reader.wait(RIGHT, "practice")
    reader.click(f".here .practice .question.shown label:has([value='{right}'])")
    reader.click(".here .practice .check")
    reader.see(".here .practice .question.shown .told-mark")
    reader.ask("() => history.back()")
    reader.see(".here .evaluate")
    reader.ask("() => history.back()")
    reader.click(".start-today")
    reader.see(".here .session-item")
    reader.press("1", "Enter")
    reader.see(".here .session .told-mark")
    reader.open("index.html")
    reader.see(".start-today")
    assert reader.ask(KEPT) > 0


def search_in_all(reader: Reader) -> None:
    """A pattern that the home page does not show is found, in a script that comes when it is asked for, and opened."""
    reader.open("index.html")
    title = f"Pattern {CARDS}"
    assert title not in reader.texts(".card a")
    reader.type("#find", f"case{CARDS}x")
    reader.wait("() => document.querySelectorAll('.card:not([hidden])').length === 1")
    assert reader.text(".card:not([hidden]) a") == title
    reader.click(".card:not([hidden]) a")
    reader.see(".evaluate .candidate", 2)
    assert reader.text("h1") == title


FLOWS = {
    "evaluate": Flow(evaluate),
    "practise": Flow(practise),
    "test": Flow(take_a_test),
    "rehearse": Flow(rehearse),
    "record": Flow(record),
    "today": Flow(today),
    "keys": Flow(keys),
    "hand out": Flow(hand_out, prints=True),
    "in the dark": Flow(in_the_dark, dark=True),
    "from the right": Flow(from_the_right, site="arabic"),
    "without storage": Flow(without_storage, denied=True),
    "search in all": Flow(search_in_all, site="large", scheme="file"),
    "one file": Flow(one_file, site="single", scheme="file"),
}
