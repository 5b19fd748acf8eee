"""A client that asks too early, too late, for nonsense, or for everything at once gets an answer each time."""

import json
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
    stream = language_server.process.stdin
    assert stream
    stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    assert language_server.change(PACK, text) == []


def test_what_is_refused_is_no_line_of_the_log(tmp_path: Path) -> None:
    write_sample(tmp_path)
    with Client(tmp_path, environment(tmp_path)) as client:
        client.open(PACK)
        assert client.ask("textDocument/rename", _asked(client, "rename", 0, 0))["error"]["code"] == _REFUSED
        client.notify("$/cancelRequest", {"id": 4711})
        assert client.end() == 0
        assert "logMessage" not in json.dumps(client.seen)
