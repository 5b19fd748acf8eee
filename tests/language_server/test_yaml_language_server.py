"""What yaml-language-server, alone, makes of our schemas: completions, what they write, hovers and faults."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from client import Client, Message, environment
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML
from snippet import inserted, place_of, stops

from lpkit.schema.publish import published_schemas
from npm import installed
from project import Once, Run, write_sample

PUBLISHED = published_schemas()
GENERAL = {"pack.yaml": "pack.schema.json", "library.yaml": "library.schema.json"}


class YamlServer(Client):
    """The server, with schemas by what the first line of a text says."""

    def answer(self, request: Message) -> Any:
        """Give it its settings."""
        if request["method"] != "workspace/configuration":
            return super().answer(request)
        on = {"completion": True, "hover": True, "validate": True}
        return [on if item.get("section") == "yaml" else None for item in request["params"]["items"]]

    def put(self, name: str, text: str) -> None:
        """Give a text to the server, and wait for nothing."""
        if self.uri(name) in self._versions:
            self.type(name, text)
        else:
            self._versions[self.uri(name)] = 1
            document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}
            self.notify("textDocument/didOpen", {"textDocument": document})

    def asked(self, method: str, name: str, marked: str) -> Any:
        """Ask about the place of the bar in a text."""
        text, place = place_of(marked)
        self.put(name, text)
        return self.request(f"textDocument/{method}", {"textDocument": {"uri": self.uri(name)}, "position": place})

    def completions(self, name: str, marked: str) -> dict[str, Message]:
        """Give what is offered at the bar, by its label."""
        return {item["label"]: item for item in self.asked("completion", name, marked)["items"]}


@pytest.fixture(scope="module")
def server(
    once: Once, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[YamlServer]:
    """Start the server beside the published schemas and the sample's own."""
    tools = installed(once, request.config, ["yaml-language-server@1"])
    folder = tmp_path_factory.mktemp("schemas")
    for name in PUBLISHED:
        shutil.copy(Path(__file__).parents[2] / "schema" / name, folder)
    YamlServer.command = ("node", str(tools / "node_modules/.bin/yaml-language-server"), "--stdio")
    item = {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
    with YamlServer(
        folder, environment(folder), textDocument={"completion": {"completionItem": item}, "hover": {}},
        workspace={"configuration": True},
    ) as client:  # fmt: skip
        yield client


def _headed(schema: str, text: str) -> str:
    return f"# yaml-language-server: $schema={schema}\n{text}"


CANDIDATES = "evaluate:\n  candidates:\n    - id: a\n      "
PACKS = [
    ("|", "pack", ()),
    ("concepts:\n  - |\n", "concept", ("concepts", 0)),
    ("evaluate|", "evaluate", ("evaluate",)),
    ("evaluate:\n  candidates:\n    - |\n", "candidate", ("evaluate", "candidates", 0)),
    (f"{CANDIDATES}auto_fails:\n        - |\n", "auto-fail", ("evaluate", "candidates", 0, "auto_fails", 0)),
    (f"{CANDIDATES}probes:\n        - |\n", "probe", ("evaluate", "candidates", 0, "probes", 0)),
    ("evaluate:\n  calibration:\n    - |\n", "calibration", ("evaluate", "calibration", 0)),
    ("fix_its:\n  - |\n", "fix-it", ("fix_its", 0)),
    ("coaching:\n  - a note\n  - |\n", "note", ("coaching", 1)),
    ("model_answer|", "model_answer", ("model_answer",)),
    ("questions:\n  - |\n", "question", ("questions", 0)),
    ("questions:\n  - id: first\n  - |\n", "question", ("questions", 1)),
    ("questions:\n  |\n", "question", ("questions", 0)),
    ("questions: |\n", "question", ("questions", 0)),
    ("questions:\n  - id: first\n    options:\n      - |\n", "option with a reason", ("questions", 0, "options", 0)),
    ("retired:\n  - |\n", "retired id", ("retired", 0)),
]
LIBRARIES = [
    ("|", "library", ()),
    ("principles:\n  - |\n", "principle", ("principles", 0)),
    ("levels:\n  - |\n", "level", ("levels", 0)),
    ("verdicts:\n  - |\n", "verdict", ("verdicts", 0)),
    ("rubrics:\n  - |\n", "rubric", ("rubrics", 0)),
    ("rubrics:\n  - id: x\n    dimensions:\n      - |\n", "dimension", ("rubrics", 0, "dimensions", 0)),
    ("markers:\n  - |\n", "marker", ("markers", 0)),
    ("markers:\n  - id: x\n    patterns:\n      - |\n", "way to say it", ("markers", 0, "patterns", 0)),
    ("test|", "test", ("test",)),
    ("speaking|", "speaking", ("speaking",)),
]


@pytest.mark.parametrize(
    ("name", "marked", "label", "at"),
    [*(("pack.yaml", *case) for case in PACKS), *(("library.yaml", *case) for case in LIBRARIES)],
)
def test_snippets_fit_where_they_are_written(
    server: YamlServer, name: str, marked: str, label: str, at: tuple[str | int, ...]
) -> None:
    whole = _headed(GENERAL[name], marked)
    item = server.completions(name, whole)[label.replace("|", "")]
    assert stops(item["textEdit"]["newText"]) == sorted(set(stops(item["textEdit"]["newText"])))
    data = YAML(typ="safe").load(inserted(place_of(whole)[0], item))
    schema = Draft202012Validator(PUBLISHED[GENERAL[name]])
    faults = [list(fault.absolute_path) for fault in schema.iter_errors(data)]
    assert [path for path in faults if path[: len(at)] == [*at] and (at or path)] == []
    assert at or faults == []


def test_what_the_server_makes_of_all_needed_keys_mirrors_nothing(server: YamlServer) -> None:
    made = server.completions("pack.yaml", _headed("pack.schema.json", "questions:\n  - |\n"))["Question"]
    written = made["textEdit"]["newText"]
    assert "steps:" in written
    assert stops(written) == sorted(set(stops(written)))


@pytest.mark.parametrize("key", ["hint", "excerpt", "formerly", "mistakes"])
def test_keys_that_may_be_left_out_are_not_written_as_nothing(server: YamlServer, key: str) -> None:
    made = server.completions("pack.yaml", _headed("pack.schema.json", "questions:\n  - id: x\n    |\n"))[key]
    assert "null" not in made["textEdit"]["newText"]
    assert "[]" not in made["textEdit"]["newText"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("questions:\n  - po|ol: test\n", "questions:\n  - diffi|culty: easy\n"),
        ("questions:\n  - st|em: x\n", "questions:\n  - ans|wer: x\n"),
        ("tit|le: x\n", "pro|mpt: x\n"),
    ],
)
def test_hovers_differ(server: YamlServer, one: str, other: str) -> None:
    said = [
        server.asked("hover", "pack.yaml", _headed("pack.schema.json", text))["contents"]["value"]
        for text in (one, other)
    ]
    assert said[0] != said[1]


@pytest.fixture
def own(server: YamlServer, lpkit: Run) -> str:
    """Write the schema of the sample's library, as a command; give the text of its pack."""
    pack = write_sample(server.folder)
    assert lpkit("schema", "--library", "packs", cwd=server.folder).returncode == 0
    return pack.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("principle: ownership", "principle: |", {"ownership": "Ownership: Takes on what nobody assigned."}),
        ("level: sde-1", "level: |", {"sde-1": "SDE 1", "sde-2": "SDE 2"}),
        ("verdict: no-hire", "verdict: |", {"hire": "Hire: totals from 60 to 84; passes"}),
        ("marker: manager-directed", "marker: |", {"manager-directed": "Manager-directed task: "}),
        ("rubric: behavioral", "rubric: |", {"behavioral": "Structure, Ownership signal, Impact"}),
        ("score_first: [ownership_signal]", "score_first: [|]", {"structure": "Structure: up to 20. "}),
        ("score_first: [ownership_signal]", "score_first:\n    - |", {"impact": "Impact: up to 30. "}),
        (
            "scores: {structure: 12, ownership_signal: 4, impact: 3}",
            "scores:\n        |",
            {"structure": "Structure: up to 20. ", "impact": "Impact: up to 30. "},
        ),
    ],
)
def test_the_librarys_ids_are_offered_with_their_titles(
    server: YamlServer, own: str, old: str, new: str, offered: dict[str, str]
) -> None:
    assert "$schema=../pack.schema.json\n" in own
    assert old in own
    found = server.completions("packs/ownership/noisy-alarm.yaml", own.replace(old, new, 1))
    for label, told in offered.items():
        documentation = found[label]["documentation"]
        assert told in (documentation["value"] if isinstance(documentation, dict) else documentation)
    assert not [label for label in found if "array item" in label]


def test_an_id_is_explained_by_its_title(server: YamlServer, own: str) -> None:
    marked = own.replace("marker: manager-directed", "marker: manager-|directed")
    told = server.asked("hover", "packs/ownership/noisy-alarm.yaml", marked)["contents"]["value"]
    assert "Manager-directed task" in told


def test_the_sample_fits_and_an_unknown_id_does_not(server: YamlServer, own: str) -> None:
    name = "packs/ownership/another.yaml"
    server.put(name, own)
    assert server.published(name, lambda _: True) == []
    server.put(name, own.replace("verdict: no-hire", "verdict: no").replace("{structure: 12", "{structure: 32"))
    said = [fault["message"] for fault in server.published(name, lambda params: params["diagnostics"] != [])]
    assert any("no-hire" in message for message in said), said
    assert any("maximum of 20" in message for message in said), said
