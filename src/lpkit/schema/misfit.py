"""A place where data departs from the schema, and what the schema expects there."""

from typing import NamedTuple

from lpkit.diagnostic import Path
from lpkit.pattern import pattern

TEXT, NUMBER, TRUTH, LIST, KEYS = "text", "a whole number", "true or false", "a list", "keys"
CHOICE, ID, LANGUAGE, SPACE = "a choice", "an id", "a language", "a space"
"""What a place may expect."""
JOINED = pattern(r"([A-Za-z_][\w-]*):([^\s:/].*)")
"""A key that YAML makes of `key:value` without a space."""


class Misfit(NamedTuple):
    """A place where the data departs from the schema.

    `kind` is one of unknown-key, missing-key, wrong-type, value-not-allowed, text-too-long, unsupported-format,
    house-schema. `at` is the value at fault: an unknown key's own path, the parent's path for a missing key; `on_key`
    tells that its key is what is wrong. `key` names a missing key, and `expected` what should stand there, for whoever
    knows more than the schema. `certain` tells that a suggestion is the same in another spelling (True) or another word
    for it (False); None where letters are alike.
    """

    kind: str
    at: Path
    message: str
    help: str | None = None
    suggestion: str | None = None
    on_key: bool = False
    key: str = ""
    expected: str = ""
    choices: tuple[str, ...] = ()
    certain: bool | None = None
