"""Nothing is dropped silently: every field of the source is exported, or reported as lost.

Each field of the sample is changed in turn. Where no byte of the export follows, a loss must name the field.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fields import FIELDS, ORIGINAL, with_change
from lpkit.export import Corpus, exporter_names, load_exporter
from lpkit.export.unshown import REASON as UNSHOWN
from project import write_sample


def _visible(exporter: Any, corpus: Corpus) -> set[bytes]:
    return {artifact.content for artifact in exporter.render(corpus, {})}


@pytest.mark.parametrize("name", exporter_names())
def test_every_field_is_exported_or_reported(name: str) -> None:
    exporter = load_exporter(name)
    assert len(FIELDS) > 80
    before = _visible(exporter, ORIGINAL)
    reported = {loss.field for loss in exporter.losses(ORIGINAL)}
    silent = [
        field
        for field, places in FIELDS.items()
        if not any(field == loss or field.startswith(f"{loss}.") for loss in reported)
        and all(_visible(exporter, with_change(at)) == before for at in places)
    ]
    assert silent == []


@pytest.mark.parametrize("name", exporter_names())
def test_losses_name_fields_of_the_format(name: str) -> None:
    prefixes = {".".join(field.split(".")[:end]) for field in FIELDS for end in range(1, 9)}
    assert {loss.field for loss in load_exporter(name).losses(ORIGINAL)} <= prefixes


HASHED = {"html", "json", "scorm", "sqlite"}
"""Exports that hold a hash of a whole pack, in which every change is seen."""


@pytest.mark.parametrize("name", sorted({*exporter_names()} - HASHED))
def test_no_key_that_an_export_shows_is_called_unshown(name: str) -> None:
    exporter = load_exporter(name)
    before = _visible(exporter, ORIGINAL)
    grown = {loss.field for loss in exporter.losses(ORIGINAL) if loss.reason == UNSHOWN}
    changed = {field: [_visible(exporter, with_change(at)) for at in FIELDS[field]] for field in grown & {*FIELDS}}
    assert [field for field, found in changed.items() if any(one != before for one in found)] == []


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
