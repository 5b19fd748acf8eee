"""The canonical form of packs and libraries: what `lpkit fmt` writes, and the proof that nothing is lost."""

import json
import re
from pathlib import PurePath

from lpkit.formatting.ids import with_ids
from lpkit.formatting.layout import lay_out
from lpkit.formatting.remarks import comments
from lpkit.model import Library, Pack
from lpkit.source import Source, decode

__all__ = ["format_source", "with_ids"]

_MODELINE = re.compile(r"^#\s*yaml-language-server:", re.MULTILINE)

_ROUNDS = 5
"""A comment between a key and its value moves, and may then belong elsewhere; two rounds are the rule."""


def format_source(source: Source, modeline: str | None = None) -> str | None:
    """Give the text of a file that parses in canonical form; a `modeline` is put first where there is none.

    The line ends stay what they are. None where the result would not hold the same data and comments, or would
    not stay the same when it is formatted once more.
    """
    end = next((end for end in ("\r\n", "\n", "\r") if end in source.text), "\n")
    even = Source(source.name, source.text.replace("\r\n", "\n").replace("\r", "\n"))
    if not isinstance(even.data, dict) or not even.data or even.flaws:
        return None
    text, source_of_text = "", even
    for _ in range(_ROUNDS):
        before, text = text, _formatted(source_of_text)
        source_of_text = decode(text.encode(errors="replace"), source.name)
        if source_of_text.flaws or _shape(source_of_text) != _shape(even):
            return None
        if text == before:
            break
    else:
        return None
    if modeline and not _MODELINE.search(text):
        text = f"{modeline}\n{text}"
    return text.replace("\n", end)


def _formatted(source: Source) -> str:
    model = Library if PurePath(source.name).name == "library.yaml" else Pack
    return "\n".join(lay_out(source, model)) + "\n"


def _shape(source: Source) -> tuple[str, list[str]]:
    """Give data and comments in a form in which 1, 1.0 and true differ and the order of keys does not count."""
    return json.dumps(source.data, sort_keys=True), sorted(text for _, text in comments(source))
