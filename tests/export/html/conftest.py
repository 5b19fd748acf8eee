"""The site of the sample on disk, and browser profiles that nobody used before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from lpkit.export import Corpus
from playing import write_site
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
