"""A client that asks too early, too late, for nonsense, or for everything at once gets an answer each time."""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from client import PACK, Client, environment

from project import write_sample

QUESTIONS = ("completion", "hover", "definition", "references", "prepareRename", "rename", "codeAction")
_IN_CONTEXT = ("references", "codeAction")
_REFUSED = -32803
_INVALID = -32602


@pytest.fixture
def text(language_server: Client) -> str:
    """Open the pack of the sample; gives its text."""
    language_server.open(PACK)
    return (language_server.folder / PACK).read_text(encoding="utf-8")


def _asked(client: Client, question: str, line: int, character: int) -> dict[str, Any]:
    place = {"line": line, "character": character}
    return {
        "textDocument": {"uri": client.uri(PACK)},
        "position": place,
        "range": {"start": place, "end": place},
        "newName": "another-name",
        **({"context": {"diagnostics": [], "includeDeclaration": True}} if question in _IN_CONTEXT else {}),
    }


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("cut", [1, 2])
def test_each_place_of_a_pack_has_an_answer(language_server: Client, text: str, question: str, cut: int) -> None:
    """The second time the pack ends in its middle."""
    half = text[: len(text) // cut]
    language_server.change(PACK, half)
    for line, row in enumerate(half.split("\n")):
        for character in {0, len(row) // 3, len(row) // 2, len(row), len(row) + 9}:
            answer = language_server.ask(f"textDocument/{question}", _asked(language_server, question, line, character))
            assert answer.get("error", {"code": _REFUSED})["code"] == _REFUSED, (line, character, answer)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("place", [(-1, 0), (0, -1), ("a", 0), (0, None), (0, 2**40)])
def test_a_place_that_cannot_be_is_refused(
    language_server: Client, text: str, question: str, place: tuple[int, int]
) -> None:
    answer = language_server.ask(f"textDocument/{question}", _asked(language_server, question, *place))
    assert answer["error"]["code"] == _INVALID
    assert language_server.change(PACK, text) == []


def test_a_server_that_was_shut_down_says_so(tmp_path: Path) -> None:
    write_sample(tmp_path)
    with Client(tmp_path, environment(tmp_path)) as client:
        client.open(PACK)
        client.request("shutdown", None)
        assert client.ask("textDocument/hover", _asked(client, "hover", 0, 0))["error"]["code"] == -32600
        client.notify("exit", None)
        assert client.process.wait(60) == 0


def test_three_hundred_quick_edits_end_with_the_last_one(language_server: Client, text: str) -> None:
    for number in range(300):
        language_server.type(PACK, text.replace("minutes: 2", f"minutes: 2{number}"))
        language_server.notify("$/cancelRequest", {"id": number})
    found = language_server.change(PACK, text.replace("total: 19", "total: 20"))
    assert [entry["code"] for entry in found] == ["LP204"]
    assert language_server.change(PACK, text) == []


@pytest.mark.parametrize("body", [b"{no", b"[]", b"null", b'{"jsonrpc":"2.0"}', b'{"jsonrpc":"2.0","id":"a"}', b"{}"])
def test_what_is_no_message_is_passed_over(language_server: Client, text: str, body: bytes) -> None:
    language_server.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert language_server.change(PACK, text) == []


_LATER = b'{"jsonrpc": "2.0", "id": "later", "method": "textDocument/none"}'


@pytest.mark.parametrize(
    "header",
    [
        b"content-length: %d\r\n\r\n",
        b"Content-Length:%d \r\n\r\n",
        b"Content-Length: %d\n\n",
        b"Content-Type: application/vscode-jsonrpc\r\nCONTENT-LENGTH : %d\r\n\r\n",
    ],
)
def test_a_header_is_read_however_it_is_written(language_server: Client, header: bytes) -> None:
    language_server.write(header % len(_LATER) + _LATER)
    assert language_server.wait(lambda message: message.get("id") == "later")["error"]["code"] == -32601


@pytest.mark.parametrize("length", [b"0", b"-5", b"five", b"1000000000000", b"9" * 30, b"9" * 5000, b"5", b"60"])
def test_a_wrong_length_costs_no_more_than_two_messages(language_server: Client, text: str, length: bytes) -> None:
    language_server.write(b"Content-Length: " + length + b"\r\n\r\n" + _LATER)
    language_server.notify("$/lost", {})
    assert language_server.change(PACK, text) == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (b'{"jsonrpc": "2.0", "id": 4711, "method": "none/such"}', -32601),
        (b'{"jsonrpc": "2.0", "id": 4711, "method": null}', -32600),
        (b'{"jsonrpc": "2.0", "id": 4711, "method": ["shutdown"]}', -32600),
        (b'{"jsonrpc": "1.0", "id": 4711, "method": "shutdown"}', -32600),
        (b'{"id": 4711, "method": "shutdown", "params": null}', -32600),
        (b'{"jsonrpc": "2.0", "id": 4711, "method": "initialize", "params": {"capabilities": {}}}', -32600),
    ],
)
def test_who_asks_wrongly_is_told(language_server: Client, text: str, asked: bytes, code: int) -> None:
    language_server.write(b"Content-Length: %d\r\n\r\n" % len(asked) + asked)
    assert language_server.wait(lambda message: message.get("id") == 4711)["error"]["code"] == code
    assert language_server.change(PACK, text) == []


def test_nothing_is_done_before_the_beginning(tmp_path: Path) -> None:
    """The protocol has a code for it (ServerNotInitialized); what asks for no answer is dropped."""
    write_sample(tmp_path)
    with Client(tmp_path, environment(tmp_path), begin=False) as client:
        for method, params in (("textDocument/hover", _asked(client, "hover", 0, 0)), ("shutdown", None), ("x/y", {})):
            assert client.ask(method, params)["error"]["code"] == -32002
        document = {"uri": client.uri(PACK), "languageId": "yaml", "version": 1, "text": "id: ["}
        client.notify("textDocument/didOpen", {"textDocument": document})
        client.begin({})
        assert client.open(PACK) == []
        assert [entry["version"] for entry in client.history if entry["uri"] == client.uri(PACK)] == [1]
        assert "logMessage" not in json.dumps(client.seen)
        assert client.end() == 0


def test_who_leaves_without_a_shutdown_is_told_by_the_exit_code(tmp_path: Path) -> None:
    with Client(tmp_path, environment(tmp_path)) as client:
        client.notify("exit", None)
        assert client.process.wait(60) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to processes elsewhere")
def test_an_interrupt_ends_a_server_that_waits(tmp_path: Path) -> None:
    with Client(tmp_path, environment(tmp_path)) as client:
        client.process.send_signal(signal.SIGINT)
        assert client.process.wait(60) == -signal.SIGINT


@pytest.mark.skipif(sys.platform == "win32", reason="there are no FIFOs")
def test_a_file_that_was_never_opened_is_not_read_for_a_change_of_nothing(tmp_path: Path) -> None:
    write_sample(tmp_path)
    os.mkfifo(tmp_path / "packs/ownership/fifo.yaml")
    with Client(tmp_path, environment(tmp_path)) as client:
        document = {"uri": client.uri("packs/ownership/fifo.yaml"), "version": 1}
        client.notify("textDocument/didChange", {"textDocument": document, "contentChanges": []})
        assert client.open(PACK) == []


def test_a_change_of_nothing_is_a_version_too(language_server: Client, text: str) -> None:
    uri = language_server.uri(PACK)
    language_server.change(PACK, text.replace("total: 19", "total: 20"))
    document = {"uri": uri, "version": 90_000}
    language_server.notify("textDocument/didChange", {"textDocument": document, "contentChanges": []})
    found = language_server.published(PACK, lambda params: params.get("version") == 90_000)
    assert [entry["code"] for entry in found] == ["LP204"]


_LONG = "a" * 300


@pytest.mark.parametrize(
    "uri", ["file:///a%00b.yaml", "file:///a\ud800.yaml", "file://[::1/x.yaml", f"file:///{_LONG}/x.yaml"]
)
def test_an_address_that_no_file_can_have_harms_no_other(language_server: Client, text: str, uri: str) -> None:
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    language_server.notify("textDocument/didOpen", {"textDocument": document})
    asked = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 1}}
    assert "error" not in language_server.ask("textDocument/hover", asked)
    for command in ("lpkit.lock", "lpkit.schema"):
        answer = language_server.ask("workspace/executeCommand", {"command": command, "arguments": [uri]})
        assert answer.get("error", {"code": _REFUSED})["code"] == _REFUSED, answer
    language_server.notify("workspace/didChangeWatchedFiles", {"changes": []})
    assert language_server.change(PACK, text) == []
    language_server.notify("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_what_cannot_be_read_is_a_refusal(tmp_path: Path) -> None:
    write_sample(tmp_path)
    released = tmp_path / "packs/library.released"
    with released.open("wb") as stream:
        stream.truncate(50_000_000_000)
    with Client(tmp_path, environment(tmp_path)) as client:
        client.open(PACK)
        asked = {"command": "lpkit.fixAll", "arguments": [client.uri(PACK)]}
        answer = client.ask("workspace/executeCommand", asked)
        assert answer["error"]["code"] == _REFUSED
        assert "too large" in answer["error"]["message"]


def test_what_is_refused_is_no_line_of_the_log(tmp_path: Path) -> None:
    write_sample(tmp_path)
    with Client(tmp_path, environment(tmp_path)) as client:
        client.open(PACK)
        assert client.ask("textDocument/rename", _asked(client, "rename", 0, 0))["error"]["code"] == _REFUSED
        client.notify("$/cancelRequest", {"id": 4711})
        assert client.end() == 0
        assert "logMessage" not in json.dumps(client.seen)
