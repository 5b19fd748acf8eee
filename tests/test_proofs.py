"""What `lpkit trace` makes of single figures: a table of texts, each in the place of one of a clean pack."""

import json
from pathlib import Path
from typing import Any

import pytest

from lpkit.corpus import LibraryView, PackView, view_library, view_pack
from lpkit.ledger import Bound, Entry, Stated, trace
from lpkit.source import Source, read_source
from project import read_yaml

FOLDER = Path(__file__).parent / "ledger"
PLACES: dict[str, tuple[str | int, ...]] = {
    "a.notes": ("evaluate", "candidates", 0, "notes"),
    "a.reasons.structure_star": ("evaluate", "candidates", 0, "reasons", "structure_star"),
    "b.notes": ("evaluate", "candidates", 1, "notes"),
    "coaching": ("coaching", 0),
    "setting": ("evaluate", "setting"),
    "queue-weakness.steps": ("questions", 1, "steps", 0),
}


def _pack(place: tuple[str | int, ...], text: str) -> PackView:
    data = read_yaml(FOLDER / "two.yaml")
    at: Any = data
    for key in place[:-1]:
        at = at[key]
    at[place[-1]] = text
    pack = view_pack(Source("two.yaml", json.dumps(data)), _library())[1]
    assert pack is not None
    return pack


def _library() -> LibraryView:
    library = view_library(read_source(FOLDER / "library.yaml", "library.yaml"))[1]
    assert library is not None
    return library


def _told(entry: Entry) -> str:
    if isinstance(entry.binding, Bound):
        return f"bound: {entry.binding.places[0].says}"
    return f"stated: {entry.binding.why}" if isinstance(entry.binding, Stated) else type(entry.binding).__name__.lower()


@pytest.mark.parametrize(
    "case", read_yaml(FOLDER / "proofs.yaml"), ids=lambda case: f"{case['at']}-{case['text'][:30]}"
)
def test_a_figure_has_its_proof(case: dict[str, str]) -> None:
    place = PLACES[case["at"]]
    entries = trace(_pack(place, case["text"])) or ()
    told = [_told(entry) for entry in entries if entry.claim.at == place and entry.claim.text == case["figure"]]
    assert told
    assert told[-1].startswith(case["becomes"])


@pytest.mark.parametrize("place", ["queue-weakness.steps", "b.notes"])
def test_a_table_in_prose_is_traced_to_its_end(place: str) -> None:
    text = "two and nine of 40 makes 8, " * 700
    entries = [entry for entry in trace(_pack(PLACES[place], text)) or () if entry.claim.at == PLACES[place]]
    assert len(entries) >= 2_800 - 1
