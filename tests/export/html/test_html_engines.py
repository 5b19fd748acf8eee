"""Three engines run the main flows of the site: Chromium, Firefox and WebKitGTK, by real clicks and keys."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
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
from engines.tab import HungError
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


Play = Callable[[Callable[[Any], None]], None]
"""What plays something in an engine."""


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


class Engines:
    """The engines that run, each started when it is first asked for: a parameter would start it for each test."""

    def __init__(self, folder: Callable[[str], Path]) -> None:
        """Begin without any; `folder` makes one for an engine."""
        self._folder = folder
        self._running: dict[str, tuple[ExitStack, Any]] = {}

    def give(self, name: str) -> Any:
        """Give an engine that runs."""
        if name not in self._running:
            stack = ExitStack()
            start = {"firefox": firefox, "webkit": webkit}[name]
            self._running[name] = stack, stack.enter_context(start(self._folder(name)))
        return self._running[name][1]

    def end(self, name: str) -> None:
        """End an engine, where it runs."""
        if name in self._running:
            stack, _ = self._running.pop(name)
            stack.close()

    def play(self, name: str, act: Callable[[Any], None]) -> None:
        """Play something; once more in a fresh engine where it hangs: a page that makes it hang does so again."""
        try:
            act(self.give(name))
        except HungError:
            self.end(name)
            act(self.give(name))


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engines]:
    """Give the engines, which end with the module."""
    engines = Engines(tmp_path_factory.mktemp)
    yield engines
    for name in ENGINES:
        engines.end(name)


@pytest.fixture
def play(request: pytest.FixtureRequest, engines: Engines) -> Play:
    """Give what plays something in an engine."""
    if request.param == "chromium":
        chromium = Chromium(request.getfixturevalue("browser"))
        return lambda act: act(chromium)
    return partial(engines.play, request.param)


@pytest.fixture
def kind(request: pytest.FixtureRequest) -> str:
    """Give the folder of the sites that an engine is shown."""
    return "overheard" if request.node.callspec.params["play"] == "webkit" else "as they are"


@pytest.mark.parametrize(("play", "name"), CASES, indirect=["play"])
def test_a_flow(play: Play, name: str, kind: str, sites: Path, server: str) -> None:
    flow = FLOWS[name]
    base = f"{sites.as_uri()}/" if flow.scheme == "file" else server

    def act(engine: Any) -> None:
        with engine.tab(flow.dark, flow.denied) as tab:
            flow.play(Reader(tab, f"{base}{kind}/{flow.site}/"))
            assert tab.noise() == []

    play(act)


@pytest.mark.parametrize("play", ENGINES, indirect=True)
def test_what_a_page_complains_about_is_heard(play: Play, kind: str, server: str) -> None:
    def act(engine: Any) -> None:
        with engine.tab(dark=False, denied=False) as tab:
            reader = Reader(tab, f"{server}{kind}/site/")
            reader.open("faulty.html")
            reader.see("p")
            for word in ("said", "thrown", "rejected", "style-src"):
                assert any(word in words for words in tab.noise()), (word, tab.noise())

    play(act)


@pytest.mark.parametrize("play", ENGINES, indirect=True)
def test_the_style_sheet_is_understood(
    play: Play, kind: str, sites: Path, server: str, request: pytest.FixtureRequest
) -> None:
    """A rule or a declaration that an engine does not know is dropped as if nobody had written it."""
    name = request.node.callspec.params["play"]
    style = (sites / kind / "site/assets/pack.css").read_text(encoding="utf-8")
    foreign = 0 if name == "firefox" else style.count("::-moz-")

    def act(engine: Any) -> None:
        with engine.tab(dark=False, denied=False) as tab:
            reader = Reader(tab, f"{server}{kind}/site/")
            reader.open(PACK)
            sheets = (file.read_text(encoding="utf-8") for file in (sites / kind / "site/assets").glob("*.css"))
            dropped = reader.ask(UNKNOWN, sorted(set(DECLARATION.findall("\n".join(sheets)))))
            assert {what for what, _ in dropped} <= DROPPED[name], dropped
            assert reader.ask(RULES) == style.count("{") - foreign

    play(act)


def stopped(engine: Any, server: str) -> None:
    """Ask an engine whose process stands still."""
    with engine.tab(dark=False, denied=False) as tab:
        os.kill(engine.process.pid, signal.SIGSTOP)
        engine.patience = 1
        Reader(tab, server).open("faulty.html")


@pytest.mark.parametrize("name", ["firefox", "webkit"])
def test_an_engine_that_hangs_is_ended_and_played_once_more(
    name: str, server: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    engines = Engines(tmp_path_factory.mktemp)
    processes = []

    def act(engine: Any) -> None:
        processes.append(engine.process)
        if len(processes) == 1:
            stopped(engine, server)
        with engine.tab(dark=False, denied=False) as tab:
            Reader(tab, f"{server}overheard/site/").open("index.html")

    engines.play(name, act)
    first, second = processes
    assert (first.poll(), second.poll()) == (-signal.SIGKILL, None)
    with pytest.raises(HungError):
        engines.play(name, partial(stopped, server=server))
    engines.end(name)
