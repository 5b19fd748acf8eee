"""Firefox, driven by WebDriver BiDi: it speaks that itself, and Debian has no geckodriver."""

import json
import re
import subprocess
from base64 import b64decode
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from websockets.sync.client import ClientConnection, connect

from engines.tab import ANSWERED, KEYS, SIZE, HungError, RefusedError, at_home, clicked, found, pressed, saved_in

LISTENS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
PREFERENCES = """
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("app.normandy.enabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("media.navigator.streams.fake", true);
user_pref("media.navigator.permission.disabled", true);
"""
"""Nothing is looked up elsewhere; and a microphone that beeps, with leave to use it."""
SCHEME = "layout.css.prefers-color-scheme.content-override"
COOKIES = "network.cookie.cookieBehavior"
REJECT_ALL = 2
"""What denies pages everything in which something can be kept."""


@contextmanager
def firefox(folder: Path) -> Iterator["Firefox"]:
    """Start Firefox without a window, at home in a folder."""
    program = found("firefox-esr", "firefox-esr")
    profile = folder / "profile"
    profile.mkdir()
    (profile / "user.js").write_text(PREFERENCES, encoding="utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    command += ["--remote-allow-system-access"]  # By which preferences change while it runs.
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=at_home(folder), **quiet) as process:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if listening := LISTENS.search(line):
                break
        else:
            raise AssertionError("".join(said))
        reading = Thread(target=deque, args=(process.stderr, 0), daemon=True)  # A full pipe would hold it up.
        reading.start()
        with connect(f"{listening[1]}/session", max_size=None, proxy=None) as socket:
            browser = Firefox(socket, folder, process)
            yield browser
            browser.end()
        reading.join(ANSWERED)  # Nobody may read what is closed.


class Firefox:
    """A session of WebDriver BiDi."""

    def __init__(self, socket: ClientConnection, home: Path, process: "subprocess.Popen[str]") -> None:
        """Begin the session, and ask to be told what consoles are told."""
        self._socket = socket
        self.home, self.process = home, process
        self.patience, self._hangs = ANSWERED, False
        self._number = 0
        self.noise: dict[str, list[str]] = defaultdict(list)
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded"])
        self._window = self.ask("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"][0]["context"]

    def ask(self, method: str, **parameters: Any) -> Any:
        """Send a command; give its result."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            message = self._heard(method)
            if message["type"] == "event":
                entry = message["params"]
                self.noise[entry["source"].get("context", "")].append(str(entry["text"]))
            elif message["type"] == "error" and message["id"] == self._number:
                raise RefusedError(f"{method}: {message['message']}")
            elif message["id"] == self._number:
                return message["result"]

    def _heard(self, method: str) -> Any:
        try:
            return json.loads(self._socket.recv(timeout=self.patience))
        except TimeoutError as error:
            self._hangs = True
            raise HungError(method) from error

    def end(self) -> None:
        """Close the browser; what hangs is killed, and what it started ends with it."""
        if self._hangs:
            self.process.kill()
        else:
            self.ask("browser.close")

    def run(self, context: str, expression: str) -> Any:
        """Evaluate an expression in a page, or in a window of the browser; wait for what it promises."""
        target = {"context": context}
        answer = self.ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise RefusedError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def prefer(self, name: str, value: int) -> None:
        """Set a preference."""
        self.run(self._window, f"Services.prefs.setIntPref({json.dumps(name)}, {value})")

    @contextmanager
    def tab(self, dark: bool, denied: bool) -> Iterator["FirefoxTab"]:
        """Open a page; `dark` is what its reader prefers, and where storage is `denied` nothing may be kept."""
        self.prefer(SCHEME, 0 if dark else 1)
        self.prefer(COOKIES, REJECT_ALL if denied else 0)
        profile = self.ask("browser.createUserContext")["userContext"]
        page = self.ask("browsingContext.create", type="tab", userContext=profile)["context"]
        tab = FirefoxTab(self, page)
        tab.resize(*SIZE)
        try:
            yield tab
        finally:
            if not self._hangs:
                self.ask("browser.removeUserContext", userContext=profile)


class FirefoxTab:
    """A browsing context."""

    def __init__(self, browser: Firefox, context: str) -> None:
        """Take a context that is open."""
        self._browser, self._context = browser, context

    def _ask(self, method: str, **parameters: Any) -> Any:
        return self._browser.ask(method, context=self._context, **parameters)

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self._ask("browsingContext.navigate", url=address, wait="complete")

    def run(self, expression: str) -> str:
        """Evaluate an expression that promises a text; give the text."""
        return str(self._browser.run(self._context, expression))

    def click(self, x: float, y: float) -> None:
        """Press and release the mouse at a place of what is seen."""
        self._ask("input.performActions", actions=clicked(x, y))

    def press(self, key: str) -> None:
        """Press and release a key."""
        self._ask("input.performActions", actions=pressed(KEYS.get(key, key)))

    def write(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        self._ask("input.performActions", actions=pressed(*text))

    def give(self, selector: str, file: Path) -> None:
        """Choose a file in a field."""
        (field,) = self._ask("browsingContext.locateNodes", locator={"type": "css", "value": selector})["nodes"]
        self._ask("input.setFiles", element={"sharedId": field["sharedId"]}, files=[str(file)])

    def saved(self, name: str) -> Path | None:
        """Give the file that a page saved under a name, where that is done."""
        return saved_in(self._browser.home, name)

    def resize(self, width: int, height: int) -> None:
        """Change how much of a page is seen."""
        self._ask("browsingContext.setViewport", viewport={"width": width, "height": height})

    def printed(self) -> bytes:
        """Print, as a PDF file."""
        return b64decode(self._ask("browsingContext.print", page={"width": 21.0, "height": 29.7})["data"])

    def noise(self) -> list[str]:
        """Give all that the console was told; an answer comes after what was told before it."""
        self.run("''")
        return self._browser.noise[self._context]
