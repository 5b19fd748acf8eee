"""One line of JSON: its value, what is wrong with it, and where its parts stand."""

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from lpkit.diagnostic import Path


@dataclass(frozen=True, slots=True)
class JsonLine:
    """The value of a line, or None and what keeps it from being read.

    `flaw` is a rule's name and a message; `repeated` lists keys that an object gives twice.
    """

    value: Any = None
    flaw: tuple[str, str] | None = None
    repeated: tuple[str, ...] = ()


def read_line(content: bytes) -> JsonLine:
    """Read a line; whatever is wrong with it is a flaw, never an exception."""
    try:
        # A fault at the end of a line must not be counted on the next one.
        text = content.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        return JsonLine(flaw=("unreadable-file", f"byte 0x{content[error.start]:02x} is not UTF-8"))
    repeated: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) < len(found):
            given = Counter(name for name, _ in found)
            repeated.extend(name for name in made if given[name] > 1)
        return made

    try:
        return JsonLine(json.loads(text, object_pairs_hook=pairs), None, tuple(repeated))
    except RecursionError:
        return JsonLine(flaw=("too-deep", "values are nested too deep"))
    except json.JSONDecodeError as error:
        return JsonLine(flaw=("yaml-syntax", f"not valid JSON: {error.msg} at column {error.colno}"))
    except ValueError as error:
        return JsonLine(flaw=("yaml-syntax", f"not valid JSON: {error}"))


def extents(text: str) -> dict[Path, tuple[int, int]]:
    """Give where the values of an object, and the entries of its lists, stand in a valid line (code points)."""
    found: dict[Path, tuple[int, int]] = {}
    at = _skip(text, 0)
    if not text.startswith("{", at):
        return found
    at = _skip(text, at + 1)
    while text.startswith('"', at):
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        end = _value(text, at, (key,), found)
        at = _skip(text, end)
        at = _skip(text, at + 1) if text.startswith(",", at) else at
    return found


def _value(text: str, at: int, path: Path, found: dict[Path, tuple[int, int]]) -> int:
    _, end = _DECODER.raw_decode(text, at)
    found[path] = (at, end)
    if text[at] == "[" and len(path) == 1:
        entry, number = _skip(text, at + 1), 0
        while text[entry] != "]":
            entry = _skip(text, _value(text, entry, (*path, number), found))
            entry = _skip(text, entry + 1) if text[entry] == "," else entry
            number += 1
    return end


_DECODER = json.JSONDecoder()


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n\ufeff":
        at += 1
    return at
