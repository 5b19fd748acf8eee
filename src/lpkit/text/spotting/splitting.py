"""A text as tokens with their places: words in lower case, marks that end or part clauses, and what is quoted."""

from collections.abc import Sequence
from functools import cached_property

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


class Split:
    """The tokens of a text; where each begins and ends is worked out when it is asked for."""

    def __init__(self, text: str, clitics: Sequence[str]) -> None:
        """Split a text into tokens.

        `.` stands for all that ends a sentence but a question mark, `;` for colons, brackets and dashes, `,` also for
        an ellipsis. Quotation marks, hyphens and strokes are no tokens. The first token is a `.` of no length.
        """
        self._text = text
        self._plain = _plain(text)
        self._clitics = clitics
        found: list[str] = _TOKEN.findall(self._plain)
        self.words = [".", *(_ENDS.get(word[0], word) for word in found)]
        self._parted = "'" in self._plain
        if self._parted:
            self.words = [part for word in self.words for part in self._parts(word)]

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Give where the tokens begin and end."""
        found = [(0, 0)]
        for match in _TOKEN.finditer(self._plain):
            start, end = match.span()
            parts = self._parts(match.group()) if self._parted else ()
            cut = end - len(parts[1]) if len(parts) > 1 else end
            found += [(start, cut), (cut, end)] if cut < end else [(start, end)]
        return found

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Give the stretches in quotation marks."""
        marked = any(mark in self._text for mark in "\"“„«'‘")
        return [match.span() for match in _QUOTED.finditer(self._text)] if marked else []

    def _parts(self, word: str) -> tuple[str, ...]:
        if "'" not in word:
            return (word,)
        ending = next((ending for ending in self._clitics if len(word) > len(ending) and word.endswith(ending)), "")
        return (word.removesuffix(ending), ending) if ending else (word,)


def split(text: str, clitics: Sequence[str]) -> Split:
    """Split a text into tokens."""
    return Split(text, clitics)


def _plain(text: str) -> str:
    """Give a text in lower case with straight apostrophes, every character in its place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char if len(char.lower()) > 1 else char.lower() for char in text)
    return lower.replace("’", "'")
