"""What a reader does on a page, in any engine: looks, clicks what can be clicked, types, and waits for what follows."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

from engines.tab import RefusedError, Tab
from project import PATIENCE

SEEN = """const seen = (selector) => [...document.querySelectorAll(selector)].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length);"""
"""What a page shows of what a selector names."""
PLACE = """(selector) => {
    const element = seen(selector)[0];
    if (!element || element.disabled) return null;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getClientRects()[0];
    const [x, y] = [left + width / 2, top + height / 2];
    const hit = document.elementFromPoint(x, y);
    return hit && (element.contains(hit) || hit.contains(element)) ? [x, y] : null;
}"""
"""Where an element is that nothing covers."""


class Reader:
    """Somebody before a browser."""

    def __init__(self, tab: Tab, site: str) -> None:
        """Sit down before an empty page; `site` is the address of the pages, with a slash at its end."""
        self.tab, self._site = tab, site
        self._pause = Event()

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.tab.open(self._site + path)

    def ask(self, script: str, *arguments: object) -> Any:
        """Call a function in the page; `seen(selector)` gives the elements that are shown."""
        given = ", ".join(json.dumps(argument) for argument in arguments)
        return json.loads(
            self.tab.run(f"(async () => {{ {SEEN} return JSON.stringify((await ({script})({given})) ?? null) }})()")
        )

    def wait(self, script: str, *arguments: object) -> Any:
        """Call a function in the page until what it gives is true; give that."""
        return self._until(lambda: self.ask(script, *arguments), f"{script} with {arguments}")

    def _until(self, give: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + PATIENCE / 1000
        last: object = None
        while time.monotonic() < end:
            try:
                last = give()
            except RefusedError as error:  # The page may be leaving.
                last = error
            if last and not isinstance(last, RefusedError):
                return last
            self._pause.wait(0.02)
        raise AssertionError(f"waited in vain for {what}: {last}")

    def see(self, selector: str, count: int | None = None) -> None:
        """Wait until something is shown, and no more than `count` of it where that is said."""
        self.wait(
            "(selector, count) => count === null ? seen(selector).length : seen(selector).length === count",
            selector,
            count,
        )

    def count(self, selector: str) -> int:
        """Count what is shown."""
        return int(self.ask("(selector) => seen(selector).length", selector))

    def texts(self, selector: str) -> list[str]:
        """Give the texts of what is shown, with single blanks."""
        texts: list[str] = self.ask("(selector) => seen(selector).map((element) => element.innerText)", selector)
        return [" ".join(text.split()) for text in texts]

    def text(self, selector: str) -> str:
        """Give the text of the one thing that is shown."""
        (text,) = self.texts(selector)
        return text

    def click(self, selector: str) -> None:
        """Click the first of what is shown, once it stands still and nothing covers it."""
        before, place = None, self.wait(PLACE, selector)
        while place != before:
            before, place = place, self.wait(PLACE, selector)
        self.tab.click(*place)

    def type(self, selector: str, text: str) -> None:
        """Click a field and write into it, in place of what it holds."""
        self.click(selector)
        self.wait("(selector) => seen(selector)[0] === document.activeElement", selector)
        self.ask("(selector) => seen(selector)[0].select()", selector)
        self.tab.write(text)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.tab.press(key)

    def give(self, selector: str, file: Path) -> None:
        """Choose a file in a field."""
        self.tab.give(selector, file)

    def saved(self, name: str) -> Path:
        """Wait for a file that a page saves."""
        file: Path = self._until(lambda: self.tab.saved(name), name)
        return file
