"""The site of docs/: built without a warning, up to date with the code, whole, and it loads nothing from elsewhere."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from lpkit.diagnostic import rule_page
from lpkit.rules import all_rules
from pages import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from project import Once


def test_generated_pages_are_up_to_date() -> None:
    command = [sys.executable, "docs/generate", "--check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


class _Anchors(HTMLParser):
    """The ids of a page, where it leads, and what it loads from where."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.loaded: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids.add(given.get("id") or "")
        if tag == "a":
            self.links.add(given.get("href") or "")
        if tag in {"script", "img", "iframe"} or given.get("rel") in {"stylesheet", "preload", "preconnect", "icon"}:
            self.loaded |= {value for name in ("src", "href") if (value := given.get(name))}


@pytest.fixture(scope="session")
def site(once: "Once") -> Path:
    """Build the site as CI does."""

    # Without the variable, the theme tells about its successor on every run.
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}

    def build(folder: Path) -> None:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder / "site")]
        result = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stdout + result.stderr) == (0, "")

    return once("docs", build) / "site"


def test_every_rule_has_the_page_that_its_url_names(site: Path) -> None:
    served = "https://docs.example.org/lpkit"
    for rule in all_rules():
        address = rule_page(served, rule.code)
        assert address == rule_page(f"{served}/", rule.code)
        page = (site / address.removeprefix(f"{served}/")).read_text(encoding="utf-8")
        assert f"<title>{rule.code} {rule.name} - lpkit</title>" in page


MARK = re.compile(r"!\[(?P<text>[^]]*)\]\((?P<file>[^)#\s]+)(?P<scheme>#only-(?:light|dark))?\)")
IMAGES = ROOT / "docs/images"
LARGEST, TOUR = 80_000, 700_000
"""Bytes of a picture, and of all those of the tour in one scheme: pages with them still open at once on a phone."""


def test_pictures_are_there_are_small_and_say_what_they_show() -> None:
    shown: dict[str, set[str]] = {}
    for page in (ROOT / "docs").rglob("*.md"):
        for mark in MARK.finditer(page.read_text(encoding="utf-8")):
            file = (page.parent / mark["file"]).resolve()
            assert len(mark["text"].split()) > 5, f"{page}: {mark[0]}"
            assert file.stem.endswith(f"-{mark['scheme'][6:]}") if mark["scheme"] else True, mark[0]
            shown.setdefault(file.relative_to(IMAGES).as_posix(), set()).add(f"{page.name}: {mark['text']}")
    assert shown.keys() == {file.relative_to(IMAGES).as_posix() for file in IMAGES.rglob("*") if file.is_file()}
    assert [name for name in shown if (IMAGES / name).stat().st_size > LARGEST] == []
    assert sum(file.stat().st_size for file in IMAGES.glob("tour-*-light.webp")) <= TOUR
    for name, texts in shown.items():
        other = name.replace("-light.", "-dark.") if "-light." in name else name.replace("-dark.", "-light.")
        assert shown.get(other) == texts, f"{name} without its pair"


def test_every_page_is_two_clicks_from_home_and_is_found_by_search(site: Path) -> None:
    pages = {file for file in site.rglob("*.html") if file.name != "404.html"}
    near = {site / "index.html"}
    for _ in range(2):
        near |= {target for page in near for target in _links(page)}
    assert pages - near == set()
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"]: entry["title"] for entry in index["docs"] if entry["text"] or entry["title"]}
    for page in pages:
        source = (ROOT / "docs" / page.relative_to(site)).with_suffix(".md").read_text(encoding="utf-8")
        assert f"# {found[page.relative_to(site).as_posix()]}\n" in source


@cache
def _links(page: Path) -> frozenset[Path]:
    """Give the pages to which a page leads by its text or its tabs, without the list at its side, which opens first."""
    text = page.read_text(encoding="utf-8")
    anchors = _Anchors()
    for begin, end in (("<article", "</article>"), ('<nav class="md-tabs"', "</nav>")):
        anchors.feed(f"{begin}{text.partition(begin)[2].partition(end)[0]}{end}")
    files = (name.partition("#")[0] for name in anchors.links)
    return frozenset((page.parent / name).resolve() for name in files if name.endswith(".html") and ":" not in name)


def test_every_page_is_in_the_navigation_or_the_list_of_rules(site: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    rules = (ROOT / "docs/rules/index.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        name = page.relative_to(ROOT / "docs").as_posix()
        assert f": {name}\n" in text or f"]({page.name})" in rules, name
        assert (site / name).with_suffix(".html").is_file()
    assert not (site / "generate").exists()


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.html"):
        anchors = _Anchors()
        anchors.feed(file.read_text(encoding="utf-8"))
        assert [name for name in anchors.loaded if re.match(r"(https?:)?//", name)] == [], file


class _Quiet(SimpleHTTPRequestHandler):
    def log_request(self, *args: object) -> None:
        """Say nothing: requests are no news."""


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Serve the site from this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_a_reader_comes_from_a_rule_to_all_and_finds_another(site: Path, address: str, browser: "Browser") -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "rules/lp204.html").as_uri())
    page.get_by_role("article").get_by_role("link", name="all rules").click()
    page.get_by_role("heading", level=1, name=re.compile("^Rules")).wait_for()
    page.goto(f"{address}index.html")
    search = page.get_by_role("textbox", name="Search")
    search.click()
    # What is typed before the index is there gets lost.
    page.get_by_text("Type to start searching").wait_for()
    search.press_sequentially("near-duplicate-question")
    page.locator(".md-search-result a[href*='rules/lp409.html']").first.wait_for()
    page.close()
    assert [url for url in asked if not url.startswith(("file:", address))] == []
