"""The tables of sentences, and what the library of this repository sees in them: `python tests/markers/tables.py`."""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from lpkit.corpus import view_library
from lpkit.corpus.markers import Markers
from lpkit.source import read_source

HERE = Path(__file__).parent
LIBRARY = HERE.parents[1] / "packs/amazon-lp/library.yaml"
FILES = sorted(HERE.glob("*.yaml"))


class Row(NamedTuple):
    """A sentence of a table: `kind` is `seen`, `missed` or `unseen`."""

    marker: str
    kind: str
    text: str


def rows(file: Path) -> Iterator[Row]:
    """Give the sentences of a table."""
    for marker, kinds in YAML(typ="safe").load(file).items():
        for kind, texts in kinds.items():
            yield from (Row(marker, kind, text) for text in texts)


@cache
def sayings() -> tuple[Markers, list[str]]:
    """Give what finds the markers of the library, and their ids in order."""
    _, library = view_library(read_source(LIBRARY, "library.yaml"))
    assert library is not None
    return library.sayings, list(library.markers)


def sees(row: Row) -> bool:
    """Tell whether a sentence shows its marker."""
    markers, names = sayings()
    return names.index(row.marker) in markers.by_marker(row.text)


def figures(file: Path) -> Iterator[str]:
    """Give a line for each marker: how many rewordings are seen, and how many right sentences are."""
    table = list(rows(file))
    for marker in sayings()[1]:
        mine = [row for row in table if row.marker == marker]
        wanted = [row for row in mine if row.kind != "unseen"]
        right = [row for row in mine if row.kind == "unseen"]
        yield f"{marker:<26} {sum(map(sees, wanted)):>3} of {len(wanted):<3} {sum(map(sees, right)):>3} of {len(right)}"


if __name__ == "__main__":
    for name in FILES:
        lines = (f"{name.stem:<26} seen       false alarms", *figures(name), "")
        sys.stdout.writelines(f"{line}\n" for line in lines)
