"""What is kept of a ledger while somebody types is what a first reading gives, wherever in the pack they type."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from lpkit.corpus import LibraryView, view_library, view_pack
from lpkit.ledger import ledger_of
from lpkit.ledger.passage import prose
from lpkit.source import decode, read_source
from lpkit.text.leaves import texts

FOLDER = Path(__file__).parent / "ledger"
SAID = " Strong Hire at 3 for B, 19 of 20 in March; she never did. Of five options the third step takes one."

QUOTED = "the gate stayed shut all night"
"""Is quoted by a note, and said by advice alone."""

_LIBRARY = view_library(read_source(FOLDER / "library.yaml", "library.yaml"))[1]


def _numbers(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], int]]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _numbers(part, (*at, key))
    elif type(value) is int and at != ("format",):
        yield at, value


def _claiming() -> Any:
    """Give a pack whose prose claims something in every text, right or wrong."""
    source = read_source(FOLDER / "two.yaml", "two.yaml")
    _, view = view_pack(source, _LIBRARY)
    data = deepcopy(source.data)
    for row in prose(view) if view else ():
        quote = f'"{QUOTED}". ' if row.topic.role == "note" else f"{QUOTED}. " if row.topic.role == "coaching" else ""
        _put(data, row.at, f"{quote}{row.text}{SAID}")
    return data


def _put(data: Any, at: tuple[str | int, ...], value: object) -> None:
    for step in at[:-1]:
        data = data[step]
    data[at[-1]] = value


_PACK = _claiming()
TYPED = [(at, f"{text}{SAID}") for at, text in texts(_PACK)]
TYPED += [(at, text.partition(". ")[2]) for at, text in texts(_PACK) if ". " in text]
TYPED += [(at, number + 1) for at, number in _numbers(_PACK)]


def test_what_is_kept_is_what_a_first_reading_gives() -> None:
    other = 0
    before = _entries(_PACK, "typed.yaml")
    for number, (at, value) in enumerate(TYPED):
        assert _entries(_PACK, "typed.yaml") == before
        edited = _with(at, value)
        fresh = _entries(edited, f"fresh-{number}.yaml")
        assert _entries(edited, "typed.yaml").replace("typed.yaml", f"fresh-{number}.yaml") == fresh, at
        other += fresh != before.replace("typed.yaml", f"fresh-{number}.yaml")
    assert other > 20, "most of what is typed here should claim something"


def _with(at: tuple[str | int, ...], value: object) -> Any:
    edited = deepcopy(_PACK)
    _put(edited, at, value)
    return edited


def _entries(data: Any, name: str) -> str:
    """Give the claims of a pack; what was read under another name is no help."""
    library = _LIBRARY
    assert isinstance(library, LibraryView)
    _, view = view_pack(decode(json.dumps(data, ensure_ascii=False).encode(), name), library)
    ledger = ledger_of(view) if view else None
    return repr(ledger.entries) if ledger else "none"
