"""A client of `lpkit lsp` over its standard input and output, which knows nothing of what the server is made of."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

PATIENCE = 120
"""Seconds after which an answer is taken to be missing: only a test that fails waits so long."""

PACK = "packs/ownership/noisy-alarm.yaml"
"""The pack of the sample."""

Message = dict[str, Any]


def environment(folder: Path) -> dict[str, str]:
    """Give an environment in which nothing is kept outside a folder."""
    return {**os.environ, "LPKIT_CACHE": "off", "HOME": str(folder)}


class Client:
    """Starts the server in a folder and talks to it; everything that it says is kept in order."""

    command: Sequence[str] = (sys.executable, "-m", "lpkit", "lsp")

    def __init__(
        self, folder: Path, environment: dict[str, str] | None = None, *, begin: bool = True, **capabilities: Any
    ) -> None:
        self.process = subprocess.Popen(
            [*self.command], cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.folder = folder
        self.seen: list[Message] = []
        self.history: list[Message] = []
        """All that was published, in its order."""
        self._heard: queue.Queue[Message | None] = queue.Queue()
        self._number = 0
        self._versions: dict[str, int] = {}
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if begin:
            self.begin(capabilities)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        """End the server, however the test went."""
        self.process.kill()
        self._listener.join(PATIENCE)
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            with suppress(BrokenPipeError):
                stream.close() if stream else None

    def begin(self, capabilities: Message) -> None:
        """Say what this client is able to, and keep what the server answers."""
        asked = {"capabilities": capabilities, "processId": None, "rootUri": self.folder.as_uri()}
        self.server = self.request("initialize", asked)["capabilities"]
        self.notify("initialized", {})

    def request(self, method: str, params: Any) -> Any:
        """Ask, and give the result."""
        answer = self.ask(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def ask(self, method: str, params: Any) -> Message:
        """Ask, and give the answer as it is."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == number and "method" not in message)

    def notify(self, method: str, params: Any) -> None:
        """Tell."""
        self._send({"method": method, "params": params})

    def uri(self, name: str) -> str:
        """Give the address of a file in the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str | None = None) -> list[Message]:
        """Open a file, or a text in its place; give its faults."""
        said = (self.folder / name).read_text(encoding="utf-8") if text is None else text
        uri = self.uri(name)
        self._versions[uri] = self._versions.get(uri, 0) + 1
        document = {"uri": uri, "languageId": "yaml", "version": self._versions[uri], "text": said}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return self.faults(name)

    def change(self, name: str, text: str) -> list[Message]:
        """Give a file another text; give its faults."""
        self.type(name, text)
        return self.faults(name)

    def type(self, name: str, text: str) -> None:
        """Give a file another text, and wait for nothing."""
        uri = self.uri(name)
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def close(self, name: str) -> None:
        """Close a file."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def faults(self, name: str) -> list[Message]:
        """Wait for the faults of the present version of a file."""
        uri = self.uri(name)
        version = self._versions[uri]
        return self.published(name, lambda params: params.get("version") == version)

    def published(self, name: str, fits: Callable[[Message], bool]) -> list[Message]:
        """Wait for faults of a file that fit."""
        uri = self.uri(name)

        def is_it(message: Message) -> bool:
            params = message.get("params", {})
            return message.get("method") == "textDocument/publishDiagnostics" and params["uri"] == uri and fits(params)

        found: list[Message] = self.wait(is_it)["params"]["diagnostics"]
        return found

    def wait(self, fits: Callable[[Message], bool]) -> Message:
        """Wait for the next message that fits, among those that were not waited for yet."""
        for place, message in enumerate(self.seen):
            if fits(message):
                # What was said of the same file before is out of date.
                self.seen[: place + 1] = [entry for entry in self.seen[:place] if not _same_file(entry, message)]
                return message
        while True:
            heard = self._heard.get(timeout=PATIENCE)
            assert heard is not None, "the server ended"
            if heard.get("method") == "textDocument/publishDiagnostics":
                self.history.append(heard["params"])
            if "id" in heard and "method" in heard:
                self._send({"id": heard["id"], "result": self.answer(heard)})
            if fits(heard):
                self.seen = [entry for entry in self.seen if not _same_file(entry, heard)]
                return heard
            self.seen.append(heard)

    def answer(self, request: Message) -> Any:
        """Answer what the server asks."""
        return {"applied": True} if request["method"] == "workspace/applyEdit" else None

    def end(self) -> int:
        """Shut the server down as an editor does; give its exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(PATIENCE)

    def write(self, letters: bytes) -> None:
        """Write to the server whatever this is."""
        assert self.process.stdin
        self.process.stdin.write(letters)
        self.process.stdin.flush()

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
                line = stream.readline()
            self._heard.put(json.loads(stream.read(length)))
        self._heard.put(None)


def _same_file(one: Message, other: Message) -> bool:
    uris = [message.get("params", {}).get("uri") for message in (one, other)]
    return uris[0] is not None and uris[0] == uris[1]
