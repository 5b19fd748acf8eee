"""JSON as text: the form that files have, and the canonical form that hashes are taken of."""

import json
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

HASH_LENGTH = 16
"""Hexadecimal digits of a content hash: 64 bits, far more than a library needs to tell versions apart."""


_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}
"""Ends of lines that JSON allows within a text, as it escapes them."""


def data_of(model: BaseModel) -> dict[str, Any]:
    """Give what a file or a line holds, as plain data."""
    return model.model_dump(mode="json", by_alias=True)


def data_bytes(data: Any) -> bytes:
    """Give the bytes of a file: UTF-8, two spaces of indent, a final line break."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def data_line(data: Any) -> bytes:
    """Give the same as one line, for those too who end lines as Unicode does, such as Python's `splitlines`."""
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_LINE_ENDS) + "\n").encode()


def content_hash(data: dict[str, Any]) -> str:
    """Shorten the SHA-256 of canonical JSON: sorted keys, no white space."""
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()[:HASH_LENGTH]
