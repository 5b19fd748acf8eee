"""What every engine offers: pages in a profile that nobody used before, with real clicks and keys."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any, Protocol

import pytest

SIZE = (1280, 800)
"""Width and height of what is seen of a page, in pixels."""
ANSWERED = 45.0
"""How long a browser is waited for that was told something, in seconds: only one that hangs takes so long."""
KEYS = {
    **{"ArrowDown": "\ue015", "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "ArrowUp": "\ue013"},
    **{"Enter": "\ue007", "Escape": "\ue00c"},
}
"""Keys by their names, as WebDriver writes them."""


class RefusedError(Exception):
    """The browser did not do what it was told, which may be right while a page is leaving."""


class HungError(Exception):
    """The browser gave no answer at all: its driver, or the engine behind it, is locked up."""


class Tab(Protocol):
    """A page in a profile of its own."""

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    def run(self, expression: str) -> str:
        """Evaluate an expression that promises a text; give the text."""

    def click(self, x: float, y: float) -> None:
        """Press and release the mouse at a place of what is seen."""

    def press(self, key: str) -> None:
        """Press and release a key: a sign, or one of `KEYS`."""

    def write(self, text: str) -> None:
        """Press the keys of a text, one after the other."""

    def give(self, selector: str, file: Path) -> None:
        """Choose a file in a field."""

    def saved(self, name: str) -> Path | None:
        """Give the file that a page saved under a name, where that is done."""

    def resize(self, width: int, height: int) -> None:
        """Change how much of a page is seen."""

    def printed(self) -> bytes:
        """Print, as a PDF file."""

    def noise(self) -> list[str]:
        """Give all that the console was told, by pages and about them."""


def clicked(x: float, y: float) -> list[dict[str, Any]]:
    """Give a click as WebDriver and WebDriver BiDi write it."""
    place = {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}
    presses = [{"type": f"pointer{way}", "button": 0} for way in ("Down", "Up")]
    return [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [place, *presses]}]


def pressed(*keys: str) -> list[dict[str, Any]]:
    """Give keys, one after the other, as WebDriver and WebDriver BiDi write them."""
    presses = [{"type": f"key{way}", "value": key} for key in keys for way in ("Down", "Up")]
    return [{"type": "key", "id": "keyboard", "actions": presses}]


def at_home(home: Path) -> dict[str, str]:
    """Give variables by which a browser keeps all that is its own in a folder, and saves files there."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith("XDG_")}, "HOME": str(home)}


def saved_in(home: Path, name: str) -> Path | None:
    """Find a file that a browser saved; while it is written, it has another name or is empty."""
    return next((file for file in home.rglob(name) if file.stat().st_size), None)


def found(program: str, package: str, *folders: str) -> str:
    """Give the path of a program, else leave the test out and say how to get it; CI has all of them."""
    path = shutil.which(program, path=os.pathsep.join([os.environ.get("PATH", ""), *folders]))
    if path is None or sys.platform != "linux":
        reason = f"no {program} here: apt-get install {package}"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return path
