"""Whole items in a pack and a library, where they may begin, with stops and without; what is written fits."""

from collections.abc import Iterator
from typing import Any

import pytest
from client import PACK, Client, environment
from ruamel.yaml import YAML
from snippet import inserted, place_of, stops

from lpkit.model import Library, Pack
from lpkit.schema import fit
from project import write_sample

LIBRARY = "packs/library.yaml"


@pytest.fixture(scope="module", params=[True, False], ids=["with stops", "without"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """Start a server for an editor that knows snippets, and for one that does not."""
    folder = tmp_path_factory.mktemp("items")
    write_sample(folder)
    item = {"snippetSupport": request.param}
    with Client(folder, environment(folder), textDocument={"completion": {"completionItem": item}}) as client:
        for name in (PACK, LIBRARY):
            client.open(name)
        yield client


def _offered(client: Client, name: str, marked: str) -> dict[str, dict[str, Any]]:
    text, place = place_of(marked)
    client.type(name, text)
    asked = {"textDocument": {"uri": client.uri(name)}, "position": place}
    found = client.request("textDocument/completion", asked)
    client.change(name, (client.folder / name).read_text(encoding="utf-8"))
    return {entry["label"]: entry for entry in found}


A = "evaluate:\n  rubric: behavioral\n  candidates:\n    - id: a\n"
PLACES = [
    (PACK, "|", "pack", ()),
    (PACK, "# a pack\n|", "pack", ()),
    (PACK, "concepts:\n  - |\n", "concept", ("concepts", 0)),
    (PACK, "questions:\n  - que|\n", "question", ("questions", 0)),
    (PACK, "questions:\n  |\n", "question", ("questions", 0)),
    (PACK, "questions:\n  - id: x\n    steps:\n      - a\n  |\ntitle: x\n", "question", ("questions", 1)),
    (PACK, "questions:\n  - id: x\n    options:\n      - a\n      - |\n", "option with a reason", None),
    (PACK, "evaluate:\n  |\n", "evaluate", ("evaluate",)),
    (PACK, f"{A}    - |\n", "candidate", ("evaluate", "candidates", 1)),
    (PACK, f"{A}      auto_fails:\n        - |\n", "auto-fail", ("evaluate", "candidates", 0, "auto_fails", 0)),
    (PACK, f"{A}      probes:\n        |\n", "probe", ("evaluate", "candidates", 0, "probes", 0)),
    (PACK, "coaching:\n  - a note\n  - |\n", "note", ("coaching", 1)),
    (PACK, "retired:\n- |\n", "retired id", ("retired", 0)),
    (LIBRARY, "|", "library", ()),
    (LIBRARY, "principles:\n  - |\n", "principle", ("principles", 0)),
    (LIBRARY, "markers:\n  - |\n", "marker", ("markers", 0)),
    (LIBRARY, "rubrics:\n  - id: x\n    dimensions:\n      - |\n", "dimension", ("rubrics", 0, "dimensions", 0)),
]


@pytest.mark.parametrize(("name", "marked", "label", "at"), PLACES)
def test_what_is_written_fits(
    server: Client, name: str, marked: str, label: str, at: tuple[str | int, ...] | None
) -> None:
    item = _offered(server, name, marked)[label]
    numbers = stops(item["textEdit"]["newText"])
    assert bool(numbers) == (item["insertTextFormat"] == 2)
    assert numbers == sorted(set(numbers))
    data = YAML(typ="safe").load(inserted(place_of(marked)[0], item))
    at = ("questions", 0, "options", 1) if at is None else at
    model: type[Pack] | type[Library] = Pack if name == PACK else Library
    misfits = [misfit.at for misfit in fit(model, data, []).misfits]
    assert [place for place in misfits if place[: len(at)] == at and (at or place)] == []
    assert at or misfits == []


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        (PACK, "title: |\n"),
        (PACK, "questions: x\n  |\n"),
        (PACK, "questions:\n  - id: x\n    |\n"),
        (PACK, "questions:\n  - id: x\n |\n"),
        (PACK, "evaluate:\n  minutes: 3\n  |\n"),
        (PACK, "evaluate:\n  - |\n"),
        (PACK, "steps:\n  - |\n"),
        (PACK, "title: x\n|\n"),
        (PACK, "questions:\n  - stem: >-\n      some |\n"),
        (LIBRARY, "questions:\n  - |\n"),
    ],
)
def test_nothing_whole_is_offered_where_none_may_begin(server: Client, name: str, marked: str) -> None:
    assert [entry for entry in _offered(server, name, marked).values() if entry["kind"] == 15] == []


def test_a_candidate_has_the_dimensions_of_the_rubric(server: Client) -> None:
    before = (server.folder / PACK).read_text(encoding="utf-8")
    place = before.index("    - id: b")
    marked = f"{before[:place]}    - |\n{before[place:]}"
    item = _offered(server, PACK, marked)["candidate"]
    for dimension in ("structure", "ownership_signal", "impact"):
        assert f"\n{' ' * (4 if item['insertTextFormat'] == 2 else 8)}{dimension}: " in item["textEdit"]["newText"]
