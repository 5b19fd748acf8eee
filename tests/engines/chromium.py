"""Chromium, driven by Playwright as in all other tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Download, Error, Page

from engines.tab import SIZE, RefusedError

DENIED = """for (const name of ["localStorage", "indexedDB"]) {
    Object.defineProperty(self, name, {get() { throw new DOMException("denied", "SecurityError") }});
}"""


class Chromium:
    """A browser that is there already."""

    def __init__(self, browser: Browser) -> None:
        """Take the browser of all tests."""
        self._browser = browser

    @contextmanager
    def tab(self, dark: bool, denied: bool) -> Iterator["ChromiumTab"]:
        """Open a page; `dark` is what its reader prefers, and where storage is `denied` nothing may be kept."""
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        context = self._browser.new_context(color_scheme=scheme, viewport={"width": SIZE[0], "height": SIZE[1]})
        if denied:
            context.add_init_script(DENIED)
        try:
            yield ChromiumTab(context.new_page())
        finally:
            context.close()


class ChromiumTab:
    """A page of Playwright."""

    def __init__(self, page: Page) -> None:
        """Listen to what the page complains about."""
        self._page = page
        self._noise: list[str] = []
        page.on("console", lambda message: self._noise.append(message.text))
        page.on("pageerror", lambda error: self._noise.append(str(error)))
        self._downloads: dict[str, Download] = {}
        page.on("download", lambda download: self._downloads.update({download.suggested_filename: download}))

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._page.goto(address)

    def run(self, expression: str) -> str:
        """Evaluate an expression that promises a text; give the text."""
        try:
            return str(self._page.evaluate(expression))
        except Error as error:
            raise RefusedError(error.message) from error

    def click(self, x: float, y: float) -> None:
        """Press and release the mouse at a place of what is seen."""
        self._page.mouse.click(x, y)

    def press(self, key: str) -> None:
        """Press and release a key."""
        self._page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        self._page.keyboard.type(text)

    def give(self, selector: str, file: Path) -> None:
        """Choose a file in a field."""
        self._page.locator(selector).set_input_files(file)

    def saved(self, name: str) -> Path | None:
        """Give the file that a page saved under a name, where that is done."""
        self._page.evaluate("0")  # Events are heard while something is asked.
        return self._downloads[name].path() if name in self._downloads else None

    def resize(self, width: int, height: int) -> None:
        """Change how much of a page is seen."""
        self._page.set_viewport_size({"width": width, "height": height})

    def printed(self) -> bytes:
        """Print, as a PDF file."""
        return self._page.pdf(prefer_css_page_size=True, format="A4")

    def noise(self) -> list[str]:
        """Give all that the console was told."""
        return self._noise
