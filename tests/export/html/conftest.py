"""The sample library as exporters get it, its site on disk, and a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from ruamel.yaml import YAML

from lpkit.corpus.content import Corpus, arrange
from lpkit.export import load_exporter
from lpkit.model import Library, Pack

SAMPLE = Path(__file__).parent.parent / "sample"
BROWSER_OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Load the sample as it is, without the checks of the core."""
    yaml = YAML(typ="safe")
    packs = [Pack.model_validate(yaml.load(file)) for file in sorted(SAMPLE.glob("*/*.yaml"))]
    return arrange([(Library.model_validate(yaml.load(SAMPLE / "library.yaml")), packs)])


@pytest.fixture(scope="session")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site of the sample."""
    folder = tmp_path_factory.mktemp("site")
    for artifact in load_exporter("html").render(corpus, {}):
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.content)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of the system, never one that Playwright downloads."""
    chromium = shutil.which("chromium")
    if chromium is None:
        reason = "no chromium here: apt-get install chromium"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=BROWSER_OPTIONS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser profile that nobody used before."""
    context = browser.new_context()
    context.set_default_timeout(5000)
    yield context
    context.close()
