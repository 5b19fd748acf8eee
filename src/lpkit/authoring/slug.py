"""Ids made from texts."""

import re
import unicodedata
from functools import cache

from lpkit.text.languages import Language
from lpkit.text.languages.parts import ContentWords
from lpkit.text.tokens import words

_LONGEST = 48
"""Characters of the longest id that is made; ids of one's own may be longer."""


def slug(text: str, otherwise: str, language: Language) -> str:
    """Give a text as an id: its words that carry content, in ASCII; `otherwise` where nothing is left."""
    found = [re.sub(r"[^a-z0-9]", "", word) for word in words(_in_ascii(text))]
    known = language.get(ContentWords)
    empty = _folded(known.stop_words) if known else frozenset()
    telling = [word for word in found if word and word not in empty] or [word for word in found if word]
    made = ""
    for word in telling:
        longer = f"{made}-{word}" if made else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        made = longer
    return made or otherwise


@cache
def _folded(stop_words: frozenset[str]) -> frozenset[str]:
    """Give the words that say nothing, in ASCII: an import asks for them with every question."""
    return frozenset(map(_in_ascii, stop_words))


def _in_ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
