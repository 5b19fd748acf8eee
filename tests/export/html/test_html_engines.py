"""Three engines run the main flows of the site: Chromium, Firefox and WebKitGTK, by real clicks and keys."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flows import FLOWS, PACK
from test_html_large import large
from test_html_today import three_packs

from engines.chromium import Chromium
from engines.firefox import firefox
from engines.reader import Reader
from engines.webkit import overheard, webkit
from lpkit.corpus.content import arrange
from lpkit.export import Corpus
from lpkit_exporters.html.listing import CARDS
from lpkit_exporters.html.policy import site_policy
from playing import write_site

ENGINES = ("chromium", "firefox", "webkit")
CASES = [
    (engine, name) for engine in ENGINES for name, flow in FLOWS.items() if not (flow.prints and engine == "webkit")
]
"""The driver of WebKit has no command to print."""
FAULTY = f"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{site_policy()}">
<title>A page at fault</title><p style="color: red">It complains.</p><script src="faulty.js"></script></html>"""
FAULTS = """console.log("said");
setTimeout(() => { throw new Error("thrown") });
Promise.reject(new Error("rejected"));
"""

DECLARATION = re.compile(r"[{;]([a-z][a-z-]*):([^;{}]+?)(?:!important)?(?=[;}])")
UNKNOWN = """(declarations) => declarations.filter(([name, value]) => {
    const own = getComputedStyle(document.documentElement);
    return !CSS.supports(name, value.replace(/var\\((--[\\w-]+)\\)/g, (_, variable) => own.getPropertyValue(variable)));
})"""
"""Declarations that an engine drops; what has a variable in it is found to be wrong only when it is used."""
RULES = """() => {
    const count = (rules) => [...rules].reduce((sum, rule) => sum + 1 + count(rule.cssRules ?? []), 0);
    return count(document.styleSheets[0].cssRules);
}"""
DROPPED = {
    "chromium": {"size"},
    "firefox": {"size", "orphans", "text-size-adjust", "widows"},
    "webkit": {"size", "box-decoration-break", "field-sizing", "forced-color-adjust", "text-size-adjust"},
}
"""What an engine does without: `size` is for `@page` alone and `text-size-adjust` for phones, Firefox lets a paragraph
break anywhere on paper, and WebKit knows one of these under a name of its own, no forced colours,
and no fields that grow with their text: there they scroll."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing about requests."""


@pytest.fixture(scope="module")
def sites(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sites that are looked at; in a second folder those that keep what they complain about."""
    folder = tmp_path_factory.mktemp("engines")
    (shelf,) = corpus.shelves
    three = three_packs(corpus)
    arabic = arrange([(shelf.library.model_copy(update={"language": "ar"}), shelf.packs)])
    plain = folder / "as they are"
    write_site(three, plain / "site")
    write_site(three, plain / "single", {"single-file": "true"})
    write_site(arabic, plain / "arabic")
    write_site(large(corpus, CARDS + 1), plain / "large")
    (plain / "site/faulty.html").write_text(FAULTY, encoding="utf-8")
    (plain / "site/faulty.js").write_text(FAULTS, encoding="utf-8")
    for file in plain.rglob("*.*"):
        copy = folder / "overheard" / file.relative_to(plain)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text(encoding="utf-8")
        copy.write_text(overheard(text) if file.suffix == ".html" else text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server(sites: Path) -> Iterator[str]:
    """Serve the sites; give their address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(sites))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """Give what starts an engine, once for all flows: a parameter beside another would start it for each."""
    with ExitStack() as stack:

        @cache
        def start(name: str) -> Any:
            engine = {"firefox": firefox, "webkit": webkit}[name]
            return stack.enter_context(engine(tmp_path_factory.mktemp(name)))

        yield start


@pytest.fixture
def engine(request: pytest.FixtureRequest, started: Callable[[str], Any]) -> Any:
    """Give an engine that runs."""
    return Chromium(request.getfixturevalue("browser")) if request.param == "chromium" else started(request.param)


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """Give the folder of the sites that an engine is shown."""
    return "overheard" if request.node.callspec.params["engine"] == "webkit" else "as they are"


@pytest.mark.parametrize(("engine", "name"), CASES, indirect=["engine"])
def test_a_flow(engine: Any, name: str, kind: str, sites: Path, server: str) -> None:
    flow = FLOWS[name]
    base = f"{sites.as_uri()}/" if flow.scheme == "file" else server
    with engine.tab(flow.dark, flow.denied) as tab:
        flow.play(Reader(tab, f"{base}{kind}/{flow.site}/"))
        assert tab.noise() == []


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_what_a_page_complains_about_is_heard(engine: Any, kind: str, server: str) -> None:
    with engine.tab(dark=False, denied=False) as tab:
        reader = Reader(tab, f"{server}{kind}/site/")
        reader.open("faulty.html")
        reader.see("p")
        for word in ("said", "thrown", "rejected", "style-src"):
            assert any(word in words for words in tab.noise()), (word, tab.noise())


@pytest.mark.parametrize("engine", ENGINES, indirect=True)
def test_the_style_sheet_is_understood(
    engine: Any, kind: str, sites: Path, server: str, request: pytest.FixtureRequest
) -> None:
    """A rule or a declaration that an engine does not know is dropped as if nobody had written it."""
    name = request.node.callspec.params["engine"]
    style = (sites / kind / "site/assets/pack.css").read_text(encoding="utf-8")
    foreign = 0 if name == "firefox" else style.count("::-moz-")
    with engine.tab(dark=False, denied=False) as tab:
        reader = Reader(tab, f"{server}{kind}/site/")
        reader.open(PACK)
        sheets = (file.read_text(encoding="utf-8") for file in (sites / kind / "site/assets").glob("*.css"))
        dropped = reader.ask(UNKNOWN, sorted(set(DECLARATION.findall("\n".join(sheets)))))
        assert {what for what, _ in dropped} <= DROPPED[name], dropped
        assert reader.ask(RULES) == style.count("{") - foreign
