"""Which key of the format is meant by one that it does not know."""

import unicodedata
from collections.abc import Collection
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from lpkit.pattern import pattern
from lpkit.schema.vocabulary import SYNONYMS, TRANSLATIONS

_BETWEEN = pattern(r"[\W_]+")
_HUMP = pattern(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 60
_ABSENT, _KNOWN = 0.6, 0.7
"""How alike a key must be that is missing, or that is there."""


class Likely(NamedTuple):
    """The key that is meant, and how certain that is: None where only the letters are alike."""

    key: str
    certain: bool | None


def likely_key(
    written: str, known: Collection[str], absent: Collection[str], expected: Collection[str]
) -> Likely | None:
    """Tell which key is meant: `absent` of the `known` keys are not there, and `expected` of those must be.

    What is another spelling or language of a key is certain; another word for one is not, and counts only where the
    key is missing.
    """
    if len(written) > _LONGEST:
        return None
    bare = folded(written)
    plain = [key for key in absent if folded(key) == bare]
    plain = plain or [key for key in absent if _singular(folded(key)) == _singular(bare)]
    plain = plain or [key for key in absent if bare in _said(key, True)]
    if plain:
        return Likely(plain[0], True)
    for keys in (expected, absent):
        other = [key for key in keys if bare in _said(key, False)]
        if other:
            return Likely(other[0], False)
    close = get_close_matches(written, expected, 1, _ABSENT) or get_close_matches(written, known, 1, _KNOWN)
    return Likely(close[0], None) if close else None


def folded(text: str) -> str:
    """Give a name without what careless typing changes: case, marks around it, what stands between its words."""
    plain = unicodedata.normalize("NFKC", _HUMP.sub(" ", text)).replace("\u200b", "").casefold()
    return "_".join(filter(None, _BETWEEN.split(plain)))


def _singular(text: str) -> str:
    return "_".join(part[:-1] if part.endswith("s") and len(part) > 2 else part for part in text.split("_"))


@cache
def _said(key: str, translated: bool) -> frozenset[str]:
    """Give the folded words for a key, in other languages or in other words."""
    return frozenset(map(folded, (TRANSLATIONS if translated else SYNONYMS).get(key, ())))
