"""Nothing is dropped silently: every field of the source is exported, or reported as lost.

Each field of the sample is changed in turn. Where no byte of the export follows, a loss must name the field.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from lpkit.export import Corpus, Shelf, exporter_names, load_exporter
from lpkit.model import Library, Pack
from project import write_sample

SAMPLE = Path(__file__).parent / "sample"
Steps = tuple[str | int, ...]
NO_CONTENT = {"format", "status"}
"""The version of the source's format, and whether there is an export at all."""
OTHER = {"practice": "test", "test": "practice", "easy": "hard", "medium": "hard", "hard": "easy"} | {
    "number": "first-person",
    "first-person": "number",
}


def _source() -> dict[str, Any]:
    """Give the library and its pack as plain data, every optional field filled."""
    yaml = YAML(typ="safe")
    library = yaml.load(SAMPLE / "library.yaml")
    (pack,) = (yaml.load(file) for file in SAMPLE.glob("*/*.yaml"))
    pack["tags"] = ["first-tag"]
    library["retired"] = [{"id": "old-marker", "reason": "Two others cover it.", "replaced_by": "manager-directed"}]
    known = [marker for marker in library["markers"] if marker["id"] == "manager-directed"]
    assert known
    used = Pack.model_validate(pack).model_dump(mode="json")
    own = Library.model_validate(library).model_dump(mode="json", by_alias=True)
    return {"library": own, "pack": used}


SOURCE = _source()


def _leaves(value: Any, at: Steps = ()) -> Iterator[Steps]:
    entries = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else None
    if entries is None:
        if value is not None:
            yield at
        return
    for step, entry in entries:
        yield from _leaves(entry, (*at, step))


def _field(at: Steps) -> str:
    """Name a field as losses do: `evaluate.minutes` of a pack, `library.speaking` of its library."""
    names = [str(step) for step in at if isinstance(step, str)]
    if "scores" in names:
        names = names[: names.index("scores") + 1]
    return ".".join(names[1:] if names[0] == "pack" else names)


def _changed(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    return OTHER.get(value, f"{value}x")


def _corpus(source: dict[str, Any]) -> Corpus:
    library, pack = Library.model_validate(source["library"]), Pack.model_validate(source["pack"])
    return Corpus((Shelf(library, (pack,)),))


def _with(at: Steps) -> Corpus:
    """Change one value, and the texts that must stay equal to it."""
    source = deepcopy(SOURCE)
    here: Any = source
    for step in at[:-1]:
        here = here[step]
    here[at[-1]] = _changed(here[at[-1]])
    return _corpus(source)


FIELDS: dict[str, list[Steps]] = {}
for steps in _leaves(SOURCE):
    if _field(steps).removeprefix("library.") not in NO_CONTENT:
        FIELDS.setdefault(_field(steps), []).append(steps)


def _visible(exporter: Any, corpus: Corpus) -> set[bytes]:
    return {artifact.content for artifact in exporter.render(corpus, {})}


@pytest.mark.parametrize("name", exporter_names())
def test_every_field_is_exported_or_reported(name: str) -> None:
    exporter = load_exporter(name)
    assert len(FIELDS) > 80
    original = _corpus(SOURCE)
    before = _visible(exporter, original)
    reported = {loss.field for loss in exporter.losses(original)}
    silent = [
        field
        for field, places in FIELDS.items()
        if not any(field == loss or field.startswith(f"{loss}.") for loss in reported)
        and all(_visible(exporter, _with(at)) == before for at in places)
    ]
    assert silent == []


@pytest.mark.parametrize("name", exporter_names())
def test_losses_name_fields_of_the_format(name: str) -> None:
    prefixes = {".".join(field.split(".")[:end]) for field in FIELDS for end in range(1, 9)}
    assert {loss.field for loss in load_exporter(name).losses(_corpus(SOURCE))} <= prefixes


def test_loss_report(lpkit: Callable[..., Any], tmp_path: Path) -> None:
    write_sample(tmp_path)
    for command in (("export", "anki"), ("build",)):
        result = lpkit(*command, "--loss-report", "losses.json")
        assert result.returncode == 0, result.stderr
        report = json.loads((tmp_path / "losses.json").read_text(encoding="utf-8"))
        assert report["version"] == 1
        assert {"exporter", "pack", "field", "item", "reason"} == set(report["losses"][0])
        assert {loss["exporter"] for loss in report["losses"]} == {"anki"}
        assert f"{len(report['losses'])} losses in losses.json" in result.stderr
        assert "not held: " in result.stderr
