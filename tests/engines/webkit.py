"""WebKitGTK, driven by WebDriver: its small browser needs a display, which Xvfb is, and tells its console to nobody."""

import json
import os
import re
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from engines.tab import ANSWERED, KEYS, SIZE, HungError, RefusedError, at_home, clicked, found, pressed, saved_in

DENYING = ["--enable-html5-local-storage=false", "--enable-html5-database=false"]
MICROPHONE = ["--enable-media-stream=true", "--enable-mock-capture-devices=true"]
UNACCELERATED = {"WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
"""There is no graphics card behind this display, and to play one takes half as much processor time again."""
OVERHEARING = """(() => {
    const heard = (words) => (window.name = JSON.stringify([...JSON.parse(window.name || "[]"), String(words)]));
    addEventListener("error", ({ message, target }) => heard(message ?? `not loaded: ${target.outerHTML}`), true);
    addEventListener("unhandledrejection", ({ reason }) => heard(reason));
    addEventListener("securitypolicyviolation", (event) => heard(`${event.violatedDirective} ${event.blockedURI}`));
    for (const kind of ["debug", "error", "info", "log", "warn"]) console[kind] = (...words) => heard(words.join(" "));
})();"""
"""Keeps what a console would be told in the name of the window, which outlasts the page."""
TELLING = "(() => { const heard = window.name || '[]'; window.name = ''; return heard })()"
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content="[^"]*script-src )([^"]*">)')


def overheard(html: str) -> str:
    """Let a page keep what it complains about: a first script, with leave of its own in the policy."""
    leave = f"'sha256-{b64encode(sha256(OVERHEARING.encode()).digest()).decode()}' "
    changed, times = _POLICY.subn(lambda meta: f"{meta[1]}{leave}{meta[2]}<script>{OVERHEARING}</script>", html)
    assert times == 1, "a page has one policy"
    return changed


@contextmanager
def webkit(folder: Path) -> Iterator["WebKit"]:
    """Start a display that nobody sees, and the driver, at home in a folder."""
    # The small browser is in no search path.
    folders = (str(path.parent) for path in Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser"))
    browser = found("MiniBrowser", "webkit2gtk-driver", *folders)
    driver, display = found("WebKitWebDriver", "webkit2gtk-driver"), found("Xvfb", "xvfb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with ExitStack() as stack:
        screen = [display, "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
        server = _started(stack, screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert server.stdout is not None
        place = {"DISPLAY": f":{server.stdout.readline().strip()}", "GDK_BACKEND": "x11", **UNACCELERATED}
        options = {"env": {**at_home(folder), **place}, "stderr": subprocess.DEVNULL, "start_new_session": True}
        process = _started(stack, [driver, f"--port={port}"], **options)
        stack.callback(_kill, process)
        started = WebKit(f"http://127.0.0.1:{port}", browser, folder, process)
        while not started.is_ready():
            try:
                process.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError("the driver of WebKit ended at once")
        yield started


def _started(stack: ExitStack, command: list[str], **options: Any) -> "subprocess.Popen[str]":
    """Start a process that ends with the stack."""
    process: subprocess.Popen[str] = stack.enter_context(subprocess.Popen(command, **options))
    stack.callback(process.terminate)
    return process


def _kill(process: "subprocess.Popen[str]") -> None:
    """End a process with all that it started: what hangs hears no other signal."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


class WebKit:
    """The driver, which answers at an address."""

    def __init__(self, address: str, browser: str, home: Path, process: "subprocess.Popen[str]") -> None:
        """Take a driver that is starting, and the browser that it is to start."""
        self._address, self._browser, self.home, self.process = address, browser, home, process
        self.patience, self._hangs = ANSWERED, False

    def ask(self, path: str, method: str = "POST", **parameters: Any) -> Any:
        """Send a command; give its result."""
        data = json.dumps(parameters).encode() if method == "POST" else None
        request = urllib.request.Request(self._address + path, data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=self.patience) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RefusedError(f"{path}: {json.load(error)['value']['message']}") from error
        except TimeoutError as error:
            self._hangs = True
            raise HungError(path) from error

    def is_ready(self) -> bool:
        """Tell whether the driver listens already."""
        try:
            return bool(self.ask("/status", "GET")["ready"])
        except urllib.error.URLError:
            return False

    @contextmanager
    def tab(self, dark: bool, denied: bool) -> Iterator["WebKitTab"]:
        """Open a page; `dark` is what its reader prefers, and where storage is `denied` nothing may be kept."""
        options = ["--automation", *MICROPHONE, *(["--dark-mode"] if dark else []), *(DENYING if denied else [])]
        wanted = {"webkitgtk:browserOptions": {"binary": self._browser, "args": options}}
        session = f"/session/{self.ask('/session', capabilities={'alwaysMatch': wanted})['sessionId']}"
        tab = WebKitTab(self, session)
        tab.resize(*SIZE)
        try:
            yield tab
        finally:
            if not self._hangs:
                self.ask(session, "DELETE")


class WebKitTab:
    """A session of WebDriver."""

    def __init__(self, driver: WebKit, session: str) -> None:
        """Take a session that has begun."""
        self._driver, self._session = driver, session
        self._noise: list[str] = []

    def _ask(self, path: str, **parameters: Any) -> Any:
        return self._driver.ask(self._session + path, **parameters)

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self.noise()
        self._ask("/url", url=address)

    def run(self, expression: str) -> str:
        """Evaluate an expression that promises a text; give the text."""
        return str(self._ask("/execute/sync", script=f"return {expression}", args=[]))

    def click(self, x: float, y: float) -> None:
        """Press and release the mouse at a place of what is seen."""
        self._ask("/actions", actions=clicked(x, y))

    def press(self, key: str) -> None:
        """Press and release a key."""
        self._ask("/actions", actions=pressed(KEYS.get(key, key)))

    def write(self, text: str) -> None:
        """Press the keys of a text, one after the other."""
        self._ask("/actions", actions=pressed(*text))

    def give(self, selector: str, file: Path) -> None:
        """Choose a file in a field."""
        (field,) = self._ask("/element", using="css selector", value=selector).values()
        self._ask(f"/element/{field}/value", text=str(file))

    def saved(self, name: str) -> Path | None:
        """Give the file that a page saved under a name, where that is done."""
        return saved_in(self._driver.home, name)

    def resize(self, width: int, height: int) -> None:
        """Change how much of a page is seen."""
        inner = json.loads(self.run("JSON.stringify([outerWidth - innerWidth, outerHeight - innerHeight])"))
        self._ask("/window/rect", width=width + inner[0], height=height + inner[1])

    def printed(self) -> bytes:
        """Say that this driver does not print."""
        raise RefusedError("WebKitWebDriver has no command to print")

    def noise(self) -> list[str]:
        """Give all that the pages complained about, as `overheard` lets them keep it."""
        self._noise += json.loads(
            self.run("(() => { const heard = window.name || '[]'; window.name = ''; return heard })()")
        )
        return self._noise
