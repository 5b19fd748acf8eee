"""A text as tokens with their places: words in lower case, marks that end or part clauses, and what is quoted."""

from collections.abc import Sequence
from typing import NamedTuple

from lpkit.pattern import pattern

_TOKEN = pattern(
    r"\d+(?:[.,]\d+)+|[^\W_]+(?:'[^\W_]+)*|\n\s*\n|[.!]+(?![^\W_])|\?+|,|…|[;:()\[\]—–]|(?<=\s)-+(?=\s)|[^\s\w'’‘\"“”„«»|/-]"
)
_QUOTED = pattern(
    r"\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»"
    r"|(?<![^\W_])['‘](?=[^\W_])(?:[^'’‘\"\n]|(?<=[^\W_])['’](?=[^\W_]))*['’](?![^\W_])"
)
_ENDS = {"\n": ".", ".": ".", "!": ".", "?": "?", "…": ",", "(": ";", ")": ";", "[": ";", "]": ";", ":": ";"}
_ENDS |= {";": ";", "—": ";", "–": ";", "-": ";"}


class Split(NamedTuple):
    """The tokens of a text, where each begins and ends, and the stretches in quotation marks."""

    words: list[str]
    places: list[tuple[int, int]]
    quoted: list[tuple[int, int]]


def split(text: str, clitics: Sequence[str]) -> Split:
    """Split a text into tokens.

    `.` stands for all that ends a sentence but a question mark, `;` for colons, brackets and dashes, `,` also for an
    ellipsis. Quotation marks, hyphens and strokes are no tokens. The first token is a `.` of no length.
    """
    words = ["."]
    places = [(0, 0)]
    for match in _TOKEN.finditer(_plain(text)):
        word = match.group()
        if word[0] in _ENDS:
            words.append(_ENDS[word[0]])
        elif "'" in word and (ending := _ending(word, clitics)):
            start, end = match.span()
            cut = end - len(ending)
            words += [word[: -len(ending)], ending]
            places += [(start, cut), (cut, end)]
            continue
        else:
            words.append(word)
        places.append(match.span())
    marked = any(mark in text for mark in "\"“„«'‘")
    return Split(words, places, [match.span() for match in _QUOTED.finditer(text)] if marked else [])


def _plain(text: str) -> str:
    """Give a text in lower case with straight apostrophes, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char if len(char.lower()) > 1 else char.lower() for char in text)
    return lower.replace("’", "'")


def _ending(word: str, clitics: Sequence[str]) -> str:
    return next((ending for ending in clitics if len(word) > len(ending) and word.endswith(ending)), "")
