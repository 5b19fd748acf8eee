"""Texts that say the same few words over and over, in a third of the bytes: a code for each word, and a list of words.

Lists of terms and the ways of saying patterns are most of what the script for markers is made of. Words are parted by
spaces, terms by strokes; a sign of form at the end of a word stays as it is. The script unpacks them (`unpack` in
`markers.js`, whose twin this is).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_SHARED = "0123456789abcdefghijklmnopqrstuvwxyz"
"""How many letters a word shares with the one before it."""
_WORD = re.compile(r"([^ /]+?)([~^+]?)(?=[ /]|$)")


class Packing:
    """Codes for the words of some texts, all of one width."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Give every word a code."""
        self.words = sorted({word for text in texts for word, _ in _WORD.findall(text)})
        self.width = next(width for width in range(1, 9) if len(DIGITS) ** width >= len(self.words))
        self._codes = {word: self._code(number) for number, word in enumerate(self.words)}

    def pack(self, text: str) -> str:
        """Write a text, of whose words all were named, in codes; spaces are left out."""
        return "/".join(
            "".join(f"{self._codes[word]}{sign}" for word, sign in _WORD.findall(term)) for term in text.split("/")
        )

    def listed(self) -> str:
        """Give the words in order; of each, how many letters it shares with the one before, and the others."""
        shared = [_common(*pair) for pair in pairwise(["", *self.words])]
        return " ".join(f"{_SHARED[count]}{word[count:]}" for count, word in zip(shared, self.words, strict=True))

    def _code(self, number: int) -> str:
        digits = []
        for _ in range(self.width):
            number, digit = divmod(number, len(DIGITS))
            digits.append(DIGITS[digit])
        return "".join(reversed(digits))


def packed(spotting: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the script does not ask for, and write lists and ways in codes."""
    lists, patterns = spotting["lists"], spotting["patterns"]
    packing = Packing([*lists, *(way for found in patterns for way in found["ways"])])
    places = {terms: number for number, terms in enumerate(lists)}
    return {
        **spotting,
        "words": packing.listed(),
        "width": packing.width,
        "lists": [_alike(places, terms) or packing.pack(terms) for terms in lists],
        "patterns": list(_together(patterns, packing)),
    }


def _together(patterns: Iterable[dict[str, Any]], packing: Packing) -> Iterator[dict[str, Any]]:
    """Give the ways of patterns that differ in nothing else as those of one; which pattern fits, no page tells."""
    ways: dict[tuple[int, bool, int], list[str]] = {}
    for found in patterns:
        ways.setdefault((found["marker"], found["loose"], found["unless"]), []).extend(map(packing.pack, found["ways"]))
    for (marker, loose, unless), said in ways.items():
        # What is not there is false to the script.
        yield {"marker": marker, **({"loose": True} if loose else {}), "unless": unless, "ways": "/".join(said)}


def _common(one: str, other: str) -> int:
    """Count the letters that two words begin with alike, as far as a sign of `_SHARED` can say it."""
    pairs = zip(one, other[: len(_SHARED) - 1], strict=False)
    return next((place for place, (left, right) in enumerate(pairs) if left != right), min(len(one), len(_SHARED) - 1))


def _alike(places: Mapping[str, int], terms: str) -> str:
    """Name the list that has the same terms with any form of their verbs; nothing where there is none."""
    number = places.get("/".join(sorted(terms.replace("^", "~").split("/")))) if "^" in terms else None
    return "" if number is None else f"={number}"
