"""Texts of JSON that were encoded, as Open Trivia does if asked to: undone where the whole file proves it."""

import base64
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote, unquote_plus

from lpkit.importing import Decision, LpkitError

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_PERCENT = re.compile(r"(?:[\w.~*()!'-]|%[0-9A-Fa-f]{2})*", re.ASCII)
_PLUS = re.compile(r"(?:[\w.~*()!'+-]|%[0-9A-Fa-f]{2})*", re.ASCII)
_BYTE = re.compile(r"%[0-9A-Fa-f]{2}")

Entry = Mapping[str, Any]


def _from_base64(text: str) -> str | None:
    """Undo base64; None where a text is none, or gives no text that can be read."""
    if not _BASE64.fullmatch(text):
        return None
    try:
        found = base64.b64decode(text, validate=True).decode()
    except ValueError:
        return None
    return found if all(sign.isprintable() or sign in "\n\t\r" for sign in found) else None


def _from_percent(text: str) -> str | None:
    return unquote(text) if _PERCENT.fullmatch(text) else None


def _from_plus(text: str) -> str | None:
    return unquote_plus(text) if _PLUS.fullmatch(text) else None


_WAYS: Mapping[str, Callable[[str], str | None]] = {
    "base64": _from_base64,
    "percent signs (RFC 3986)": _from_percent,
    "percent and plus signs": _from_plus,
}


def undone(entries: Sequence[Entry], stems: Sequence[str]) -> tuple[Sequence[Entry], list[Decision]]:
    """Undo the encoding of questions whose texts are all written in one; `stems` are the keys of their texts.

    Raises LpkitError where all stems are encoded and another text is not.
    """
    asked = [entry[key] for entry in entries for key in stems if isinstance(entry.get(key), str)]
    for name, way in _WAYS.items():
        if not _are_encoded(asked, way):
            continue
        plain = next((text for text in _texts(entries) if way(text) is None), None)
        if plain is not None:
            hint = "fetch the file anew without encoding, or undo it before"
            raise LpkitError(f'all questions are encoded by {name}, but "{plain[:40]}" is not', hint)
        return [_decoded(entry, way) for entry in entries], [Decision("encoding", f"{name}, undone in all texts")]
    return entries, []


def _are_encoded(stems: Sequence[str], way: Callable[[str], str | None]) -> bool:
    """Tell whether stems are encoded: none has a space, and undone, all are read and half of them have one."""
    if not stems or any(" " in text for text in stems):
        return False
    found = [way(text) for text in stems]
    if way is not _from_base64 and not any(map(_BYTE.search, stems)):
        return False
    spaced = sum(" " in text for text in found if text is not None)
    return all(text is not None for text in found) and 2 * spaced >= len(stems)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for child in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(child)


def _decoded(value: Any, way: Callable[[str], str | None]) -> Any:
    if isinstance(value, str):
        return way(value) or ""
    if isinstance(value, Mapping):
        return {key: _decoded(child, way) for key, child in value.items()}
    return [_decoded(child, way) for child in value] if isinstance(value, list) else value
