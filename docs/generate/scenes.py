"""What the pictures show: a project, and what a reader does with it until the picture is taken."""

import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Literal

from playwright.sync_api import Locator, Page

with warnings.catch_warnings():
    # The generated protobuf modules of the anki package warn on newer versions of Python.
    warnings.simplefilter("ignore", DeprecationWarning)
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
Scene = Callable[[Page, Path, Scheme], AbstractContextManager[None]]
"""Brings a page into the state that is to be seen; what it started ends with the context."""

PACK = "packs/interview-practice/ownership/quiet-a-noisy-alarm.yaml"
LIBRARY = Path(__file__).parents[2] / "packs/amazon-lp"
HOME = "dist/html/index.html"
SITE = "dist/html/packs/interview-practice/quiet-a-noisy-alarm.html"
REVIEWER = "body { margin: 20px } body.nightMode { background-color: #2c2c2c; color: #fcfcfc }"
"""What Anki's own style sheet says of a card."""
BESIDE = "#sides { display: grid; grid-template-columns: 1fr 1fr; gap: 32px }"
SCORES = {
    "my manager": ({"Structure": 15, "Ownership signal": 34, "Impact": 17}, "Hire"),
    "I counted": ({"Structure": 16, "Ownership signal": 45, "Impact": 27}, "Strong Hire"),
}
"""What the reader of the picture gives to the answers with these words: the first one sounds better than it is."""
ANSWER = (
    "The backup alarm had rung every night since winter. I counted four weeks of it: 28 alarms, and 26 of them were a"
    " disk that was slow and not full. We agreed to raise the limit. I tried it beside the old one for 14 nights, and"
    " it rang twice."
)
OWN = "In spring I wrote down how often the alarm rang at night"


def sample_project(folder: Path) -> Path:
    """Write the project of `lpkit init` and build it; in `tour` stands the site of this repository's own library."""
    named = ["--title", "Interview Practice", "--id", "interview-practice", "--no-git"]
    for command in (["init", ".", *named], ["build"], ["export", "html", str(LIBRARY), "-o", "tour"]):
        subprocess.run([sys.executable, "-m", "lpkit", *command], cwd=folder, check=True, capture_output=True)
    return folder


def beginning(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Today: what the first page has to do for a reader who begins."""
    page.goto((project / HOME).as_uri())
    page.locator(".today details summary").first.click()
    return nullcontext()


def rehearsing(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Rehearse: the reader's own answer, and what it counts beside what is looked for."""
    page.goto(f"{(project / SITE).as_uri()}#rehearse")
    page.locator(".rehearse textarea").first.fill(ANSWER)
    page.locator(".rehearse .look").click()
    show(page.locator(".rehearse .field").first)
    return nullcontext()


def rewriting(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Learn: a passage, the reader's own rewrite, and the reference that then opens."""
    page.goto(f"{(project / SITE).as_uri()}#learn")
    page.locator(".open-learn").click()
    fix_it = page.locator("#fix-it-own-start")
    fix_it.locator("textarea").fill(OWN)
    fix_it.locator(".compare").click()
    show(fix_it)
    return nullcontext()


def scoring(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Evaluate: the reader's scores beside the expert's."""
    page.goto(f"{(project / SITE).as_uri()}#evaluate")
    for words, (points, verdict) in SCORES.items():
        sheet = page.locator(".candidate").filter(has_text=words).locator(".scoring")
        for title, number in points.items():
            sheet.get_by_label(re.compile(f"^{title}.*number$")).fill(str(number))
        sheet.get_by_text(verdict, exact=True).click()
    page.locator(".open-rubric").click()
    show(page.locator(".compared").filter(has_text="Candidate A"))
    return nullcontext()


def practising(page: Page, project: Path, _: Scheme) -> AbstractContextManager[None]:
    """Practice: a question that was answered wrong, with its solution."""
    page.goto(f"{(project / SITE).as_uri()}#practice")
    page.locator(".practice .options label", has_text="Earn Trust").click()
    page.locator(".practice .check").click()
    show(page.locator(".practice .question.shown"))
    return nullcontext()


@contextmanager
def serving(page: Page, project: Path, _: Scheme) -> Iterator[None]:
    """Write: the page of `lpkit serve` while a total is not the sum."""
    file = project / PACK
    right = file.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "lpkit", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE, text=True) as server:
        try:
            address = re.findall(r"http://\S+/", server.stderr.readline() if server.stderr else "")[0]
            page.goto(f"{address}packs/interview-practice/quiet-a-noisy-alarm.html")
            file.write_text(right.replace("structure: 12", "structure: 13"), encoding="utf-8")
            page.get_by_text("LP204").first.wait_for()
            yield
        finally:
            file.write_text(right, encoding="utf-8")
            server.terminate()


def recalling(page: Page, project: Path, scheme: Scheme) -> AbstractContextManager[None]:
    """Recall: both sides of a card, as Anki itself renders them."""
    front, back, style = _card(project)
    night = " nightMode night_mode" if scheme == "dark" else ""
    page.set_content(
        f'<!doctype html><html class="{night}"><meta charset="utf-8"><style>{REVIEWER}{style}{BESIDE}</style>'
        f'<body class="card card1{night}"><div id="sides"><div id="qa">{front}</div><div>{back}</div></div>'
    )
    return nullcontext()


def _card(project: Path) -> tuple[str, str, str]:
    collection = Collection(str(project / "learner.anki2"))
    try:
        package = str(project / "dist/anki/interview-practice.apkg")
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
        )
        card = collection.get_card(collection.find_cards('note:"lpkit Fix-it"')[0])
        sides = card.render_output()
    finally:
        collection.close()
    return sides.question_text, sides.answer_text, sides.css


def show(part: Locator, above: int = 72) -> None:
    """Scroll until a part is so many pixels below the top, as a rule below the bar of the modes."""
    part.evaluate("(part, above) => scrollTo(0, part.getBoundingClientRect().top + scrollY - above)", above)


SCENES: dict[str, tuple[tuple[int, int], Scene]] = {
    "today": ((820, 640), beginning),
    "rehearse": ((820, 860), rehearsing),
    "write": ((820, 460), serving),
    "learn": ((820, 430), rewriting),
    "evaluate": ((820, 640), scoring),
    "practice": ((820, 640), practising),
    "card": ((820, 420), recalling),
}
"""The pictures by name, each with width and height in pixels of the style sheet."""
