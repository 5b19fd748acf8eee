"""What a plain scalar means in the core schema of YAML 1.2, and how any value is written on one line."""

import json
from typing import Any

from lpkit.pattern import pattern
from lpkit.source.limits import MAX_INTEGER_DIGITS

_INTEGER = pattern(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = pattern(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)}
"""What JSON lets stand in a text and YAML does not, or takes for a line break."""

Scalar = str | int | float | bool | None


def resolve(text: str) -> Scalar:
    """Give the value of a plain scalar: null, a boolean, a number or text.

    `.inf` and `.nan` stay text: no field of the format takes them and JSON cannot hold them. `yes`, `no`, `on`
    and `off` are text, as in YAML 1.2 (section 10.3.2 of the specification).
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "0123456789+-.":
        return text
    if _INTEGER.match(text):
        return _integer(text)
    return float(text) if _FLOAT.match(text) and len(text) <= MAX_INTEGER_DIGITS else text


def _integer(text: str) -> int | str:
    if len(text) > MAX_INTEGER_DIGITS:
        return text
    if text.startswith(("0o", "0x")):
        return int(text, 0)
    return int(text)


def one_line(value: Any) -> str:
    """Write a value as JSON that YAML reads as the same: a text stands between double quotation marks."""
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)
