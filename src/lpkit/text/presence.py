"""What a note says is there and a story denies, or the other way about: a ticket, a plan, a dip.

A noun counts as denied where a text says so in words of its own and never tells of it otherwise.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from lpkit.text.languages import Language
from lpkit.text.languages.parts import Presences

_SHOWN = 60
"""Characters of the evidence that a message shows."""
_CLAUSE = re.compile(r"[.;:!?\n]")


def contested(note: str, told: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    """Give what a note affirms and other texts deny, or denies and they affirm; none without the part on that."""
    known = language.get(Presences)
    if known is None:
        return
    texts = [_Told(text, known) for text in told]
    clauses = _Clauses(note, known)
    for claims, against, backed in ((known.there, known.none, known.some), (known.never, known.some, known.none)):
        for noun, said in _said(clauses, claims, known):
            found = next((evidence for text in texts if (evidence := text.evidence(noun, against))), None)
            if found and not any(text.evidence(noun, backed) for text in texts):
                yield said, found


class _Clauses:
    """A text by its clauses: which of them only suppose something is asked for once, however often one is named."""

    def __init__(self, text: str, known: Presences) -> None:
        self.text = text
        self._supposed = known.supposed
        self._borders = [border.span() for border in _CLAUSE.finditer(text)]
        self._told: dict[tuple[int, int], bool] = {}

    def supposes(self, match: re.Match[str]) -> bool:
        """Tell whether the clause around a match only supposes something."""
        before = bisect_right(self._borders, match.start() + 1, key=lambda border: border[1])
        behind = bisect_left(self._borders, match.end(), key=lambda border: border[0])
        start = self._borders[before - 1][1] if before else 0
        end = self._borders[behind][0] if behind < len(self._borders) else len(self.text)
        if (start, end) not in self._told:
            self._told[start, end] = self._supposed.search(self.text[start:end]) is not None
        return self._told[start, end]


class _Told:
    """A text with what it says of each noun, which is read once for all nouns."""

    def __init__(self, text: str, known: Presences) -> None:
        self._clauses = _Clauses(text, known)
        self._lower = text.lower()
        self._named: dict[str, bool] = {}
        self._said: dict[Sequence[re.Pattern[str]], dict[str, str]] = {}

    def evidence(self, noun: str, claims: Sequence[re.Pattern[str]]) -> str | None:
        """Give the first words of the text that claim something of a noun; None where none do."""
        if noun not in self._named:
            self._named[noun] = noun in self._lower
        if not self._named[noun]:
            return None
        if claims not in self._said:
            self._said[claims] = self._all(claims)
        return self._said[claims].get(noun.removesuffix("s"))

    def _all(self, claims: Sequence[re.Pattern[str]]) -> dict[str, str]:
        found: dict[str, str] = {}
        text = self._clauses.text
        for claim in claims:
            for match in claim.finditer(text):
                nouns = {word.lower().removesuffix("s") for word in match.groupdict().values() if word}
                if nouns - found.keys() and not self._clauses.supposes(match):
                    words = text[match.start() : match.end() + _SHOWN].split("\n")[0].strip(" .,;:")[:_SHOWN]
                    found |= dict.fromkeys(nouns - found.keys(), words)
        return found


def _said(clauses: _Clauses, claims: Sequence[re.Pattern[str]], known: Presences) -> Iterator[tuple[str, str]]:
    note = clauses.text
    for claim in claims:
        for match in claim.finditer(note):
            noun = match["noun"].lower()
            limited = known.limited.match(note, match.end("noun")) and claim in known.never
            if noun not in known.loose and not limited and not clauses.supposes(match):
                yield noun, match.group().strip(" .,;:")
