"""What the editor is answered about the sample: a table of questions, asked of one server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client import PACK, Client, environment
from snippet import inserted

from project import write_sample

EVERYWHERE = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
LIBRARY = "packs/library.yaml"


@pytest.fixture(scope="module")
def text(language_server: Client) -> Iterator[str]:
    """Open the pack once; gives its text."""
    language_server.open(PACK)
    yield (language_server.folder / PACK).read_text(encoding="utf-8")
    language_server.close(PACK)


def _place(text: str, words: str) -> dict[str, int]:
    """Give the place of a bar within some words of a text."""
    before, _, after = words.partition("|")
    offset = text.index(before + after) + len(before)
    start = text.rfind("\n", 0, offset) + 1
    return {"line": text.count("\n", 0, offset), "character": offset - start}


def _document(client: Client, name: str = PACK) -> dict[str, Any]:
    return {"textDocument": {"uri": client.uri(name)}}


def _applied(text: str, edits: list[dict[str, Any]]) -> str:
    """Give a text of the basic plane with edits, as an editor makes them."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def offset(place: dict[str, int]) -> int:
        return min(starts[min(place["line"], len(starts) - 1)] + place["character"], len(text))

    for edit in sorted(edits, key=lambda edit: offset(edit["range"]["start"]), reverse=True):
        start, end = (offset(edit["range"][key]) for key in ("start", "end"))
        text = text[:start] + edit["newText"] + text[end:]
    return text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("principle: owner|ship", "Takes on what nobody assigned."),
        ("level: sde|-1", "SDE 1"),
        ("verdict: no-h|ire", "No Hire runs from 0 to 59"),
        ("marker: manager-d|irected", "verdict at most No Hire"),
        ("score_first: [ownership_s|ignal]", "Steps taken unasked."),
        ("{structure: 12, owner|ship_signal: 4", "up to 50 points"),
        ("total: 8|9", "verdict: Strong Hire at 89, margin 5"),
        ("candidate: |b", "everybody swiped it away"),
    ],
)
def test_hovers_tell_what_an_id_stands_for(language_server: Client, text: str, words: str, told: str) -> None:
    asked = {**_document(language_server), "position": _place(text, words)}
    assert told in language_server.request("textDocument/hover", asked)["contents"]["value"]


def test_hover_over_prose_tells_nothing(language_server: Client, text: str) -> None:
    asked = {**_document(language_server), "position": _place(text, "Quiet a No|isy Alarm")}
    assert language_server.request("textDocument/hover", asked) is None


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        (
            "principle: ownership",
            "principle: |",
            {"ownership": "Ownership"},
        ),
        ("level: sde-1", "level: s|", {"sde-1": "SDE 1", "sde-2": "SDE 2"}),
        (
            "total: 89\n      verdict: strong-hire",
            "total: 89\n      verdict: |",
            {"hire": "Hire", "no-hire": "No Hire"},
        ),
        ("- marker: manager-directed", "- marker: |", {"manager-directed": "Manager-directed task"}),
        ("rubric: behavioral", "rubric: |", {"behavioral": "Structure, Ownership signal, Impact"}),
        ("score_first: [ownership_signal]", "score_first: [impact, |]", {"structure": "Structure, up to 20"}),
        ("model_answer:", "model_answer:\n  candidate: |\n#", {"a": None, "b": None}),
        (
            "scores: {structure: 12, ownership_signal: 4, impact: 3}",
            "scores:\n        |",
            {"impact": "Impact, up to 30"},
        ),
        ("title: Quiet a Noisy Alarm", "title: |", {}),
        ("prompt: Tell me", "prompt: : [|Tell", {}),
    ],
)
def test_completion_offers_ids_with_their_titles(
    language_server: Client, text: str, old: str, new: str, offered: dict[str, str | None]
) -> None:
    before, _, after = new.partition("|")
    edited = text.replace(old, before + after, 1)
    language_server.change(PACK, edited)
    asked = {**_document(language_server), "position": _place(edited, new)}
    found = {entry["label"]: entry.get("detail") for entry in language_server.request("textDocument/completion", asked)}
    language_server.change(PACK, text)
    assert offered.items() <= found.items()
    assert bool(offered) == bool(found)


@pytest.mark.parametrize(
    ("old", "new", "label", "written"),
    [
        ("principle: ownership", "principle: own|ership", "customer-obsession", "principle: customer-obsession"),
        ("principle: ownership", 'principle: "own|ership"', "ownership", "principle: ownership"),
        ("principle: ownership", 'principle: "|"  # mine', "ownership", "principle: ownership  # mine"),
        ("principle: ownership", 'principle: "|', "ownership", "principle: ownership"),
        ("score_first: [ownership_signal]", "score_first: [own|er, impact]", "structure", "[structure, impact]"),
        ("{structure: 12, owner", "{str|: 12, owner", "impact", "scores: {impact: 12, owner"),
        ("{structure: 12, owner", "{structure: 12, |owner", "impact", "scores: {structure: 12, impact: 4, impact"),
        ("answer: Ownership", "answer: Ow|n this  # or", "Earn Trust", 'answer: "Earn Trust"  # or'),
        ("title: Quiet", "title: 😀 {principle: |Quiet", "", ""),
    ],
)
def test_what_is_completed_takes_the_place_of_the_whole_word(
    language_server: Client, text: str, old: str, new: str, label: str, written: str
) -> None:
    edited = text.replace(old, new.replace("|", ""), 1)
    language_server.change(PACK, edited)
    asked = {**_document(language_server), "position": _place(edited, new)}
    found = {entry["label"]: entry for entry in language_server.request("textDocument/completion", asked)}
    language_server.change(PACK, text)
    assert bool(found) == bool(label)
    if label:
        assert written in inserted(edited, found[label])


def test_a_place_far_below_the_text_is_its_end(language_server: Client, text: str) -> None:
    """Nobody waits: lines that are not there are not walked over."""
    language_server.change(PACK, f"{text}  - ")
    asked = {**_document(language_server), "position": {"line": 2**31 - 1, "character": 2**31 - 1}}
    found = language_server.request("textDocument/completion", asked)
    language_server.change(PACK, text)
    assert [entry["label"] for entry in found] == ["question"]
    assert found[0]["textEdit"]["range"]["start"] == {"line": text.count("\n"), "character": 4}


def test_an_answer_is_completed_from_the_options_of_its_question(language_server: Client, text: str) -> None:
    question = text[text.index("questions:") :]
    line = next(row for row in question.splitlines() if row.strip().startswith("answer: "))
    asked = {
        **_document(language_server),
        "position": _place(text, f"{line[: line.index(':') + 2]}|{line.strip()[8:]}"),
    }
    found = language_server.request("textDocument/completion", asked)
    assert line.strip()[8:] in [entry["label"] for entry in found]


@pytest.mark.parametrize(
    ("words", "file", "line"),
    [
        ("principle: owner|ship", LIBRARY, "{id: ownership,"),
        ("verdict: strong|-hire", LIBRARY, "{id: strong-hire,"),
        ("marker: manager-d|irected", LIBRARY, "- id: manager-directed"),
        ("{structure: 12, owner|ship_signal: 4", LIBRARY, "{id: ownership_signal,"),
        ("    candidate: |a\n    before", PACK, "      answer: >-"),
    ],
)
def test_definitions(language_server: Client, text: str, words: str, file: str, line: str) -> None:
    asked = {**_document(language_server), "position": _place(text, words)}
    (found,) = language_server.request("textDocument/definition", asked)
    assert found["uri"] == language_server.uri(file)
    lines = (language_server.folder / file).read_text(encoding="utf-8").splitlines()
    assert line in lines[found["range"]["start"]["line"]]


@pytest.mark.parametrize(
    ("words", "files"),
    [("verdict: strong|-hire", [LIBRARY, PACK]), ("    candidate: |a\n    before", [PACK, PACK, PACK])],
)
def test_references(language_server: Client, text: str, words: str, files: list[str]) -> None:
    asked = {**_document(language_server), "position": _place(text, words), "context": {"includeDeclaration": True}}
    found = language_server.request("textDocument/references", asked)
    assert sorted(place["uri"] for place in found) == sorted(map(language_server.uri, files))


@pytest.mark.parametrize(
    ("words", "new", "files"),
    [
        ("marker: manager-d|irected", "by-order", {LIBRARY: 1, PACK: 1}),
        ("score_first: [ownership_s|ignal]", "own_steps", {LIBRARY: 2, PACK: 3}),
        ("verdict: no-|hire", "no", {LIBRARY: 2, PACK: 1}),
    ],
)
def test_an_id_is_renamed_wherever_it_stands(
    language_server: Client, text: str, words: str, new: str, files: dict[str, int]
) -> None:
    asked = {**_document(language_server), "position": _place(text, words)}
    where = language_server.request("textDocument/prepareRename", asked)
    changes = language_server.request("textDocument/rename", {**asked, "newName": new})["changes"]
    assert {uri: len(edits) for uri, edits in changes.items()} == {
        language_server.uri(name): count for name, count in files.items()
    }
    assert where in [edit["range"] for edit in changes[language_server.uri(PACK)]]
    language_server.open(LIBRARY)
    library = (language_server.folder / LIBRARY).read_text(encoding="utf-8")
    language_server.change(LIBRARY, _applied(library, changes[language_server.uri(LIBRARY)]))
    found = language_server.change(PACK, _applied(text, changes[language_server.uri(PACK)]))
    language_server.change(PACK, text)
    language_server.close(LIBRARY)
    assert found == []


@pytest.mark.parametrize(
    ("words", "new", "said"),
    [
        ("verdict: no-|hire", "hire", "is there already"),
        ("verdict: no-|hire", "No Hire", "is no id"),
        ("title: Quiet a No|isy", "x", "no id here"),
        ("marker: manager-d|irected", "by-order", "was published"),
    ],
)
def test_a_name_that_cannot_be_is_refused(language_server: Client, text: str, words: str, new: str, said: str) -> None:
    lock = language_server.folder / "packs" / "library.lock"
    lock.write_text(f"marker manager-directed {'0' * 16} 2026-02-01T08:00:00Z\n", encoding="utf-8")
    asked = {**_document(language_server), "position": _place(text, words), "newName": new}
    answer = language_server.ask("textDocument/rename", asked)
    lock.unlink()
    assert said in answer["error"]["message"]


def test_outline_and_folds(language_server: Client, text: str) -> None:
    found = language_server.request("textDocument/documentSymbol", _document(language_server))
    names = {entry["name"]: entry for entry in found}
    assert list(names)[:3] == ["format", "id", "title"]
    (candidates,) = (each for each in names["evaluate"]["children"] if each["name"] == "candidates")
    assert [each["name"] for each in candidates["children"]] == ["a", "b"]
    folds = language_server.request("textDocument/foldingRange", _document(language_server))
    lines = text.splitlines()
    assert "evaluate:" in {lines[fold["startLine"]] for fold in folds}


def test_lenses_and_hints_reckon_while_somebody_types(language_server: Client, text: str) -> None:
    language_server.change(PACK, text.replace("ownership_signal: 46", "ownership_signal: 28"))
    lenses = language_server.request("textDocument/codeLens", _document(language_server))
    hints = language_server.request("textDocument/inlayHint", {**_document(language_server), "range": EVERYWHERE})
    language_server.change(PACK, text)
    assert [lens["command"]["title"] for lens in lenses] == [
        "verdict: No Hire at 19",
        "verdict: Hire at 71, margin 12 (the pack says Strong Hire)",
    ]
    assert [hint["label"].strip() for hint in hints] == ["sum 19", "sum 71"]


def _actions(client: Client, *kinds: str) -> list[dict[str, Any]]:
    context: dict[str, Any] = {"diagnostics": [], **({"only": list(kinds)} if kinds else {})}
    asked = {**_document(client), "range": EVERYWHERE, "context": context}
    found: list[dict[str, Any]] = client.request("textDocument/codeAction", asked)
    return found


def test_fixes_mend_and_suppressions_silence(language_server: Client, text: str) -> None:
    faulty = text.replace("total: 19", "total: 20").replace("level: sde-1", "levl: sde-1")
    assert {fault["code"] for fault in language_server.change(PACK, faulty)} == {"LP010", "LP204"}
    found = {action["title"]: action for action in _actions(language_server)}
    assert (
        list(found)
        == [
            'Rename the key to "level" (LP010)',
            'Write "19" (LP204): unsafe, it changes what is said',
            "Silence LP204 here, with a reason",
            "Fix all that is safe in this file",
        ]
        or "Silence LP010 here, with a reason" in found
    )
    assert [found[title].get("isPreferred") for title in list(found)[:2]] == [True, False]
    mended = faulty
    for title in list(found)[:2]:
        mended = _applied(mended, found[title]["edit"]["changes"][language_server.uri(PACK)])
    assert mended == text
    silent = _applied(faulty, found["Silence LP204 here, with a reason"]["edit"]["changes"][language_server.uri(PACK)])
    assert "LP204" not in [fault["code"] for fault in language_server.change(PACK, silent)]
    language_server.change(PACK, text)


def test_all_safe_fixes_are_made_at_once_by_the_editor(language_server: Client, text: str) -> None:
    faulty = text.replace("total: 19", "total: 20").replace("level: sde-1", "levl: sde-1")
    language_server.change(PACK, faulty)
    (action,) = _actions(language_server, "source.fixAll")
    language_server.request("workspace/executeCommand", action["command"])
    asked = next(message for message in language_server.seen if message.get("method") == "workspace/applyEdit")
    edits = asked["params"]["edit"]["changes"][language_server.uri(PACK)]
    assert _applied(faulty, edits) == text.replace("total: 19", "total: 20")
    language_server.change(PACK, text)


def test_an_edit_names_the_version_that_it_is_for(tmp_path: Path) -> None:
    """An editor that can tell leaves out an edit for a text that somebody has typed into meanwhile."""
    write_sample(tmp_path)
    with Client(tmp_path, environment(tmp_path), workspace={"workspaceEdit": {"documentChanges": True}}) as client:
        faulty = (tmp_path / PACK).read_text(encoding="utf-8").replace("level: sde-1", "levl: sde-1")
        client.open(PACK, faulty)
        client.change(PACK, f"{faulty}# more\n")
        fix, *_, every = _actions(client, "quickfix", "source.fixAll")
        client.request("workspace/executeCommand", every["command"])
        asked = next(message for message in client.seen if message.get("method") == "workspace/applyEdit")
        for edit in (fix["edit"], asked["params"]["edit"]):
            assert [change["textDocument"] for change in edit["documentChanges"]] == [
                {"uri": client.uri(PACK), "version": 2}
            ]


def test_formatting_is_that_of_fmt(language_server: Client, text: str) -> None:
    moved = text.replace("level: sde-1\nstatus: published\n", "status:   published\nlevel: sde-1\n")
    edits = []
    for said in (text, moved):
        language_server.change(PACK, said)
        asked = {**_document(language_server), "options": {"tabSize": 2, "insertSpaces": True}}
        edits.append(_applied(said, language_server.request("textDocument/formatting", asked)))
    language_server.change(PACK, text)
    assert edits[0] == edits[1]
    assert "\n\nconcepts:" in edits[0]


def test_the_lock_is_made_on_request(language_server: Client, text: str) -> None:
    lock = language_server.folder / "packs" / "library.lock"
    lock.write_text("", encoding="utf-8")
    language_server.notify("textDocument/didSave", _document(language_server))
    language_server.change(PACK, text)
    command = {"command": "lpkit.lock", "arguments": [language_server.uri(PACK)]}
    language_server.request("workspace/executeCommand", command)
    language_server.wait(lambda message: message.get("method") == "window/showMessage")
    assert "noisy-alarm" in lock.read_text(encoding="utf-8")
    lock.unlink()


@pytest.mark.parametrize("method", ["hover", "completion", "definition", "codeLens", "documentSymbol", "formatting"])
def test_questions_about_what_is_not_open_are_answered_by_nothing(language_server: Client, method: str) -> None:
    asked = {
        **_document(language_server, "packs/nowhere.yaml"),
        "position": {"line": 5, "character": 5},
        "options": {"tabSize": 2, "insertSpaces": True},
    }
    assert language_server.request(f"textDocument/{method}", asked) is None
