"""Packs, questions, candidates and fix-its under other ids: the editor is told to write what `lpkit mv` writes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client import PACK, Client, Message, environment

from project import Run, write_sample

LIBRARY = "packs/library.yaml"
LOCK = "packs/library.lock"
EDITS = {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename", "delete"]}}

THEN = {"SOURCE_DATE_EPOCH": "1772323200"}


@pytest.fixture
def published(tmp_path: Path, lpkit: Run) -> Path:
    """Write the sample with a lock and with retired ids that name what is there."""
    folder = tmp_path / "published"
    pack = write_sample(folder)
    text = pack.read_text(encoding="utf-8")
    pack.write_text(f"{text}retired: [{{id: old, reason: Unclear., replaced_by: alarm-trial}}]\n", encoding="utf-8")
    library = folder / LIBRARY
    library.write_text(
        library.read_text(encoding="utf-8") + "retired: [{id: gone, reason: Merged., replaced_by: noisy-alarm}]\n",
        encoding="utf-8",
    )
    assert lpkit("lock", "--time", "2026-02-01", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def server(published: Path) -> Iterator[Client]:
    """Start a server for an editor that renames files."""
    with Client(published, {**environment(published), **THEN}, workspace=EDITS) as client:
        client.open(PACK)
        yield client


def _place(text: str, words: str) -> Message:
    before, _, after = words.partition("|")
    offset = text.index(before + after) + len(before)
    start = text.rfind("\n", 0, offset) + 1
    return {"line": text.count("\n", 0, offset), "character": offset - start}


def _asked(client: Client, words: str, new: str = "x") -> Message:
    text = (client.folder / PACK).read_text(encoding="utf-8")
    return {"textDocument": {"uri": client.uri(PACK)}, "position": _place(text, words), "newName": new}


def _applied(text: str, edits: list[Message]) -> str:
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, key=lambda edit: edit["range"]["start"]["line"], reverse=True):
        start, end = (starts[edit["range"][key]["line"]] + edit["range"][key]["character"] for key in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


def _apply(folder: Path, edit: Message) -> None:
    """Write what an editor would write."""
    changes: list[Any] = edit.get("documentChanges") or [
        {"textDocument": {"uri": uri}, "edits": edits} for uri, edits in edit["changes"].items()
    ]
    for change in changes:
        if change.get("kind") == "rename":
            Path(change["oldUri"].removeprefix("file://")).rename(change["newUri"].removeprefix("file://"))
            continue
        file = Path(change["textDocument"]["uri"].removeprefix("file://"))
        file.write_text(_applied(file.read_text(encoding="utf-8"), change["edits"]), encoding="utf-8")
    assert folder.is_dir()


def _files(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): file.read_text(encoding="utf-8")
        for file in sorted((folder / "packs").rglob("*"))
        if file.is_file()
    }


@pytest.mark.parametrize(
    ("words", "new", "command"),
    [
        ("id: noisy|-alarm", "quiet-alarm", ("mv", "noisy-alarm", "quiet-alarm")),
        (
            "  - id: alarm|-trial",
            "first-trial",
            ("mv", "noisy-alarm/alarm-trial", "noisy-alarm", "--id", "first-trial"),
        ),
        ("replaced_by: alarm|-trial", "trial", ("mv", "noisy-alarm/alarm-trial", "noisy-alarm", "--id", "trial")),
    ],
)
def test_it_writes_what_lpkit_mv_writes(
    server: Client, published: Path, lpkit: Run, words: str, new: str, command: tuple[str, ...]
) -> None:
    other = published.parent / "other"
    shutil.copytree(published, other)
    assert lpkit(*command, cwd=other, **THEN).returncode == 0
    before = _files(published)
    asked = _asked(server, words, new)
    assert server.request("textDocument/prepareRename", asked)["start"]["line"] == asked["position"]["line"]
    _apply(published, server.request("textDocument/rename", asked))
    assert _files(published) == _files(other) != before
    assert "formerly:" in next(text for name, text in _files(published).items() if "alarm" in name)
    assert lpkit("check", "--fail-on", "info", cwd=published).returncode == 0


def test_unsaved_texts_are_what_is_renamed(server: Client) -> None:
    text = (server.folder / PACK).read_text(encoding="utf-8").replace("title: Quiet", "title: Calm")
    server.change(PACK, text)
    changes = server.request("textDocument/rename", _asked(server, "  - id: alarm|-trial", "trial"))["changes"]
    written = _applied(text, changes[server.uri(PACK)])
    assert "title: Calm" in written
    assert "formerly: [noisy-alarm/alarm-trial]" in written


def test_candidates_and_fix_its_are_renamed_until_they_are_published(server: Client, published: Path) -> None:
    taken = [
        server.ask("textDocument/rename", _asked(server, words, new))["error"]["message"]
        for words, new in (("    candidate: |a\n    before", "first"), ("  - id: ow|n-start", "owner"))
    ]
    assert all("was published" in message for message in taken), taken
    (published / LOCK).unlink()
    changes = server.request("textDocument/rename", _asked(server, "    candidate: |a\n    before", "first"))["changes"]
    assert list(changes) == [server.uri(PACK)]
    assert len(changes[server.uri(PACK)]) >= 3
    again = server.ask("textDocument/rename", _asked(server, "    candidate: |a\n    before", "alarm-trial"))
    assert "is there already" in again["error"]["message"]


@pytest.mark.parametrize(
    ("words", "new", "said"),
    [
        ("id: noisy|-alarm", "gone", "is taken in this library, or retired"),
        ("  - id: alarm|-trial", "old", "is taken in"),
        ("  - id: alarm|-trial", "Trial", "is no id"),
    ],
)
def test_a_name_that_cannot_be_is_refused(server: Client, words: str, new: str, said: str) -> None:
    assert said in server.ask("textDocument/rename", _asked(server, words, new))["error"]["message"]


def test_an_editor_that_renames_no_files_is_told_what_does(published: Path) -> None:
    with Client(published, environment(published)) as client:
        client.open(PACK)
        answer = client.ask("textDocument/rename", _asked(client, "id: noisy|-alarm", "quiet-alarm"))
    assert "lpkit mv noisy-alarm quiet-alarm" in answer["error"]["message"]


def test_a_half_written_pack_is_not_renamed(server: Client) -> None:
    text = (server.folder / PACK).read_text(encoding="utf-8")
    server.change(PACK, f"{text}broken: [\n")
    answer = server.ask("textDocument/rename", _asked(server, "id: noisy|-alarm", "quiet-alarm"))
    assert "error" in answer


def test_a_former_name_leads_to_its_lines_in_the_lock(server: Client, published: Path, lpkit: Run) -> None:
    assert lpkit("mv", "noisy-alarm/alarm-trial", "noisy-alarm", "--id", "trial", cwd=published).returncode == 0
    text = (published / PACK).read_text(encoding="utf-8")
    server.change(PACK, text)
    (found,) = server.request("textDocument/definition", _asked(server, "formerly: [noisy-alarm/|alarm-trial"))
    assert found["uri"] == server.uri(LOCK)
    line = (published / LOCK).read_text(encoding="utf-8").splitlines()[found["range"]["start"]["line"]]
    assert line.startswith("question noisy-alarm/trial ")
    (found,) = server.request("textDocument/definition", _asked(server, "replaced_by: tri|al"))
    assert "id: trial" in text.splitlines()[found["range"]["start"]["line"]]


def test_what_lies_beside_the_library_is_written_on_request(server: Client, published: Path) -> None:
    (published / LOCK).unlink()
    everywhere = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
    asked = {"textDocument": {"uri": server.uri(PACK)}, "range": everywhere}
    kinds = {"diagnostics": [], "only": ["source"]}
    found = server.request("textDocument/codeAction", {**asked, "context": kinds})
    assert [action["kind"] for action in found] == ["source.createLock.lpkit", "source.writeSchema.lpkit"]
    for action in found:
        server.request("workspace/executeCommand", action["command"])
        server.wait(lambda message: message.get("method") == "window/showMessage")
    assert "question noisy-alarm/alarm-trial" in (published / LOCK).read_text(encoding="utf-8")
    assert (published / "packs/pack.schema.json").is_file()
    assert server.request("textDocument/codeAction", {**asked, "context": kinds}) == []
