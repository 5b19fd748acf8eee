"""What the editor is told while somebody types."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from client import PACK, Client, environment

from lpkit.diagnostic import Severity
from project import check_folder, write_sample

LIBRARY = "packs/library.yaml"
OTHER = "packs/ownership/copied-alarm.yaml"


@pytest.fixture
def edited(language_server: Client) -> Iterator[str]:
    """Open the pack of the sample, and close it after the test; gives its text."""
    assert language_server.open(PACK) == []
    yield (language_server.folder / PACK).read_text(encoding="utf-8")
    language_server.close(PACK)


def _codes(found: list[dict[str, object]]) -> list[object]:
    return [entry["code"] for entry in found]


def test_unsaved_text_is_checked_with_its_place_and_help(language_server: Client, edited: str) -> None:
    (fault,) = language_server.change(PACK, edited.replace("total: 19", "total: 20"))
    line = next(number for number, text in enumerate(edited.splitlines()) if "total: 19" in text)
    assert (fault["code"], fault["source"], fault["severity"]) == ("LP204", "lpkit", 1)
    assert fault["range"] == {"start": {"line": line, "character": 13}, "end": {"line": line, "character": 15}}
    assert language_server.change(PACK, edited) == []


@pytest.mark.parametrize("sign", ["é", "😀", "👩‍👩‍👧", "𝒳", "\u2028", "\x85"])
def test_columns_count_utf_16_units(language_server: Client, edited: str, sign: str) -> None:
    """Signs beyond the basic plane count twice, and what is no line end to YAML's readers here ends no line."""
    text = edited.replace("status: published", f'status: "{sign}"  # {sign}')
    found = language_server.change(PACK, text)
    line = next(number for number, row in enumerate(text.split("\n")) if row.startswith("status:"))
    ranges = [entry["range"] for entry in found if entry["range"]["start"]["line"] == line]
    assert {"line": line, "character": 8 + 2 + len(sign.encode("utf-16-le")) // 2} in [place["end"] for place in ranges]


@pytest.mark.parametrize("text", ["", "\0", "- a", "a: [", "\ud800: x", "&a [*a, *a]", "x" * 3_000_000, "format: 1\n"])
def test_whatever_is_typed_the_server_goes_on(language_server: Client, edited: str, text: str) -> None:
    assert _codes(language_server.change(PACK, text))
    assert language_server.change(PACK, edited) == []


@pytest.mark.usefixtures("edited")
def test_a_change_of_the_library_reaches_its_packs(language_server: Client) -> None:
    library = (language_server.folder / LIBRARY).read_text(encoding="utf-8")
    language_server.open(LIBRARY)
    language_server.change(LIBRARY, library.replace("id: sde-1,", "id: sde-0,"))
    assert _codes(language_server.published(PACK, lambda params: bool(params["diagnostics"])))
    language_server.change(LIBRARY, library)
    assert language_server.published(PACK, lambda params: not params["diagnostics"]) == []
    language_server.close(LIBRARY)


def test_another_pack_is_named_with_its_place(language_server: Client, edited: str) -> None:
    """A copy that is nowhere on the disk yet has questions that another pack has."""
    language_server.open(OTHER, edited.replace("id: noisy-alarm", "id: copied-alarm"))
    found = language_server.published(PACK, lambda params: bool(params["diagnostics"]))
    related = [place["location"]["uri"] for entry in found for place in entry.get("relatedInformation", ())]
    assert language_server.uri(OTHER) in related
    language_server.close(OTHER)
    assert language_server.published(PACK, lambda params: not params["diagnostics"]) == []


def test_files_that_are_none_of_ours_are_left_alone(language_server: Client, edited: str) -> None:
    uri = language_server.uri("compose.yaml")
    document = {"uri": uri, "languageId": "yaml", "version": 1, "text": "services: [\n"}
    language_server.notify("textDocument/didOpen", {"textDocument": document})
    language_server.change(PACK, edited)
    assert not [message for message in language_server.seen if message.get("params", {}).get("uri") == uri]


def test_settings_that_break_are_said_once_and_the_last_ones_stay(language_server: Client, edited: str) -> None:
    settings = language_server.folder / "lpkit.toml"
    document = {"textDocument": {"uri": language_server.uri(PACK)}}
    settings.write_text('ignore = ["LP204"]\ndocumentation = "https://docs.example"\n', encoding="utf-8")
    language_server.notify("textDocument/didSave", document)
    text = edited.replace("total: 19", "total: 20").replace("level: sde-1", "level: sde-9")
    found = language_server.change(PACK, text)
    assert "LP204" not in _codes(found)
    assert found[0]["codeDescription"]["href"].startswith("https://docs.example/rules/lp")
    settings.write_text("ignore = [\n", encoding="utf-8")
    for _ in range(2):
        language_server.notify("textDocument/didSave", document)
        assert "LP204" not in _codes(language_server.change(PACK, text))
    settings.unlink()
    language_server.notify("textDocument/didSave", document)
    assert "LP204" in _codes(language_server.change(PACK, text))
    said = [message for message in language_server.seen if message.get("method") == "window/showMessage"]
    assert len(said) == 1


def test_a_file_that_vanishes_or_gets_another_name_takes_its_faults_along(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    second = pack.with_name("second.yaml")
    second.write_text(pack.read_text(encoding="utf-8").replace("total: 19", "total: 20"), encoding="utf-8")
    with Client(tmp_path, environment(tmp_path)) as client:
        client.open(PACK)
        name = "packs/ownership/second.yaml"
        assert "LP204" in _codes(client.published(name, lambda params: bool(params["diagnostics"])))
        second.rename(pack.with_name("third.yaml"))
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": client.uri(name), "type": 3}]})
        assert client.published(name, bool) == []
        shutil.rmtree(tmp_path / "packs")
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": client.uri(name), "type": 3}]})
        client.change(PACK, "format: 1\n")
        assert client.end() == 0


def test_settings_nearest_above_a_pack_count_in_one_workspace(tmp_path: Path) -> None:
    for team, settings in (("a", 'ignore = ["LP204"]'), ("b", 'severity = { LP204 = "info" }')):
        write_sample(tmp_path / team)
        (tmp_path / team / "lpkit.toml").write_text(settings + "\n", encoding="utf-8")
    with Client(tmp_path, environment(tmp_path)) as client:
        text = (tmp_path / "a" / PACK).read_text(encoding="utf-8").replace("total: 19", "total: 20")
        assert client.open(f"a/{PACK}", text) == []
        assert [entry["severity"] for entry in client.open(f"b/{PACK}", text)] == [3]
        assert client.end() == 0


def test_faults_are_those_of_a_check(language_server: Client, edited: str, tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    text = edited.replace("total: 19", "total: 20").replace("level: sde-1", "level: sde-9")
    pack.write_text(text, encoding="utf-8")
    found = language_server.change(PACK, text)
    expected = check_folder(tmp_path).diagnostics
    assert _codes(found) == [entry.code for entry in expected]
    assert {entry["severity"] for entry in found} <= {4 - severity for severity in Severity}


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 4), ("utf-32", 1)])
def test_an_editor_may_count_columns_otherwise(tmp_path: Path, encoding: str, units: int) -> None:
    text = write_sample(tmp_path).read_text(encoding="utf-8").replace("status: published", 'status: "😀"')
    with Client(tmp_path, environment(tmp_path), general={"positionEncodings": [encoding]}) as client:
        assert client.server["positionEncoding"] == encoding
        ends = [entry["range"]["end"] for entry in client.open(PACK, text)]
        assert {"line": 6, "character": 8 + 2 + units} in ends
        assert client.end() == 0


def test_the_server_ends_with_its_editor(tmp_path: Path) -> None:
    """An editor that is killed says no good-bye; its server must not stay behind."""
    write_sample(tmp_path)
    with Client(tmp_path, environment(tmp_path)) as client:
        client.open(PACK)
        assert client.process.stdin
        client.process.stdin.close()
        client.process.wait(60)


def test_a_library_that_comes_takes_its_packs_over(tmp_path: Path) -> None:
    pack = write_sample(tmp_path)
    library = tmp_path / LIBRARY
    kept = library.read_bytes()
    library.unlink()
    with Client(tmp_path, environment(tmp_path)) as client:
        assert "LP105" in _codes(client.open(PACK))
        library.write_bytes(kept)
        client.notify("textDocument/didSave", {"textDocument": {"uri": client.uri(PACK)}})
        assert client.change(PACK, pack.read_text(encoding="utf-8")) == []
        assert client.end() == 0


@pytest.mark.parametrize("written", [("noisy-alarm", "noisy%2Dalarm"), ("packs/", "p%61cks/"), ("/packs", "//packs")])
def test_an_editor_is_told_of_a_file_as_it_writes_its_address(tmp_path: Path, written: tuple[str, str]) -> None:
    """As `file:///c%3A/…`, which others write `file:///C:/…`; also where something else leads to the file."""
    pack = write_sample(tmp_path)
    text = pack.read_text(encoding="utf-8")
    with Client(tmp_path, environment(tmp_path)) as client:
        uri = client.uri(PACK).replace(*written)

        def told(version: int) -> list[object]:
            document = {"uri": uri, "version": version}
            other = text.replace("verdict: no-hire", f"verdict: no-hire  # {version}") + "tag: [x]\n"
            changes = {"textDocument": document, "contentChanges": [{"text": other}]}
            client.notify("textDocument/didChange", changes)
            heard = client.wait(lambda message: message.get("params", {}).get("version") == version)
            assert heard["params"]["uri"] == uri
            return _codes(heard["params"]["diagnostics"])

        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        client.notify("textDocument/didOpen", {"textDocument": document})
        assert told(2) == ["LP010"]
        line = text[: text.index("verdict: no-hire")].count("\n")
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 17}}
        asked = {**place, "context": {"includeDeclaration": True}}
        places = client.request("textDocument/references", asked)
        assert uri in [place["uri"] for place in places]
