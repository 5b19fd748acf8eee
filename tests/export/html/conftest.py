"""The site of the sample on disk, and browser profiles that nobody used before."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from lpkit.export import Corpus
from lpkit.model import Probe
from playing import with_second_pack, write_site
from project import PATIENCE


@pytest.fixture(scope="session")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the sample."""
    return write_site(corpus, tmp_path_factory.mktemp("site"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser profile that nobody used before."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture(scope="session")
def rehearsed(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site of two packs whose first candidate is asked two questions."""
    probes = [Probe(ask=ask, reply="Nobody.", shows="What it shows.") for ask in ("Who asked?", "And then?")]
    (shelf,) = with_second_pack(corpus).shelves
    packs = []
    for pack in shelf.packs:
        first, *rest = pack.evaluate.candidates
        candidates = [first.model_copy(update={"probes": probes}), *rest]
        packs.append(pack.model_copy(update={"evaluate": pack.evaluate.model_copy(update={"candidates": candidates})}))
    return write_site(Corpus((shelf._replace(packs=tuple(packs)),)), tmp_path_factory.mktemp("rehearsed"))


@pytest.fixture
def opened(context: BrowserContext, rehearsed: Path) -> Iterator[Callable[[str], Page]]:
    """Give what opens pages of the site, which are to complain about nothing."""
    noise: list[str] = []
    context.on("weberror", lambda error: noise.append(str(error.error)))
    context.on("console", lambda message: noise.append(message.text))

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.goto((rehearsed / path.partition("#")[0]).as_uri() + path[len(path.partition("#")[0]) :])
        return page

    yield open_page
    assert noise == []
